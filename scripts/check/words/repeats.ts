import type { ArticleText } from './article-text.ts'
import type { Block } from './model.ts'
import { findSpeech } from '../../language/speech.ts'
import { bareWords } from './bare-words.ts'

/** A figure's numeral, once more. */
export function numeralIn(layout: string, blocks: Block[]): Block | undefined {
  const last = blocks.at(-1)
  return layout === 'figure' && blocks.length > 1 && last?.strong ? last : undefined
}

/**
 * Lines that may repeat: the one that says whose words stand below it, or above it where they are a quotation.
 *
 * @param layout the slide's layout
 * @param text its blocks of running text
 * @param article what the article says
 */
export function namesIn(layout: string, text: Block[], article: ArticleText): Block[] {
  if (layout === 'image')
    return []
  const isQuote = layout === 'quote'
  const edges = [text[0], ...(isQuote ? [text.at(-1)] : [])]
  const names = text.length === 1 ? text.filter(block => isName(block.text)) : edges
  const mayName = ({ text }: Block): boolean => isQuote || isName(text) || isCredit(text, article)
  return names.filter((block): block is Block => block?.kind === 'line' && mayName(block))
}

/** Whether the article has a line as the credit of a quotation: behind a dash (GB/T 15834—2011, 4.13.3.3). */
function isCredit(line: string, article: ArticleText): boolean {
  const at = article.findClauses(bareWords(line))
  return at > 0 && /[—–―]/.test(article.body[at - 1]!)
}

/** Whether a line says who speaks, and nothing else. */
function isName(line: string): boolean {
  const name = line.trim()
  return [`${name}，`, `${name}: `].some(sentence => findSpeech(sentence)?.attribution === name)
}
