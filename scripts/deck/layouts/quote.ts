import type { RootContent, Text } from 'mdast'
import { blockquote, paragraph } from '../nodes.ts'

/**
 * Somebody else's words and nothing else. The headline is their best line; whose they are and the rest of them stand
 * below it, in the article's order.
 *
 * @param rest what of the quotation is not the headline
 * @param attribution who says it
 * @returns the blocks below the headline
 */
export function quote(rest: Text[], attribution: Text | undefined): RootContent[] {
  const startOf = ({ position }: Text): number => position!.start.offset!
  const isBefore = (text: Text): boolean => attribution !== undefined && startOf(text) < startOf(attribution)
  const words = (texts: Text[]): RootContent[] => texts.map(text => blockquote(text))
  const name = attribution ? [paragraph(attribution)] : []
  return [...words(rest.filter(isBefore)), ...name, ...words(rest.filter(text => !isBefore(text)))]
}
