import type { Kind } from '../../../language/words.ts'
import type { FindStructures, Member, Span, Structure } from '../../structures/structure.ts'
import type { Face } from './frames.ts'
import type { Unit } from './members.ts'
import { apart, canStandLarge, extent, sizeOf, withStrong } from '../../structures/alike.ts'
import { faceOf, from, isNominal, sharedEnd, sharedMiddle, sharedStart, tokensAt } from './frames.ts'
import { areAlike, FEWEST, governing, isEnough, parted, strengthOf, unitsOf } from './members.ts'

const MOST = 8
/** These begin forms of their own: 有的…有的…, 一方面…, 不仅…, 既…. */
const OTHER_FORM = /^(?:有的|有些|有人|一些|一方面|不仅|不但|既|some\b|others?\b|not only\b)/

/**
 * Finds three clauses or more in a row, or sentences in a row, that begin or end alike or have one frame: 排比 (黄伯荣、廖序东《现代汉语》; Quirk et al. 19.7,
 * structural parallelism). Strong is what differs, 是否真正得到了 | 实惠 / 改善 / 保障; where the ends are the same, that end: all of it runs together there.
 *
 * @param passage one paragraph
 * @returns the rows in order
 */
export const find: FindStructures = (passage) => {
  const [single, ...larger] = unitsOf(passage).map(units => rowsOf(passage.text, units)) as [Structure[], ...Structure[][]]
  const whole = apart(larger.flat())
  // 哪里有困难，哪里就有党员；哪里有危险，…: members of two clauses, not twice as many of one.
  return apart([...whole, ...single.filter(row => !whole.some(other => contains(extent(other), extent(row)) && row.members.length > other.members.length))])
}

function contains(one: Span, other: Span): boolean {
  return one.start <= other.start && one.end >= other.end
}

function rowsOf(text: string, units: readonly Unit[]): Structure[] {
  const rows: Structure[] = []
  for (let at = 0; at + FEWEST <= units.length; at++) {
    for (let to = at + FEWEST; to <= Math.min(units.length, at + MOST); to++) {
      const row = rowOf(text, units.slice(at, to))
      // Three that have nothing in common have nothing in common with a fourth.
      if (!row)
        break
      rows.push(row)
    }
  }
  return rows
}

function rowOf(text: string, units: readonly Unit[]): Structure | undefined {
  const heads = units.map(({ clauses }, index) => faceOf(text, clauses[0]!, index > 0))
  const ends = units.map(({ clauses }, index) => faceOf(text, clauses.at(-1)!, index > 0))
  if (heads.some(({ form }) => OTHER_FORM.test(form)) || isNarration(units) || isArgued(heads))
    return undefined
  const single = units.every(({ clauses }) => clauses.length === 1)
  return (single ? framed(text, units, heads) ?? copulas(text, units, heads) : undefined)
    ?? endingAlike(text, units, ends) ?? beginningAlike(text, units, heads)
}

/** 还是…, 或者…, 所以…: clauses that lean on the ones before are no equals of theirs, unless all begin so. */
function isArgued(faces: readonly Face[]): boolean {
  const [first, ...later] = faces.map(({ tokens }) => tokens[0])
  return later.some(token => token && token.form !== first?.form && (token.kind === 'link' || /^(?:还是|或者|或|而是|那么)$/.test(token.form)))
}

/** Very long members are prose. */
function isNarration(units: readonly Unit[]): boolean {
  return units.some(({ clauses }) => clauses.reduce((sum, { words }) => sum + sizeOf(words), 0) > 70)
}

