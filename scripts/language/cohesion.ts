import type { Kind, Word } from './words.ts'
import { betweenContents } from './compounds.ts'
import { COST, isCount, isHan, isNominal, isVerb } from './word-classes.ts'

/**
 * How much two neighbouring words hold together. Word order is that of 朱德熙《语法讲义》: what determines comes before what it
 * determines and leans on it, what completes comes after and leans back.
 *
 * @param words a text's words
 * @param at the first word's place; the second is the next
 * @returns what parting them costs
 */
export function cohesion(words: readonly Word[], at: number): number {
  const one = words[at]!
  const two = words[at + 1]!
  if (two.kind === 'close' || two.kind === 'stop' || two.kind === 'space' || one.kind === 'open' || one.kind === 'joint' || two.kind === 'joint')
    return COST.never
  if (one.kind === 'stop')
    return COST.free
  if (one.kind === 'space')
    return at === 0 ? COST.free : acrossSpace(words[at - 1]!, two, words, at)
  return between(one, two, words, at)
}

/**
 * Latin words part at spaces, a number and its unit do not; Chinese around a Latin word is as close as without the
 * space.
 */
function acrossSpace(one: Word, two: Word, words: readonly Word[], at: number): number {
  if (one.kind === 'stop' || /[\n\u3000]/.test(words[at]!.text))
    return COST.free
  if (one.kind === 'number' && /^[a-zA-Zµμ°]{1,3}$/.test(two.text))
    return COST.never
  return isHan(one) || isHan(two) ? between(one, two, words, at) : COST.free
}

function between(one: Word, two: Word, words: readonly Word[], at: number): number {
  return leaningBack(one, two, words, at) ?? leaningOn(one, two, words, at) ?? betweenContents(one, two, words, at)
}

const PREDICATES = new Set<Kind>(['verb', 'gerund', 'adjective', 'idiom', 'modal', 'copula', 'direction', 'adverb', 'negation'])
const NOMINALS = new Set<Kind>(['noun', 'time', 'place', 'verb', 'gerund', 'pronoun', 'determiner', 'numeral', 'number', 'measure', 'latin', 'idiom', 'close', 'adjective'])

/** Prepositions that complete a verb (朱德熙《语法讲义》): 落实到, 区别于, 来自, 走向, 献给. */
const COMPLETING = new Set('到 于 自 向 往 给 在 至 成 为 作 出 入 上 下'.split(' '))
/** What comes of a verb (《语法讲义》): 做好, 看清. */
const RESULTS = new Set('好 完 掉 住 透 够 清 满 光 死 错 对 懂 见'.split(' '))

/**
 * Whether the word after a place completes the one there. After a long verb only that does which can be nothing else.
 */
function completes(words: readonly Word[], at: number): boolean {
  const one = words[at]!
  const two = words[at + 1]!
  const next = words[at + 2]?.kind
  if (isVerb(one) && one.width === 1 && (COMPLETING.has(two.form) || RESULTS.has(two.form)))
    return true
  if (one.width > 1 && (isVerb(one) || one.kind === 'adjective' || one.kind === 'idiom')) {
    if ('到成于'.includes(two.form) || (two.form === '好' && next !== 'structural'))
      return true
    // 把…转化为…
    return two.form === '为' && isVerb(one) && clauseHas(words, at, '把将被')
  }
  return two.form === '于' && one.kind === 'noun' && next !== 'number' && next !== 'time' && next !== 'numeral'
}

/** Whether one of some words stands in the clause before a place. */
function clauseHas(words: readonly Word[], at: number, forms: string): boolean {
  for (let before = at; before >= 0 && (words[before]!.kind !== 'stop' || words[before]!.text === '、'); before--) {
    if (forms.includes(words[before]!.form))
      return true
  }
  return false
}

