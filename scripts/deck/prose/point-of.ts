import type { Token } from '../structures/alike.ts'
import type { Span } from '../structures/structure.ts'
import { widthInEm } from '../../language/measure.ts'
import { IS_KNOWN } from '../layouts/figure/find.ts'
import { tellingCounts } from '../layouts/figures/find.ts'
import { canStandLarge, sizeIn, tokensOf } from '../structures/alike.ts'
import { mainClauseEnd } from './english-clauses.ts'

/** Of more than this share of a headline nothing stands out, nor in a short one. In em. */
const LARGEST_SHARE = 0.55
const SHORTEST_HEADLINE = 6
/** In Han characters. */
const SHORTEST = 2
const LONGEST = 8
const LONGEST_DOING = 6

/**
 * The words of a headline in which it says what it says: the count that it tells, else what something is, or must be
 * done (the comment of its topic: 黄伯荣、廖序东《现代汉语》; Quirk et al. 18.3, end-focus).
 *
 * @param words a headline
 * @returns their place; nothing where no few words are it, or where it asks
 */
export function pointOf(words: string): Span | undefined {
  if (/[？?]$/.test(words) || widthInEm(words) < SHORTEST_HEADLINE)
    return undefined
  const isFew = (span: Span): boolean =>
    widthInEm(words.slice(span.start, span.end)) <= LARGEST_SHARE * widthInEm(words)
  return [countIn(words), /\p{Script=Han}/u.test(words) ? inChinese(words) : inEnglish(words)]
    .find(span => span && isFew(span))
}

function countIn(words: string): Span | undefined {
  const [count, ...others] = tellingCounts(words, { start: 0, end: words.length })
  const isOne = count && others.length === 0 && !IS_KNOWN.test(words.slice(0, count.start))
  return isOne && canStandLarge(words.slice(count.start, count.end)) ? count : undefined
}

const NAMES: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'noun', 'place', 'gerund', 'idiom', 'adjective', 'attribute', 'latin', 'localizer', 'numeral', 'number', 'ordinal',
  'measure',
])
const MUST = /^(?:[要应须]|必须|只能|应当|应该|才能)$/
/** Denied or doubted, wherever it stands before: 很难说是…, nobody thinks it is …. */
const DENIES = /[不没]|^(?:[未无]|很?难[说以]?|否认|未必)$/
const DENIES_ENGLISH = /\b(?:nobody|none|nothing|no|not|hardly|never|den(?:y|ies|ied)|doubts?)\b|n[’']t\b/i

/** 民心是最大的|政治: what follows the last clause's copula, its head where 的 stands in it; else what must be done. */
function inChinese(words: string): Span | undefined {
  const start = Math.max(words.lastIndexOf('，'), words.lastIndexOf('；')) + 1
  const tokens = tokensOf(words, { start, end: words.length })
  if (tokens.some(({ form }) => form === '是否'))
    return undefined
  const copula = tokens.findLastIndex(({ kind }) => kind === 'copula')
  if (copula >= 0) {
    const isDenied = tokens.slice(0, copula + 1).some(({ form }) => DENIES.test(form))
    return isDenied ? undefined : headOf(words, tokens.slice(copula + 1))
  }
  const must = tokens.findLastIndex(({ form, start: at }) => MUST.test(form) && words[at - 1] !== '、')
  const doing = tokens.slice(must + 1)
  const isDenied = tokens.slice(0, Math.max(must, 0)).some(({ form }) => DENIES.test(form))
  return must >= 0 && !isDenied ? placeOf(words, doing, LONGEST_DOING) : undefined
}

/** 是一个蜂群|最忙的日子, 是为民服务的|着力点: the noun, and what kind of one it is where an adjective says that. */
function headOf(words: string, complement: readonly Token[]): Span | undefined {
  const of = complement.findLastIndex(({ form }) => form === '的')
  const head = complement.slice(of + 1)
  if (!head.every(({ kind }) => NAMES.has(kind)))
    return undefined
  const isKind = complement[of - 1]?.kind === 'adjective' || complement[of - 1]?.kind === 'attribute'
  const isMost = isKind && /^(?:adverb|negation)$/.test(complement[of - 2]?.kind ?? '')
  const from = isMost ? of - 2 : of - 1
  return (isKind ? placeOf(words, complement.slice(from), LONGEST) : undefined) ?? placeOf(words, head, LONGEST)
}

/** Where some words stand, if they are the clause's last and of so many characters. */
function placeOf(words: string, tokens: readonly Token[], longest: number): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)]
  const span = first && last && { start: first.start, end: last.end }
  const size = span ? sizeIn(words, span) : 0
  return size >= SHORTEST && size <= longest && !/[“”《》‘’]/.test(words) ? span : undefined
}

const NO_POINT = 'not|to|that|what|how|no|there|here|so|it|as|is|are|was|were|still|being|about|at|in|on'
const IS = new RegExp([
  String.raw`\b(?:is|are|was|were|means)\s+(?:the |an? )?`,
  String.raw`(?<said>(?!(?:${NO_POINT})\b)\S+(?: \S+){0,3})$`,
].join(''))

/** Nothing is said of what is only there: there were people standing. */
const IS_THERE = /\bthere (?:is|are|was|were)\b/i
/** What only adds, or says when: repaired as well. */
const ADDS = /\b(?:as well|too|either|again|now|then|already|ago)$/

/** An arch is|a forgiving thing: what the main clause says, and none that stands inside it. */
function inEnglish(words: string): Span | undefined {
  const match = IS.exec(words)
  const said = match?.groups!.said
  const isMain = match !== null && match.index < mainClauseEnd(words)
  if (said === undefined || !isMain || IS_THERE.test(words) || ADDS.test(said))
    return undefined
  const isPhrase = !/[,:;"“”()]/.test(said) && !DENIES_ENGLISH.test(words.slice(0, -said.length))
  return isPhrase ? { start: words.length - said.length, end: words.length } : undefined
}
