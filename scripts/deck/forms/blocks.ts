import type { RootContent, Text } from 'mdast'
import type { Form } from './types.ts'
import { item, list, paragraph, strongParagraph } from '../nodes.ts'

/**
 * A sentence in its form: the line that says whose words they are, what stands before its items, the items as a list, what stands after; a figure's numeral, once more, after its sentence.
 *
 * @param form a sentence's form
 * @param attribution who says it, where somebody else does
 * @returns blocks in the sentence's order
 */
export function formBlocks({ layout, over, items, after, numeral }: Form, attribution?: Text): RootContent[] {
  const before = [...(attribution ? [strongParagraph(attribution)] : []), ...(over ? [paragraph(over)] : [])]
  if (numeral)
    return [...before, ...items.map(text => paragraph(text)), strongParagraph(numeral)]
  return [...before, list(items.map(text => item(text)), layout === 'steps' ? 1 : undefined), ...(after ? [paragraph(after)] : [])]
}
