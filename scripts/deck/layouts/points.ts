import type { RootContent } from 'mdast'
import type { Content } from '../slide.ts'
import { emphasise } from '../emphasis.ts'
import { list, listItem, paragraph } from '../nodes.ts'

/**
 * Whole clauses one below the other, each with its key phrase emphasised, below the line that says whose words they are.
 *
 * @param content what the slide shows
 * @param titles the headings above
 * @returns its blocks
 */
export function points({ bullets, attribution }: Content, titles: string[]): RootContent[] {
  return [
    ...(attribution ? [paragraph(attribution)] : []),
    ...(bullets.length > 0 ? [list(emphasise(bullets, titles).map((words, index) => ({ ...listItem(words), position: bullets[index]!.position! })))] : []),
  ]
}
