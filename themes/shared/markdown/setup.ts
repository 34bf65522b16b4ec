import type MarkdownExit from 'markdown-exit'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { lineBreaks } from './line-breaks.ts'

/**
 * Teaches Slidev's Markdown engine Chinese: `**…。**` next to a Chinese character is strong, and lines break between phrases.
 *
 * @param md Slidev's engine
 */
export function markdownSetup(md: MarkdownExit): void {
  md.use(cjkFriendly as never)
  md.use(lineBreaks as never)
}
