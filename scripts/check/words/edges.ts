import type { Said } from './said.ts'
import { splitClauses } from '../../language/clauses.ts'
import { inlineNumbers } from '../../language/inline-numbers.ts'
import { cutLongClause } from '../../language/long-clauses.ts'
import { splitSentences } from '../../language/sentences.ts'
import { findQuoteAround, findQuoteFirst, findSpeech, unquote } from '../../language/speech.ts'
import { withoutSpace } from './bare-words.ts'

/**
 * Where sentences of a text begin.
 *
 * @param said a block of what is said
 * @param said.masked its words, code and formulas hidden
 * @returns the index of each sentence's first character
 */
export function sentenceStarts({ masked }: Pick<Said, 'masked'>): number[] {
  return startsOf(splitSentences(masked), 0)
}

/**
 * Where clauses of a text may begin and end: at its sentences, at the marks between clauses (GB/T 15834—2011, 4.4 and
 * 4.6), where somebody's words begin, at a table's cells and at lines of code: of those that no slide holds as such,
 * clauses may stand by themselves, and pieces of a clause that no slide holds.
 *
 * @param said a block of what is said
 * @param offsets for each index of its text, how many characters before it are no white space
 * @returns how many characters before each edge are no white space
 */
export function clauseEdges(said: Said, offsets: Uint32Array): number[] {
  const pieces = said.pieces ? startsOf(said.pieces.map(withoutSpace), 0) : []
  const items = behindNumbers(said.masked).map(index => offsets[index]!)
  let at = 0
  return [...pieces, ...items, ...splitSentences(said.masked).flatMap((sentence) => {
    const start = at
    at += sentence.length
    const words = findSpeech(sentence)?.offset ?? 0
    const own = [0, words].flatMap(from => partedFrom(sentence, from))
    return [...own, ...quotedFrom(sentence, words)].map(index => offsets[start + index]!)
  })]
}

/** Where items begin behind 1. 1、 1） ①: where they are a list, its own number says that. */
function behindNumbers(text: string): number[] {
  return inlineNumbers(text).filter(({ start }) => /[\d①-⑳]/.test(text[start]!)).map(({ end }) => end)
}

/** Where the sentences and clauses of a quotation begin that is all that somebody says, and where it ends. */
function quotedFrom(sentence: string, from: number): number[] {
  const first = findQuoteFirst(sentence) ?? findQuoteAround(sentence)
  const inner = first?.words ?? unquote(sentence.slice(from))
  if (inner === undefined)
    return []
  const named = first ? [first.named, first.named + first.attribution.length] : []
  const start = first?.start ?? sentence.indexOf(inner, from)
  const sentences = splitSentences(inner)
  const starts = startsOf(sentences, 0)
  const inside = sentences.flatMap((quoted, index) => partedFrom(quoted, 0).map(at => start + starts[index]! + at))
  return [...inside, start + inner.length, ...named]
}

/**
 * Clauses are parted at semicolons first, and may be parted at ： too: brackets without a partner hold less together in
 * a clause than in a sentence.
 */
function partedFrom(sentence: string, from: number): number[] {
  const rest = sentence.slice(from)
  const clauses = splitClauses(rest, 'semicolons')
  const starts = startsOf(clauses, from)
  const smallOf = (text: string): string[] => splitClauses(text, 'commas').flatMap(cutLongClause)
  const led = startsOf(splitClauses(rest, 'colons'), from)
  const small = clauses.flatMap((clause, index) => startsOf(smallOf(clause), starts[index]!))
  return [...led, ...startsOf(smallOf(rest), from), ...small]
}

function startsOf(pieces: string[], from: number): number[] {
  let at = from
  return pieces.map((piece) => {
    const start = at
    at += piece.length
    return start
  })
}
