import type { MarkdownExit, Token } from 'markdown-exit'
import type { Strong } from './strongs.ts'
import { textOf, withClauses, withClausesOfHeadline } from './clauses.ts'
import { itemsOf, tellItems } from './list-facts.ts'
import { strongsOf } from './strongs.ts'

/** An ordinal that the author wrote at an item's head: it stands where the list's number would. */
const ORDINAL = new RegExp(`^(?:${[
  '[一二三四五六七八九十]{1,3}[是要]',
  '[一二三四五六七八九十]{1,3}(?=、)',
  '第[一二三四五六七八九十]{1,3}(?=[，、])',
  '其[一二三四五六](?=[，、])',
  '（[一二三四五六七八九十]{1,3}）',
  '(?:First|Second|Third|Fourth|Fifth|Final)(?:ly)?(?=, )',
].join('|')})`)
/** A mark that ends what stands before it: where the rest begins below, it is not shown. */
const MARK = /^(?:[，、；：。]|[,;:.](?=\s|$))+\s*/

/**
 * Gives the parts of an item elements of their own, so that a grid can place them. What stands before its strong words
 * is a span of the class `stem`, what stands after them `rest`, what stands between two strong words `between`; an item
 * without any is all `plain`. A paragraph with strong words gets the same; headlines, quotations and plain items are
 * set by clauses. A list tells how many items it has, and by classes what they are: too long to stand side by side
 * (`rows`) or for one line each there (`wide`); strong in the same words (`same`), behind few words (`brief`); the last
 * one a denial of what the first one says, or what is feared beside what is not (`denied`). No character is added to
 * the text, and none taken away.
 *
 * @param md Slidev's engine
 */
export function itemParts(md: MarkdownExit): void {
  md.core.ruler.push('item_parts', (state) => {
    const { tokens } = state
    for (const [index, token] of tokens.entries()) {
      const before = tokens[index - 1]
      if (token.type !== 'inline' || !token.children || !before)
        continue
      const children = token.children.filter(({ type, content }) => type !== 'text' || content !== '')
      const isItem = tokens[index - 2]?.type === 'list_item_open'
      if (before.type === 'heading_open') {
        token.children = withClausesOfHeadline(children, state.Token)
      }
      else if (before.type === 'paragraph_open') {
        token.children = withParts(children, {
          isItem,
          isOrdered: isItem && orderedAt(tokens, index - 2),
          isTop: before.level === 0,
          Type: state.Token,
        })
      }
    }
    for (const [index, token] of tokens.entries()) {
      if (/^(?:bullet|ordered)_list_open$/.test(token.type) && token.level === 0)
        tellItems(token, itemsOf(tokens, index))
    }
  })
}

/** Puts tokens, if there are any, into a span of a class. */
type Span = (name: string, tokens: readonly Token[]) => Token[]

interface How { isItem: boolean, isOrdered: boolean, isTop: boolean, Type: typeof Token }

function withParts(all: readonly Token[], how: How): Token[] {
  const { isItem, isTop, Type } = how
  const strongs = strongsOf(all)
  const [one, other] = strongs
  if ((isItem || isTop) && strongs.length === 1 && one)
    return aroundOne(all, one, how)
  if (!isItem)
    return isTop || strongs.length === 0 ? withClauses(all, Type) : quoted(all, strongs, Type)
  if (strongs.length === 2 && one && other)
    return aroundTwo(all, one, other, Type)
  return spanOf(Type)('plain', numbered(all, how, tokens => withClauses(tokens, Type)))
}

function spanOf(Type: typeof Token): Span {
  return (name, tokens) => {
    if (tokens.length === 0)
      return []
    const open = new Type('part_open', 'span', 1)
    open.attrSet('class', name)
    return [open, ...tokens, new Type('part_close', 'span', -1)]
  }
}

/** Words around strong ones: a stem before them, a gloss or small words after them. */
function aroundOne(all: readonly Token[], { from, to }: Strong, how: How): Token[] {
  const span = spanOf(how.Type)
  const [stem, strong, after] = [all.slice(0, from), all.slice(from, to), all.slice(to)]
  const large = stem.length === 0 ? numbered(strong, how) : strong
  // A gloss is a sentence; what follows in an item is its small words.
  const small = how.isItem ? after : withClauses(after, how.Type)
  return [...span('stem', numbered(stem, how)), ...large, ...rest(small, span)]
}

