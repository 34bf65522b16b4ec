import type MarkdownExit from 'markdown-exit'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { itemParts } from './item-parts.ts'
import { lineBreaks } from './line-breaks.ts'

/**
 * Teaches Slidev's Markdown engine Chinese: `**…。**` next to a Chinese character is strong, an item's parts can be
 * placed, and lines break between phrases.
 *
 * @param md Slidev's engine
 */
export function markdownSetup(md: MarkdownExit): void {
  md.use(cjkFriendly as never)
  // Before the lines' breaks, which then stand within the parts.
  md.use(itemParts as never)
  md.use(lineBreaks as never)
}
