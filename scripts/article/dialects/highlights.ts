import type { Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { sliceText } from '../align.ts'
import { escapedIn } from './reading.ts'

/** Two signs of equality that begin or end marked words: a third is none of them. */
const SIGNS = /(?<!=)==(?!=)/g

interface Sign { type: 'sign', node: Text, opens: boolean, closes: boolean }

/**
 * Reads words between == and == as `<mark>` is read: as emphasis. As with `_` they stand at the edges of words, and
 * none in a word of Latin letters: a==b is text (CommonMark 6.2, by analogy; Obsidian, “Highlights”).
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children, marked words as emphasis
 */
export function readHighlights(parent: Parents, reading: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  if (!nodes.some(node => node.type === 'text' && node.value.includes('==')))
    return nodes
  const pieces = nodes.flatMap((node, index): (RootContent | Sign)[] => node.type === 'text' ? partAtSigns(node, index > 0, index < nodes.length - 1, reading) : [node])
  const result: RootContent[] = []
  let opened: { at: number, sign: Sign } | undefined
  for (const piece of pieces) {
    if (piece.type !== 'sign') {
      result.push(piece)
    }
    else if (opened && piece.closes && result.length > opened.at) {
      const children = result.splice(opened.at) as PhrasingContent[]
      const [start, end] = [opened.sign.node.position?.start, piece.node.position?.end]
      result.push({ type: 'emphasis', children, ...(start && end && { position: { start, end } }) })
      opened = undefined
    }
    else if (!opened && piece.opens) {
      opened = { at: result.length, sign: piece }
    }
    else {
      result.push(piece.node)
    }
  }
  if (opened)
    result.splice(opened.at, 0, opened.sign.node)
  return result
}

function partAtSigns(node: Text, hasBefore: boolean, hasAfter: boolean, { place }: Reading): (Text | Sign)[] {
  const { value } = node
  const signs = Array.from(value.matchAll(SIGNS), ({ index }) => index)
  const isEscaped = signs.length > 0 ? escapedIn(node, place) : () => false
  const pieces: (Text | Sign)[] = []
  let from = 0
  const take = (to: number): void => {
    if (to > from)
      pieces.push(sliceText(node, from, to, place))
    from = to
  }
  for (const at of signs.filter(index => !isEscaped(index) && !isEscaped(index + 1))) {
    const before = value[at - 1] ?? (hasBefore ? '.' : ' ')
    const after = value[at + 2] ?? (hasAfter ? '.' : ' ')
    take(at)
    from = at + 2
    pieces.push({ type: 'sign', node: sliceText(node, at, at + 2, place), opens: /\S/.test(after) && !/[\w!<>]/.test(before), closes: /\S/.test(before) && !/\w/.test(after) })
  }
  take(value.length)
  return pieces
}
