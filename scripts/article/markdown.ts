import type { Processor } from 'unified'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { refuseDeepLines } from './depth.ts'
import { setext } from './setext.ts'

/**
 * A unified parser for Markdown: CommonMark with GFM's tables and footnotes, and YAML frontmatter. Raw HTML stays text.
 *
 * It throws a VFileMessage for blocks inside blocks, hundreds deep.
 */
export function markdown(this: Processor): void {
  remarkParse.call(this as never)
  remarkGfm.call(this as never)
  remarkFrontmatter.call(this as never)
  this.data('micromarkExtensions')!.push(setext)
  const parse = this.parser!
  this.parser = (text, file) => {
    refuseDeepLines(text, file)
    return parse(text, file)
  }
}
