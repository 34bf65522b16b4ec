import type { Text } from 'mdast'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight, MOST_BULLETS, MOST_HAN } from './capacity.ts'

/**
 * Parts bullets into slides of about equal height; a bullet that fits on no slide stays in the note alone. Bullets that belong together, a list's
 * items and the line that leads in to them, begin on a new slide rather than be torn, where one slide holds them.
 *
 * @param bullets whole clauses, each with whatever goes along with it; those of one list have the same `list`
 * @param room the height of one slide's bullets, in pixels
 * @returns the slides' bullets
 */
export function paginate<T extends { bullet: Text, list?: number | undefined }>(bullets: T[], room: number): T[][] {
  const heights = new Map(bullets.map(entry => [entry, bulletHeight([entry.bullet.value, '']) - bulletHeight([''])]))
  const fitting = bullets.filter(entry => bulletHeight([entry.bullet.value]) <= room)
  const fill = (most: number): T[][] => {
    const pages: T[][] = []
    let height = 0
    let han = 0
    for (const [index, entry] of fitting.entries()) {
      const own = heights.get(entry)!
      const em = widthInEm(entry.bullet.value)
      const page = pages.at(-1)
      if (!page || tearsList(fitting, index, most - height, MOST_BULLETS - page.length) || height + own > most || page.length >= MOST_BULLETS || han + em > MOST_HAN) {
        pages.push([entry])
        height = own
        han = em
      }
      else {
        page.push(entry)
        height += own
        han += em
      }
    }
    return pages
  }
  /** Whether a list begins here that does not fit in what is left of a slide, and does on a slide of its own. */
  const tearsList = (entries: T[], index: number, left: number, bulletsLeft: number): boolean => {
    const { list } = entries[index]!
    if (list === undefined || entries[index - 1]?.list === list)
      return false
    const items = entries.slice(index, index + MOST_BULLETS + 1).filter(entry => entry.list === list)
    const height = items.reduce((sum, item) => sum + heights.get(item)!, 0)
    return items.length <= MOST_BULLETS && height <= room && (height > left || items.length > bulletsLeft)
  }
  const full = fill(room)
  // The lowest height that takes no more slides makes them about equal.
  for (let most = room / 2; most < room; most += room / 16) {
    const pages = fill(most)
    if (pages.length === full.length && tornLists(pages) <= tornLists(full))
      return pages
  }
  return full
}

/** How many lists go on from one slide to the next. */
function tornLists(pages: { list?: number | undefined }[][]): number {
  return pages.filter((page, index) => page[0]!.list !== undefined && page[0]!.list === pages[index - 1]?.at(-1)!.list).length
}
