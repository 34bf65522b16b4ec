import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { listClassOf } from './names.ts'
import { replaceRuns } from './replace-runs.ts'

/** An item of a list whose levels a page does not nest. */
export interface FlatItem {
  /** From 0, the level of the outermost list. */
  depth: number
  /** Its number in a numbered list. */
  number?: number
  item: Element
}

/**
 * Makes nested lists of items in a row.
 *
 * @param items in order; if the first is not of the outermost level, it begins a list nevertheless
 * @returns the lists; a new one begins if bullets follow numbers at the same level
 */
export function nestItems(items: FlatItem[]): Element[] {
  const lists: Element[] = []
  const open: { depth: number, list: Element }[] = []
  for (const { depth, number, item } of items) {
    while (open.length > 1 && open.at(-1)!.depth > depth)
      open.pop()
    const last = open.at(-1)
    if (last && last.depth >= depth && last.list.tagName === listTag(number)) {
      last.list.children.push(item)
      continue
    }
    const list = listFrom(item, number)
    const below = last && last.depth < depth ? last : open.findLast(one => one.depth < depth)
    if (last && last.depth >= depth)
      open.pop()
    const parent = below?.list.children.at(-1)
    if (parent?.type === 'element')
      parent.children.push(list)
    else
      lists.push(list)
    open.push({ depth, list })
  }
  return lists
}

function listTag(number: number | undefined): string {
  return number === undefined ? 'ul' : 'ol'
}

/** A list that begins with an item. */
function listFrom(item: Element, number: number | undefined): Element {
  const start = number !== undefined && number !== 1 ? { start: number } : {}
  return { type: 'element', tagName: listTag(number), properties: start, children: [item] }
}

/**
 * A rehype plugin that nests lists. Google Docs exports the levels of a list beside each other, as one list for each,
 * whose class ends with the level. A list that stands in a list but in no item belongs to the item before it.
 *
 * @returns a transformer
 */
export function nestLists() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node)
        joinLevels(node)
    })
    visit(tree, 'element', (list) => {
      if (isList(list))
        takeInLists(list)
    })
  }
}

function isList(node: RootContent | undefined): node is Element {
  return node?.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
}

function joinLevels(parent: Parents): void {
  if (!parent.children.some(child => child.type === 'element' && listClassOf(child) !== undefined))
    return
  replaceRuns(
    parent,
    (child) => {
      const depth = isList(child) ? listClassOf(child) : undefined
      return depth === undefined ? undefined : itemsOf(child as Element, depth)
    },
    child => child.type === 'text' && child.value.trim() === '',
    nestItems,
  )
}

function itemsOf(list: Element, depth: number): FlatItem[] {
  const start = Number(list.properties.start ?? 1)
  return list.children.filter((child): child is Element => child.type === 'element')
    .map((item, index) => ({ depth, item, ...(list.tagName === 'ol' && { number: start + index }) }))
}

function takeInLists(list: Element): void {
  const children: ElementContent[] = []
  for (const child of list.children) {
    const item = children.findLast(one => one.type === 'element' && one.tagName === 'li')
    if (isList(child) && item?.type === 'element')
      item.children.push(child)
    else
      children.push(child)
  }
  list.children = children
}