/** A shared frame with something before it and something after: 人民|是否真正得到了|实惠. */
function framed(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const middle = sharedMiddle(faces)
  // What all speak of is no frame: it says something of them.
  const says = middle && tokensAt(faces[0]!, middle.at[0]!, middle.at[0]! + middle.length).some(({ kind }) => PREDICATES.has(kind))
  if (!middle || !says || sizeOf(faces[0]!.form.slice(middle.at[0], middle.at[0]! + middle.length)) < 3)
    return undefined
  const ends = sharedEnd(faces.map((face, index) => from(face, middle.at[index]! + middle.length)))
  const tails = faces.map((face, index): Span => ({ start: face.start + middle.at[index]! + middle.length, end: face.end - ends }))
  const heads = faces.map((face, index) => face.form.slice(0, middle.at[index]))
  if (tails.some(({ start, end }) => start >= end) || heads.slice(1).some(head => sizeOf(head) < 1) || heads.some(head => sizeOf(head) > 14))
    return undefined
  const { over, members: spans } = parted(text, units, governing(faces, sharedStart(faces.slice(1))))
  const members = withStrong(text, spans, tails)
  const lengths = tails.map(({ start, end }) => sizeOf(text.slice(start, end)))
  return members[0]!.strong && Math.min(...lengths) / Math.max(...lengths) >= 0.4 ? { strength: strengthOf(0.92, units), ...(over && { over }), members } : undefined
}

const PREDICATES = new Set<Kind>(['verb', 'gerund', 'copula', 'modal', 'adverb', 'negation', 'direction', 'idiom', 'latin'])
const NAMES = new Set<Kind>(['noun', 'place', 'gerund', 'idiom', 'pronoun', 'adjective', 'attribute', 'determiner', 'time', 'structural', 'latin', 'localizer'])
const COPULA = /^[就才正也都还]?是$/

/** 时代是出卷人，我们是答卷人，人民是阅卷人: one word or two, the copula, and as much behind it. */
function copulas(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const parts = faces.map((face) => {
    const at = face.tokens.findIndex(({ form }) => COPULA.test(form))
    const subject = face.tokens.slice(0, Math.max(at, 0))
    const named = subject.length > 0 && subject.every(({ kind }) => NAMES.has(kind)) && sizeOf(subject.map(({ form }) => form).join(' ')) <= 8
    return named ? { subject: subject.map(({ form }) => form).join(''), tail: { start: face.tokens[at]!.end, end: face.end } } : undefined
  })
  const sizes = units.map(({ start, end }) => sizeOf(text.slice(start, end)))
  if (!parts.every(part => part !== undefined) || new Set(parts.map(({ subject }) => subject)).size < parts.length || Math.min(...sizes) / Math.max(...sizes) < 0.5)
    return undefined
  const tails = parts.map(({ tail: { start, end } }) => sizeOf(text.slice(start, end)))
  if (Math.min(...tails) / Math.max(...tails) < 0.5)
    return undefined
  const members = withStrong(text, units, parts.map(({ tail }) => tail))
  return members[0]!.strong ? { strength: strengthOf(0.9, units), members } : undefined
}

/** The ends are the same: all members meet in them. What they share after the copula is strong; where it names nothing, what differs is. */
function endingAlike(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const length = sharedEnd(faces)
  const shared = faces[0]!.form.slice(faces[0]!.form.length - length)
  if (!isEnough(shared) || faces.some(({ form }) => form.length === length))
    return undefined
  const tokens = tokensAt(faces[0]!, faces[0]!.form.length - length, faces[0]!.form.length)
  const copula = tokens.findIndex(({ form }) => COPULA.test(form))
  const strong = tokens.slice(copula + 1).filter(({ form }, index) => index > 0 || form !== '的')
  if (!tokens.some(({ kind }) => CONTENT.has(kind)) || !areAlike(text, units, sizeOf(shared)))
    return undefined
  const strongSize = strong.length > 0 ? sizeOf(text.slice(strong[0]!.start, strong.at(-1)!.end)) : 0
  const heads = faces.map(({ form }) => form.slice(0, form.length - length))
  // 解决就业问题，解决住房问题: what differs stands inside.
  const start = sharedStart(faces.map(face => ({ ...face, form: face.form.slice(0, face.form.length - length) })))
  const inside = faces.map(({ start: at, end }): Span => ({ start: at + start, end: end - length }))
  const differing = withStrong(text, units, inside)
  const meets = isNominal(strong) && (strongSize >= 3 || copula >= 0 || isAfterCopula(faces[0]!, length)) && new Set(heads).size === heads.length
  if (meets && (start === 0 || !differing[0]!.strong)) {
    const back = faces[0]!.end - strong[0]!.start
    const members = units.map(({ end, start: at }, index): Member => ({ start: at, end, strong: { start: faces[index]!.end - back, end: faces[index]!.end } }))
    const large = members.every(({ strong: words }) => words && canStandLarge(text.slice(words.start, words.end)))
    return { strength: strengthOf(0.95, units), members: large ? members : units.map(({ start, end }) => ({ start, end })) }
  }
  // 失败是一种答案: what differs must name something, or be an object inside the frame.
  if (start === 0 && !faces.every(face => isNominal(tokensAt(face, 0, face.form.length - length))))
    return undefined
  return differing[0]!.strong ? { strength: strengthOf(0.9, units), members: differing } : undefined
}

