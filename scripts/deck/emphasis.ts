import type { PhrasingContent, Text } from 'mdast'
import type { Kind, Word } from '../language/words.ts'
import { partOf } from '../article/marks.ts'
import { pairBrackets } from '../language/brackets.ts'
import { widthInEm } from '../language/measure.ts'
import { toWords } from '../language/words.ts'
import { phrasing } from './nodes.ts'

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
    // The author's own marks say what matters.
    if (bullet.data?.phrasing)
      return phrasing(bullet)
    const ranges = [...quotedTerms(bullet.value), ...sharedRuns(bullet.value, titles)]
    const range = ranges.find(([start, end]) => isKeyPhrase(bullet.value, start, end) && !marked.has(bullet.value.slice(start, end)))
    if (!range)
      return [bullet]
    marked.add(bullet.value.slice(...range))
    const nodes: PhrasingContent[] = [partOf(bullet, 0, range[0]), { type: 'strong', children: [partOf(bullet, ...range)] }, partOf(bullet, range[1])]
    return nodes.filter(node => node.type !== 'text' || node.value !== '')
  })
}

/** What is as long as this is a phrase, and no topic. In characters. */
const LONG_TOPIC = 6

type Range = [start: number, end: number]

function isKeyPhrase(text: string, start: number, end: number): boolean {
  const width = widthInEm(text.slice(start, end))
  return width >= SHORTEST && width <= LONGEST && width <= LARGEST_SHARE * widthInEm(text)
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
const NOUN_LIKE: ReadonlySet<Kind> = new Set(['noun', 'place', 'gerund', 'attribute', 'latin'])
/** English words that lean on their neighbours. */
const FUNCTION_WORD = /^(?:an?|the|of|to|in|on|at|by|for|with|from|as|and|or|but|nor|so|if|is|are|was|were|be|been|it|its|this|that|these|those|we|our|they|their|he|his|she|her|you|your|i|my|not|no|do|does|did|has|have|had|will|would|can|could|may|might|should|must|than|then|who|which|what|when|where|how|why|one|there|into|out|up|about)$/i

/** Runs of the bullet's words that a heading has too, longest first: two words or more, or one of four characters. */
function sharedRuns(text: string, titles: string[]): Range[] {
  const words = placed(toWords(text))
  const [article = '', ...headings] = titles
  const ranges = [article, ...headings].flatMap(title => words.flatMap((_, from): Range[] => trimmed(words, from, sharedLength(words, from, title.toLowerCase()))))
  // A short word of the article's title is its topic, on every slide.
  const told = ranges.filter(([start, end]) => end - start >= LONG_TOPIC || !article.includes(text.slice(start, end)))
  return told.sort(([start, end], [otherStart, otherEnd]) => (otherEnd - otherStart) - (end - start) || start - otherStart)
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
  // What goes on to a noun is torn from it; the first words are what the whole bullet is about, and no news.
  const torn = last + 1 < words.length && NOUN_LIKE.has(words[last + 1]!.kind) && NOUN_LIKE.has(words[last]!.kind)
  const long = last > first || (range[1] - range[0] >= 4 && words[first]!.kind !== 'latin')
  return long && !torn && range[0] > 0 ? [range] : []
}

/** 以 opens a frame, 以…为…, that is nothing without it. */
function isFunction({ text, kind }: Word): boolean {
  return text !== '以' && (!CONTENT.has(kind) || FUNCTION_WORD.test(text))
}
