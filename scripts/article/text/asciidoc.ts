import type { Heading, RootContent, Text } from 'mdast'
import type { Places } from '../places.ts'
import type { Line } from './lines.ts'
import { positionOf } from '../places.ts'
import { lineAt } from './lines.ts'

/** A heading, its signs as many as its depth (AsciiDoc Language Documentation, “Section Titles and Levels”). */
const HEADING = /^(={1,6})[ \t]+(?=\S)/
/** Settings of the document and of blocks, remarks, and the edges of blocks. */
const KINDS = [
  'source|listing|quote|verse|example|sidebar|abstract|horizontal|qanda|discrete|appendix',
  'NOTE|TIP|IMPORTANT|WARNING|CAUTION',
].join('|')
const SETTING = new RegExp(`^(?:${[
  String.raw`:!?[\w-]+!?:(?:[ \t].*)?`,
  String.raw`\[(?:(?:${KINDS})(?:[,%][^[\]]*)?|[#.%][^[\]]+|\w+=[^[\]]*)\]`,
  String.raw`//(?!/).*`,
  String.raw`-{4,}|={4,}|\.{4,}|\*{4,}|_{4,}|/{4,}|--|\|={3,}|<<<`,
].join('|')})$`)
/** A block's title, on the line above it: .清单. */
const TITLE = /^\.(?=[^\s.])/

/** A text's lines, those of headings by their depth, and the lines and signs that are no text. */
export interface Asciidoc { lines: Line[], depths: ReadonlyMap<Line, number>, left: Line[] }

/**
 * Reads what AsciiDoc sets at the beginnings of lines.
 *
 * @param lines a text's lines
 * @param text the article
 * @returns the lines without it; nothing where the text has fewer than two such headings, on lines of their own
 */
export function readAsciidoc(lines: readonly Line[], text: string): Asciidoc | undefined {
  const isApart = (index: number): boolean =>
    index === 0 || lines[index - 1]!.blank || SETTING.test(lines[index - 1]!.words)
  const isHeading = ({ words }: Line, index: number): boolean =>
    HEADING.test(words) && !words.endsWith('=') && isApart(index)
  const headings = lines.filter(isHeading)
  if (headings.length < 2 || !headings.some(({ words }) => words.startsWith('== ')))
    return undefined
  const depths = new Map<Line, number>()
  const left: Line[] = []
  const own = lines.flatMap((line, index): Line[] => {
    if (SETTING.test(line.words)) {
      left.push(line)
      return [{ ...line, blank: true, words: '', end: line.start }]
    }
    const isTitle = TITLE.test(line.words) && lines[index + 1]?.blank === false
    const sign = (headings.includes(line) ? HEADING.exec(line.words) : isTitle && TITLE.exec(line.words)) || undefined
    if (!sign)
      return [line]
    const rest = lineAt(text, text.indexOf(line.words, line.start) + sign[0].length, line.end, line.index)
    if (sign[1])
      depths.set(rest, sign[1].length)
    return [rest]
  })
  return { lines: own, depths, left }
}

/**
 * The blocks between the headings, and the headings.
 *
 * @param read what `readAsciidoc` has read
 * @param read.lines its lines
 * @param read.depths the depths of its headings
 * @param place the article's places
 * @param toBlocks reads the lines below a heading
 */
export function blocksUnder(
  { lines, depths }: Asciidoc,
  place: Places,
  toBlocks: (lines: readonly Line[]) => RootContent[],
): RootContent[] {
  const heads = Array.from(depths.keys(), line => lines.indexOf(line))
  return [-1, ...heads].flatMap((at, index): RootContent[] => {
    const line = lines[at]
    const blocks = toBlocks(lines.slice(at + 1, heads[index]))
    if (!line)
      return blocks
    const position = positionOf(line.start, line.end, place)
    const text: Text = { type: 'text', value: place.source.slice(line.start, line.end).trimEnd(), position }
    return [{ type: 'heading', depth: depths.get(line)! as Heading['depth'], children: [text], position }, ...blocks]
  })
}
