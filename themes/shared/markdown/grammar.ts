import type { Kind, Word } from '../../../scripts/language/words.ts'

/**
 * What it costs to part two words: nothing between clauses, all there is within one notion. The numbers below that stand between
 * these were found by reading, and say only which of two neighbouring places is the better one.
 */
export const COST = { never: 1e6, tight: 11, close: 5, loose: 2.5, easy: 1, free: 0 } as const

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

/** Latin words part at spaces, a number and its unit do not; Chinese around a Latin word is as close as without the space. */
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

/** Whether the word after a place completes the one there. After a long verb only that does which can be nothing else. */
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

/** A noun and a verb before these name together what is done: 城市建设的, 内存占用从. */
const AFTER_COMPOUND = new Set<Kind>(['stop', 'close', 'structural', 'preposition'])

/** Forms of address follow a name (赵元任《中国话的文法》). */
const ADDRESS = new Set('同志 先生 女士 小姐 老师 师傅 教授 博士 院士 主席 主任 总理 总统 总书记 书记 部长 省长 市长 县长 局长 校长 院长 厂长 村长 医生 大夫 伯伯 叔叔 阿姨 爷爷 奶奶 大爷 大娘'.split(' '))

/** Between words that both have a meaning of their own. */
function betweenContents(one: Word, two: Word, words: readonly Word[], at: number): number {
  const short = one.width === 1 || two.width === 1
  if (two.kind === 'open')
    return /[（([]/.test(two.text) ? 0.4 : one.width === 1 ? COST.close : isVerb(one) ? 1.8 : 1.2
  if (two.kind === 'preposition')
    return !isVerb(one) ? 0.7 : one.width === 1 ? COST.close : two.form === '在' ? 2.5 : 1.5
  if (two.kind === 'conjunction')
    return COST.easy
  if (two.kind === 'link')
    return 0.3
  if (two.kind === 'adverb' || two.kind === 'negation' || two.kind === 'modal' || two.kind === 'copula')
    return isVerb(one) && one.width === 1 ? COST.close : one.kind === 'pronoun' ? one.width === 1 ? 3 : 1.5 : isVerb(one) && two.kind === 'adverb' ? 1.5 : 0.8
  if (isVerb(one)) {
    if (isNominal(two))
      return one.width === 1 ? 9 : two.width === 1 ? 7 : one.kind === 'gerund' ? COST.close : two.width <= 3 ? 3.5 : 2.2
    if (isVerb(two))
      return short ? 6 : pairs(words, at) ? 3 : 1.5
    if (two.kind === 'idiom')
      return one.width === 1 ? COST.close : 1.5
    return one.width === 1 ? 6 : 1.5
  }
  if (one.kind === 'adjective')
    return isNominal(two) ? one.width === 1 ? COST.tight : COST.close : isVerb(two) || two.kind === 'adjective' || two.kind === 'numeral' ? 4 : short ? 6 : 1.5
  if (one.kind === 'pronoun')
    return isNominal(two) ? 4 : 1.5
  if (one.kind === 'time')
    return two.kind === 'time' ? 7 : isCount(two) ? 6 : 0.8
  if (one.kind === 'idiom')
    return isNominal(two) ? 2 : COST.easy
  if (one.kind === 'close')
    return isNominal(two) ? 2 : COST.easy
  // Nouns in a row name one thing; a noun before a verb is its subject, or names with it what is done.
  if (ADDRESS.has(two.form) && one.width <= 3)
    return 9
  if (/^[我你您他她它咱]们?$/.test(two.form))
    return COST.easy
  if (isNominal(two))
    return short ? 8 : pairs(words, at) ? 7 : 3
  const then = words[at + 2]
  if (two.kind === 'gerund')
    return pairs(words, at) ? COST.close : 2.5
  if (isVerb(two))
    return two.width === 1 ? COST.easy : !then || AFTER_COMPOUND.has(then.kind) ? 2.5 : 1.2
  return two.width === 1 ? 3 : COST.easy
}

/** Words of two characters in a row, nouns or verbs, go in pairs (冯胜利《汉语韵律句法学》: two feet make a compound): 人民群众|血肉联系. */
function pairs(words: readonly Word[], at: number): boolean {
  let first = at
  while (first > 0 && like(words[first - 1]!, words[at]!) && words[first - 1]!.width === 2)
    first--
  return words[at]!.width === 2 && words[at + 1]!.width === 2 && (at - first) % 2 === 0
}

function like(one: Word, two: Word): boolean {
  return one.kind === two.kind || one.kind === 'gerund' || two.kind === 'gerund'
}

function isNominal({ kind }: Word): boolean {
  return kind === 'noun' || kind === 'place' || kind === 'time' || kind === 'latin' || kind === 'pronoun' || kind === 'open'
}

function isVerb({ kind }: Word): boolean {
  return kind === 'verb' || kind === 'gerund' || kind === 'direction'
}

function isCount({ kind }: Word): boolean {
  return kind === 'numeral' || kind === 'number' || kind === 'ordinal'
}

function isHan({ kind }: Word): boolean {
  return kind !== 'latin' && kind !== 'number'
}