const CONTENT = new Set<Kind>(['noun', 'verb', 'gerund', 'adjective', 'idiom', 'place', 'time', 'latin'])

function isAfterCopula({ tokens, end }: Face, length: number): boolean {
  const before = tokens.findLast(token => token.end <= end - length)
  return before !== undefined && COPULA.test(before.form)
}

/** The beginnings are the same: 必须坚持A，必须坚持B，必须坚持C. What differs is strong, if it is short. */
function beginningAlike(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const direct = sharedStart(faces)
  const oneSentence = units.every(({ clauses }) => clauses[0]!.sentence === units[0]!.clauses[0]!.sentence)
  const at = direct > 0 || !oneSentence ? 0 : governing(faces, sharedStart(faces.slice(1)))
  const first = from(faces[0]!, at)
  const compared = [first, ...faces.slice(1)]
  const length = direct > 0 || at > 0 ? sharedStart(compared) : 0
  const shared = first.form.slice(0, length)
  if (!isEnough(shared) || compared.some(({ form }) => form.length <= length) || !isDeliberate(first, length, units))
    return undefined
  const { over, members } = parted(text, units, at)
  if (!areAlike(text, members, sizeOf(shared)))
    return undefined
  const single = units.every(({ clauses }) => clauses.length === 1)
  const strong = withStrong(text, members, single ? compared.map(({ start, end }) => ({ start: start + length, end })) : lastWords(text, units))
  return { strength: strengthOf(strong[0]!.strong ? 0.9 : single ? 0.8 : 0.75, units), ...(over && { over }), members: strong }
}

/** Of members with several clauses the last clauses' own words: 哪里就有|党员. */
function lastWords(text: string, units: readonly Unit[]): (Span | undefined)[] {
  const faces = units.map(({ clauses }) => faceOf(text, clauses.at(-1)!))
  const length = sharedStart(faces)
  return faces.map(({ start, end }) => length > 0 ? { start: start + length, end } : undefined)
}

const SUBJECT = new Set<Kind>(['noun', 'place', 'pronoun', 'determiner', 'time', 'numeral', 'number', 'measure', 'structural', 'gerund', 'ordinal'])
const LONGEST_ENGLISH = 12
const ENGLISH_VERB = /\b(?:is|are|was|were|am|has|have|had|do|does|did|don['’]t|doesn['’]t|will|would|shall|should|can|could|may|might|must|cannot|can['’]t|need|let|to|not|no|if|when|where|because|who|that)\b/

/** Sentences that have the same subject may only go on telling of it: they must share more. Clauses of one sentence do not repeat a subject by chance. */
function isDeliberate(face: Face, length: number, units: readonly Unit[]): boolean {
  const tokens = tokensAt(face, 0, length)
  if (tokens.every(({ kind }) => kind === 'number' || kind === 'numeral' || kind === 'time' || kind === 'ordinal'))
    return false
  const shared = face.form.slice(0, length)
  // Two words such as You can begin many a sentence: short ones that do are meant to.
  if (!/\p{Script=Han}/u.test(shared))
    return tokens.length >= 3 || (ENGLISH_VERB.test(shared) && units.every(({ clauses }) => clauses.every(({ words }) => words.split(' ').length <= LONGEST_ENGLISH)))
  return units.every(({ sentence }) => !sentence) || !tokens.every(({ kind }) => SUBJECT.has(kind))
}
