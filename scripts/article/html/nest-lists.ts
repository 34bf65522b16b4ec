import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { listClassOf } from './names.ts'
import { replaceRuns } from './replace-runs.ts'

/** An item of a list that a page has flat, with how deep it stands. */
export interface FlatItem {
  /** 0 is a list's own level. */
  depth: number
  /** Its number, where the list counts. */
  number?: number
  item: Element
}

/**
 * Makes lists in each other of items that stand one after the other.
 *
 * @param items in order; a first one that stands deep begins a list of its own
 * @returns the lists: a new one where bullets follow numbers at the same level
 */
export function nestItems(items: FlatItem[]): Element[] {
  const lists: Element[] = []
  const open: { depth: number, list: Element }[] = []
  for (const { depth, number, item } of items) {
    while (open.length > 1 && open.at(-1)!.depth > depth)
      open.pop()
    const tagName = number === undefined ? 'ul' : 'ol'
    const last = open.at(-1)
    if (last && last.depth >= depth && last.list.tagName === tagName) {
      last.list.children.push(item)
      continue
    }
    const list: Element = { type: 'element', tagName, properties: { ...(number !== undefined && number !== 1 && { start: number }) }, children: [item] }
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

/**
 * A rehype plugin for lists whose levels a page has beside each other: one list a level, whose class ends with the level, as Google Docs exports them; and
 * for a list that stands in a list but in none of its items, which belongs to the item before it.
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
