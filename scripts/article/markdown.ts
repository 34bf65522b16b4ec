import type { Construct } from 'micromark-util-types'
import type { Processor } from 'unified'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { refuseDeepLines } from './depth.ts'
import { linearEmphasis } from './emphasis-marks.ts'
import { setext } from './setext.ts'

const ASTERISK = 42

/**
 * A unified parser for Markdown: CommonMark with GFM's tables and footnotes, and YAML frontmatter. Raw HTML stays text. Emphasis that begins
 * or ends with a Chinese mark, 说**“好”**的, is emphasis too, as the themes have it.
 *
 * It throws a VFileMessage for blocks inside blocks, hundreds deep.
 */
export function markdown(this: Processor): void {
  remarkParse.call(this as never)
  remarkGfm.call(this as never)
  remarkCjkFriendly.call(this as never)
  const extensions = this.data('micromarkExtensions')!
  extensions.push(linearEmphasis(extensions.at(-1)!.text![ASTERISK] as Construct))
  remarkFrontmatter.call(this as never)
  extensions.push(setext)
  const parse = this.parser!
  this.parser = (text, file) => {
    refuseDeepLines(text, file)
    return parse(text, file)
  }
}
