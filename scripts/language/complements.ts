import type { Word } from './model.ts'
import type { Seam } from './seams.ts'
import { isVerb } from './word-classes.ts'

/** Prepositions that complete a verb (朱德熙《语法讲义》): 落实到, 区别于, 来自, 走向, 献给. */
const COMPLETING = new Set('到 于 自 向 往 给 在 至 成 为 作 出 入 上 下'.split(' '))
/** Results of a verb (《语法讲义》): 做好, 看清. */
const RESULTS = new Set('好 完 掉 住 透 够 清 满 光 死 错 对 懂 见'.split(' '))

/** Whether a word completes the word right before it. After a long verb, only one that can be nothing else does. */
export function completes({ words, at }: Pick<Seam, 'words' | 'at'>): boolean {
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

/** Whether the first word completes the one before it. */
export function followsComplement({ words, at }: Seam): boolean {
  return at > 0 && completes({ words, at: at - 1 })
}

/**
 * Whether one of some words stands in the clause before a place.
 *
 * @param words a text's words
 * @param at a place among them
 * @param forms the words, each of one character
 */
export function clauseHas(words: readonly Word[], at: number, forms: string): boolean {
  const isInClause = ({ kind, text }: Word): boolean => kind !== 'stop' || text === '、'
  for (let before = at; before >= 0 && isInClause(words[before]!); before--) {
    if (forms.includes(words[before]!.form))
      return true
  }
  return false
}
