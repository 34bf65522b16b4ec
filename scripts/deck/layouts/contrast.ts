import type { FlatText } from '../../article/flat-text.ts'
import type { Form } from '../forms/types.ts'
import { splitClauses } from '../../language/clauses.ts'
import { widthInEm } from '../../language/measure.ts'
import { clausesOf, textOf } from '../forms/pieces.ts'

/** Pairs of conjunctions that set two things side by side or against each other (《现代汉语八百词》: 既…又…, 不是…而是…, 一方面…另一方面…). */
const PAIRS: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/^既/, /^[又也更]/],
  [/^(?:不仅|不但|不只)/, /^(?:而且|[还也更]|并且)/],
  [/^(?:不是|并非)/, /^而是/],
  [/^是/, /^而?不是/],
  [/^要/, /^而?不[要能可]/],
  [/^一方面/, /^另一方面/],
  [/^有的/, /^有的/],
  [/^Not only\b/i, /^but\b/],
  [/^On (?:the )?one hand\b/i, /^on the other\b/i],
]

const LONGEST_SIDE_EM = 46
const SHORTEST_SIDE_EM = 4
/** What both sides share stands over them: a subject, a condition. */
const LONGEST_OVER_EM = 40

/**
 * A contrast: a pair of conjunctions, or two clauses of like length parted at ；.
 *
 * @param sentence a sentence
 * @returns its two sides, with what stands before them
 */
export function contrast(sentence: FlatText): Form | undefined {
  return pairOf(sentence) ?? halves(sentence)
}

function pairOf(sentence: FlatText): Form | undefined {
  const clauses = clausesOf(sentence, 'commas')
  for (const [at, clause] of clauses.entries()) {
    const pair = PAIRS.find(([first]) => first.test(clause.words))
    const second = pair ? clauses.findIndex((other, index) => index > at && pair[1].test(other.words)) : -1
    if (!pair || second < 0)
      continue
    const isThird = (words: string, index: number): boolean => (index < at && pair[0].test(words)) || (index > second && pair.some(pattern => pattern.test(words)))
    // A third member makes it a list.
    if (clauses.some(({ words }, index) => isThird(words, index)))
      continue
    const middle = clauses[second]!.start
    const over = textOf(sentence, 0, clause.start)
    return sides(sentence, clause.start, middle, over, 0.8)
  }
  return undefined
}

function halves(sentence: FlatText): Form | undefined {
  const [first, second, ...more] = clausesOf(sentence, 'semicolons')
  if (!first || !second || more.length > 0 || widthInEm(first.words) < 12 || !isParallel(first.words, second.words))
    return undefined
  return sides(sentence, 0, second.start, undefined, 0.6)
}

/** Two clauses of one build: of like length, parted into as many smaller ones, with words in common. */
function isParallel(one: string, other: string): boolean {
  const [short, long] = [widthInEm(one), widthInEm(other)].sort((a, b) => a - b) as [number, number]
  const pieces = (text: string): number => splitClauses(text, 'commas').length
  const words = new Set(pairsIn(other))
  return short / long >= 0.6 && pieces(one) === pieces(other) && pairsIn(one).some(pair => words.has(pair))
}

function pairsIn(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter(pair => /^[\p{L}\p{N}]{2}$/u.test(pair))
}

function sides(sentence: FlatText, start: number, middle: number, over: Form['over'], strength: number): Form | undefined {
  const items = [textOf(sentence, start, middle), textOf(sentence, middle, sentence.text.length)].flatMap(text => text ?? [])
  const fit = items.every(({ value }) => widthInEm(value) >= SHORTEST_SIDE_EM && widthInEm(value) <= LONGEST_SIDE_EM)
  return items.length === 2 && fit && widthInEm(over?.value ?? '') <= LONGEST_OVER_EM ? { layout: 'contrast', strength, items, ...(over && { over }) } : undefined
}
