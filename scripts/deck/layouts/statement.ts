import type { TextLayout } from '../slide.ts'
import { statementFits } from '../capacity.ts'
import { paragraph } from '../nodes.ts'

/** A formula by itself, or one sentence that nobody else says, and that three large lines hold. */
export const statement: TextLayout = ({ bullets: [only, ...more], attribution, places, formula }) =>
  formula !== undefined
    ? [{ type: 'math', value: formula }]
    : only && more.length === 0 && !attribution && !places && statementFits(only.value) ? [paragraph(only)] : undefined
