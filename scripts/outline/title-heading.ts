import type { Heading, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import { toString } from 'mdast-util-to-string'
import { flatText, isComment } from '../article/flat-text.ts'
import { toDrafts } from './draft.ts'
import { readNumber } from './numbering.ts'
import { findBelowTitle } from './title-block.ts'

/** The depth of the highest headings. */
export function topDepth(nodes: RootContent[]): number {
  return Math.min(...nodes.flatMap(node => node.type === 'heading' ? [node.depth] : []))
}

/** Whether the headings were found, not the author's. */
export function isInferred(nodes: RootContent[]): boolean {
  return nodes.some(node => node.type === 'heading' && node.data !== undefined)
}

/** The first block, where it is the article's title and not its first part. */
export function titleHeading(nodes: RootContent[], named: string | undefined, place: Places): Heading | undefined {
  const [first, second] = nodes
  if (first?.type !== 'heading')
    return undefined
  if (isInferred(nodes))
    return first.depth === 1 ? first : undefined
  const top = topDepth(nodes)
  if (areAlike(nodes, top, place))
    return undefined
  const headings = nodes.filter(node => node.type === 'heading')
  const isOnly = headings.filter(({ depth }) => depth === top).length === 1
  if (named !== undefined)
    return first.depth === 1 && (isOnly || toString(first) === named) ? first : undefined
  const stands = isOnly || headings[1]!.depth > top || second?.type === 'heading' || hasBylineOnly(nodes, place)
  return first.depth === top && stands ? first : undefined
}

/**
 * An article's blocks from the first that has words on: comments and lines across the page may stand above its title.
 * Definitions above it go to the end: wherever they stand, links need them.
 *
 * @param nodes blocks without frontmatter
 */
export function fromFirstWords(nodes: RootContent[]): RootContent[] {
  const isNothing = (node: RootContent): boolean =>
    isComment(node) || node.type === 'thematicBreak' || node.type === 'definition'
  const first = Math.max(0, nodes.findIndex(node => !isNothing(node)))
  return [...nodes.slice(first), ...nodes.slice(0, first).filter(({ type }) => type === 'definition')]
}

/** Whether nothing but who wrote it, and when, stands between the first heading and the next. */
function hasBylineOnly(nodes: RootContent[], place: Places): boolean {
  const next = nodes.findIndex((node, index) => index > 0 && node.type === 'heading')
  return next > 1 && findBelowTitle(toDrafts(nodes.slice(1, next + 1), place)).length === next - 1
}

/**
 * Whether the headings of the first rank are parts, each of them: they are numbered, or each has headings below it. A
 * title has no such siblings.
 */
function areAlike(nodes: RootContent[], top: number, place: Places): boolean {
  const headings = nodes.filter(node => node.type === 'heading')
  const tops = headings.filter(({ depth }) => depth === top)
  const [one, next] = tops.slice(0, 2).map(node => readNumber(flatText(node, place).text))
  const isCounted = one !== undefined && next?.family === one.family && next.value === one.value + 1
  // Each has headings of its own below it.
  const isFilled = ({ depth }: Heading, at: number): boolean => depth > top || (headings[at + 1]?.depth ?? top) > top
  return tops.length > 1 && (isCounted || headings.every(isFilled))
}
