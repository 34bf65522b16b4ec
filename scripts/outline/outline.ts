import type { Heading, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/passage.ts'
import type { Doubt, Outline, Part, Title } from './types.ts'
import { toString } from 'mdast-util-to-string'
import { parse as parseYaml } from 'yaml'
import { flatText, placesOf, toPassages } from '../article/passage.ts'
import { splitClauses, trimClause } from '../language/clauses.ts'
import { detectLanguage } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { titleRange, toDrafts } from './draft.ts'
import { readNumber } from './numbering.ts'
import { readOrdinal } from './ordinals.ts'
import { findBelowTitle, splitTitle } from './title-block.ts'

/** What an article's frontmatter may say of it. */
interface Meta { title?: string, subtitle?: string, author?: string, date?: string, language?: string }

/**
 * A unified plugin that reads an article with headings as an Outline.
 *
 * @returns a transformer from mdast to an Outline, which it leaves in the file's data too; it warns, in the file's messages, of headings that are out of order
 */
export function toOutline() {
  return (tree: Root, file: VFile): Outline => {
    const place = placesOf(file)
    const meta = readMeta(tree, file)
    const nodes = tree.children.filter(node => node.type !== 'yaml')
    const head = readHead(nodes, meta, file, place)
    const body = readBody(head.rest, head.depth, place, file)
    const title = head.title ?? guessTitle(body, file)
    // A title over headings that are none: all the text is one part.
    if (body.parts.length === 0)
      body.parts.push({ title, lead: body.lead.splice(0), points: [], closing: [] })
    const language = meta.language ?? detectLanguage(toString(tree))
    const outline: Outline = {
      type: 'outline',
      title,
      subtitle: head.subtitle,
      byline: head.byline,
      language,
      ...body,
      doubts: [...collectDoubts(nodes), ...(head.title ? [] : [{ position: title.position!, confidence: 0.3, reason: 'No title found: the first clause stands for it' }])],
    }
    file.data.outline = outline
    return outline
  }
}

function readMeta(tree: Root, file: VFile): Meta {
  const yaml = tree.children.find(node => node.type === 'yaml')
  if (!yaml)
    return {}
  try {
    const data: unknown = parseYaml(yaml.value)
    if (typeof data !== 'object' || data === null)
      return {}
    return Object.fromEntries(Object.entries(data).filter(([, value]) => ['string', 'number'].includes(typeof value)).map(([key, value]) => [key, String(value)]))
  }
  catch (cause) {
    file.message('Unexpected frontmatter that is not YAML, expected lines such as `title: …`: correct it, or remove the `---` lines', { place: yaml.position, ruleId: 'frontmatter', source: 'lectern', ...(cause instanceof Error && { cause }) })
    return {}
  }
}

interface Head { title?: Text, subtitle: Text[], byline: Text[], rest: RootContent[], depth: number }

/** Takes the title block off an article's head. */
function readHead(nodes: RootContent[], meta: Meta, file: VFile, place: Places): Head {
  const depths = nodes.flatMap(node => node.type === 'heading' ? [node.depth] : [])
  const top = Math.min(...depths)
  const first = nodes[0]
  const tops = depths.filter(depth => depth === top).length
  const inferred = nodes.some(node => node.type === 'heading' && node.data !== undefined)
  const hasTitle = first?.type === 'heading' && (inferred
    ? first.depth === 1
    : first.depth === top && (tops === 1 || depths[1]! > top || nodes[1]?.type === 'heading') && !(meta.title !== undefined && tops > 1))
  const head: Head = { subtitle: [], byline: [], rest: nodes, depth: top }
  if (meta.title !== undefined)
    head.title = metaText(meta.title, file, place)
  if (hasTitle) {
    const block = inferred ? [first] : splitTitle(toDrafts([first], place)[0]!, first)
    const below = inferred ? { nodes: [], length: 0 } : findBelowTitle(toDrafts(nodes.slice(1), place))
    head.title ??= textOf(block[0]!, place)
    for (const node of [...block, ...below.nodes, ...nodes]) {
      if (node.type === 'paragraph' && node.data?.role)
        head[node.data.role].push(textOf(node, place))
    }
    head.rest = nodes.slice(1 + below.length).filter(node => !(node.type === 'paragraph' && node.data?.role))
    head.depth = Math.min(...head.rest.flatMap(node => node.type === 'heading' ? [node.depth] : []))
    if (tops > 1 && head.depth === top)
      warnSecondTitles(head.rest, top, file)
  }
  if (meta.subtitle !== undefined)
    head.subtitle = [metaText(meta.subtitle, file, place)]
  const byline = [meta.author, meta.date].filter(value => value !== undefined)
  if (byline.length > 0)
    head.byline = byline.map(line => metaText(line, file, place))
  return head
}

function warnSecondTitles(rest: RootContent[], depth: number, file: VFile): void {
  if (!rest.some(node => node.type === 'heading' && node.depth > depth))
    return
  for (const node of rest) {
    if (node.type === 'heading' && node.depth === depth)
      file.message(`Unexpected second title \`${toString(node)}\`, expected one heading of depth ${depth}: it is read as a part; add a # to it and to those below it`, { place: node.position, ruleId: 'second-title', source: 'lectern' })
  }
}

function metaText(value: string, file: VFile, place: Places): Text {
  const start = Math.max(0, String(file).indexOf(value))
  return { type: 'text', value, position: { start: { ...place.toPoint(start)!, offset: start }, end: { ...place.toPoint(start + value.length)!, offset: start + value.length } } }
}

function textOf(node: RootContent, place: Places): Text {
  const { text, slice } = flatText(node, place)
  return slice(0, text.length)
}

type Body = Pick<Outline, 'lead' | 'parts' | 'closing'>

/** Reads what stands under the title: headings of the first depth head parts, of the next depth points; deeper ones stay text. */
function readBody(nodes: RootContent[], partDepth: number, place: Places, file: VFile): Body {
  const body: Body = { lead: [], parts: [], closing: [] }
  const depths = [...new Set(nodes.flatMap(node => node.type === 'heading' ? [node.depth as number] : []))].filter(depth => depth > partDepth)
  const pointDepth = Math.min(...depths)
  let target = body.lead
  let depth = partDepth - 1
  for (const [index, node] of nodes.entries()) {
    const part = body.parts.at(-1)
    if (node.type === 'heading' && node.depth <= pointDepth) {
      warnSkip(node, depth, file)
      depth = node.depth
      const title = readTitle(node, place)
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
function readTitle(node: Heading, place: Places): Title {
  const { text, slice } = flatText(node, place)
  if (node.data) // made by inference, which has taken the number off
    return { ...slice(0, text.length), ...(node.data.runIn && { runIn: node.data.runIn }) }
  const runIn = /[。；，][”’」』）]?$|[a-z][”"’)]?\.$/.test(text)
  const marker = runIn ? readOrdinal(text)?.length : undefined
  const number = marker ?? readNumber(text)?.length ?? 0
  const range = titleRange(text, number < text.length ? number : 0, text.length)
  return { ...slice(range.start, range.end), ...(runIn && { runIn: slice(0, text.length) }) }
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

/** Without a title the first clause of the text stands for it, or the first heading. */
function guessTitle(body: Body, file: VFile): Text {
  const first = body.lead[0] ?? body.parts[0]?.lead[0] ?? body.parts[0]?.points[0]?.passages[0]
  if (!first)
    return body.parts[0]?.title ?? file.fail('Unexpected article without words, expected a title or a paragraph: put its text in it', { ruleId: 'no-words', source: 'lectern' })
  const sentence = splitSentences(first.text)[0]!
  const clause = trimClause(sentence).length <= 24 ? sentence : splitClauses(sentence, 'commas')[0]!
  const range = titleRange(first.text, 0, clause.length)
  return first.slice(range.start, range.end)
}

function collectDoubts(nodes: RootContent[]): Doubt[] {
  return nodes.flatMap(node => (node.type === 'heading' || node.type === 'thematicBreak') && node.data?.doubt ? [node.data.doubt] : [])
}
