import type { TextLayout } from '../slide.ts'
import { blockquote, paragraph } from '../nodes.ts'

/** Somebody else's words and nothing else, below the line that says whose they are. */
export const quote: TextLayout = ({ attribution, quotation }) => quotation && [...(attribution ? [paragraph(attribution)] : []), blockquote(quotation)]
