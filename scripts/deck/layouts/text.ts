import type { Image, Text } from 'mdast'
import type { Slide } from '../types.ts'
import { statementFits } from '../capacity.ts'
import { blockquote, heading, item, list, paragraph, picture } from '../nodes.ts'

/** What a slide of text is made from. */
export interface TextContent {
  title: Text
  /** （1/2） */
  label: string
  bullets: Text[]
  attribution?: Text
  quotation?: Text
  image?: Image
}

/**
 * A slide of text in the layout that its form asks for: a picture with its description, a quotation, a statement of one sentence, or points.
 *
 * @param content the title and the words
 * @param note what the speaker says
 * @returns the slide
 */
export function textSlide(content: TextContent, note: Text[][]): Slide {
  const position = positionOf(note)
  const base = { title: content.title.value, note, ...(position && { position }) }
  const top = heading(content.title, content.label)
  const over = content.attribution ? [paragraph(content.attribution)] : []
  if (content.image)
    return { ...base, layout: 'image', content: [top, picture(content.image), ...content.bullets.map(bullet => paragraph(bullet))] }
  if (content.quotation)
    return { ...base, layout: 'quote', content: [top, ...over, blockquote(content.quotation)] }
  const [only] = content.bullets
  if (only && content.bullets.length === 1 && !content.attribution && statementFits(only.value))
    return { ...base, layout: 'statement', content: [top, paragraph(only)] }
  return { ...base, layout: 'points', content: [top, ...over, ...(only ? [list(content.bullets.map(bullet => item(bullet)))] : [])] }
}

function positionOf(note: Text[][]): Slide['position'] {
  const texts = note.flat()
  const start = texts[0]?.position?.start
  const end = texts.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}
