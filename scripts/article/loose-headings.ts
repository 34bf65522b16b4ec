import type { Code, Construct, Event, Extension, Token, TokenizeContext } from 'micromark-util-types'
import { headingAtx } from 'micromark-core-commonmark'
import { widthInEm } from '../language/measure.ts'

/** One sign or more, and a title without the space that CommonMark wants between them (CommonMark 4.2). */
const LOOSE = /^ {0,3}(#{1,6})(?=[\p{L}\p{N}“‘《「『【（(*`\u00A0\u3000])(.+)$/u
const SPACED = /^ {0,3}(#{1,6})[ \t]+\S/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
/** A longer line is no title. */
const LONGEST_EM = 40
/** Labels in a row, as notebooks have them; one with a slash; one between two signs. */
const LABELS = /^#[^\s#]+(?:\s+#|\/)|^#[^#]+#\S/

interface Line { index: number, depth: number, loose: boolean, words: string, follows: boolean }

/**
 * The lines of a Markdown text that are headings though no space stands after their signs. Two signs or more make one.
 * A single sign does where the text's other headings are written so too, where it is the title above headings of lower
 * ranks, and where several of them head a text each; else it is a label: #渡口.
 *
 * @param text the article
 * @returns the lines' numbers, from 1
 */
export function looseHeadings(text: string): ReadonlySet<number> {
  const all = text.trimEnd().split(/\r\n|\r|\n/)
  const lines = headingLines(all)
  const loose = lines.filter(line => line.loose)
  const upper = lines.filter(({ depth }) => depth === 1)
  const isSingle = ({ depth, index, words }: Line): boolean =>
    depth === 1 && index < all.length - 1 && !LABELS.test(`#${words}`) && !/^\d/.test(words)
  const singles = loose.filter(isSingle)
  const wroteSo = loose.some(({ depth }) => depth > 1) && upper.every(line => line.loose)
  const isOnly = singles.length === 1 && upper.length === 1 && lines[0] === singles[0]
  const isTitle = isOnly && !singles[0]!.follows && lines.length > 1
  const standsAlone = ({ follows, index }: Line, at: number): boolean =>
    !follows && (singles[at + 1]?.index ?? Infinity) > index + 1
  const heads = singles.length > 1 && singles.length === upper.length && singles.every(standsAlone)
  const taken = wroteSo || isTitle || heads ? singles : []
  return new Set([...loose.filter(({ depth }) => depth > 1), ...taken].map(({ index }) => index + 1))
}

/** Whatever may be a heading, outside fences of code. `follows`: text stands in the line above. */
function headingLines(lines: readonly string[]): Line[] {
  let fence: string | undefined
  return lines.flatMap((line, index): Line[] => {
    const mark = FENCE.exec(line)?.[1]
    if (mark && (fence === undefined || (mark[0] === fence[0] && mark.length >= fence.length)))
      fence = fence === undefined ? mark : undefined
    const found = fence === undefined ? SPACED.exec(line) ?? LOOSE.exec(line) : null
    const words = found?.[2]?.trimEnd() ?? ''
    if (!found || widthInEm(words) > LONGEST_EM || /[。；，]$/.test(words))
      return []
    const follows = /\S/.test(lines[index - 1] ?? '')
    return [{ index, depth: found[1]!.length, loose: found[2] !== undefined, words, follows }]
  })
}

const [SIGN, MOST_SIGNS] = [35, 6]

/* eslint-disable max-lines-per-function -- micromark's states share what they have read */
/**
 * An extension of micromark: headings without a space after their signs.
 *
 * @param lines the numbers of their lines
 */
export function looseHeading(lines: () => ReadonlySet<number>): Extension {
  const tokenize: Construct['tokenize'] = function (this: TokenizeContext, effects, ok, nok) {
    const isHeading = lines().has(this.now().line)
    let size = 0
    return (code) => {
      if (!isHeading)
        return nok(code)
      effects.enter('atxHeading')
      effects.enter('atxHeadingSequence')
      return opening(code)
    }

    function opening(code: Code): ReturnType<typeof ok> {
      if (code === SIGN && size++ < MOST_SIGNS) {
        effects.consume(code)
        return opening
      }
      effects.exit('atxHeadingSequence')
      return between(code)
    }

    function between(code: Code): ReturnType<typeof ok> {
      if (isEnd(code)) {
        effects.exit('atxHeading')
        return ok(code)
      }
      const kind = kindOf(code)
      effects.enter(kind)
      return within(kind)(code)
    }

    function within(kind: ReturnType<typeof kindOf>): (code: Code) => ReturnType<typeof ok> {
      return function next(code) {
        if (isEnd(code) || kindOf(code) !== kind) {
          effects.exit(kind)
          return between(code)
        }
        effects.consume(code)
        return next
      }
    }
  }
  return { flow: { [SIGN]: { name: 'looseHeading', resolve, tokenize } } }
}
/* eslint-enable max-lines-per-function */

/** A line's end, or the file's. */
function isEnd(code: Code): boolean {
  return code === null || code < -2
}

/** micromark's tokens in a heading; its tabs and spaces are -2, -1 and 32. */
function kindOf(code: Code): 'atxHeadingSequence' | 'atxHeadingText' | 'whitespace' {
  if (code === SIGN)
    return 'atxHeadingSequence'
  return code === 32 || (code !== null && code < 0) ? 'whitespace' : 'atxHeadingText'
}

/** Whoever writes no space before a title writes none behind it either: as many signs there close it. */
const resolve: Construct['resolve'] = (events, context) => {
  const last = events.length - 2
  const [first, closer] = [events[1]!, events[last]!].map(([, token]) => token) as [Token, Token]
  const isBehindText = events[last - 2]?.[1].type === 'atxHeadingText' && closer.type === 'atxHeadingSequence'
  const isClosed = isBehindText && lengthOf(closer) === lengthOf(first)
  const closing: Event[] = isClosed ? events.splice(last - 1, 2) : []
  const resolved = headingAtx.resolve!(events, context)
  resolved.splice(-1, 0, ...closing)
  return resolved
}

function lengthOf({ start, end }: Token): number {
  return end.offset - start.offset
}
