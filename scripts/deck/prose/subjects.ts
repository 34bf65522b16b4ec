import type { Kind } from '../../language/model.ts'
import type { Clause } from '../structures/structure.ts'
import { toWords } from '../../language/words.ts'
import { isDependent } from './clause-grammar.ts'
import { isNamed } from './noun-phrases.ts'

/** Words that a predicate begins with, when its subject stands before it. */
const OPENS_PREDICATE: ReadonlySet<Kind> = new Set([
  'verb', 'adverb', 'negation', 'copula', 'modal', 'preposition', 'direction',
])

/**
 * Whether the subject of a clause stands in another one before it: in 船修好了，停在岸边 the second is said of the boat.
 * Where a sentence begins without a subject too, each of its clauses asks for something: 修好船，点亮灯.
 *
 * @param clauses the clauses of a text
 * @param at the clause's index
 */
export function isSaidOfEarlier(clauses: readonly Clause[], at: number): boolean {
  const first = firstOfSentence(clauses, at)
  const { words } = clauses[at]!
  // 真正缺的，|一是船，二是人: what ends in 的 is a name, whatever it begins with.
  if (first >= at || !lacksSubject(words) || words.endsWith('的'))
    return false
  // 修船这件最费工的事情，|往往没有人做: a name, though it begins with a verb.
  return !lacksSubject(clauses[first]!.words) || isNamed(clauses[at - 1]!.words)
}

/**
 * Where a clause's sentence begins to say something: 可是, 今天 or 同志们 only lead to that.
 *
 * @param clauses the clauses of a text
 * @param at the clause's index
 * @returns the index of the first clause that says something; the clause's own at the latest
 */
export function firstOfSentence(clauses: readonly Clause[], at: number): number {
  const { sentence } = clauses[at]!
  return clauses.findIndex((clause, index) => clause.sentence === sentence && (index === at || !isScene(clause.words)))
}

/** Words that only say when, or how a sentence goes on with the one before. */
const OF_SCENES: ReadonlySet<Kind> = new Set(['time', 'conjunction', 'link', 'adverb', 'numeral', 'measure', 'number'])
const ADDRESS = /^[^，]{1,6}们$/
/** What only sums up before it says something: 这样算下来, 由此看来. */
const SUMS_UP = /^(?:这[样么]|由此|如此|总[的体]?)(?:一?[来算看说想]|算下|算起)[来看说]?$/

function isScene(words: string): boolean {
  const isChinese = /\p{Script=Han}/u.test(words)
  const isSetting = (): boolean => toWords(words).every(({ kind }) => OF_SCENES.has(kind))
  return isChinese && (isDependent(words) || ADDRESS.test(words) || SUMS_UP.test(words) || isSetting())
}

/** Whether a clause begins with its predicate. */
export function lacksSubject(words: string): boolean {
  const [first] = toWords(words)
  return first !== undefined && OPENS_PREDICATE.has(first.kind)
}
