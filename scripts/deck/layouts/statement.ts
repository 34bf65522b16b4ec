import type { TextLayout } from '../content.ts'

/** A formula by itself. */
export const statement: TextLayout = ({ formula }) =>
  formula === undefined ? undefined : [{ type: 'math', value: formula }]
