import type { Heading, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import type { Outline, Part, Title } from './types.ts'
import { flatText } from '../article/flat-text.ts'
import { toPassages } from '../article/passage.ts'
import { titleRange } from './draft.ts'
import { countsChapters, readNumber } from './numbering.ts'
import { readOrdinal } from './ordinals.ts'

/** An outline's text. */
export type Body = Pick<Outline, 'lead' | 'parts' | 'closing'>

/**
 * Reads what stands under the title: headings of the first depth head parts, of the next depth points; deeper ones stay text.
 *
 * @param nodes the blocks below the title block
 * @param partDepth the depth of the parts' headings
 * @param place the article's places
 * @param file takes messages
 * @returns lead, parts and closing
 */
export function readBody(nodes: RootContent[], partDepth: number, place: Places, file: VFile): Body {
  const body: Body = { lead: [], parts: [], closing: [] }
  const depths = [...new Set(nodes.flatMap(node => node.type === 'heading' ? [node.depth as number] : []))].filter(depth => depth > partDepth)
  const pointDepth = Math.min(...depths)
  const numbered = numberedHeadings(nodes, place)
  let target = body.lead
  let depth = partDepth - 1
  for (const [index, node] of nodes.entries()) {
    const part = body.parts.at(-1)
    if (node.type === 'heading' && node.depth <= pointDepth) {
      warnSkip(node, depth, file)
      depth = node.depth
      const title = readTitle(node, numbered, place)
      if (node.depth <= partDepth || !part)
        target = addPart(body, title)
      else
        part.points.push({ title, passages: target = [] })
    }
    else if (node.type === 'thematicBreak' && part) {
      target = closingAfter(node, nodes.slice(index), body, part) ?? target
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

/** A thematic break after the last point opens the part's closing; a second, or one that inference marks so, the article's. */
function closingAfter(node: RootContent & { type: 'thematicBreak' }, after: RootContent[], body: Body, part: Part): Part['closing'] | undefined {
  const next = after.slice(1)
  if (next.length === 0 || next[0]!.type === 'heading')
    return undefined
  const untilHeading = next.findIndex(other => other.type === 'heading')
  const nextHeading = untilHeading < 0 ? undefined : next[untilHeading] as Heading
  if (nextHeading && nextHeading.depth > 2 && part.points.length > 0)
    return undefined
  const article = node.data?.closes === 'article' || next[0]!.type === 'thematicBreak' || (!node.data && part.closing.length > 0)
  if (article)
    return nextHeading ? undefined : body.closing
  return part.points.length > 0 ? part.closing : undefined
}

/** A heading's title, without its number. One that ends like a sentence, 。 or ., is a run-in heading: its words belong to the text. */
function readTitle(node: Heading, numbered: ReadonlySet<Heading>, place: Places): Title {
  const { text, slice } = flatText(node, place)
  if (node.data) // made by inference, which has taken the number off
    return { ...slice(0, text.length), ...(node.data.runIn && { runIn: node.data.runIn }) }
  const runIn = /[。；，][”’」』）]?$|[a-z][”"’)]?\.$/.test(text)
  const marker = runIn ? readOrdinal(text)?.length : undefined
  const number = marker ?? (numbered.has(node) ? readNumber(text)!.length : 0)
  const range = titleRange(text, number < text.length ? number : 0, text.length)
  return { ...slice(range.start, range.end), ...(runIn && { runIn: slice(0, text.length) }) }
}

/** Headings whose number is one: a neighbour of the same depth has the one before or after it, or it counts chapters. 3.5的 stands alone. */
function numberedHeadings(nodes: RootContent[], place: Places): ReadonlySet<Heading> {
  const numbers = nodes.flatMap((node) => {
    const number = node.type === 'heading' ? readNumber(flatText(node, place).text) : undefined
    return number && node.type === 'heading' ? [{ node, number, key: `${node.depth} ${number.family} ${number.prefix}` }] : []
  })
  const keys = new Set(numbers.map(({ key, number }) => `${key} ${number.value}`))
  return new Set(numbers
    .filter(({ key, number }) => countsChapters(number) || keys.has(`${key} ${number.value - 1}`) || keys.has(`${key} ${number.value + 1}`))
    .map(({ node }) => node))
}

function warnSkip(node: Heading, depth: number, file: VFile): void {
  if (!node.data && depth > 0 && node.depth > depth + 1)
    file.message(`Unexpected heading of depth ${node.depth} after one of depth ${depth}, expected depth ${depth + 1}: remove a #, or add the heading that is missing`, { place: node.position, ruleId: 'heading-skip', source: 'lectern' })
}

function warnEmpty(parts: Part[], file: VFile): void {
  for (const part of parts) {
    if (part.lead.length + part.points.length + part.closing.length === 0 && !part.title.runIn)
      file.message(`Unexpected part \`${part.title.value}\` without text, expected a paragraph after its heading: its deck has a cover and an outline only`, { place: part.title.position, ruleId: 'empty-part', source: 'lectern' })
  }
}
