import type { Element, Nodes, Root, RootContent, Text } from 'hast'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'
import { addMessage } from '../../messages/file.ts'
import { firstOf, wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { isMute, isProse } from './measure.ts'

/** How many pieces a message names, and how much of each. */
const MOST_NAMED = 3
const NAMED_CHARACTERS = 16

/**
 * The texts of a page that are no white space, in order, without those for the machine.
 *
 * @param node the page's body
 * @returns its text nodes
 */
export function wordsIn(node: Nodes): Text[] {
  const found: Text[] = []
  visit(node, (inner) => {
    if (inner.type === 'element' && isMute(inner as Element))
      return 'skip'
    if (inner.type === 'text' && inner.value.trim() !== '')
      found.push(inner)
    return undefined
  })
  return found
}

/**
 * Reports the words of a page that are no text of its article: how many, and the first words of pieces that read like
 * sentences. All of them are recorded as left out, a row of neighbours at a time.
 *
 * @param before the page's texts
 * @param children the article
 * @param file gets the message
 */
export function tellLeft(before: Text[], children: RootContent[], file: VFile): void {
  const kept = new Set(wordsIn({ type: 'root', children } as Root))
  const runs: string[][] = [[]]
  for (const text of before) {
    if (!kept.has(text))
      runs.at(-1)!.push(text.value.trim().replace(/\s+/g, ' '))
    else if (runs.at(-1)!.length > 0)
      runs.push([])
  }
  const lost = runs.flat()
  for (const run of runs)
    leaveOut(file, run.join(' '), wording('left-menu'))
  const count = lost.join('').replace(/\s+/g, '').length
  if (count === 0)
    return
  const named = lost.filter(isProse).map(words => `“${words.slice(0, NAMED_CHARACTERS)}…”`)
  const names = named.length === 0 ? '' : wording('page-left-names', { names: firstOf(named, MOST_NAMED) })
  addMessage(file, wording('page-left', { count, names }), { ruleId: 'page-furniture' })
}
