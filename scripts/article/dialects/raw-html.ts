import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Step } from '../align.ts'
import type { Places } from '../places.ts'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile as File } from 'vfile'
import { align, follow } from '../align.ts'
import { BLOCK, fragmentReader, GAP, PART } from '../html/fragment.ts'
import { spanOf, trimmed } from '../html/part-at-breaks.ts'
import { placesOf, positionOf } from '../places.ts'
import { isFlow, tellLeft } from './reading.ts'
import { isBlock, isSilent, pairedTags, tagOf, tagsOf } from './tags.ts'

const reader = unified().use(fragmentReader(isSilent)).freeze()

/** What a piece of HTML is made of. */
interface Composed { html: string, steps: Step[], parts: RootContent[] }

/**
 * A remark plugin that reads the tags in Markdown as the reader of web pages does. What stands between them is
 * Markdown. What HTML does not have, <完> or <your-name>, stays text.
 *
 * @returns a transformer
 */
export function readRawHtml() {
  return (tree: Root, file: VFile): void => {
    const tags = tagsOf(tree)
    if (tags.size === 0 && !tree.children.some(node => node.type === 'html'))
      return
    const scratch = new File({ path: file.path, value: file.value })
    readIn(tree, { tags, file: scratch, place: placesOf(file) })
    tellLeft({ file, left: scratch.data.unread ?? [] })
  }
}

interface Setting { tags: ReadonlySet<Html>, file: VFile, place: Places }

/** Reads the tags in a parent of blocks. */
function readIn(parent: Parents, setting: Setting): void {
  const children = parent.children as RootContent[]
  const isSpread = (child: RootContent): boolean =>
    child.type === 'paragraph' && isUnbalanced(ownTags(child, setting))
  const spread = new Set<Nodes>(children.filter(isSpread))
  const blocks = children.flatMap(child => readBlock(child, spread.has(child), setting))
  parent.children = blocks as never
  if (spread.size > 0 || blocks.some(isWhole))
    parent.children = convert(compose(parent, spread, setting), setting) as never
}

/** A block without tags, or those that tags make of it. One whose tags go beyond it keeps its own. */
function readBlock(node: RootContent, keepsOwn: boolean, setting: Setting): RootContent[] {
  if (!('children' in node))
    return [node]
  if (isFlow(node)) {
    readIn(node, setting)
    return [node]
  }
  node.children = (node.children as RootContent[]).flatMap(child => readBlock(child, false, setting)) as never
  if (keepsOwn || ownTags(node, setting).length === 0)
    return [node]
  const made = convert(compose(node, new Set(), setting), setting)
  const [first, ...rest] = made
  if (node.type === 'paragraph')
    return made
  if (node.type === 'heading' && first?.type === 'paragraph')
    return [{ ...node, children: first.children }, ...rest]
  return [{ ...node, children: wordsOf(made) } as RootContent]
}

/** Blocks as words, where only words may stand: a line each. */
function wordsOf(blocks: readonly RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index): PhrasingContent[] => {
    const position = block.position && { position: block.position }
    const words: PhrasingContent[] = block.type === 'paragraph'
      ? block.children
      : [{ type: 'text', value: toString(block), ...position }]
    return index > 0 ? [{ type: 'break' }, ...words] : words
  })
}

function ownTags(node: Parents, { tags }: Setting): Html[] {
  return (node.children as RootContent[]).filter((child): child is Html => child.type === 'html' && tags.has(child))
}

/** A block of HTML that is no Markdown in itself: a table, a script. */
function isWhole(node: Nodes): boolean {
  return node.type === 'html' && /^\s*<[a-z]/i.test(node.value)
}

/** Whether a paragraph begins or ends blocks that go beyond it. */
function isUnbalanced(tags: readonly Html[]): boolean {
  const own = tags.filter(tag => isBlock(tagOf(tag)!))
  const open: string[] = []
  for (const tag of own) {
    const { name, isEnd } = tagOf(tag)!
    if (!isEnd)
      open.push(name)
    else if (open.pop() !== name)
      return true
  }
  return open.length > 0
}

/**
 * What stands for an end of a block, and for a node without words: utilities that look for white space look no further.
 */
const BETWEEN = `<${GAP}>.</${GAP}>`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Writes a node's children as HTML, with an element for each that is none. */
// eslint-disable-next-line max-lines-per-function -- its two halves write to one text
function compose(node: Parents, spread: ReadonlySet<Nodes>, setting: Setting): Composed {
  const { tags, place } = setting
  const tagsIn = (child: RootContent): Html[] => {
    if (spread.has(child))
      return ownTags(child as Parents, setting)
    return child.type === 'html' && tags.has(child) ? [child] : []
  }
  const paired = pairedTags((node.children as RootContent[]).flatMap(tagsIn))
  const parts: RootContent[] = []
  const steps: Step[] = []
  let html = isFlow(node) ? '' : `<${BLOCK}>`
  const add = (child: RootContent, flow: boolean): void => {
    const [start, end] = [child.position?.start.offset ?? 0, child.position?.end.offset ?? 0]
    if (child.type === 'html' && (paired.has(child) || (flow && isWhole(child)))) {
      const own = align(child.value, place.source.slice(start, end))
      steps.push(...own.map(({ at, to }) => ({ at: html.length + at, to: start + to })))
      html += child.value
    }
    else if (child.type !== 'html' || !tags.has(child)) {
      steps.push({ at: html.length, to: start })
      const words = (toString(child) || '.').replace(/[&<>]/g, sign => ESCAPES[sign]!)
      html += `<${PART} data-part="${parts.push(child) - 1}"${flow ? ' data-flow' : ''}>${words}</${PART}>`
    }
  }
  const gap = (): void => {
    if (!html.endsWith(BETWEEN))
      html += BETWEEN
  }
  for (const child of node.children as RootContent[]) {
    if (spread.has(child)) {
      gap()
      for (const one of (child as Parents).children)
        add(one as RootContent, false)
      gap()
    }
    else {
      add(child, isFlow(node))
    }
  }
  return { html, steps, parts }
}

/** Reads the HTML, with the places of the article, and puts the nodes of Markdown back. */
function convert({ html, steps, parts }: Composed, { file, place }: Setting): RootContent[] {
  const parsed = reader.parse(new File({ value: html }))
  visit(parsed, (node) => {
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) {
      const last = follow(steps, Math.max(start.offset, end.offset - 1)) + 1
      node.position = positionOf(follow(steps, start.offset), last, place)
    }
  })
  const made = reader.runSync(parsed, file) as Root
  return restored(made.children, parts, place).filter(node => node.type !== 'paragraph' || node.children.length > 0)
}

function restored(nodes: RootContent[], parts: readonly RootContent[], place: Places): RootContent[] {
  return nodes.map((node) => {
    const { part } = node.data as { part?: number } | undefined ?? {}
    if (part !== undefined)
      return parts[part]!
    if ('children' in node)
      node.children = restored(node.children as RootContent[], parts, place) as never
    return node.type === 'paragraph' ? { ...trimmed(node, place), ...spanOf(node.children, node) } : node
  })
}
