import type { Blockquote, Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { widthInEm } from '../language/measure.ts'
import { sliceText } from './align.ts'
import { placesOf, positionOf } from './places.ts'

/** Lines of verse, addresses and the like are no wider, in em; prose is broken at the width of a page or a screen. */
const WIDEST_EM = 20
const SENTENCE_END = /[。．！？；…!?;.][”’"'』」）)]*$/u
/** Whose words they are. */
const ATTRIBUTION = /^(?:[—–]|--)/
/** A line of verse in Latin letters begins as a sentence does; one that goes on in small letters is prose. */
const GOES_ON = /^["'“‘(]?\p{Ll}/u

/**
 * A remark plugin that keeps the lines of quotations which their author has broken, verse, an address, a sentence a
 * line: to Markdown such a line's end is a space (CommonMark 6.8), and prose that is broken at some width stays joined.
 *
 * @returns a transformer
 */
export function keepQuotedLines() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    visit(tree, 'blockquote', (quotation: Blockquote) => {
      for (const block of quotation.children) {
        if (block.type === 'paragraph')
          block.children = withBreaks(block, place)
      }
    })
  }
}

function withBreaks(paragraph: Paragraph, place: Places): PhrasingContent[] {
  const isKept = keptEnds(toString(paragraph).split('\n').map(line => line.trim()))
  if (!isKept.includes(true) || paragraph.children.some(isBreak))
    return paragraph.children
  let line = 0
  return paragraph.children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'text')
      return brokenAt(child, () => isKept[line++] ?? false, place)
    line += toString(child).split('\n').length - 1
    return [child]
  })
}

/** Typora and others write a line's end as an element. */
function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))
}

/** For each line whether its end is kept. */
function keptEnds(lines: readonly string[]): boolean[] {
  const areShort = lines.every(line => widthInEm(line) <= WIDEST_EM)
  const areSentences = lines.slice(0, -1).every(line => SENTENCE_END.test(line))
  const isAttributed = (at: number): boolean =>
    at === lines.length - 1 && SENTENCE_END.test(lines[at - 1]!) && ATTRIBUTION.test(lines[at]!)
  return lines.slice(1).map((next, index) =>
    isAttributed(index + 1) || areSentences || (areShort && !GOES_ON.test(next)))
}

/** A text with a break in the place of each line's end that is kept. */
function brokenAt(text: Text, isKept: () => boolean, place: Places): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let from = 0
  const add = (to: number): void => {
    if (to > from)
      pieces.push(sliceText(text, from, to, place))
  }
  for (const { index } of text.value.matchAll(/\n/g)) {
    if (!isKept())
      continue
    add(index)
    const at = (text.position?.start.offset ?? 0) + index
    pieces.push({ type: 'break', position: positionOf(at, at + 1, place) })
    from = index + 1
  }
  add(text.value.length)
  return pieces
}
