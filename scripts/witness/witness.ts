import type { Words } from './cover.ts'
import type { Loss, Source, WitnessedArticle, WitnessedSlide } from './model.ts'
import type { Token } from './tokens.ts'
import { account } from './account.ts'
import { align } from './align.ts'
import { chanceIn } from './chance.ts'
import { cover } from './cover.ts'
import { maskMarkdown } from './markdown.ts'
import { mend } from './mend.ts'
import { ordinalsIn } from './ordinals.ts'
import { FORMULA, JOINT, lastAtOrBefore, lineStartsIn, plainOf } from './plain.ts'
import { mendRest, restOf } from './rest.ts'
import { readSource } from './source.ts'
import { Lexicon, tokensOf } from './tokens.ts'

/**
 * Finds the words of an article's file that are in no deck, and that no reader says it has left out. It trusts no
 * reader: the file is decoded and its markup stripped by other means, and of what is left each word, number and sign
 * between digits must stand in the notes in its order, on a slide, or among what was left out.
 *
 * @param article the file
 * @param slides the slides of all decks, in order
 * @returns what is lost, one for each row of words
 */
export async function findLosses(article: WitnessedArticle, slides: readonly WitnessedSlide[]): Promise<Loss[]> {
  const { plain, doubtful, notes: inLines = [], pointOf } = await readSource(article)
  const lexicon = new Lexicon()
  const source = wordsOf(plain.text, lexicon)
  const marks = beginAfterNumbers(source, plain.text)
  const texts = textsOf(article, slides)
  const [notes, bodies, leftOut] = texts.map(text => targetOf(text, lexicon)) as [Words, Words, Words]
  const pairs = align(source.ids, notes.ids)
  const doubted = chanceIn(pairs, source, notes)
  const open = Uint8Array.from(pairs, (pair, at) => pair < 0 || doubted.has(at) ? 1 : 0)
  const free = new Uint8Array(notes.ids.length).fill(1)
  pairs.forEach((pair, at) => open[at] === 0 && (free[pair] = 0))
  const left = new Uint8Array(leftOut.ids.length).fill(1)
  const before = account(source, open, leftOut, left, true)
  const isGone = (at: number): boolean => before[at] === 1 && open[at] === 0
  coverWithout(source, open, isGone, (rest, still) => {
    cover(rest, still, notes, free)
    cover(rest, still, bodies)
  })
  const isNoted = rangesIn(source.tokens, inLines, plain.placeOf)
  if (inLines.length > 0)
    coverWithout(source, open, at => isNoted[at] === true, (rest, still) => cover(rest, still, notes, free))
  // What stands nowhere else stands where its order says.
  for (const at of doubted) {
    if (open[at] === 1 && free[pairs[at]!] === 1)
      open[at] = free[pairs[at]!] = 0
  }
  cover(source, open, notes, free)
  account(source, open, leftOut, left)
  coverLines(source, open, before, bodies)
  const known = { notes, isSpaced: isSpacedOut(plain.text), joined: joinedIn([bodies, leftOut]) }
  mend({ ...known, source, text: plain.text, pairs }, open)
  mendRest(restOf(source, plain.text, isGone), known, text => wordsOf(text, lexicon), open)
  for (const isNone of [marks, rangesIn(source.tokens, doubtful, plain.placeOf)])
    isNone.forEach((is, at) => is && (open[at] = 0))
  return shownIn(plain.text, lossesIn(source.tokens, open, plain.text), pointOf)
}

/** Losses as they are told, each with the beginning of its line. */
function shownIn(text: string, places: { start: number, end: number }[], pointOf: Source['pointOf']): Loss[] {
  const lines = lineStartsIn(text)
  return places.map(({ start, end }) => {
    const line = lines[lastAtOrBefore(lines, start)]!
    const place = pointOf(start)
    const paragraph = shown(/^.*/.exec(text.slice(line, line + 200))![0])
    return { words: shown(text.slice(start, end)), paragraph, ...(place && { place }) }
  })
}

/**
 * Looks for words as if what is left out among them were not there: a heading without the word that is struck in it.
 */
