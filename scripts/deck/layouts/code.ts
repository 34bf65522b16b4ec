import type { TextLayout } from '../content.ts'

/** Lines of code as they stand. */
export const code: TextLayout = ({ code }) =>
  code && [{ type: 'code', lang: code.language ?? null, value: code.lines.join('\n') }]
