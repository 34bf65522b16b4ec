import type { Root, RootContent } from 'mdast'
import type { Outline } from '../outline/types.ts'
import type { Finding } from './types.ts'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { saidOf } from '../deck/titles.ts'
import { isLabel, labelsFor, withoutPage } from '../language/labels.ts'
import { splitSentences } from '../language/sentences.ts'
import { excerpt } from './rules/excerpt.ts'

/** A slide as it stands in its deck. */
export interface WrittenSlide {
  content: string
  note: string
  edited: boolean
}

/**
 * Every word of a slide is the article's, or a listed label: what is on a slide stands in the article.
 * A slide that a person has changed is theirs.
 *
 * @param slide a slide
 * @param article all the article's text, squeezed
 * @param outline the article's outline
 * @returns a finding for each block that is not the article's
 */
export function verbatim(slide: WrittenSlide, article: string, outline: Outline): Finding[] {
  if (slide.edited)
    return []
  const labels = labelsFor(outline.language)
  return textsOf(slide.content)
    .filter((text) => {
      const own = withoutPage(text)
      return ![own, text].some(words => article.includes(squeeze(words))) && !isLabel(own, labels, outline.parts.length)
    })
    .map(text => ({ ruleId: 'verbatim', reason: `Unexpected words “${excerpt(text)}”, which are not the article's, expected none but its own: generate the deck again`, text }))
}

/** How much of the article the notes hold. */
export interface Coverage { sentences: number, covered: number, removedByHand: number }

/**
 * The notes of all decks hold all that is said in the article.
 *
 * @param slides every slide of the article, hidden ones too
 * @param base the slides as they were generated
 * @param outline the article's outline
 * @returns the counts, and the sentences that nobody has taken away and that are missing all the same
 */
export function coverage(slides: WrittenSlide[], base: WrittenSlide[], outline: Outline): Coverage & { missing: string[] } {
  const now = spoken(slides)
  const before = spoken(base)
  const sentences = sentencesOf(outline)
  // Sentences stand in their order: each is looked for after the one before it, and only one that is not there in all the text.
  let read = 0
  const gone = sentences.map(squeeze).flatMap((sentence, index) => {
    const at = now.indexOf(sentence, read)
    read = at < 0 ? read : at
    return at >= 0 || now.includes(sentence) ? [] : [sentences[index]!]
  })
  const removed = gone.filter(sentence => before.includes(squeeze(sentence)))
  return { sentences: sentences.length, covered: sentences.length - gone.length, removedByHand: removed.length, missing: gone.filter(sentence => !removed.includes(sentence)) }
}

function spoken(slides: WrittenSlide[]): string {
  return squeeze(slides.flatMap(slide => textsOf(slide.note)).join(''))
}

/** Everything that is said: all but the title block and the headings that stand alone. */
function sentencesOf({ lead, parts, closing }: Outline): string[] {
  const passages = [
    ...lead.map(({ text }) => text),
    ...parts.flatMap(part => [
      saidOf(part.title)?.value ?? '',
      ...part.lead.map(({ text }) => text),
      ...part.points.flatMap(point => [saidOf(point.title)?.value ?? '', ...point.passages.map(({ text }) => text)]),
      ...part.closing.map(({ text }) => text),
    ]),
    ...closing.map(({ text }) => text),
  ]
  return passages.flatMap(splitSentences).filter(sentence => sentence.trim() !== '')
}

/**
 * White space gone: what is compared is words.
 *
 * @param text any text
 * @returns the text without white space
 */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200B]+/g, '')
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze()

/** The texts of a slide's Markdown, block by block. A click's mark is none of the words. */
function textsOf(source: string): string[] {
  const texts: string[] = []
  const walk = (node: Root | RootContent): void => {
    if (['paragraph', 'heading', 'code', 'tableCell'].includes(node.type))
      texts.push(toString(node, { includeHtml: false }).replace(/\[click\]/g, ''))
    else if ('children' in node)
      node.children.forEach(walk)
  }
  walk(markdown.parse(source))
  return texts
}
