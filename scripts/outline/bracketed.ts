import type { Draft } from './draft.ts'
import { isProse } from './draft.ts'
import { readNumber } from './numbering.ts'
import { ENCLOSED } from './unmarked.ts'

/** The family of headings that stand in brackets, as plans of lessons have them: 【教学目标】, 【教学重点】识字。 */
export const IN_BRACKETS = '【】'
const HEAD = /^【[\p{Script=Han}、， \u3000]{2,16}】[ \t\u3000]*/u
/** So many are a form of the text, and not a word set off in it. */
const FEWEST = 3

/**
 * The blocks that begin with a heading in brackets, where some of them have nothing beside it.
 *
 * @param drafts the article's body
 * @returns those blocks; none where there are fewer than three
 */
export function bracketedIn(drafts: readonly Draft[]): ReadonlySet<Draft> {
  const found = drafts.filter(draft => isProse(draft) && HEAD.test(draft.text) && !readNumber(draft.text))
  const isForm = found.length >= FEWEST && found.some(({ text }) => ENCLOSED.test(text))
  return new Set(isForm ? found : [])
}

/**
 * Where a heading in brackets ends that a text follows.
 *
 * @param text a block of `bracketedIn`
 * @returns the offset behind the bracket
 */
export function headInBrackets(text: string): number {
  return text.indexOf('】') + 1
}
