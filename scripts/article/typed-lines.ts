import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { sliceText } from './align.ts'
import { placesOf } from './places.ts'
import { headNumber, headOf, isKey } from './text/lines.ts'

/** Numbers that Markdown does not know, and whose lines it joins: 一、 （一） （1） 1、 ① 第一条. */
const NUMBERS: ReadonlySet<string> = new Set(['第', '一、', '（一）', '（1）', '1.', '①', '1️⃣'])

/** The family of signs that stand before items. */
const SIGN = '•'

/**
 * A remark plugin that parts a paragraph where its author has begun a line with the next number, with a sign of items
 * that Markdown does not know, •, or with the next key of a list, 时间：… 地点：…: to Markdown such a line's end is a space
 * (CommonMark 6.8).
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
  const counted = countedLines(lines)
  const signed = lines.filter(line => headOf(line) === SIGN).length
  const isItem = (line: string): boolean => signed > 1 && headOf(line) === SIGN
  const begins = lines.map((line, at) =>
    at > 0 && (counted.has(at) || isItem(line) || (isKey(line) && isKey(lines[at - 1]!))))
  return begins.includes(true) ? partAt(node, begins, place) : [node]
}

/** A line whose words end there, or lead on to what is below: no sentence is open in it. */
const CLOSED = /[。！？．｡!?.…；;：:][”’」』）)"']*$/

/**
 * The lines that count: each begins with the next number of its family. Where the first of them stands in the midst of
 * a sentence, 见图⏎（1）和图⏎（2）, they count only if each but the last ends a sentence or a clause of its own.
 */
function countedLines(lines: readonly string[]): ReadonlySet<number> {
  const runs: { family: string, value: number, at: number[] }[] = []
  const heads = lines.map(headNumber)
  for (const [at, head] of heads.entries()) {
    if (!head || !NUMBERS.has(head.family))
      continue
    const run = runs.findLast(({ family }) => family === head.family)
    if (run && head.value === run.value + 1) {
      run.value = head.value
      run.at.push(at)
    }
    else {
      runs.push({ ...head, at: [at] })
    }
  }
  const isClosed = (at: number): boolean => CLOSED.test(lines[at - 1]!)
  const begins = (at: number): boolean => at === 0 || heads[at - 1] !== undefined || isClosed(at)
  const counts = ({ at: [first, ...others] }: { at: number[] }): boolean =>
    others.length > 0 && (begins(first!) || others.every(isClosed))
  return new Set(runs.filter(counts).flatMap(({ at }) => at))
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
