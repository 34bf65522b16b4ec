import type { Parents, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { LAST_ATTRIBUTES, LEADING_ATTRIBUTES } from './line-marks.ts'
import { escapedIn, without } from './reading.ts'

/** What attributes may stand behind in a line. */
const HAVE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'image',
  'inlineCode',
  'link',
  'imageReference',
  'linkReference',
  'strong',
  'emphasis',
])

/**
 * Takes the attributes off a parent's children: {.class} behind a link, a picture, code, words in brackets, and at a
 * heading's or a paragraph's end (pandoc's manual, “Extension: attributes”, “bracketed_spans”).
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children without attributes; the brackets of words that had some are gone
 */
export function dropAttributes(parent: Parents, reading: Reading): RootContent[] {
  let nodes = parent.children as RootContent[]
  if (nodes.some(node => node.type === 'text' && /\]\{|\]\($/.test(node.value)))
    nodes = openSpans(nodes, reading)
  nodes = nodes.flatMap((node, index): RootContent[] => {
    const before = nodes[index - 1]
    if (node.type !== 'text' || !before || !HAVE_ATTRIBUTES.has(before.type))
      return [node]
    const mark = LEADING_ATTRIBUTES.exec(node.value)
    const isMark = mark && !escapedIn(node, reading.place)(0)
    return isMark ? without(node, [[0, mark[0].length]], reading.place) : [node]
  })
  const last = nodes.at(-1)
  if ((parent.type !== 'heading' && parent.type !== 'paragraph') || last?.type !== 'text')
    return nodes
  const words = last.value.trimEnd()
  const from = words.endsWith('}') ? words.lastIndexOf('{') : -1
  if (from < 0 || !LAST_ATTRIBUTES.test(words.slice(from)) || escapedIn(last, reading.place)(from))
    return nodes
  const end = words.slice(0, from).trimEnd().length
  return [...nodes.slice(0, -1), ...without(last, [[end, last.value.length]], reading.place)]
}

/** Takes brackets off that have attributes behind them, or a tag instead of an address. */
function openSpans(nodes: RootContent[], { place }: Reading): RootContent[] {
  const gone = new Map<number, [number, number][]>()
  const open: [node: number, at: number][] = []
  const add = (node: number, from: number, to: number): void => {
    gone.set(node, [...gone.get(node) ?? [], [from, to]])
  }
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text')
      continue
    const isEscaped = escapedIn(node, place)
    for (const { index: at, 0: bracket } of node.value.matchAll(/[[\]]/g)) {
      if (bracket === '[') {
        open.push([index, at])
        continue
      }
      const start = open.pop()
      const next = node.value[at + 1]
      if (!start || (next !== '{' && next !== '('))
        continue
      const attributes = LEADING_ATTRIBUTES.exec(node.value.slice(at + 1, at + 400))?.[0]
      const after = nodes[index + 2]
      const isBeforeTag = at + 2 === node.value.length && next === '(' && isTemplate(nodes[index + 1])
      const isTag = isBeforeTag && after?.type === 'text' && after.value.startsWith(')')
      if ((attributes === undefined && !isTag) || isEscaped(at) || escapedIn(nodes[start[0]] as Text, place)(start[1]))
        continue
      add(start[0], start[1], start[1] + 1)
      add(index, at, at + 1 + (attributes?.length ?? 1))
      if (isTag)
        add(index + 2, 0, 1)
    }
  }
  return nodes.flatMap((node, index) => {
    const ranges = gone.get(index)
    if (node.type === 'text' && ranges)
      return without(node, ranges.sort(([one], [other]) => one - other), place)
    return isTagOf(gone, index, nodes) ? [] : [node]
  })
}

function isTemplate(node: RootContent | undefined): boolean {
  return node?.type === 'inlineMark' && node.kind === 'template'
}

/** A tag that stood for an address. */
function isTagOf(
  gone: ReadonlyMap<number, readonly [number, number][]>,
  index: number,
  nodes: readonly RootContent[],
): boolean {
  const closes = gone.get(index + 1)?.some(([from, to]) => from === 0 && to === 1) ?? false
  return isTemplate(nodes[index]) && closes
}
