import type { Paragraph, Root } from 'mdast'
import type { Processor } from 'unified'
import { location } from 'vfile-location'

/**
 * A unified parser for plain text: paragraphs, and nothing else. Text is never read as Markdown.
 */
export function plainText(this: Processor): void {
  this.parser = text => fromPlainText(text)
}

/**
 * Turns plain text into mdast: one paragraph node for each paragraph, with its position in the text.
 *
 * @param text the article as decoded
 * @returns a root of paragraphs; line breaks inside a paragraph are soft and stay in its text
 */
export function fromPlainText(text: string): Root {
  const place = location(text)
  const children = splitParagraphs(text).map(([start, end]): Paragraph => {
    const position = { start: { ...place.toPoint(start)!, offset: start }, end: { ...place.toPoint(end)!, offset: end } }
    return { type: 'paragraph', children: [{ type: 'text', value: text.slice(start, end), position }], position }
  })
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: { ...place.toPoint(text.length)!, offset: text.length } } }
}

/** A paragraph's place: its first character's offset, and the offset after its last. */
type Range = [start: number, end: number]

/** Two ideographic spaces or more: what Chinese pages set before a paragraph (CLREQ 4.1.1, 段首缩进). */
const IDEOGRAPHIC = /\u3000{2,}/g
const INDENT = /^(?:\u3000{2,}|[ \u00A0]{2,}|\t|\u3000[ \u00A0])/
const BLANK = /^[\s\u200B]*$/
const SENTENCE_END = /[。！？．｡!?….：:][”’」』）)"'\]】]*\s*$/

/**
 * Parts a text by the strongest separator that it uses: two ideographic spaces inside a line, then blank lines,
 * then indents, then line breaks. A weaker separator is a soft break.
 *
 * @param text the article
 * @returns the paragraphs' places, without white space round them
 */
export function splitParagraphs(text: string): Range[] {
  const lines = splitLines(text)
  const filled = lines.filter(line => !line.blank)
  const inside = countInside(text, filled)
  let ranges: Range[]
  if (inside > filled.length - 1)
    ranges = partAt(text, [0, text.length], IDEOGRAPHIC)
  else
    ranges = groupLines(lines, filled).flatMap(range => partAfterSentences(text, range))
  return ranges.map(range => trim(text, range)).filter(([start, end]) => end > start)
}

interface Line { start: number, end: number, blank: boolean, indented: boolean, ended: boolean }

function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]|$/g)) {
    const line = text.slice(start, match.index)
    lines.push({ start, end: match.index, blank: BLANK.test(line), indented: INDENT.test(line), ended: SENTENCE_END.test(line) })
    start = match.index + match[0].length
  }
  return lines
}

/** How often two ideographic spaces stand inside a line rather than before it. */
function countInside(text: string, filled: Line[]): number {
  let count = 0
  for (const line of filled)
    count += [...text.slice(line.start, line.end).trim().matchAll(IDEOGRAPHIC)].length
  return count
}

function partAt(text: string, [start, end]: Range, separator: RegExp): Range[] {
  const ranges: Range[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    ranges.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  ranges.push([from, end])
  return ranges
}

/** Lines into paragraphs: at blank lines, and at indents or at every line where these are what the text uses. */
function groupLines(lines: Line[], filled: Line[]): Range[] {
  const starts = lineStarts(lines, filled)
  const ranges: Range[] = []
  let previous: Line | undefined
  for (const line of lines) {
    if (!line.blank) {
      const last = ranges.at(-1)
      if (!last || !previous || previous.blank || starts(line, previous))
        ranges.push([line.start, line.end])
      else
        last[1] = line.end
    }
    previous = line
  }
  return ranges
}

/** Decides whether a line that follows another without a blank line starts a paragraph. */
function lineStarts(lines: Line[], filled: Line[]): (line: Line, previous: Line) => boolean {
  const indented = filled.filter(line => line.indented).length
  if (indented > 1 && indented < filled.length * 0.95) {
    // Paragraphs are indented: a line without indent goes on with the one before, unless that one had ended or stands alone as a heading.
    const wrapped = Math.max(...filled.map(line => line.end - line.start)) * 0.7
    return (line, previous) => line.indented || previous.ended || (!previous.indented && previous.end - previous.start < wrapped)
  }
  if (indented > 1)
    return () => true
  const blanks = lines.slice(1, -1).some((line, index) => line.blank && !lines[index]!.blank)
  if (!blanks)
    return () => true
  // Blank lines part the text. Only where nearly every line ends a sentence is each a paragraph that somebody forgot to part.
  const inner = lines.filter((line, index) => !line.blank && lines[index + 1] !== undefined && !lines[index + 1]!.blank)
  const each = inner.length >= 4 && inner.filter(line => line.ended).length >= inner.length * 0.8
  return () => each
}

/** In a text of lines, two ideographic spaces after a full stop still part paragraphs: somebody pasted two on one line. */
function partAfterSentences(text: string, range: Range): Range[] {
  return partAt(text, range, /(?<=[。！？．｡][”’」』）]?)\u3000{2,}/g)
}

function trim(text: string, [start, end]: Range): Range {
  const space = /[\s\u200B]/
  while (start < end && space.test(text[start]!))
    start++
  while (end > start && space.test(text[end - 1]!))
    end--
  return [start, end]
}
