import type { Image, RootContent, Text } from 'mdast'
import type { CodeBlock, ItemPlace, Row } from '../article/passage.ts'
import type { Form } from './forms/types.ts'
import type { Layout, Slide } from './types.ts'
import { formBlocks } from './forms/blocks.ts'
import { code } from './layouts/code.ts'
import { image } from './layouts/image.ts'
import { points } from './layouts/points.ts'
import { quote } from './layouts/quote.ts'
import { statement } from './layouts/statement.ts'
import { table } from './layouts/table.ts'
import { heading } from './nodes.ts'

/** What of the article one slide shows below its title. */
export interface Content {
  bullets: Text[]
  /** Of bullets that are items of a list with numbers or with lists below its items: where each stands. */
  places?: (ItemPlace | undefined)[]
  attribution?: Text
  quotation?: Text
  image?: Image
  form?: Form
  /** A table's rows, its heading row first. */
  rows?: Row[]
  code?: CodeBlock
  /** A formula that stands by itself, as TeX. */
  formula?: string
}

/** A layout of text: the blocks that it makes of a content, or nothing where it does not apply. */
export type TextLayout = (content: Content) => RootContent[] | undefined

/** The first that applies is taken; where none does, points do. */
const LAYOUTS: readonly (readonly [Layout, TextLayout])[] = [
  ['image', image],
  ['table', table],
  ['code', code],
  ['quote', quote],
  ['statement', statement],
]

/**
 * The layout that a content asks for.
 *
 * @param content what a slide shows
 * @returns its sentence's own form, or the first layout of text that applies
 */
export function layoutOf(content: Content): Layout {
  return content.form?.layout ?? LAYOUTS.find(([, layout]) => layout(content))?.[0] ?? 'points'
}

/**
 * A slide of text in the layout that its content asks for.
 *
 * @param title the slide's title
 * @param label its place among several, （1/2）
 * @param content what it shows
 * @param titles the headings above, whose words are key words
 * @param note what the speaker says
 * @returns the slide
 */
export function textSlide(title: Text, label: string, content: Content, titles: string[], note: Text[][]): Slide {
  const layout = layoutOf(content)
  const textLayout = LAYOUTS.find(([name]) => name === layout)?.[1]
  const blocks = content.form ? formBlocks(content.form, content.attribution) : textLayout?.(content) ?? points(content, titles)
  const position = positionOf(note)
  return { layout, title: title.value, content: [heading(title, label), ...blocks], note, ...(position && { position }) }
}

function positionOf(note: Text[][]): Slide['position'] {
  const texts = note.flat()
  const start = texts[0]?.position?.start
  const end = texts.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}