/** Particles, suffixes, complements and localizers: they lean on what stands before them. */
function leaningBack(one: Word, two: Word, words: readonly Word[], at: number): number | undefined {
  const next = words[at + 2]
  if (completes(words, at))
    return COST.never
  switch (two.kind) {
    case 'structural':
      // 我得走了: 得 is a modal verb there.
      return two.form === '得' && one.kind === 'pronoun' ? undefined : COST.never
    case 'aspect':
      return PREDICATES.has(one.kind) || one.kind === 'noun' || two.form === '了' ? COST.never : undefined
    case 'final':
    case 'binder':
      return COST.never
    case 'enumerating':
      return NOMINALS.has(one.kind) ? COST.never : undefined
    case 'direction':
      if (isVerb(one) || one.form === '不' || one.form === '得' || (one.kind === 'noun' && one.width === 1 && '起住掉完'.includes(two.form)))
        return one.width + two.width <= 4 ? COST.never : COST.tight
      if (two.width === 2 && one.width === 1 && (one.kind === 'noun' || one.kind === 'adjective'))
        return COST.tight
      return undefined
    case 'localizer':
      // 下一个, 上个月: before a number it determines.
      if ((two.width === 1 || isVerb(one)) && next && (next.kind === 'numeral' || next.kind === 'measure' || next.kind === 'determiner'))
        return undefined
      return isLocated(one) ? two.width === 1 ? 30 : COST.tight : undefined
    case 'measure':
      return isCount(one) || one.kind === 'determiner' || one.kind === 'idiom' ? COST.never : undefined
    default:
      return undefined
  }
}

/** What a localizer may follow; 我上, 他下 are a subject and its verb. */
function isLocated({ kind, width }: Word): boolean {
  return NOMINALS.has(kind) && !(kind === 'pronoun' && width === 1)
}

/** Prepositions, conjunctions, adverbs, numerals and determiners: they lean on what stands after them. */
function leaningOn(one: Word, two: Word, words: readonly Word[], at: number): number | undefined {
  const single = one.width === 1
  if (at > 0 && completes(words, at - 1))
    return two.width === 1 ? 7 : isNominal(two) || isCount(two) ? 4 : 1.5
  // 以…为…
  if (two.form === '为' && isNominal(one) && clauseHas(words, at, '以') && words[at + 2] && (isNominal(words[at + 2]!) || words[at + 2]!.width === 1))
    return 6
  switch (one.kind) {
    case 'binder':
    case 'nominalizer':
    case 'ordinal':
      return COST.never
    case 'negation':
      return single ? 30 : COST.close
    case 'number':
      return two.kind === 'latin' ? COST.tight : isHan(two) ? two.width <= 2 ? COST.never : COST.tight : COST.easy
    case 'numeral':
    case 'measure':
      if (one.kind === 'numeral' && (two.kind === 'numeral' || two.kind === 'number'))
        return COST.never
      return two.kind === 'number' || two.width === 1 ? COST.tight : isNominal(two) || two.kind === 'adjective' || two.kind === 'attribute' ? one.width <= 2 ? 7 : COST.close : COST.easy
    case 'determiner':
      return single ? 13 : COST.close
    case 'preposition':
      return single ? 9 : COST.close
    case 'conjunction':
      return single ? 8 : COST.close
    case 'link':
      return single ? COST.close : COST.easy
    case 'modal':
      return single ? 8 : COST.close
    case 'adverb':
      return two.kind === 'pronoun' || two.kind === 'preposition' ? COST.loose : single ? 9 : COST.close
    case 'copula':
      return single ? COST.close : 4
    case 'attribute':
      return isNominal(two) || isVerb(two) ? 6 : COST.easy
    case 'structural':
      if (one.form === '得')
        return 7
      if (one.form === '地')
        return 4
      // …的时候 ends a clause as 时 does (《现代汉语八百词》).
      if (two.form === '时候')
        return 7
      return !isNominal(two) && !isVerb(two) ? 1.5 : two.width === 1 ? 7 : COST.loose
    case 'aspect':
      return !isNominal(two) ? 1.5 : two.width === 1 ? COST.close : COST.loose
    case 'localizer':
      return at > 0 && isLocated(words[at - 1]!) ? 0.8 : single ? COST.tight : COST.loose
    default:
      return undefined
  }
}
