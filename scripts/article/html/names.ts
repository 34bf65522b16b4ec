import type { Element } from 'hast'

/**
 * The names that a page gives an element: its id, classes and what microdata call it, in words: `MsoTitle` has `Mso` and `Title`.
 *
 * @param element any element
 * @returns the words with spaces between; empty for an element without names
 */
export function namesOf({ properties: { id, className, itemProp } }: Element): string {
  return [id, className, itemProp].flat().filter(Boolean).map(name => String(name)).join(' ').replace(/([a-z\d])(?=[A-Z])/g, '$1-')
}

/**
 * A pattern for names that have one of some words in them.
 *
 * @param words parts of a regular expression, each a whole word
 * @returns the pattern, for what `namesOf` gives
 */
export function namePattern(...words: string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?:$|[\\s_-])`, 'i')
}

/**
 * The level of a list whose class ends with it: `lst-kix_x-1`.
 *
 * @param list an `ul` or `ol`
 * @returns the level from 0; nothing where the class has none
 */
export function listClassOf(list: Element): number | undefined {
  const found = [list.properties.className].flat().map(name => /^lst-\S+-(\d)$/.exec(String(name))).find(Boolean)
  return found ? Number(found[1]) : undefined
}
