import type { Image, RootContent, Text } from 'mdast'
import type { Form } from '../forms/types.ts'
import type { Slide } from '../types.ts'
import { statementFits } from '../capacity.ts'
import { blockquote, heading, item, list, paragraph, picture, strongParagraph } from '../nodes.ts'

/** What a slide of text is made from. */
export interface TextContent {
  title: Text
  /** （1/2） */
  label: string
  bullets: Text[]
  attribution?: Text
  quotation?: Text
  image?: Image
  form?: Form
}

/**
 * A slide of text in the layout that its form asks for: a picture with its description, a sentence's own form, a quotation,
 * a statement of one sentence, or points.
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
  if (content.form)
    return { ...base, layout: content.form.layout, content: [top, ...formBlocks(content.form)] }
  if (content.image)
    return { ...base, layout: 'image', content: [top, picture(content.image), ...content.bullets.map(bullet => paragraph(bullet))] }
  if (content.quotation)
    return { ...base, layout: 'quote', content: [top, ...over, blockquote(content.quotation)] }
  const [only] = content.bullets
  if (only && content.bullets.length === 1 && !content.attribution && statementFits(only.value))
    return { ...base, layout: 'statement', content: [top, paragraph(only)] }
  return { ...base, layout: 'points', content: [top, ...over, ...(only ? [list(content.bullets.map(bullet => item(bullet)))] : [])] }
}

/** A sentence in its form: what stands before its items, the items as a list, what stands after; a figure's numeral, once more, after its sentence. */
function formBlocks({ layout, over, items, after, numeral }: Form): RootContent[] {
  if (numeral)
    return [...(over ? [paragraph(over)] : []), ...items.map(text => paragraph(text)), strongParagraph(numeral)]
  return [
    ...(over ? [paragraph(over)] : []),
    list(items.map(text => item(text)), layout === 'steps' ? 1 : undefined),
    ...(after ? [paragraph(after)] : []),
  ]
}

function positionOf(note: Text[][]): Slide['position'] {
  const texts = note.flat()
  const start = texts[0]?.position?.start
  const end = texts.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}
