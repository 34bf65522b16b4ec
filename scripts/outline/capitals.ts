import type { Draft } from './draft.ts'
import type { Candidate } from './levels.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse } from './draft.ts'
import { LONGEST_HEADING_EM } from './unmarked.ts'

/** The family of headings that are set in capitals. */
export const IN_CAPITALS = 'capitals'

/** Words in capitals, four letters or more, and no end of a sentence. */
const CAPITALS = /^(?=(?:\P{Lu}*\p{Lu}){4})[^\p{Ll}\p{Lo}\r\n]*[^\p{Ll}\p{Lo}\s.,;:!?]$/u

/**
 * Finds the lines in capitals that head what stands below them, PROFILE and EDUCATION of somebody's life: two or more,
 * none right above another or at the end, where most of the text is set otherwise.
 *
 * @param drafts the article's body
 */
export function capitalsIn(drafts: readonly Draft[]): ReadonlySet<Draft> {
  const isLine = (draft: Draft | undefined): boolean =>
    draft !== undefined && isProse(draft) && CAPITALS.test(draft.text) && widthInEm(draft.text) <= LONGEST_HEADING_EM
  const found = drafts.filter(isLine)
  const headsText = (index: number): boolean => index < drafts.length - 1 && !isLine(drafts[index + 1])
  const headAll = drafts.every((draft, index) => !isLine(draft) || headsText(index))
  return new Set(found.length > 1 && headAll ? found : [])
}

/**
 * A line in capitals as what may be a heading.
 *
 * @param draft a block
 * @param index its place
 * @param capitals those that are such lines
 */
export function inCapitals(draft: Draft, index: number, capitals: ReadonlySet<Draft>): Candidate | undefined {
  return capitals.has(draft) ? { index, draft, family: IN_CAPITALS, alone: true, short: true } : undefined
}
