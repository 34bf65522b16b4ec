import type { Block } from './model.ts'
import { findSpeech } from '../../language/speech.ts'

/** A figure's numeral, once more. */
export function numeralIn(layout: string, blocks: Block[]): Block | undefined {
  const last = blocks.at(-1)
  return layout === 'figure' && blocks.length > 1 && last?.strong ? last : undefined
}

/** Lines that may repeat: the one that says whose words stand below it, or above it where they are a quotation. */
export function namesIn(layout: string, text: Block[]): Block[] {
  if (layout === 'image')
    return []
  const isQuote = layout === 'quote'
  const edges = [text[0], ...(isQuote ? [text.at(-1)] : [])]
  const names = text.length === 1 ? text.filter(block => isName(block.text)) : edges
  return names.filter((block): block is Block => block?.kind === 'line' && (isQuote || isName(block.text)))
}

/** Whether a line says who speaks, and nothing else. */
function isName(line: string): boolean {
  const name = line.trim()
  return [`${name}，`, `${name}: `].some(sentence => findSpeech(sentence)?.attribution === name)
}
