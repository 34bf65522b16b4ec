import type { Html, Nodes, Root } from 'mdast'
import { isFlow } from './reading.ts'

/** Elements without an end (HTML, 13.1.2). */
const VOID = new Set(['br', 'hr', 'img', 'wbr'])
/** Elements whose end may go without saying (HTML, 13.1.2.4). */
const OPEN_ENDED = new Set(['p', 'li', 'dt', 'dd', 'rt', 'rp'])
/** Parts of tables: they are such within a table alone. */
const TABLE_PARTS = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col'])
/** Elements that hold blocks. */
const BLOCKS = new Set([
  'address article aside blockquote center details div dl fieldset figcaption figure footer form',
  'h1 h2 h3 h4 h5 h6 header hgroup main nav ol pre section summary table ul',
].flatMap(names => names.split(' ')))
/** Elements that hold words. */
const WORDS = new Set([
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark nobr picture q rb ruby',
  's samp small span strike strong sub sup time tt u var',
].flatMap(names => names.split(' ')))
/** Elements whose content is no words of the page. */
const SILENT = new Set([
  'audio canvas embed iframe noembed noframes noscript object script select source style svg template textarea',
  'track video',
].flatMap(names => names.split(' ')))

/** What is known of a tag. */
export interface Tag { name: string, isEnd: boolean, isAlone: boolean }

const NAME = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i

/**
 * A tag of HTML, as Markdown has it among words.
 *
 * @param html a node
 * @returns what it is; nothing for comments, and for elements that HTML has not or nobody writes in articles: they are
 *   text
 */
export function tagOf({ value }: Html): Tag | undefined {
  const match = NAME.exec(value)
  const name = match?.[2]!.toLowerCase() ?? ''
  const isKnown = [VOID, OPEN_ENDED, TABLE_PARTS, BLOCKS, WORDS, SILENT].some(names => names.has(name))
  const isAlone = VOID.has(name) || /^<(?:embed|source|track|col)\b/i.test(value)
  return isKnown ? { name, isEnd: match![1] !== '', isAlone } : undefined
}

/** Whether nothing of an element's content is shown. */
export function isSilent(name: string): boolean {
  return SILENT.has(name)
}

/** Whether an element holds blocks, so that its tags may stand in several paragraphs. */
export function isBlock({ name }: Tag): boolean {
  return BLOCKS.has(name) || TABLE_PARTS.has(name)
}

/**
 * Finds which tags have their other half.
 *
 * @param nodes nodes in order
 * @returns the other half of each that has one
 */
function halvesOf(nodes: readonly Html[]): ReadonlyMap<Html, Html> {
  const halves = new Map<Html, Html>()
  const open = new Map<string, Html[]>()
  for (const node of nodes) {
    const tag = tagOf(node)
    if (!tag || tag.isAlone)
      continue
    const starts = open.get(tag.name) ?? []
    open.set(tag.name, starts)
    const start = tag.isEnd ? starts.pop() : undefined
    if (start)
      halves.set(start, node).set(node, start)
    else if (!tag.isEnd)
      starts.push(node)
  }
  return halves
}

/**
 * The tags of an article: which HTML among its words is markup. A tag without its other half is such where it needs
 * none, or holds blocks and stands at a block's edge; else its author means the words.
 *
 * @param tree the article
 * @returns the nodes that are tags
 */
export function tagsOf(tree: Root): ReadonlySet<Html> {
  const nodes: { node: Html, isEdge: boolean }[] = []
  const collect = (node: Nodes): void => {
    if (!('children' in node))
      return
    for (const [index, child] of node.children.entries()) {
      if (child.type === 'html' && !isFlow(node))
        nodes.push({ node: child, isEdge: index === 0 || index === node.children.length - 1 })
      else
        collect(child)
    }
  }
  collect(tree)
  const halves = halvesOf(nodes.map(({ node }) => node))
  return new Set(nodes.filter(({ node, isEdge }) => {
    const tag = tagOf(node)
    if (!tag)
      return false
    const isLone = tag.isAlone || OPEN_ENDED.has(tag.name) || TABLE_PARTS.has(tag.name)
    return halves.has(node) || isLone || (BLOCKS.has(tag.name) && isEdge)
  }).map(({ node }) => node))
}

/**
 * The tags of a sequence that may go to a parser of HTML: those that stand in pairs there, and those that need no other
 * half. The others would take in what follows them, or end what stands round them.
 *
 * @param nodes the tags among siblings, in order
 */
export function pairedTags(nodes: readonly Html[]): ReadonlySet<Html> {
  const halves = halvesOf(nodes)
  let tables = 0
  return new Set(nodes.filter((node) => {
    const { name, isEnd, isAlone } = tagOf(node)!
    if (name === 'table' && halves.has(node))
      tables += isEnd ? -1 : 1
    return TABLE_PARTS.has(name) ? tables > 0 : halves.has(node) || isAlone || (OPEN_ENDED.has(name) && !isEnd)
  }))
}
