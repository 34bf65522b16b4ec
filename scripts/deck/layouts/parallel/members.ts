import type { Clause, Clauses, Span } from '../../structures/structure.ts'
import type { Face } from './frames.ts'
import { piecesOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'
import { isBorder } from './frames.ts'

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
  const unit = (clauses: Clause[], sentence: boolean): Unit => ({ ...spanOf(clauses[0]!, clauses.at(-1)), clauses, sentence })
  const single = passage.clauses.map((clause, index) => unit([clause], clause.sentence !== passage.clauses[index + 1]?.sentence && clause.sentence !== passage.clauses[index - 1]?.sentence))
  const larger = (['semicolons', 'sentences'] as const).map(by => piecesOf(passage, by).map(piece => unit(piece, by === 'sentences')))
  return [single, ...larger.filter(units => units.some(({ clauses }) => clauses.length > 1))]
}

/** Two Han characters or two whole words. */
export function isEnough(shared: string): boolean {
  return (shared.match(/\p{Script=Han}/gu)?.length ?? 0) + (shared.match(/\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu)?.length ?? 0) >= 2
}

/** Members of like length, the more so the less they share. */
export function areAlike(text: string, members: readonly Span[], shared: number): boolean {
  const sizes = members.map(({ start, end }) => sizeOf(text.slice(start, end)))
  return ratio(Math.min(...sizes), Math.max(...sizes)) >= (shared >= 4 ? LIKE_LENGTH - 0.1 : LIKE_LENGTH)
}

/**
 * How many of the first clause's characters govern all members: 最终都要看|人民…，人民…. The others' shared beginning says where the first member begins.
 */
export function governing(faces: readonly Face[], length: number): number {
  const [first, second, ...others] = faces as [Face, Face, ...Face[]]
  const shared = second.form.slice(0, length)
  const at = isEnough(shared) ? first.form.indexOf(shared) : -1
  if (at <= 0 || !isBorder(first, at) || !isBorder(first, at + length) || sizeOf(first.form.slice(0, at)) > LONGEST_OVER)
    return 0
  const usual = [second, ...others].map(({ form }) => sizeOf(form)).sort((a, b) => a - b)[(others.length + 1) >> 1]!
  return ratio(sizeOf(first.form.slice(at)), usual) < 0.5 ? 0 : at
}

/** The words before the first member, if it has some, and the members behind them. */
export function parted(text: string, units: readonly Unit[], at: number): { over?: Span, members: Span[] } {
  const { start } = units[0]!
  const members = units.map((unit, index) => ({ start: index === 0 ? start + at : unit.start, end: unit.end }))
  return at === 0 ? { members } : { over: { start, end: start + text.slice(start, start + at).replace(/[\s，、：:—-]+$/, '').length }, members }
}

/** A fourth member makes a row plainer. */
export function strengthOf(base: number, units: readonly Unit[]): number {
  return Math.round(Math.min(0.99, base + (units.length - FEWEST) * 0.01) * 1000) / 1000
}
