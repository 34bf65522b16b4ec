import type { RootContent, Text } from 'mdast'
import type { Content, TextLayout } from './content.ts'
import type { Layout, Slide } from './types.ts'
import { code } from './layouts/code.ts'
import { image } from './layouts/image.ts'
import { points } from './layouts/points.ts'
import { statement } from './layouts/statement.ts'
import { table } from './layouts/table.ts'

/** The first that applies is taken. */
const LAYOUTS: readonly (readonly [Layout, TextLayout])[] = [
  ['image', image],
  ['table', table],
  ['code', code],
  ['statement', statement],
  ['points', points],
]

/**
 * What a content looks like.
 *
 * @param content what a slide shows
 * @returns the layout that it asks for, and the blocks below the title
 */
export function contentBlocks(content: Content): { layout: Layout, blocks: RootContent[] } {
  for (const [layout, textLayout] of LAYOUTS) {
    const blocks = textLayout(content)
    if (blocks)
      return { layout, blocks }
  }
  return { layout: 'points', blocks: [] }
}

/**
 * Where what is said on a slide stands in the article.
 *
 * @param note its paragraphs
 * @returns from its first word to its last
 */
export function positionOf(note: Text[][]): Pick<Slide, 'position'> {
  const texts = note.flat()
  const start = texts[0]?.position?.start
  const end = texts.at(-1)?.position?.end
  return start && end ? { position: { start, end } } : {}
}
