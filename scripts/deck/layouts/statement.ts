import type { TextLayout } from '../slide.ts'
import { statementFits } from '../capacity.ts'
import { paragraph } from '../nodes.ts'

/** One sentence that nobody else says, and that three large lines hold. */
export const statement: TextLayout = ({ bullets: [only, ...more], attribution, places }) =>
  only && more.length === 0 && !attribution && !places && statementFits(only.value) ? [paragraph(only)] : undefined
