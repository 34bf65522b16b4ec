import type { Kind } from '../../../language/model.ts'
import type { Face } from '../../structures/frames.ts'
import type { Clause, Clauses, Span } from '../../structures/structure.ts'
import { piecesOf, ratio, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'
import { isBorder, tokensAt } from '../../structures/frames.ts'

/** What may be a member: one clause or several, and whether it is a sentence. */
export interface Unit extends Span { clauses: readonly Clause[], sentence: boolean }

/** Two that are alike are a pair, three a row. */
export const FEWEST = 3
/** Members that begin alike and then go on at very different lengths only happen to begin alike. */
const LIKE_LENGTH = 0.4
/** What stands over the members is short, and the member behind it is as long as the others. */
const LONGEST_OVER = 12
/** Rows are looked for among clauses, among what stands between two ；, and among sentences. */
export function unitsOf(passage: Clauses): Unit[][] {
  const unit = (clauses: Clause[], sentence: boolean): Unit => {
    return { ...spanOf(clauses[0]!, clauses.at(-1)), clauses, sentence }
  }
  const single = passage.clauses.map((clause, index) => {
    const [before, after] = [passage.clauses[index - 1], passage.clauses[index + 1]]
    return unit([clause], clause.sentence !== after?.sentence && clause.sentence !== before?.sentence)
  })
  const larger = (['semicolons', 'sentences'] as const).map((by) => {
    return piecesOf(passage, by).map(piece => unit(piece, by === 'sentences'))
  })
  return [single, ...larger.filter(units => units.some(({ clauses }) => clauses.length > 1))]
}

/** Two Han characters or two whole words. */
export function isEnough(shared: string): boolean {
  const han = shared.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = shared.match(/\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu)?.length ?? 0
  return han + words >= 2
}

/** Members of like length, the more so the less they share. */
export function areAlike(text: string, members: readonly Span[], shared: number): boolean {
  const sizes = members.map(member => sizeIn(text, member))
  return ratio(Math.min(...sizes), Math.max(...sizes)) >= (shared >= 4 ? LIKE_LENGTH - 0.1 : LIKE_LENGTH)
}

/**
 * How many of the first clause's characters govern all members: 最终都要看|人民…，人民….
 * The others' shared beginning says where the first member begins.
 */
export function governing(faces: readonly Face[], length: number): number {
  const [first, second, ...others] = faces as [Face, Face, ...Face[]]
  const shared = second.form.slice(0, length)
  const at = isEnough(shared) ? first.form.indexOf(shared) : -1
  if (at <= 0 || !isBorder(first, at) || !isBorder(first, at + length))
    return 0
  if (sizeOf(first.form.slice(0, at)) > LONGEST_OVER)
    return 0
  const usual = [second, ...others].map(({ form }) => sizeOf(form)).sort((a, b) => a - b)[(others.length + 1) >> 1]!
  return ratio(sizeOf(first.form.slice(at)), usual) < 0.5 ? 0 : at
}

/** The words before the first member, if it has some, and the members behind them. */
export function parted(text: string, units: readonly Unit[], at: number): { over?: Span, members: Span[] } {
  const { start } = units[0]!
  const members = units.map((unit, index) => ({ start: index === 0 ? start + at : unit.start, end: unit.end }))
  if (at === 0)
    return { members }
  const over = text.slice(start, start + at).replace(/[\s，、：:—-]+$/, '')
  return { over: { start, end: start + over.length }, members }
}

/** A fourth member makes a row plainer. */
export function strengthOf(base: number, units: readonly Span[]): number {
  return Math.round(Math.min(0.99, base + (units.length - FEWEST) * 0.01) * 1000) / 1000
}

/** 还是…, 或者…, 所以…: clauses that lean on the ones before are no equals of theirs, unless all begin so. */
export function isArgued(faces: readonly Face[]): boolean {
  const [first, ...later] = faces.map(({ tokens }) => tokens[0])
  const others = later.filter(token => token !== undefined && token.form !== first?.form)
  return others.some(token => token!.kind === 'link' || /^(?:还是|或者|或|而是|那么)$/.test(token!.form))
}

const SUBJECT = new Set<Kind>([
  'noun', 'place', 'pronoun', 'determiner', 'time', 'numeral', 'number', 'measure', 'structural', 'gerund', 'ordinal',
])
const NUMBERS: readonly Kind[] = ['number', 'numeral', 'time', 'ordinal']
const LONGEST_ENGLISH = 12
const ENGLISH_VERB = new RegExp(String.raw`\b(?:${[
  'is|are|was|were|am|has|have|had|do|does|did|don[\'’]t|doesn[\'’]t|will|would|shall|should|can|could|may|might|must',
  'cannot|can[\'’]t|need|let|to|not|no|if|when|where|because|who|that',
].join('|')})\b`)

/**
 * Sentences that have the same subject may only go on telling of it: they must share more. Clauses of one sentence do
 * not repeat a subject by chance.
 */
export function isMeant(face: Face, length: number, units: readonly Unit[]): boolean {
  const tokens = tokensAt(face, 0, length)
  if (tokens.every(({ kind }) => NUMBERS.includes(kind)))
    return false
  const shared = face.form.slice(0, length)
  // Two words such as You can begin many a sentence: short ones that do are meant to.
  if (!/\p{Script=Han}/u.test(shared)) {
    const clauses = units.flatMap(unit => unit.clauses)
    const areShort = clauses.every(({ words }) => words.split(' ').length <= LONGEST_ENGLISH)
    return tokens.length >= 3 || (areShort && ENGLISH_VERB.test(shared))
  }
  return units.every(({ sentence }) => !sentence) || !tokens.every(({ kind }) => SUBJECT.has(kind))
}
