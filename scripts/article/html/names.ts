import type { Element } from 'hast'

/**
 * The names that a page gives an element: its id, its classes and its name in microdata. Each is split into words:
 * `MsoTitle` has `Mso` and `Title`.
 *
 * @param element any element
 * @returns the names with spaces between; empty for an element without names
 */
export function namesOf({ properties: { id, className, itemProp } }: Element): string {
  const names = [id, className, itemProp].flat().filter(Boolean)
  return names.map(name => String(name)).join(' ').replace(/([a-z\d])(?=[A-Z])/g, '$1-')
}

/**
 * Makes a pattern for names that have one of some words in them.
 *
 * @param words regular expressions, each for a whole word
 * @returns the pattern, for what `namesOf` gives
 */
export function namePattern(...words: string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?:$|[\\s_-])`, 'i')
}

/**
 * The level of a list whose class ends with it: `lst-kix_x-1`.
 *
 * @param list an `ul` or `ol`
 * @returns the level from 0; nothing if no class has one
 */
export function listClassOf(list: Element): number | undefined {
  const found = [list.properties.className].flat().map(name => /^lst-\S+-(\d)$/.exec(String(name))).find(Boolean)
  return found ? Number(found[1]) : undefined
}
