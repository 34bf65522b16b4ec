import type { Text } from 'mdast'
import { tallFormulas } from '../article/formulas.ts'
import { bulletHeight, FORMULA, MOST_BULLETS, MOST_HAN } from './capacity.ts'
import { charactersIn } from './prose/reading.ts'

/** A bullet, the list that it belongs to, and the items that it stands in, the outermost first. */
interface Held { bullet: Text, list?: number | undefined, items?: readonly unknown[] | undefined }

/** The list and the items that hold a bullet. */
function holdersOf({ list, items = [] }: Held): readonly unknown[] {
  return list === undefined ? items : [list, ...items]
}

/** How far below an item of its list a bullet stands. */
function depthOf({ items = [] }: Held): number {
  return Math.max(0, items.length - 1)
}

/** What formulas stand out of their lines, in pixels. */
function formulaHeight({ bullet }: Held): number {
  return tallFormulas(bullet.data?.phrasing) * FORMULA
}

/** What a reader takes in at once: what stands below an item is read with it. */
function weightOf(bullets: Held[]): number {
  return bullets.reduce((sum, bullet) => sum + (depthOf(bullet) > 0 ? 0.5 : 1), 0)
}

/**
 * Parts bullets into slides of about equal height; a bullet that fits on no slide stays in the note alone. Bullets
 * that belong together, a list's items and the line that leads in to them, begin on a new slide rather than be torn,
 * where one slide holds them.
 *
 * @param bullets whole clauses, each with whatever goes along with it; those of one list have the same `list`
 * @param room the height of one slide's bullets, in pixels
 * @returns the slides' bullets
 */
export function paginate<T extends Held>(bullets: T[], room: number): T[][] {
  const heightOf = (entry: T, others: string[]): number =>
    bulletHeight([entry.bullet.value, ...others], depthOf(entry)) + formulaHeight(entry)
  const heights = new Map(bullets.map(entry => [entry, heightOf(entry, ['']) - bulletHeight([''])]))
  const fitting = bullets.filter(entry => heightOf(entry, []) <= room)
  const full = fill(fitting, heights, room, room)
  // The lowest height that takes no more slides makes them about equal.
  for (let most = room / 2; most < room; most += room / 16) {
    const pages = fill(fitting, heights, room, most)
    if (pages.length === full.length && tornLists(pages) <= tornLists(full))
      return pages
  }
  return full
}

/** Slides no higher than `most`, which is at most all the room there is. */
function fill<T extends Held>(fitting: T[], heights: Heights, room: number, most: number): T[][] {
  const pages: T[][] = []
  let height = 0
  let han = 0
  for (const [index, entry] of fitting.entries()) {
    const own = heights.get(entry)!
    const characters = charactersIn(entry.bullet.value)
    const page = pages.at(-1)
    const isFull = height + own > most || han + characters > MOST_HAN
    const isCrowded = page && weightOf([...page, entry]) > MOST_BULLETS
    const left = page && { height: most - height, bullets: MOST_BULLETS - weightOf(page) }
    if (!page || !left || isFull || isCrowded || tearsList(fitting, heights, index, room, left)) {
      pages.push([entry])
      height = own
      han = characters
    }
    else {
      page.push(entry)
      height += own
      han += characters
    }
  }
  return pages
}

/** How high each bullet is, with the space after it. */
type Heights = ReadonlyMap<Held, number>

/** Whether a list begins here that does not fit in what is left of a slide, and does on a slide of its own. */
function tearsList(
  entries: Held[],
  heights: Heights,
  index: number,
  room: number,
  left: { height: number, bullets: number },
): boolean {
  const before = index > 0 ? holdersOf(entries[index - 1]!) : []
  const near = entries.slice(index, index + 2 * MOST_BULLETS + 1)
  return holdersOf(entries[index]!).filter(holder => !before.includes(holder)).some((holder) => {
    const end = near.findIndex(entry => !holdersOf(entry).includes(holder))
    const own = near.slice(0, end < 0 ? undefined : end)
    const height = own.reduce((sum, item) => sum + heights.get(item)!, 0)
    return weightOf(own) <= MOST_BULLETS && height <= room && (height > left.height || weightOf(own) > left.bullets)
  })
}

/** How many lists and items go on from one slide to the next. */
function tornLists(pages: Held[][]): number {
  const tornAt = (page: Held[], before: Held[]): number => {
    const open = holdersOf(before.at(-1)!)
    return holdersOf(page[0]!).filter(holder => open.includes(holder)).length
  }
  return pages.slice(1).reduce((sum, page, index) => sum + tornAt(page, pages[index]!), 0)
}
