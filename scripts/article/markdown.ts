import type { Processor } from 'unified'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'

/**
 * A unified parser for Markdown: CommonMark with GFM's tables and footnotes, and YAML frontmatter. Raw HTML stays text.
 */
export function markdown(this: Processor): void {
  remarkParse.call(this as never)
  remarkGfm.call(this as never)
  remarkFrontmatter.call(this as never)
}
