import type { TextLayout } from '../content.ts'
import { paragraph, picture } from '../nodes.ts'

/** A picture, over its description. */
export const image: TextLayout = ({ image, bullets }) =>
  image && [picture(image), ...bullets.map(bullet => paragraph(bullet))]