function coverWithout(
  source: Words,
  open: Uint8Array,
  isGone: (at: number) => boolean,
  look: (rest: Words, open: Uint8Array) => void,
): void {
  const kept = Array.from(source.ids, (_, at) => at).filter(at => !isGone(at))
  const rest = { tokens: kept.map(at => source.tokens[at]!), ids: Int32Array.from(kept, at => source.ids[at]!) }
  const still = Uint8Array.from(kept, at => open[at]!)
  look(rest, still)
  kept.forEach((at, index) => open[at] = still[index]!)
}

/**
 * Looks for lines that are one on a slide, though one of them was left out elsewhere: who issues a document stands in
 * its title and above its pages.
 */
function coverLines(source: Words, open: Uint8Array, before: Uint8Array, bodies: Words): void {
  const still = before.slice()
  cover(source, still, bodies)
  open.forEach((_, at) => still[at] === 0 && (open[at] = 0))
}

/** The decks' notes, what stands on their slides, and what a reader has left out. */
function textsOf({ leftOut }: WitnessedArticle, slides: readonly WitnessedSlide[]): string[] {
  return [
    slides.map(({ note }) => stripped(note.replace(/<!--|-->\s*$/g, ''))),
    slides.map(({ body, data }) => `${stripped(body)}\n${kickerOf(data)}`),
    leftOut.map(({ words }) => plainOf(words.replace(/\s+/g, ' ')).text),
  ].map(texts => texts.join('\n'))
}

function targetOf(text: string, lexicon: Lexicon): Words {
  const words = wordsOf(text, lexicon)
  beginAfterNumbers(words, text)
  return words
}

/** The line above a headline, without the numbers that a theme sets there. */
function kickerOf({ kicker }: WitnessedSlide['data']): string {
  return typeof kicker === 'string' ? kicker.replace(/^[一二三四五六七八九十百\d]+(?: · \d+)? /, '') : ''
}

function stripped(markdown: string): string {
  return plainOf(maskMarkdown(markdown, true)).text
}

function wordsOf(text: string, lexicon: Lexicon): Words {
  const tokens = tokensOf(text)
  return { tokens, ids: lexicon.idsOf(tokens) }
}

/** What comes after a number at a line's beginning begins anew. Says for each token whether it is in such a number. */
function beginAfterNumbers({ tokens }: Words, text: string): boolean[] {
  const marks = rangesIn(tokens, ordinalsIn(text))
  for (const token of tokens.filter((_, at) => marks[at - 1]))
    token.edge = true
  return marks
}

/** For each token whether it stands in one of some ranges, given in order. */
function rangesIn(
  tokens: Token[],
  ranges: readonly (readonly [from: number, to: number])[],
  placeOf = (index: number): number => index,
): boolean[] {
  let at = 0
  return ranges.length === 0
    ? []
    : tokens.map((token) => {
        const [start, end] = [placeOf(token.start), placeOf(token.end - 1) + 1]
        while (at < ranges.length && ranges[at]![1] <= start)
          at++
        return at < ranges.length && ranges[at]![0] < end && end <= ranges[at]![1]
      })
}

/** Losses so near to each other are one. */
const NEAR = 3

/** The rows of tokens that are lost, each on one line. */
function lossesIn(tokens: Token[], open: Uint8Array, text: string): { start: number, end: number }[] {
  const losses: { start: number, end: number, last: number, line: number }[] = []
  tokens.forEach(({ start, end, line }, at) => {
    if (open[at] === 0)
      return
    const before = losses.at(-1)
    if (before && before.line === line && at - before.last <= NEAR)
      Object.assign(before, { end, last: at })
    else
      losses.push({ start, end, last: at, line })
  })
  return losses.filter(({ start, end }) => text.slice(start, end) !== '')
}

function shown(text: string): string {
  const words = text.replaceAll(JOINT, '').replaceAll(FORMULA.start, ' ').replaceAll(FORMULA.end, ' ')
  return words.replace(/\s+/g, ' ').trim()
}

/** The words of texts, each once. */
function joinedIn(texts: readonly Words[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ tokens }) => tokens.flatMap(({ kind, words }) => kind === 'word' ? [words] : [])))
}

/** Whether a scan has left a space between most characters. */
function isSpacedOut(text: string): boolean {
  const spaced = text.match(/\p{Script=Han}[ \u3000](?=\p{Script=Han})/gu)?.length ?? 0
  return spaced > (text.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0)
}
