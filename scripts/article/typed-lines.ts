import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { sliceText } from './align.ts'
import { placesOf } from './places.ts'
import { headOf, isKey } from './text/lines.ts'

/** Numbers that Markdown does not know, and whose lines it joins: 一、 （一） （1） 1、 ① 第一条. */
const NUMBERS: ReadonlySet<string> = new Set(['第', '一、', '（一）', '（1）', '1.', '①', '1️⃣'])

/**
 * A remark plugin that parts a paragraph where its author has begun a line with the next number, or with the next key
 * of a list, 时间：… 地点：…: to Markdown such a line's end is a space (CommonMark 6.8).
 *
 * @returns a transformer
 */
export function partTypedLines() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    visit(tree, 'paragraph', (node, index, parent) => {
      const pieces = partLines(node, place)
      if (pieces.length < 2 || !parent)
        return undefined
      parent.children.splice(index!, 1, ...pieces as RootContent[])
      return index! + pieces.length
    })
  }
}

function partLines(node: Paragraph, place: Places): Paragraph[] {
  const lines = toString(node).split('\n').map(line => line.trim())
  if (lines.length < 2 || node.children.some(({ type }) => type === 'break'))
    return [node]
  const heads = lines.map(headOf)
  const isRun = (head: string | undefined): boolean =>
    head !== undefined && NUMBERS.has(head) && heads.filter(other => other === head).length > 1
  const begins = lines.map((line, at) => at > 0 && (isRun(heads[at]) || (isKey(line) && isKey(lines[at - 1]!))))
  return begins.includes(true) ? partAt(node, begins, place) : [node]
}

/** Parts a paragraph before the lines that begin another. */
function partAt(node: Paragraph, begins: readonly boolean[], place: Places): Paragraph[] {
  const pieces: PhrasingContent[][] = [[]]
  let line = 0
  for (const child of node.children) {
    if (child.type !== 'text') {
      line += toString(child).split('\n').length - 1
      pieces.at(-1)!.push(child)
      continue
    }
    let from = 0
    for (const { index } of child.value.matchAll(/\n/g)) {
      if (!begins[++line])
        continue
      pieces.at(-1)!.push(sliceText(child, from, index, place))
      pieces.push([])
      from = index + 1
    }
    pieces.at(-1)!.push(sliceText(child, from, child.value.length, place))
  }
  return pieces.map(children => withPlace(children.filter(child => child.type !== 'text' || child.value !== '')))
}

function withPlace(children: PhrasingContent[]): Paragraph {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }) }
}
