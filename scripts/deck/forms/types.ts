import type { Text } from 'mdast'
import type { FlatText } from '../../article/flat-text.ts'

/** What a sentence does, seen from its own form: how a slide may show it. All of it is shown, in its order. */
export interface Form {
  layout: 'enumeration' | 'contrast' | 'cards' | 'steps' | 'figure'
  /** From 0 to 1: how plainly it has this form. Of several the strongest counts. */
  strength: number
  /** What stands before the items. */
  over?: Text
  items: Text[]
  /** What stands after them. */
  after?: Text
  /** The number of the first step, where others stand on the slide before. */
  start?: number
  /** A figure's numeral, with its unit: said once more, large. */
  numeral?: Text
}

/** A rule that finds a form in a sentence. */
export type FormRule = (sentence: FlatText) => Form | undefined
