import type { Image, RootContent, Text } from 'mdast'
import type { CodeBlock, ItemPlace, Row } from '../article/passage.ts'
import type { Unit } from './units.ts'

/** What of the article one slide shows below its title. */
export interface Content {
  bullets: Text[]
  /** Of bullets that are items of a list with numbers or with lists below its items: where each stands. */
  places?: (ItemPlace | undefined)[]
  attribution?: Text
  image?: Image
  /** A table's rows, its heading row first. */
  rows?: Row[]
  code?: CodeBlock
  /** A formula that stands by itself, as TeX. */
  formula?: string
}

/** A layout of text: the blocks that it makes of a content, or nothing where it does not apply. */
export type TextLayout = (content: Content) => RootContent[] | undefined

/** What of a group's text one slide shows, and the sentence that it begins with. */
export interface Shown extends Content {
  first: Unit | undefined
  /** Where in that sentence the slide begins, if not with it: how many characters of it were said before. */
  at?: number
}
