import type { SlideText } from '../slidev/read.ts'
import { readDeck, slideMarkdown } from '../slidev/read.ts'

/** A slide to be written: its text, and whether it was the last of the file that it comes from. */
export interface Written { slide: SlideText, last: boolean }

/**
 * Joins slides to a deck's file. Each keeps its bytes; only what parts it from its neighbours is mended where it has
 * new ones.
 *
 * @param written the slides
 * @param end the file's line ends
 * @returns the file's text, the line where each slide begins, from 1, and the first slide, if there is one, whose end
 *   is not where it should be: a comment or a block of code in it is not closed, or a line of hyphens is one too many
 */
export function joinSlides(
  written: Written[],
  end: string,
): { markdown: string, lines: number[], open: SlideText | undefined } {
  const lines: number[] = []
  const texts: string[] = []
  let line = 1
  for (const [index, { slide, last }] of written.entries()) {
    const tail = tailOf(slide, last, index === written.length - 1, end)
    const text = slideMarkdown({ ...slide, ...opened(slide, index === 0, end), tail })
    lines.push(line)
    line += text.split('\n').length - 1
    texts.push(text)
  }
  const markdown = texts.join('')
  const read = readDeck(markdown)
  const isSame = (index: number): boolean => read[index] !== undefined && slideMarkdown(read[index]) === texts[index]
  return { markdown, lines, open: written.find((_, index) => !isSame(index))?.slide }
}

/** A file's first slide without frontmatter has no line before it; any other has. */
function opened({ open, close, body }: SlideText, first: boolean, end: string): Partial<SlideText> {
  if (close !== '')
    return {}
  if (first)
    return { open: '' }
  // On the line after the hyphens Slidev would take words for frontmatter.
  return open === '' ? { open: `---${end}`, body: /^\s*\n/.test(body) ? body : `${end}${body}` } : {}
}

/**
 * A slide that has come to the end of a file, or from there, parts from what follows as the others do. So does one that
 * was empty and has words now.
 */
function tailOf({ body, note, tail }: SlideText, wasLast: boolean, last: boolean, end: string): string {
  if (last)
    return wasLast ? tail : end
  const ends = tail.match(/\n/g)?.length ?? 0
  return (wasLast && ends < 2) || (ends === 0 && body + note !== '') ? `${end}${end}` : tail
}