/** The words of an item before, between and after strong ones. */
function aroundTwo(all: readonly Token[], one: Strong, other: Strong, Type: typeof Token): Token[] {
  const span = spanOf(Type)
  return [
    ...span('stem', all.slice(0, one.from)),
    ...all.slice(one.from, one.to),
    ...span('between', all.slice(one.to, other.from)),
    ...all.slice(other.from, other.to),
    ...rest(all.slice(other.to), span),
  ]
}

/** A quotation: its strong lines by clauses, and what stands between them in spans. */
function quoted(all: readonly Token[], strongs: readonly Strong[], Type: typeof Token): Token[] {
  const span = spanOf(Type)
  return runs(all, strongs).flatMap(run => run[0]?.type === 'strong_open'
    ? [run[0], ...withClauses(run.slice(1, -1), Type), run.at(-1)!]
    : span('run', withClauses(run, Type)))
}

/** Puts an item's ordinal into a span. What the ordinal stands over is a part as well: the `point`. */
function numbered(
  tokens: readonly Token[],
  { isOrdered, Type }: How,
  then = (point: readonly Token[]): readonly Token[] => point,
): Token[] {
  const span = spanOf(Type)
  const isStrong = tokens[0]?.type === 'strong_open'
  const inner = isStrong ? tokens.slice(1, -1) : tokens
  const first = isOrdered ? withFirst(inner, [[ORDINAL, 'ordinal'], [MARK, 'mark']], span) : [...inner]
  const at = first[0]?.type === 'part_open' ? first.findLastIndex(({ type }) => type === 'part_close') + 1 : 0
  const whole = at > 0 ? [...first.slice(0, at), ...span('point', then(first.slice(at)))] : then(first)
  return isStrong ? [tokens[0]!, ...whole, tokens.at(-1)!] : [...whole]
}

/** What stands after strong words. A mark before it, or a mark alone, is a span of its own. */
function rest(tokens: readonly Token[], span: Span): Token[] {
  const isMark = MARK.exec(textOf(tokens))?.[0] === textOf(tokens)
  return isMark ? span('mark', tokens) : span('rest', withFirst(tokens, [[MARK, 'mark']], span))
}

/** A quotation's strong lines, and what stands between them, without the breaks at its ends. */
function runs(all: readonly Token[], strongs: readonly Strong[]): Token[][] {
  const edges = [0, ...strongs.flatMap(({ from, to }) => [from, to]), all.length]
  const isBreak = (token?: Token): boolean => token?.type === 'softbreak' || token?.type === 'hardbreak'
  return edges.slice(1).map((to, index) => {
    const run = all.slice(edges[index], to)
    return run.slice(isBreak(run[0]) ? 1 : 0, run.length > 1 && isBreak(run.at(-1)) ? -1 : undefined)
  }).filter(run => run.length > 0)
}

/** What the first text begins with, by one pattern after the other, in spans of their own. */
function withFirst(tokens: readonly Token[], patterns: readonly (readonly [RegExp, string])[], span: Span): Token[] {
  const at = tokens.findIndex(({ type }) => type === 'text')
  const text = tokens[at]
  if (!text)
    return [...tokens]
  const part = (content: string): Token =>
    Object.assign(Object.create(Object.getPrototypeOf(text)), text, { content }) as Token
  const firsts: Token[] = []
  let left = text.content
  for (const [pattern, name] of patterns) {
    const [first] = left.match(pattern) ?? []
    if (first === undefined || first.length >= left.length)
      break
    firsts.push(...span(name, [part(first)]))
    left = left.slice(first.length)
  }
  return [...tokens.slice(0, at), ...firsts, part(left), ...tokens.slice(at + 1)]
}

/** Whether the list of the item at a place is a numbered one. */
function orderedAt(tokens: readonly Token[], item: number): boolean {
  const outer = tokens[item]!.level - 1
  const list = tokens.slice(0, item).findLast(({ type, level }) => type.endsWith('_list_open') && level === outer)
  return list?.type === 'ordered_list_open'
}
