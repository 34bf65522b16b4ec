import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Line } from './lines.ts'
import { BULLET_SIGNS } from './lines.ts'

/** A sign before an item, and the space behind it: a hyphen, an asterisk and a plus sign are none without one. */
const BULLET = new RegExp(String.raw`^(?:([-*+＊–])[ \t\u3000]+|([${BULLET_SIGNS}])[ \t\u3000]*)(?=\S)`)
/** So many items make a list. */
const FEWEST = 2
/** How far white space indents, in columns. */
const COLUMNS: Readonly<Record<string, number>> = { '\t': 4, '\u3000': 2 }

/** A block that begins with a sign. */
export interface Bulleted {
  /** How many characters the sign takes. */
  length: number
  sign: string
  /** How far its line is indented, in columns. */
  indent: number
}

/**
 * Reads the sign at the beginning of an item.
 *
 * @param line its first line
 * @param text the article
 * @returns the sign; nothing where the line has none
 */
export function bulletOf({ start, words }: Line, text: string): Bulleted | undefined {
  const match = BULLET.exec(words)
  if (!match)
    return undefined
  const space = /^[\s\u200B]*/.exec(text.slice(start))![0]
  const indent = [...space].reduce((sum, character) => sum + (COLUMNS[character] ?? 1), 0)
  return { length: match[0].length, sign: match[1] ?? match[2]!, indent }
}

/** Blocks that are an item, with their sign; without one they are none. */
export interface MaybeItem { bullet: Bulleted | undefined, toNodes: (withoutSign: boolean) => RootContent[] }

/**
 * Makes lists of items in a row: those that are indented, or have another sign, stand below the item before.
 *
 * @param blocks a text's blocks in order
 * @returns their nodes; a lone item stays a paragraph with its sign
 */
export function gatherLists(blocks: readonly MaybeItem[]): RootContent[] {
  const nodes: RootContent[] = []
  let run: MaybeItem[] = []
  const close = (): void => {
    nodes.push(...run.length < FEWEST ? run.flatMap(block => block.toNodes(false)) : [toList(run)])
    run = []
  }
  for (const block of blocks) {
    if (block.bullet) {
      run.push(block)
      continue
    }
    close()
    nodes.push(...block.toNodes(false))
  }
  close()
  return nodes
}

/** A list that is being filled, and what its items begin with. */
interface Open { list: List, bullet: Bulleted }

function toList(run: readonly MaybeItem[]): List {
  const open: Open[] = [{ list: listOf(), bullet: run[0]!.bullet! }]
  for (const { bullet, toNodes } of run) {
    const { sign, indent } = bullet!
    const like = open.findLastIndex(level => level.bullet.sign === sign && level.bullet.indent === indent)
    const above = open.findLastIndex(level => level.bullet.indent <= indent)
    open.splice(Math.max(like >= 0 ? like : above, 0) + 1)
    const item: ListItem = { type: 'listItem', spread: false, children: toNodes(true) as Paragraph[] }
    const last = open.at(-1)!
    const parent = last.list.children.at(-1)
    if (like < 0 && parent && indent >= last.bullet.indent) {
      const list = listOf()
      parent.children.push(list)
      open.push({ list, bullet: bullet! })
    }
    open.at(-1)!.list.children.push(item)
  }
  return placed(open[0]!.list)
}

function listOf(): List {
  return { type: 'list', ordered: false, spread: false, children: [] }
}

/** A list and its items at the places of what stands in them. */
function placed(list: List): List {
  for (const item of list.children) {
    item.children.forEach(child => child.type === 'list' && placed(child))
    item.position = { start: item.children[0]!.position!.start, end: item.children.at(-1)!.position!.end }
  }
  list.position = { start: list.children[0]!.position!.start, end: list.children.at(-1)!.position!.end }
  return list
}
