import type { Source, WitnessedArticle } from './model.ts'
import { decodeBytes } from './decode.ts'
import { textOfDocx } from './docx.ts'
import { maskHtml } from './html.ts'
import { notesIn } from './inline-notes.ts'
import { marksIn, maskMarkdown } from './markdown.ts'
import { hasHeadings, signsOfOthers, withoutTargets } from './other-markup.ts'
import { lastAtOrBefore, lineStartsIn, nothing, plainOf } from './plain.ts'
import { doubtfulIn, withSigns } from './text.ts'

/**
 * Reads an article's file by the plainest means: its bytes decoded, its markup stripped.
 *
 * @param article the file
 * @returns its words
 */
export async function readSource({ path, bytes, encoding }: WitnessedArticle): Promise<Source> {
  const format = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase()
  if (format === '.docx')
    return { plain: plainOf(await textOfDocx(bytes)), doubtful: [], pointOf: () => undefined }
  const text = decodeBytes(bytes, encoding)
  if (format === '.md' || (format === '.txt' && hasHeadings(text)))
    return fromMarkdown(text)
  const plain = plainOf(format === '.txt' ? withSigns(withoutTargets(text)) : maskHtml(text))
  const isPlain = format === '.txt'
  const pointAt = pointsIn(text)
  return {
    plain,
    doubtful: isPlain ? inOrder([...doubtfulIn(text), ...signsOfOthers(text)]) : [],
    pointOf: index => pointAt(plain.placeOf(index)),
  }
}

/** Ranges by where they begin. */
function inOrder(ranges: [from: number, to: number][]): [from: number, to: number][] {
  return ranges.sort(([one], [other]) => one - other)
}

const PICTURE = /!\[(?!\[)((?:\\.|[^\]\\\n]){0,2000})\]/g

/** Pictures stand in a line and are shown beside it: their descriptions are compared after all the text. */
function fromMarkdown(text: string): Source {
  const pictures = Array.from(text.matchAll(PICTURE), ({ index, 1: alt }) => ({ at: index + 2, alt: alt! }))
  const own = withoutTargets(text)
  const masked = maskMarkdown(own.replace(PICTURE, (found, alt: string) => `${nothing(`![${alt}`)}${found.at(-1)}`))
  const starts: number[] = []
  let whole = masked
  for (const { alt } of pictures) {
    whole += '\n'
    starts.push(whole.length)
    whole += maskMarkdown(alt)
  }
  const plain = plainOf(whole)
  const placeOf = (index: number): number => {
    const place = plain.placeOf(index)
    const picture = lastAtOrBefore(starts, place)
    return picture < 0 ? place : pictures[picture]!.at + place - starts[picture]!
  }
  const pointAt = pointsIn(text)
  return {
    plain: { text: plain.text, placeOf },
    doubtful: inOrder([...marksIn(text), ...signsOfOthers(text)]),
    notes: notesIn(text),
    pointOf: index => pointAt(placeOf(index)),
  }
}

/** Reads the line and column of a place in a text. */
function pointsIn(text: string): (offset: number) => { line: number, column: number } {
  const starts = lineStartsIn(text)
  return (offset) => {
    const line = lastAtOrBefore(starts, offset)
    return { line: line + 1, column: offset - starts[line]! + 1 }
  }
}
