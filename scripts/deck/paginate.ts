import type { Text } from 'mdast'
import { widthInEm } from '../language/measure.ts'
import { bulletHeight, MOST_BULLETS, MOST_HAN } from './capacity.ts'

/**
 * Parts bullets into slides of about equal height; a bullet that fits on no slide stays in the note alone.
 *
 * @param bullets whole clauses, each with whatever goes along with it
 * @param room the height of one slide's bullets, in pixels
 * @returns the slides' bullets
 */
export function paginate<T extends { bullet: Text }>(bullets: T[], room: number): T[][] {
  const heights = new Map(bullets.map(entry => [entry, bulletHeight([entry.bullet.value, '']) - bulletHeight([''])]))
  const fitting = bullets.filter(entry => bulletHeight([entry.bullet.value]) <= room)
  const fill = (most: number): T[][] => {
    const pages: T[][] = []
    let height = 0
    let han = 0
    for (const entry of fitting) {
      const own = heights.get(entry)!
      const em = widthInEm(entry.bullet.value)
      const page = pages.at(-1)
      if (!page || height + own > most || page.length >= MOST_BULLETS || han + em > MOST_HAN) {
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
  const full = fill(room)
  // The lowest height that takes no more slides makes them about equal.
  for (let most = room / 2; most < room; most += room / 16) {
    const pages = fill(most)
    if (pages.length === full.length)
      return pages
  }
  return full
}
