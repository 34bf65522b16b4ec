import type { Kind, Word } from './words.ts'
import { COST, isCount, isNominal, isVerb } from './word-classes.ts'

/** A noun and a verb before these name together what is done: 城市建设的, 内存占用从. */
const AFTER_COMPOUND = new Set<Kind>(['stop', 'close', 'structural', 'preposition'])

/** Forms of address follow a name (赵元任《中国话的文法》). */
const ADDRESS = new Set('同志 先生 女士 小姐 老师 师傅 教授 博士 院士 主席 主任 总理 总统 总书记 书记 部长 省长 市长 县长 局长 校长 院长 厂长 村长 医生 大夫 伯伯 叔叔 阿姨 爷爷 奶奶 大爷 大娘'.split(' '))

/**
 * How much two neighbouring words hold together that both have a meaning of their own.
 *
 * @param one the word before the place
 * @param two the word after it
 * @param words the text's words
 * @param at the first one's place
 * @returns what parting them costs
 */
export function betweenContents(one: Word, two: Word, words: readonly Word[], at: number): number {
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

/**
 * Words of two characters in a row, nouns or verbs, go in pairs (冯胜利《汉语韵律句法学》: two feet make a compound): 人民群众|血肉联系.
 */
function pairs(words: readonly Word[], at: number): boolean {
  let first = at
  while (first > 0 && like(words[first - 1]!, words[at]!) && words[first - 1]!.width === 2)
    first--
  return words[at]!.width === 2 && words[at + 1]!.width === 2 && (at - first) % 2 === 0
}

function like(one: Word, two: Word): boolean {
  return one.kind === two.kind || one.kind === 'gerund' || two.kind === 'gerund'
}
