import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { widthInEm } from '../language/measure.ts'
import { sliceText } from './align.ts'
import { placesOf, positionOf } from './places.ts'
import { DATE_LINE } from './text/breaks.ts'

/** Lines of verse, addresses and the like are no wider, in em; prose is broken at the width of a page or a screen. */
const WIDEST_EM = 20
const SENTENCE_END = /[。．！？；…!?;.][”’"'』」）)]*$/u
/** Whose words they are. */
const ATTRIBUTION = /^(?:[—–]|--)/
/** A line of verse in Latin letters begins as a sentence does; one that goes on in small letters is prose. */
const GOES_ON = /^["'“‘(]?\p{Ll}/u

/**
 * A remark plugin that keeps the lines of quotations which their author has broken, verse, an address, a sentence a
 * line, and elsewhere short lines without any mark: verse, a greeting, a signature and its day. To Markdown such a
 * line's end is a space (CommonMark 6.8), and prose that is broken at some width stays joined.
 *
 * @returns a transformer
 */
export function keepQuotedLines() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    visit(tree, 'blockquote', (quotation: Blockquote) => {
      for (const block of quotation.children) {
        if (block.type === 'paragraph')
          block.children = withBreaks(block, keptEnds, place)
      }
    })
    for (const block of belowTitle(tree)) {
      if (block.type === 'paragraph')
        block.children = withBreaks(block, unmarkedEnds, place)
    }
  }
}

/** The blocks behind the first that is prose or heads a part: above it stand a title's own lines. */
function belowTitle({ children }: Root): RootContent[] {
  const isProse = (node: RootContent): boolean =>
    node.type === 'paragraph' && (SENTENCE_END.test(toString(node)) || widthInEm(toString(node)) > WIDEST_EM * 2)
  const heading = children.findIndex(({ type }) => type === 'heading')
  const first = children.findIndex((node, at) => (node.type === 'heading' && at > heading) || isProse(node))
  return first < 0 ? [] : children.slice(first + 1)
}

type Ends = (lines: readonly string[]) => boolean[]

function withBreaks(paragraph: Paragraph, endsOf: Ends, place: Places): PhrasingContent[] {
  const isKept = endsOf(toString(paragraph).split('\n').map(line => line.trim()))
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

/** Elsewhere such lines are no wider: prose is set in longer ones. */
const WIDEST_UNMARKED_EM = 16
/** Chinese without a mark in it, as no line of prose is for long. */
const UNMARKED = /^[\p{Script=Han}\d\s·]+$/u

/** Outside quotations, for each line whether its end is kept: that of a short line without marks, and above a day. */
function unmarkedEnds(lines: readonly string[]): boolean[] {
  const isShort = (line: string): boolean => widthInEm(line) <= WIDEST_UNMARKED_EM && UNMARKED.test(line)
  const areShort = lines.slice(0, -1).every(isShort) && isShort(lines.at(-1)!.replace(/[。！!]$/, ''))
  return lines.slice(1).map((next, index) => areShort || (isShort(lines[index]!) && DATE_LINE.test(next)))
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
