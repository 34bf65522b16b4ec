/** An outliner's properties at a page's head: title:: 渡口, #+TITLE: 渡口. */
const PAGE_KEYS = /^(?:(?:#\+[A-Z][\w-]{0,30}:|[A-Z][\w-]{0,30}:: ).*\r?\n)+/i
/** Data at the head: YAML, TOML or JSON. Its keys are no words, and neither is the time after a date. */
const HEAD = new RegExp(`^(?:${[
  String.raw`---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`,
  String.raw`\+\+\+[ \t]*\r?\n[\s\S]*?\r?\n\+\+\+[ \t]*(?:\r?\n|$)`,
  String.raw`(?:;;;[ \t]*\r?\n)?\s*[{"][^;]*?\r?\n;;;[ \t]*(?:\r?\n|$)`,
  String.raw`\{\s*"[\s\S]*?\}[ \t]*\r?\n`,
].join('|')})`)
/** Keys and values above the first empty line; the title is one of them, and another that says whose text it is. */
const KEYS = /^(?:[a-z][\w -]{0,30}:[ \t]+\S.*\r?\n)+(?=[ \t]*\r?\n)/i
const OWN_KEY = /^(?:title|subtitle|author|date|keywords|abstract|language|affiliation|email):/gim

/**
 * Finds the data at an article's head.
 *
 * @param markdown an article
 * @returns the data with its marks; an empty text where there is none
 */
export function dataAtHead(markdown: string): string {
  const marked = HEAD.exec(markdown)?.[0]
  if (marked !== undefined)
    return marked
  const page = PAGE_KEYS.exec(markdown)?.[0]
  if (page !== undefined)
    return page
  const keys = KEYS.exec(markdown)?.[0] ?? ''
  return /^title:/im.test(keys) && keys.match(OWN_KEY)!.length > 1 ? keys : ''
}
