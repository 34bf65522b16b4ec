import type { RootContent, Text } from 'mdast'
import { blockquote, paragraph } from '../nodes.ts'

/**
 * Somebody else's words and nothing else. The headline is their best line; whose they are and the rest of them stand
 * below it, in the article's order.
 *
 * @param rest what of the quotation is not the headline
 * @param attribution who says it
 * @param isAfter the speaker is named after the words
 * @returns the blocks below the headline
 */
export function quote(rest: Text[], attribution: Text | undefined, isAfter: boolean): RootContent[] {
  const name = attribution ? [paragraph(attribution)] : []
  const words = rest.map(text => blockquote(text))
  return isAfter ? [...words, ...name] : [...name, ...words]
}
