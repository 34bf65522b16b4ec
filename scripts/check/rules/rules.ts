import type { SetRule } from '../types.ts'
import { contrast } from './colour.ts'
import { margin, overflow } from './fit.ts'
import { glyphs } from './glyphs.ts'
import { reading, readingOrder } from './reading.ts'
import { lineEdge, lonelyCharacter, smallText } from './type.ts'

/** Every rule on how a slide is set. */
export const SET_RULES: readonly SetRule[] = [
  overflow,
  margin,
  smallText,
  lonelyCharacter,
  lineEdge,
  contrast,
  glyphs,
  reading,
  readingOrder,
]
