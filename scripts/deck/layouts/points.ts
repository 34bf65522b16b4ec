import type { List, ListItem, RootContent } from 'mdast'
import type { ItemPlace } from '../../article/passage.ts'
import type { Content } from '../content.ts'
import { emphasise } from '../emphasis.ts'
import { list, listItem, paragraph } from '../nodes.ts'

/**
 * Whole clauses one below the other, below the line that says whose words they are. Items stand below
 * the items that their author put them below, with the numbers that they have.
 *
 * @param content what the slide shows
 * @returns its blocks
 */
export function points({ bullets, attribution, places }: Content): RootContent[] {
  const items = emphasise(bullets).map((words, index): ListItem =>
    ({ ...listItem(words), position: bullets[index]!.position! }))
  const before: RootContent[] = attribution ? [paragraph(attribution)] : []
  if (places)
    return [...before, ...placedLists(items, places)]
  return [...before, ...(items.length > 0 ? [list(items)] : [])]
}

/** Lists that are open, the outermost first, with the item that each stands in. */
interface Open { list: List, depth: number }

function placedLists(items: ListItem[], places: (ItemPlace | undefined)[]): List[] {
  const roots: List[] = []
  const open: Open[] = []
  let last: { item: ListItem, place: ItemPlace } | undefined
  for (const [index, item] of items.entries()) {
    const place = places[index]
    if (place?.goesOn && last && last.place.items.at(-1) === place.items.at(-1)) {
      last.item.children.push(...item.children)
      last.item.spread = true
      continue
    }
    const depth = (place?.items.length ?? 1) - 1
    while (open.length > 0 && open.at(-1)!.depth > depth)
      open.pop()
    const number = place?.number
    const same = open.at(-1)?.depth === depth ? open.pop() : undefined
    // A slide may begin below an item that stands on the one before.
    const before = same?.list ?? (open.length === 0 ? roots.at(-1) : undefined)
    const own = before && goesOnWith(before, number) ? before : list([], number)
    if (own !== before)
      (open.at(-1)?.list.children.at(-1)?.children ?? roots).push(own as never)
    own.children.push(item)
    open.push({ list: own, depth })
    last = place && { item, place }
  }
  return roots
}

/** Whether an item with a number, or with none, is the next of a list. */
function goesOnWith({ ordered, start, children }: List, number: number | undefined): boolean {
  return number === undefined ? !ordered : ordered === true && start! + children.length === number
}
