import type { Heading, RootContent, ThematicBreak } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import type { Outline, Part, Point, Title } from './types.ts'
import { COMMENT } from '../article/comments.ts'
import { flatText } from '../article/flat-text.ts'
import { leaveOut } from '../article/left-out.ts'
import { toPassages } from '../article/passage.ts'
import { warn } from '../article/warn.ts'
import { wording } from '../messages/wording.ts'
import { endsAsSentence, titleRange } from './draft.ts'
import { countsChapters, readNumber } from './numbering.ts'
import { readOrdinal } from './ordinals.ts'

/** An outline's text. */
export type Body = Pick<Outline, 'lead' | 'parts' | 'closing'>

/**
 * Reads what stands under the title: headings of the first depth head parts, of the next depth points; deeper ones stay
 * text.
 *
 * @param nodes the blocks below the title block
 * @param partDepth the depth of the parts' headings
 * @param place the article's places
 * @param file takes messages
 * @returns lead, parts and closing
 */
export function readBody(nodes: RootContent[], partDepth: number, place: Places, file: VFile): Body {
  const body: Body = { lead: [], parts: [], closing: [] }
  const depths = nodes.filter(node => node.type === 'heading').map(({ depth }): number => depth)
  const pointDepth = Math.min(...depths.filter(depth => depth > partDepth))
  const titles = readTitles(nodes, place)
  let target = body.lead
  let depth = partDepth - 1
  for (const [index, node] of nodes.entries()) {
    const part = body.parts.at(-1)
    if (node.type === 'heading') {
      warnSkip(node, depth, file)
      depth = node.depth
    }
    if (node.type === 'heading' && node.depth <= pointDepth) {
      const title = titles.get(node)!
      if (node.depth <= partDepth || !part)
        target = addPart(body, title)
      else
        part.points.push({ title, passages: target = [] })
    }
    else if (node.type === 'thematicBreak') {
      // Of several in a row the first decides.
      if (part && nodes[index - 1]?.type !== 'thematicBreak')
        target = closingAfter(node, nodes.slice(index), partDepth, body, part) ?? target
    }
    else {
      target.push(...toPassages(node, place))
    }
  }
  warnEmpty(body.parts, file)
  return body
}

function addPart(body: Body, title: Title): Part['lead'] {
  const part: Part = { title, lead: [], points: [], closing: [] }
  body.parts.push(part)
  return part.lead
}

/**
 * Where the text after a thematic break belongs. After the last point it opens the part's closing; a second break,
 * there or at once after the first, opens the article's. Before a heading a break is ornament.
 */
function closingAfter(
  node: ThematicBreak,
  after: RootContent[],
  partDepth: number,
  body: Body,
  part: Part,
): Part['closing'] | undefined {
  const breaks = after.findIndex(other => other.type !== 'thematicBreak')
  const next = after[breaks]
  if (!next || next.type === 'heading')
    return undefined
  const heading = after.find(other => other.type === 'heading')
  if (node.data?.closes === 'article' || breaks > 1 || (!node.data && part.closing.length > 0))
    return heading ? undefined : body.closing
  const pointsFollow = heading !== undefined && heading.depth > partDepth && part.points.length > 0
  return part.points.length > 0 && !pointsFollow ? part.closing : undefined
}

/**
 * Reads the titles of headings.
 *
 * @param nodes the blocks that the headings stand among
 * @param place the article's places
 * @returns the title of each
 */
export function readTitles(nodes: RootContent[], place: Places): ReadonlyMap<Heading, Title> {
  const numbered = numberedHeadings(nodes, place)
  return new Map(nodes.flatMap(node => node.type === 'heading' ? [[node, readTitle(node, numbered, place)]] : []))
}

/**
 * A heading's title, without its number. One that ends like a sentence, 。 or ., is a run-in heading: its words belong
 * to the text, and go on in the paragraph below, in English after a space.
 */
function readTitle(node: Heading, numbered: ReadonlySet<Heading>, place: Places): Title {
  const { slice, ...flat } = flatText(node, place)
  const text = flat.text.trimEnd()
  if (node.data) // made by inference, which has taken the number off
    return { ...slice(0, text.length), ...(node.data.runIn && { runIn: node.data.runIn }) }
  const says = (comment: string): boolean =>
    node.children.some(child => child.type === 'html' && child.value === comment)
  if (says(COMMENT.whole))
    return slice(text.length - text.trimStart().length, text.length)
  const runIn = says(COMMENT.runIn) || (endsAsSentence(text) && !says(COMMENT.alone))
  const marker = runIn ? readOrdinal(text)?.length : undefined
  const isNumbered = !says(COMMENT.unnumbered) && (numbered.has(node) || says(COMMENT.numbered))
  const number = says(COMMENT.unnumbered) ? 0 : marker ?? (isNumbered ? readNumber(text)?.length ?? 0 : 0)
  const range = titleRange(text, number < text.length ? number : 0, text.length)
  const sentence = { ...slice(0, text.length), value: /[a-z.!?)]$/i.test(text) ? `${text} ` : text }
  return { ...slice(range.start, range.end), ...(runIn && { runIn: sentence }) }
}

/**
 * Headings whose number is one: a neighbour of the same depth has the one before or after it, or it counts chapters.
 * 3.5的 stands alone.
 */
function numberedHeadings(nodes: RootContent[], place: Places): ReadonlySet<Heading> {
  const numbers = nodes.filter(node => node.type === 'heading').flatMap((node) => {
    const number = readNumber(flatText(node, place).text)
    return number ? [{ node, number, key: `${node.depth} ${number.family} ${number.prefix}` }] : []
  })
  const keys = new Set(numbers.map(({ key, number }) => `${key} ${number.value}`))
  const hasNeighbour = (key: string, value: number): boolean =>
    keys.has(`${key} ${value - 1}`) || keys.has(`${key} ${value + 1}`)
  return new Set(numbers
    .filter(({ key, number }) => countsChapters(number) || hasNeighbour(key, number.value))
    .map(({ node }) => node))
}

function warnSkip(node: Heading, depth: number, file: VFile): void {
  if (!node.data && depth > 0 && node.depth > depth + 1) {
    const reason = wording('heading-skip', { depth: node.depth, before: depth, missing: depth + 1 })
    warn(file, 'heading-skip', node.position, reason)
  }
}

function warnEmpty(parts: Part[], file: VFile): void {
  for (const { title, lead, points, closing } of parts) {
    for (const point of points)
      tellEmpty(point, file)
    if (lead.length + points.length + closing.length === 0 && !title.runIn)
      warn(file, 'empty-part', title.position, wording('empty-part', { title: title.value }))
  }
}

/** A point without text has no slide. */
function tellEmpty({ title, passages }: Point, file: VFile): void {
  if (passages.length > 0 || title.runIn)
    return
  const told = { ruleId: 'empty-part' as const, place: title.position, advice: wording('left-empty-heading-advice') }
  leaveOut(file, title.value, wording('left-empty-heading'), told)
}
