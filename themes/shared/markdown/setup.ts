import type MarkdownExit from 'markdown-exit'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { joinPhrases } from './phrases.ts'

/**
 * Teaches Slidev's Markdown engine Chinese: `**…。**` next to a Chinese character is strong, and lines break between phrases.
 *
 * @param md Slidev's engine
 */
export function markdownSetup(md: MarkdownExit): void {
  md.use(cjkFriendly as never)
  md.renderer.rules.text = (tokens, index) => joinPhrases(escape(tokens[index]!.content), '<wbr>')
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
