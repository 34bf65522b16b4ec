import type { Element } from 'xast'
import { child } from './xml.ts'

/** An item as it is set. */
export interface SetItem {
  paragraph: Element
  /** The id of its list. */
  list: string
  isBullet: boolean
  /** Its level in the list, from 0. */
  depth: number
  /** From the margin, in twentieths of a point. */
  indent: number
}

/**
 * How far from the margin a paragraph is set (ECMA-376 1, 17.3.1.12).
 *
 * @param properties a `w:pPr`, of a paragraph or of a list's level
 * @returns twentieths of a point; nothing if the properties do not say
 */
export function indentOf(properties: Element | undefined): number | undefined {
  const { attributes } = child(properties, 'w:ind') ?? {}
  const left = attributes?.['w:left'] ?? attributes?.['w:start']
  return left === undefined || left === null ? undefined : Number(left)
}

/**
 * Finds bullets on the outermost level of their list that are set further in than the items of another list right above
 * them. A reader sees them as items below those.
 *
 * @param items the document's items in order
 * @param follows whether an item's paragraph stands right below another item's
 * @returns for each such bullet how deep it stands
 */
export function setBelow(items: readonly SetItem[], follows: (item: SetItem) => boolean): ReadonlyMap<Element, number> {
  const depths = new Map<Element, number>()
  let open: SetItem[] = []
  for (const item of items) {
    if (!follows(item))
      open = []
    open = open.filter(({ indent }) => indent < item.indent)
    const above = open.at(-1)
    const isBelow = item.isBullet && item.depth === 0 && above !== undefined && above.list !== item.list
    const depth = isBelow ? (depths.get(above.paragraph) ?? above.depth) + 1 : item.depth
    if (isBelow)
      depths.set(item.paragraph, depth)
    open.push(item)
  }
  return depths
}
