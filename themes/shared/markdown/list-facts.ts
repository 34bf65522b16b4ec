import type { Token } from 'markdown-exit'
import { textOf } from './clauses.ts'
import { areBrief, widthOf } from './item-lengths.ts'
import { strongsOf } from './strongs.ts'

/** An item that denies what another one says: 不是…, not …. */
const DENIES = /^而?(?:(?:[并绝决]|从来)?不(?:是(?!不)|在于?|靠|要(?!紧))|并非|没有(?![^，]*的))|^(?:rather than|not(?! only\b))\b/i
/** What nobody wishes for is the subject: 最大的危险是…. */
const FEARED = new RegExp([
  '^[^，是]{0,16}(?:危险|危機|危机|风险|風險|隐患|隱患|威胁|威脅|敌人|敵人|弱点|弱點|短板|难处|難處|坏处|壞處|错误|錯誤|障碍|障礙)[就便还還]?是',
  String.raw`^(?:\S+ ){0,6}(?:danger|risk|threat|enemy|weakness|mistake|obstacle)(?: \S+){0,6} (?:is|was)\b`,
].join('|'), 'i')

/**
 * A list's items.
 *
 * @param tokens of the slide
 * @param list where the list opens
 * @returns each item as the tokens of its own line
 */
export function itemsOf(tokens: readonly Token[], list: number): Token[][] {
  const end = tokens.findIndex(({ type, level }, index) => index > list && level === 0 && type.endsWith('_list_close'))
  const inList = tokens.slice(list, end)
  return inList.flatMap(({ type, level }, index) =>
    type === 'list_item_open' && level === 1 ? [inList[index + 2]?.children ?? []] : [])
}

/**
 * Tells a list how many items it has, and by classes what they are.
 *
 * @param list the token that opens it; changed
 * @param items its items
 */
export function tellItems(list: Token, items: readonly Token[][]): void {
  const strongs = items.map(item => strongsOf(item).map(({ from, to }) => textOf(item.slice(from, to))))
  const isSame = items.length > 1 && strongs.every(all => all.length === 1 && all[0] === strongs[0]![0])
  const [first, last] = [items[0], items.at(-1)].map(item => item ? textOf(item) : '')
  const isDenied = [DENIES, FEARED].some(kind => kind.test(last!) && !kind.test(first!))
  const stems = items.map(item => textOf(item.slice(0, strongsOf(item)[0]?.from ?? 0)))
  const width = widthOf(items.map((item) => {
    const edges = [0, ...strongsOf(item).flatMap(({ from, to }) => [from, to]), item.length]
    return edges.slice(1).map((to, index) => textOf(item.slice(edges[index], to))).filter(text => text !== '')
  }))
  list.attrSet('style', `--count: ${items.length}; --start: ${list.attrGet('start') ?? 1}`)
  for (const name of [width, isSame && 'same', isDenied && 'denied', areBrief(stems) && 'brief']) {
    if (name)
      list.attrJoin('class', name)
  }
}
