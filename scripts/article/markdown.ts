import type { Processor } from 'unified'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { refuseDeepLines } from './depth.ts'
import { dialectFromMarkdown, dialectSyntax } from './dialects/syntax.ts'
import { setext } from './setext.ts'

/**
 * A unified parser for Markdown: CommonMark with GFM's tables and footnotes, and YAML frontmatter. The signs of other programs are nodes of
 * their own, for `readDialects`. Emphasis that begins
 * or ends with a Chinese mark, 说**“好”**的, is emphasis too, as the themes have it.
 *
 * It throws a VFileMessage for blocks inside blocks, hundreds deep.
 */
export function markdown(this: Processor): void {
  remarkParse.call(this as never)
  remarkGfm.call(this as never)
  remarkCjkFriendly.call(this as never)
  remarkFrontmatter.call(this as never)
  this.data('micromarkExtensions')!.push(setext, dialectSyntax)
  this.data('fromMarkdownExtensions')!.push(dialectFromMarkdown as never)
  const parse = this.parser!
  this.parser = (text, file) => {
    refuseDeepLines(text, file)
    return parse(text, file)
  }
}
