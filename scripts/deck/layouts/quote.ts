import type { TextLayout } from '../slide.ts'
import { blockquote, paragraph } from '../nodes.ts'

/** Somebody else's words and nothing else; the line that says whose they are stands above or below them, as in the article. */
export const quote: TextLayout = ({ attribution, quotation }) => {
  if (!quotation)
    return undefined
  const words = blockquote(quotation)
  if (!attribution)
    return [words]
  return attribution.position!.start.offset! > quotation.position!.start.offset! ? [words, paragraph(attribution)] : [paragraph(attribution), words]
}
