import type { Span } from '../structures/structure.ts'
import { bigrams } from '../../language/bigrams.ts'

/** What so short words have in common says nothing: the, for, has. */
const SHORTEST_WORD = 4
/** Words of grammar, whatever they are about. */
const COMMON = new RegExp(`^(?:${[
  'that|this|these|those|there|their|they|them|then|than|with|from|have|will|would|what|when|where|which|while|were',
  'been|being|about|after|before|into|over|only|also|more|most|some|such|each|your|ours|does|dont|because|should',
].join('|')})$`)
/** Pairs of characters that are grammar: 的人, 我们, 一个. */
const COMMON_PAIR = /[的了是在和与就都也不一这那有为以上中下们个到得地着过]/

/**
 * Whether two stretches of a text speak of the same thing: a word of one stands in the other (Halliday and Hasan,
 * Cohesion in English, 1976, 6: reiteration). In Chinese two characters in a row are about a word.
 *
 * @param text the text that both stand in
 * @param one a stretch
 * @param others the other one's pieces
 * @returns true where they have a word of content in common
 */
export function coheres(text: string, one: Span, others: readonly Span[]): boolean {
  const own = contentOf(text.slice(one.start, one.end))
  return others.some(({ start, end }) => [...contentOf(text.slice(start, end))].some(word => own.has(word)))
}

function contentOf(words: string): ReadonlySet<string> {
  const isPair = (pair: string): boolean => /^\p{Script=Han}{2}$/u.test(pair) && !COMMON_PAIR.test(pair)
  const isWord = (word: string): boolean => word.length >= SHORTEST_WORD && !COMMON.test(word)
  const latin = (words.toLowerCase().match(/[a-z]+/g) ?? []).filter(isWord)
  return new Set([...[...bigrams(words)].filter(isPair), ...latin.map(word => word.replace(/(?:es|s|ed|ing)$/, ''))])
}
