import type { Draft } from './draft.ts'
import type { Candidate } from './levels.ts'
import type { HeadingNumber } from './numbering.ts'
import { titleRange } from './draft.ts'

/** What a line is of, before its value: 时间：, 参会人员：. */
const LABEL = /^\p{Script=Han}{2,8}(?=[：:].*[\p{L}\p{N}])/su

/**
 * Finds the numbered lines of a notice that are each a key and its value, one below the other: 一、时间：…, 二、地点：…. Their
 * keys are their headings. With text between them they are headings as they stand, 一、案例：一盏灯.
 *
 * @param candidates an article's headings, in order
 * @returns the blocks of such lines
 */
export function labelledIn(candidates: readonly Candidate[]): ReadonlySet<Draft> {
  const found = new Set<Draft>()
  for (const family of new Set(candidates.map(member => member.family))) {
    const own = candidates.filter(member => member.family === family)
    const isLine = ({ draft, number, alone }: Candidate): boolean =>
      number !== undefined && alone && LABEL.test(draft.text.slice(number.length))
    const isNext = ({ index }: Candidate, at: number): boolean => at === 0 || index === own[at - 1]!.index + 1
    if (own.length > 1 && own.every(isLine) && own.every(isNext))
      own.forEach(({ draft }) => found.add(draft))
  }
  return found
}

/**
 * Where the key of such a line stands, and where its value begins.
 *
 * @param text the line
 * @param number its number
 */
export function labelOf(text: string, number: HeadingNumber): { start: number, end: number, runInEnd: number } {
  const end = number.length + LABEL.exec(text.slice(number.length))![0].length
  return { ...titleRange(text, number.length, end), runInEnd: end + 1 }
}
