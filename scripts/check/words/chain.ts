import type { ArticleText } from './article-text.ts'
import type { Block, Link } from './model.ts'
import { bareWords } from './bare-words.ts'

/**
 * Finds a structure whose pieces stand one after the other and are whole clauses only together: a list's items are
 * parted by 、 (GB/T 15834—2011, 4.5) or what joins the last, are whole clauses, or are the two ends of a change; what
 * stands before the first and after the last may go on in its clause.
 *
 * @param blocks what stands before the items, the items, what stands after them
 * @param article what the article says
 * @param from the offset to begin at
 * @param to the offset that it ends before
 * @returns the places of the pieces, or nothing where they do not stand so
 */
export function findChain(blocks: Block[], article: ArticleText, from: number, to: number): Link[] | undefined {
  const first = bareWords(blocks[0]?.text ?? '')
  if (first === '')
    return undefined
  for (let at = article.body.indexOf(first, from); at >= 0 && at < to; at = article.body.indexOf(first, at + 1)) {
    const links = article.isEdge(at) ? linksFrom(blocks, article, at) : undefined
    if (links && links.at(-1)!.end <= to && article.isEdge(links.at(-1)!.end))
      return links
  }
  return undefined
}

/** What joins the last item of a list to those before it. */
const JOINT = /^(?:以及|及其|[和与及或]|and|or)/i
const AND = /^and\s/i
/** 由8元 | 降到5元; from 40 | to 8: the two ends of a change. */
const COUNT = `(?:${[
  '[\\d一二三四五六七八九十百千万两零]',
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|million',
].join('|')})`
const FROM = new RegExp(`^(?:[由从自]|from).*${COUNT}`, 'iu')
const TO = new RegExp(`^(?:\\p{Script=Han}{1,6}?[到至为成]|to).*${COUNT}`, 'iu')
const PARTS = /[、,和与及或]|and|or/i

/** Where the words begin that a joint joins, where one stands at an offset: the “or” of “order” is none. */
function behindJoint(article: ArticleText, at: number): number {
  const joint = JOINT.exec(article.body.slice(at, at + 4))?.[0] ?? ''
  const end = at + joint.length
  return joint === '' || [at, end].some(place => article.isWithinWord(place)) ? at : end
}

function linksFrom(blocks: Block[], article: ArticleText, start: number): Link[] | undefined {
  const { body } = article
  const links: Link[] = []
  let end = start
  for (const [index, block] of blocks.entries()) {
    const words = bareWords(block.text)
    let at = end
    while (article.isMark(at) && !body.startsWith(words, at))
      at++
    const inList = block.kind === 'item' && blocks[index - 1]?.kind === 'item'
    if (inList && !body.startsWith(words, at))
      at = behindJoint(article, at)
    if (words === '' || !body.startsWith(words, at))
      return undefined
    const isChange = inList && FROM.test(bareWords(blocks[index - 1]!.text)) && TO.test(words)
    // 612 bridges | and £1.9 million: between two counts the conjunction may begin the second.
    const isCounted = [blocks[index - 1], block].every(one => /\d/.test(one?.text ?? '')) && AND.test(block.text.trim())
    const isParted = at > end ? PARTS.test(body.slice(end, at)) || article.isEdge(at) : isCounted
    if (inList && !isParted && !isChange)
      return undefined
    end = at + words.length
    links.push({ block, at, end })
  }
  return links
}
