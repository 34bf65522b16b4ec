import type { Heading, Root, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import { flatText } from '../article/flat-text.ts'
import { hasWords } from '../language/marks.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { placeOf, rootOf, toDrafts } from './draft.ts'
import { findBelowTitle, findTitleBlock, readLines } from './title-block.ts'
import { role } from './title-lines.ts'

/**
 * Right below a title, pages set the subtitle and the author as headings too.
 *
 * @param nodes the article's blocks without frontmatter
 * @param place the article's places
 * @returns the blocks, those lines with their roles
 */
export function titleHeadings(nodes: RootContent[], place: Places): RootContent[] {
  const [title, ...rest] = nodes
  if (title?.type !== 'heading' || title.depth > 1)
    return nodes
  const end = rest.findIndex(node => node.type !== 'heading')
  const headings = rest.slice(0, Math.max(0, end))
  const upper = headings.findIndex(node => node.type === 'heading' && node.depth === 1)
  // Whatever it looks like, a heading that stands right over text, with others of its rank below, heads a part.
  const last = headings.at(-1)
  const hasSiblings = last !== undefined && rest.slice(end).some(node => depthOf(node) === depthOf(last))
  const isPart = upper < 0 && last !== undefined && hasSiblings && isBareName(last, place)
  const lines = headings.slice(0, upper < 0 ? headings.length - (isPart ? 1 : 0) : upper)
  const block = toDrafts(lines.map(node => ({ ...node, type: 'paragraph' }) as RootContent), place)
  const found = readLines(block, block.length)
  // A heading that is lower than the one right below it heads nothing.
  const [first, second] = lines.map(node => node.type === 'heading' ? node.depth : 0)
  const isSubtitle = found.length === 0 && first !== undefined && second !== undefined && first > second
  const roles = isSubtitle ? [role(block[0]!, 'subtitle', 0, block[0]!.text.length)] : found
  return [title, ...roles, ...rest.slice(roles.length)]
}

/**
 * Puts the title of a Markdown article before what stands above it: pictures, links to other languages, who translated
 * it. Its only heading of the first rank is its title, where it is also its first.
 *
 * @param nodes the article's blocks without frontmatter
 * @param place the article's places
 * @returns the blocks, the title first; as they were where a line that could be the title stands above
 */
export function onlyTitleFirst(nodes: RootContent[], place: Places): RootContent[] {
  const at = nodes.findIndex(node => node.type === 'heading')
  const title = nodes[at]
  const tops = nodes.filter(node => node.type === 'heading' && node.depth === 1)
  if (at < 1 || title?.type !== 'heading' || title.depth > 1 || tops.length > 1)
    return nodes
  // Behind sentences, with no heading below it, it heads what closes the article: 结语.
  const hasParts = nodes.slice(at + 1).some(node => node.type === 'heading')
  if (!hasParts && nodes.slice(0, at).some(node => isSentence(node, place)))
    return nodes
  const isTitle = hasWords(flatText(title, place).text) && !isPlainLine(nodes[0]!, place)
  if (!isTitle)
    return nodes
  // Who wrote it stands by the title.
  const below = at + 1 + findBelowTitle(toDrafts(nodes.slice(at + 1), place)).length
  return [...nodes.slice(at, below), ...nodes.slice(0, at), ...nodes.slice(below)]
}

function depthOf(node: RootContent): number {
  return node.type === 'heading' ? node.depth : 0
}

/** Two or three characters may be a name as well as a heading: 常用. */
function isBareName(node: RootContent, place: Places): boolean {
  return /^\p{Script=Han}[ \u3000]*\p{Script=Han}{1,2}$/u.test(flatText(node, place).text.trim())
}

function isSentence(node: RootContent, place: Places): boolean {
  return node.type === 'paragraph' && /[。！？.!?]$/.test(flatText(node, place).text.trim())
}

/** Whether a block is a line of words and nothing else: no picture, and not links alone. */
function isPlainLine(node: RootContent, place: Places): boolean {
  if (node.type !== 'paragraph' || node.children.some(({ type }) => type !== 'text' && type !== 'strong'))
    return false
  return findTitleBlock(toDrafts([node, node], place), place).length > 0
}

/**
 * An article with headings whose title is none: a short first paragraph above them. Its headings stand below it.
 *
 * @param tree the article
 * @param nodes its blocks without frontmatter
 * @param place the article's places
 * @returns the article with its title, or as it was
 */
export function titleAbove(tree: Root, nodes: RootContent[], place: Places): Root {
  const first = nodes.findIndex(node => node.type === 'heading')
  const { nodes: block, length } = findTitleBlock(toDrafts(nodes.slice(0, first + 1), place), place)
  const [title] = block
  if (title?.type !== 'heading' || length > first)
    return tree
  title.data = {
    doubt: {
      position: placeOf(title),
      confidence: 0.7,
      ...reasonFor(wording('doubt-first-line-headed')),
    },
  }
  const lower = nodes.some(node => node.type === 'heading' && node.depth === 1) ? 1 : 0
  const rest = nodes.slice(length).map(node => node.type === 'heading' ? lowered(node, lower) : node)
  return rootOf(tree, [...tree.children.filter(node => node.type === 'yaml'), ...block, ...rest])
}

function lowered(heading: Heading, by: number): Heading {
  return { ...heading, depth: Math.min(6, heading.depth + by) as Heading['depth'] }
}
