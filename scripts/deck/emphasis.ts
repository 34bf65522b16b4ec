import type { PhrasingContent, Text } from 'mdast'
import { partOf } from '../article/marks.ts'
import { pairBrackets } from '../language/brackets.ts'
import { widthInEm } from '../language/measure.ts'
import { phrasing } from './nodes.ts'

/**
 * A term is no shorter and no longer than this, and no more than this share of its bullet: where all is red nothing
 * is. In em.
 */
const SHORTEST = 2
const LONGEST = 14
const LARGEST_SHARE = 0.5

/**
 * Marks on a slide the term that its author has coined, at most one: emphasis is one thing. The author's own marks
 * stay, and say enough.
 *
 * @param bullets whole clauses
 * @returns for each bullet its words, in one of them the first term that stands in quotation marks or 《》 strong
 */
export function emphasise(bullets: Text[]): PhrasingContent[][] {
  const isMarked = bullets.some(({ data }) => data?.phrasing)
  let isLeft = !isMarked
  return bullets.map((bullet) => {
    const term = quotedTerms(bullet.value).find(([start, end]) => isTerm(bullet.value, start, end))
    const range = isLeft ? term : undefined
    if (!range)
      return phrasing(bullet)
    isLeft = false
    const strong: PhrasingContent = { type: 'strong', children: [partOf(bullet, ...range)] }
    const nodes = [partOf(bullet, 0, range[0]), strong, partOf(bullet, range[1])]
    return nodes.filter(node => node.type !== 'text' || node.value !== '')
  })
}

type Range = [start: number, end: number]

function isTerm(text: string, start: number, end: number): boolean {
  const width = widthInEm(text.slice(start, end))
  return width >= SHORTEST && width <= LONGEST && width <= LARGEST_SHARE * widthInEm(text)
}

/**
 * What stands in quotation marks or 《》, without the marks: a term, and no sentence. Markdown's asterisks want letters
 * on their inner side (CommonMark 6.2).
 */
function quotedTerms(text: string): Range[] {
  return [...pairBrackets(text)]
    .filter(([, open]) => /[“「《]/.test(text[open]!))
    .map(([close, open]): Range => [open + 1, close])
    .filter(([start, end]) => /^[\p{L}\p{N}](?:[^，。；：！？,.;:!?“”‘’「」]*[\p{L}\p{N}])?$/u.test(text.slice(start, end)))
    .sort(([one], [other]) => one - other)
}
