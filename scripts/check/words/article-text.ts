import type { Outline } from '../../outline/types.ts'
import type { SaidToken } from './model.ts'
import type { Place, Said } from './said.ts'
import { withoutSpace } from './bare-words.ts'
import { clauseEdges, sentenceStarts } from './edges.ts'
import { saidIn } from './said.ts'
import { tokensOf } from './tokens.ts'

const SPACE = /[\s\u200B]/
const WITHIN_WORD = /^[\p{Script=Latin}\p{N}]{2}$/u

/**
 * What an article says as one string without white space, and what is known of its places: offsets count from its
 * start.
 */
export class ArticleText {
  readonly body: string
  readonly said: readonly Said[]
  /** The same in pieces. */
  readonly tokens: SaidToken[] = []
  /** Where each block of what is said begins; one more at the end. */
  readonly #starts: number[] = []
  readonly #sentences: number[] = []
  /** How many clause edges there are before each offset. */
  readonly #edges: Uint32Array
  readonly #marks: Uint8Array

  /** @param outline the article's outline */
  constructor(outline: Outline) {
    this.said = saidIn(outline)
    const texts: string[] = []
    const edges: number[] = []
    let length = 0
    for (const said of this.said) {
      const offsets = squeezedOffsets(said.text)
      this.#starts.push(length)
      this.#sentences.push(...sentenceStarts(said).map(index => length + offsets[index]!))
      this.tokens.push(...tokensOf(said.text).map(token => ({ ...token, offset: length + offsets[token.index]! })))
      edges.push(...clauseEdges(said, offsets).map(offset => length + offset))
      texts.push(withoutSpace(said.text))
      length += texts.at(-1)!.length
    }
    this.body = texts.join('')
    this.#starts.push(length)
    this.#marks = marksIn(this.body)
    this.#edges = countsBefore([...edges, length], length)
  }

  /**
   * Whether a mark of punctuation stands at an offset, or a half of one.
   *
   * @param offset an offset
   */
  isMark(offset: number): boolean {
    return this.#marks[offset] === 1
  }

  /**
   * Whether a clause may begin or end at an offset. Marks beside it may stand or go.
   *
   * @param offset an offset
   */
  isEdge(offset: number): boolean {
    let [from, to] = [offset, offset]
    while (this.isMark(from - 1))
      from--
    while (this.isMark(to))
      to++
    return this.#edges[to + 1]! > this.#edges[from]!
  }

  /**
   * Whether an offset parts a word in Latin letters: the body has no spaces to tell.
   *
   * @param offset an offset
   */
  isWithinWord(offset: number): boolean {
    const { text, index } = this.#placeIn(offset)
    return WITHIN_WORD.test(text.slice(Math.max(0, index - 1), index + 1))
  }

  /**
   * Finds words that are whole clauses.
   *
   * @param words without white space
   * @param from the offset to begin at
   * @param to the offset that they end before
   * @returns the offset of the first such place, -1 where there is none
   */
  findClauses(words: string, from = 0, to = this.body.length): number {
    const last = to - words.length
    for (let at = this.body.indexOf(words, from); at >= 0 && at <= last; at = this.body.indexOf(words, at + 1)) {
      if (this.isEdge(at) && this.isEdge(at + words.length))
        return at
    }
    return -1
  }

  /**
   * The sentence at an offset and the one after it: where a speaker may be named.
   *
   * @param offset an offset
   * @returns from the sentence's start to the end of the next
   */
  nearby(offset: number): [from: number, to: number] {
    const index = lastAtOrBefore(this.#sentences, offset)
    return [this.#sentences[index] ?? 0, this.#sentences[index + 2] ?? this.body.length]
  }

  /**
   * The sentences that have words.
   *
   * @returns each in its pieces
   */
  sentences(): string[][] {
    const sentences = new Map<number, string[]>()
    for (const { words, offset } of this.tokens) {
      const index = lastAtOrBefore(this.#sentences, offset)
      sentences.set(index, [...sentences.get(index) ?? [], words])
    }
    return [...sentences.values()]
  }

  /**
   * What a part's deck says.
   *
   * @param part from 0
   * @param parts how many decks there are
   * @returns its first offset, and the one after its last
   */
  rangeOf(part: number, parts: number): [from: number, to: number] {
    const first = this.said.findIndex(said => said.part >= part)
    const next = this.said.findIndex(said => said.part > part)
    const from = part === 0 || first < 0 ? 0 : this.#starts[first]!
    const to = part === parts - 1 || next < 0 ? this.body.length : this.#starts[next]!
    return [from, to]
  }

  /**
   * Where an offset stands in the article.
   *
   * @param offset an offset
   * @returns its line and column
   */
  placeOf(offset: number): Place {
    const { placeOf, text, index } = this.#placeIn(offset)
    return placeOf(Math.max(0, Math.min(index, text.length - 1)))
  }

  /** The block of what is said that an offset is in, and where in its text that is. */
  #placeIn(offset: number): Said & { index: number } {
    const block = Math.min(lastAtOrBefore(this.#starts, offset), this.said.length - 1)
    const said = this.said[block]!
    return { ...said, index: squeezedOffsets(said.text).lastIndexOf(offset - this.#starts[block]!) }
  }
}

/** For each index of a text, and for its end, how many characters before it are no white space. */
function squeezedOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  for (let index = 0; index < text.length; index++)
    offsets[index + 1] = offsets[index]! + (SPACE.test(text[index]!) ? 0 : 1)
  return offsets
}

function marksIn(text: string): Uint8Array {
  const marks = new Uint8Array(text.length)
  for (const { index, 0: mark } of text.matchAll(/\p{P}/gu))
    marks.fill(1, index, index + mark.length)
  return marks
}

function countsBefore(edges: number[], length: number): Uint32Array {
  const counts = new Uint32Array(length + 2)
  for (const edge of new Set(edges))
    counts[edge + 1] = 1
  for (let offset = 1; offset < counts.length; offset++)
    counts[offset]! += counts[offset - 1]!
  return counts
}

function lastAtOrBefore(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value)
      low = middle
    else
      high = middle - 1
  }
  return Math.max(0, low)
}
