import type { PhrasingContent, Text } from 'mdast'
import type { Kind, Word } from '../language/words.ts'
import { pairBrackets } from '../language/brackets.ts'
import { widthInEm } from '../language/measure.ts'
import { toWords } from '../language/words.ts'

/** A key phrase is no shorter and no longer than this, and no more than this share of its bullet: where all is red nothing is. In em. */
const SHORTEST = 3
const LONGEST = 14
const LARGEST_SHARE = 0.5

/**
 * Marks in each bullet the phrase that it is about, at most one: a term that the author has put in quotation marks, or else the longest run of words
 * that it shares with the headings above it. No phrase is marked twice on a slide.
 *
 * @param bullets whole clauses
 * @param titles the headings above them
 * @returns for each bullet its words, the phrase in them strong
 */
export function emphasise(bullets: Text[], titles: string[]): PhrasingContent[][] {
  const marked = new Set<string>()
  return bullets.map((bullet) => {
    const ranges = [...quotedTerms(bullet.value), ...sharedRuns(bullet.value, titles)]
    const range = ranges.find(([start, end]) => isKeyPhrase(bullet.value, start, end) && !marked.has(bullet.value.slice(start, end)))
    if (!range)
      return [bullet]
    marked.add(bullet.value.slice(...range))
    const nodes: PhrasingContent[] = [piece(bullet, 0, range[0]), { type: 'strong', children: [piece(bullet, ...range)] }, piece(bullet, range[1], bullet.value.length)]
    return nodes.filter(node => node.type !== 'text' || node.value !== '')
  })
}

type Range = [start: number, end: number]

function isKeyPhrase(text: string, start: number, end: number): boolean {
  const width = widthInEm(text.slice(start, end))
  return width >= SHORTEST && width <= LONGEST && width <= LARGEST_SHARE * widthInEm(text)
}

function piece(text: Text, from: number, to: number): Text {
  const value = text.value.slice(from, to)
  if (!text.position)
    return { type: 'text', value }
  const { start } = text.position
  const at = (index: number): typeof start => ({ ...start, column: start.column + index, ...(start.offset !== undefined && { offset: start.offset + index }) })
  return { type: 'text', value, position: { start: at(from), end: at(to) } }
}

/** What stands in quotation marks or 《》, without the marks: a term, and no sentence. Markdown's asterisks want letters on their inner side (CommonMark 6.2). */
function quotedTerms(text: string): Range[] {
  return [...pairBrackets(text)]
    .filter(([, open]) => /[“「《]/.test(text[open]!))
    .map(([close, open]): Range => [open + 1, close])
    .filter(([start, end]) => /^[\p{L}\p{N}](?:[^，。；：！？,.;:!?“”‘’「」]*[\p{L}\p{N}])?$/u.test(text.slice(start, end)))
    .sort(([one], [other]) => one - other)
}

/** Words that a key phrase begins or ends with: all others lean on their neighbours. */
const CONTENT: ReadonlySet<Kind> = new Set(['noun', 'place', 'verb', 'gerund', 'adjective', 'attribute', 'idiom', 'latin', 'number'])
/** English words that lean on their neighbours. */
const FUNCTION_WORD = /^(?:an?|the|of|to|in|on|at|by|for|with|from|as|and|or|but|nor|so|if|is|are|was|were|be|been|it|its|this|that|these|those|we|our|they|their|he|his|she|her|you|your|i|my|not|no|do|does|did|has|have|had|will|would|can|could|may|might|should|must|than|then|who|which|what|when|where|how|why|one|there|into|out|up|about)$/i

/** Runs of the bullet's words that a heading has too, longest first: two words or more, or one of four characters. */
function sharedRuns(text: string, titles: string[]): Range[] {
  const words = placed(toWords(text))
  const ranges = titles.flatMap(title => words.flatMap((_, from): Range[] => trimmed(words, from, sharedLength(words, from, title.toLowerCase()))))
  return ranges.sort(([start, end], [otherStart, otherEnd]) => (otherEnd - otherStart) - (end - start) || start - otherStart)
}

interface Placed extends Word { start: number, end: number }

function placed(words: Word[]): Placed[] {
  let start = 0
  return words.map(word => ({ ...word, start, end: start += word.text.length }))
}

/** How many words from one on stand in the title, whatever words that is cut into: a dictionary may cut the same characters in two ways. */
function sharedLength(words: Placed[], from: number, title: string): number {
  let run = ''
  let length = 0
  while (from + length < words.length) {
    const { text, kind } = words[from + length]!
    run += text.toLowerCase()
    if (['stop', 'open', 'close'].includes(kind) || !hasWords(title, run.trimEnd()))
      break
    length++
  }
  return length
}

/** Whether a title has a run of words, and no Latin letter right before or after it. */
function hasWords(title: string, run: string): boolean {
  const at = title.indexOf(run)
  return at >= 0 && !/[a-z]{2}/.test(title.slice(Math.max(0, at - 1), at + 1)) && !/[a-z]{2}/.test(title.slice(at + run.length - 1, at + run.length + 1))
}

/** A run of words less the function words at its edges: no range where no phrase is left. */
function trimmed(words: Placed[], from: number, length: number): Range[] {
  let [first, last] = [from, from + length - 1]
  while (first <= last && isFunction(words[first]!))
    first++
  while (last >= first && isFunction(words[last]!))
    last--
  if (first > last)
    return []
  const range: Range = [words[first]!.start, words[last]!.end]
  return last > first || range[1] - range[0] >= 4 ? [range] : []
}

/** 以 opens a frame, 以…为…, that is nothing without it. */
function isFunction({ text, kind }: Word): boolean {
  return text !== '以' && (!CONTENT.has(kind) || FUNCTION_WORD.test(text))
}
