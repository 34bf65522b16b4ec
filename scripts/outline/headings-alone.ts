import type { Heading, List, ListItem, RootContent } from 'mdast'

/**
 * Reads an article of headings alone, an outline that somebody has written for a talk: what stands below a part's
 * heading is a list, one below the other by its rank. Where no heading stands below another all of them are a list.
 *
 * @param nodes the blocks below the title
 * @param partDepth the depth of the parts' headings
 * @returns the parts' headings with a list below each; another article as it is
 */
export function listHeadingsAlone(nodes: RootContent[], partDepth: number): RootContent[] {
  const headings = nodes.filter(node => node.type === 'heading')
  const isAlone = nodes.every(({ type }) => /^(?:heading|thematicBreak|html|definition)$/.test(type))
  // Those that were found in a text have data.
  if (headings.length < 2 || !isAlone || headings.some(({ data }) => data !== undefined))
    return nodes
  if (headings.every(({ depth }) => depth === partDepth))
    return [listOf(headings)]
  const starts = [...headings.keys()].filter(at => headings[at]!.depth <= partDepth)
  const above = headings.slice(0, starts[0])
  const parts = starts.flatMap((start, index) => {
    const below = headings.slice(start + 1, starts[index + 1])
    return [headings[start]!, ...below.length > 0 ? [listOf(below)] : []]
  })
  return [...above.length > 0 ? [listOf(above)] : [], ...parts]
}

/** Headings as items, those of lower ranks in the item before. */
function listOf(headings: readonly Heading[]): List {
  const top = Math.min(...headings.map(({ depth }) => depth))
  const items: ListItem[] = []
  for (let at = 0; at < headings.length;) {
    const end = headings.findIndex(({ depth }, index) => index > at && depth <= top)
    const below = headings.slice(at + 1, end < 0 ? undefined : end)
    items.push(itemOf(headings[at]!, below))
    at += 1 + below.length
  }
  return { type: 'list', ordered: false, spread: false, children: items, ...spanOf(headings) }
}

function itemOf(heading: Heading, below: readonly Heading[]): ListItem {
  const place = heading.position && { position: heading.position }
  const words = { type: 'paragraph' as const, children: heading.children, ...place }
  const children = [words, ...below.length > 0 ? [listOf(below)] : []]
  return { type: 'listItem', spread: false, children, ...spanOf([heading, ...below]) }
}

function spanOf(nodes: readonly Heading[]): Pick<List, 'position'> {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end]
  return start && end ? { position: { start, end } } : {}
}
