import type { Kind } from '../../../language/model.ts'
import type { Face } from '../../structures/frames.ts'
import type { FindStructures, Member, Span, Structure } from '../../structures/structure.ts'
import type { Unit } from './members.ts'
import { apart, canStandLarge, extent, plain, sizeIn, sizeOf, withStrong } from '../../structures/alike.ts'
import {
  faceOf, from, isNominal, sharedEnd, sharedStart, tokensAt,
} from '../../structures/frames.ts'
import { anaphora } from './anaphora.ts'
import { evenness, framed } from './framed.ts'
import { goingOnAlike } from './going-on.ts'
import { led } from './led.ts'
import { listed } from './listed.ts'
import { areAlike, FEWEST, governing, isArgued, isEnough, isMeant, parted, strengthOf, unitsOf } from './members.ts'
import { series } from './series.ts'

const MOST = 8
/** These begin forms of their own: 有的…有的…, 一方面…, 不仅…, 既…. */
const OTHER_FORM = /^(?:有的|有些|有人|一些|一方面|不仅|不但|既|some\b|others?\b|not only\b)/

/**
 * Finds three clauses or more in a row, or sentences in a row, that begin or end alike or have one frame:
 * 排比 (黄伯荣、廖序东《现代汉语》; Quirk et al. 19.7, structural parallelism).
 * Strong is what differs, 是否真正得到了 | 实惠 / 改善 / 保障; where the ends are the same, that end: all of it runs together
 * there.
 *
 * @param passage one paragraph
 * @returns the rows in order
 */
export const find: FindStructures = (passage) => {
  const { text } = passage
  const read = plain(passage)
  const [single, ...larger] = unitsOf(passage).map(units => rowsOf(text, units)) as [Structure[], ...Structure[][]]
  const whole = apart(larger.flat())
  // 哪里有困难，哪里就有党员；哪里有危险，…: members of two clauses, not twice as many of one.
  const isInside = (row: Structure, other: Structure): boolean =>
    contains(extent(other), extent(row)) && row.members.length > other.members.length
  const apartFromWhole = single.filter(row => !whole.some(other => isInside(row, other)))
  return apart([...whole, ...apartFromWhole, ...listed(read), ...led(read), ...series(read), ...anaphora(read)])
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
    ?? endingAlike(text, units, ends) ?? beginningAlike(text, units, heads) ?? goingOnAlike(text, units)
}

/** Very long members are prose. */
function isNarration(units: readonly Unit[]): boolean {
  return units.some(({ clauses }) => clauses.reduce((sum, { words }) => sum + sizeOf(words), 0) > 70)
}

const NAMES = new Set<Kind>([
  'noun', 'place', 'gerund', 'idiom', 'pronoun', 'adjective', 'attribute', 'determiner', 'time', 'structural',
  'latin', 'localizer',
])
const COPULA = /^[就才正也都还]?是$/

/** 时代是出卷人，我们是答卷人，人民是阅卷人: one word or two, the copula, and as much behind it. */
function copulas(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const parts = faces.map((face) => {
    const at = face.tokens.findIndex(({ form }) => COPULA.test(form))
    const subject = face.tokens.slice(0, Math.max(at, 0))
    const forms = subject.map(({ form }) => form)
    const named = forms.length > 0 && subject.every(({ kind }) => NAMES.has(kind)) && sizeOf(forms.join(' ')) <= 8
    return named ? { subject: forms.join(''), tail: { start: face.tokens[at]!.end, end: face.end } } : undefined
  })
  if (!parts.every(part => part !== undefined) || new Set(parts.map(({ subject }) => subject)).size < parts.length)
    return undefined
  const tails = parts.map(({ tail }) => sizeIn(text, tail))
  if (evenness(units.map(unit => sizeIn(text, unit))) < 0.5 || evenness(tails) < 0.5)
    return undefined
  const members = withStrong(text, units, parts.map(({ tail }) => tail))
  return members[0]!.strong ? { strength: strengthOf(0.9, units), members } : undefined
}

/**
 * The ends are the same: all members meet in them. What they share after the copula is strong; where it names nothing,
 * what differs is.
 */
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
  const isTelling = strongSize >= 3 || copula >= 0 || isAfterCopula(faces[0]!, length)
  const meets = isTelling && isNominal(strong) && new Set(heads).size === heads.length
  if (meets && (start === 0 || !differing[0]!.strong)) {
    const back = faces[0]!.end - strong[0]!.start
    const ended = faces.map(({ end }): Span => ({ start: end - back, end }))
    const large = ended.every(({ start: at, end }) => canStandLarge(text.slice(at, end)))
    const members = units.map(({ start: at, end }, index): Member => {
      return large ? { start: at, end, strong: ended[index]! } : { start: at, end }
    })
    return { strength: strengthOf(0.95, units), members }
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

const DENIES = /[不没无未非](?![的是])|\b(?:not|never|no|without|nor)\b/

/** The beginnings are the same: 必须坚持A，必须坚持B，必须坚持C. What differs is strong, if it is short. */
function beginningAlike(text: string, units: readonly Unit[], faces: readonly Face[]): Structure | undefined {
  const direct = sharedStart(faces)
  const oneSentence = units.every(({ clauses }) => clauses[0]!.sentence === units[0]!.clauses[0]!.sentence)
  const at = direct > 0 || !oneSentence ? 0 : governing(faces, sharedStart(faces.slice(1)))
  const first = from(faces[0]!, at)
  const compared = [first, ...faces.slice(1)]
  const length = direct > 0 || at > 0 ? sharedStart(compared) : 0
  const shared = first.form.slice(0, length)
  if (!isEnough(shared) || compared.some(({ form }) => form.length <= length) || !isMeant(first, length, units))
    return undefined
  const { over, members } = parted(text, units, at)
  if (!areAlike(text, members, sizeOf(shared)))
    return undefined
  const single = units.every(({ clauses }) => clauses.length === 1)
  // not by hand, never by chance: what is denied is not large without its denial.
  const differing = compared.map(({ start, end }) => ({ start: DENIES.test(shared) ? start : start + length, end }))
  const strong = withStrong(text, members, single ? differing : lastWords(text, units))
  const plainly = single ? 0.8 : 0.75
  const base = strong[0]!.strong ? 0.9 : plainly
  return { strength: strengthOf(base, units), ...(over && { over }), members: strong }
}

/** Of members with several clauses the last clauses' own words: 哪里就有|党员. */
function lastWords(text: string, units: readonly Unit[]): (Span | undefined)[] {
  const faces = units.map(({ clauses }) => faceOf(text, clauses.at(-1)!))
  const length = sharedStart(faces)
  return faces.map(({ start, end }) => length > 0 ? { start: start + length, end } : undefined)
}
