import type { Preset } from 'unified'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { formulas } from '../article/dollars.ts'

/**
 * A unified preset that reads speaker notes as Slidev and the themes do: GFM, formulas between `$`, emphasis next to
 * Chinese marks; a single tilde is text.
 */
export const NOTE_MARKDOWN: Preset = {
  plugins: [remarkParse, formulas as never, [remarkGfm, { singleTilde: false }], remarkCjkFriendly],
}
