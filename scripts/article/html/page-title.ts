import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { elements } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

/** A mark and the site's name after an article's title: 标题_网站, Title | Site, 标题--栏目--网站. */
const SITE = /\s*(?:[_|｜]|-{2}|——|\s[-–—·]\s|-(?=[^-]*(?:网|报|在线|\.com|\.cn)$)).*$/
/** Fewer characters before a site's name, or compared with a title, could be any label. */
const SHORTEST = 4
const SHORTEST_ALONE = 2
/** Names that pages give to the element that shows the title. */
const TITLE_NAMES = namePattern('title', 'headline', '(?:page|post|article|news|doc|entry|content|con)title')
/** Names of titles of other things. */
const OTHER_TITLES = namePattern(
  'sub\\w*', 'alternative', 'section', 'block', 'side', 'list', 'site', 'nav', 'panel', 'menu', 'card', 'widget', 'toc',
)
const LONGEST = 120
/** The address of a site's first page. */
const HOME = /^(?:\.?\/|(?:\.\/)?index\.\w+|https?:\/\/[^/]+\/?)$/

/**
 * The titles that a page gives in its head, without its site's name.
 *
 * @param tree the page
 * @returns the titles, the most reliable first
 */
export function pageTitles(tree: Root): string[] {
  const titles: string[] = []
  visit(tree, 'element', (element) => {
    if (isTitleData(element))
      titles.unshift(String(element.properties.content ?? ''))
    else if (element.tagName === 'title')
      titles.push(toString(element))
  })
  return titles.flatMap((title) => {
    const own = collapse(title)
    const short = own.replace(SITE, '')
    const shortest = short === own ? SHORTEST_ALONE : SHORTEST
    return short.length >= shortest ? [short] : []
  })
}

function isTitleData({ tagName, properties: { property, name } }: Element): boolean {
  const isNamed = property === 'og:title' || /^(?:title|ArticleTitle)$/.test(String(name ?? ''))
  return tagName === 'meta' && isNamed
}

/**
 * Finds the element that shows the article's title. These are tried in order: a heading of the first rank that has a
 * title of the page's head, another heading that has it, an element above the text that the page names a title, the
 * only heading of the first rank, and any element that has a title of the head.
 *
 * @param body the page's body, without its furniture
 * @param titles the titles of the page's head
 * @returns the element; nothing if none shows the title, as if several headings of the first rank head the text's parts
 */
export function titleElement(body: Element | Root, titles: string[]): Element | undefined {
  const headings: Element[] = []
  const named: Element[] = []
  const marked: Element[] = []
  let hasProse = false
  visit(body, (node) => {
    if (node.type === 'text')
      hasProse ||= SENTENCE.test(node.value)
    if (node.type !== 'element')
      return
    const text = collapse(toString(node))
    if (node.tagName === 'h1' && text !== '' && !isSiteName(node))
      headings.push(node)
    if (text.length < LONGEST && titles.some(title => isSameTitle(text, title)))
      named.push(node)
    if (!hasProse && headings.length === 0 && isMarked(node, text))
      marked.push(node)
  })
  const [first] = headings
  const isOnlyTitle = headings.length === 1 || isBare(first, body)
  const leaves = named.filter(element => !element.children.some(child => named.includes(child as Element)))
  return headings.find(heading => named.includes(heading))
    ?? named.find(element => /^h[2-6]$/.test(element.tagName))
    ?? marked.findLast(({ tagName }) => tagName === 'p' || headings.length === 0)
    ?? (isOnlyTitle ? first : undefined)
    ?? leaves.find(({ tagName }) => tagName !== 'td')
    ?? leaves[0]
}

/** Whether words are a title, more than half of it, or the title with few words after it. */
function isSameTitle(words: string, title: string): boolean {
  if (words.length < SHORTEST)
    return false
  const isBeginning = title.startsWith(words) && words.length > title.length / 2
  const goesOn = words.startsWith(title) && title.length >= SHORTEST && words.length < title.length * 1.5
  return words === title || isBeginning || goesOn
}

const SENTENCE = /[。！？]|[.!?](?:\s|$)/
/** Elements that may show a title. */
const LINE = /^(?:h[1-6]|p|div|span|td|strong|b)$/
const BLOCK = /^(?:div|p|ul|ol|table|section|h[1-6])$/

/** Whether an element without blocks in it is a title by its name. */
function isMarked(element: Element, text: string): boolean {
  const names = namesOf(element)
  const isNamed = TITLE_NAMES.test(names) && !OTHER_TITLES.test(names)
  const isLeaf = !element.children.some(child => child.type === 'element' && BLOCK.test(child.tagName))
  const isLine = text !== '' && text.length < LONGEST && isLeaf && LINE.test(element.tagName)
  return isLine && isNamed && !isSiteName(element)
}

/** Whether a heading is the site's name: it links to the site's first page. */
function isSiteName(heading: Element): boolean {
  const links = elements(heading, ({ tagName }) => tagName === 'a')
  return links.some(({ properties: { href } }) => HOME.test(String(href ?? '')))
}

/** Whether a heading has another right below it, and heads no text itself. */
function isBare(first: Element | undefined, body: Element | Root): boolean {
  let next: string | undefined
  let isPast = false
  visit(body, (node) => {
    if (node === first) {
      isPast = true
      return 'skip'
    }
    if (isPast && next === undefined && node.type === 'element' && /^h[1-6]$/.test(node.tagName))
      next = node.tagName
    if (isPast && next === undefined && node.type === 'text' && node.value.trim() !== '')
      next = 'text'
    return undefined
  })
  return next !== undefined && next !== 'text'
}

/**
 * Removes from a title the name of the wiki's space that holds the page, if a link of the page says that name too:
 * `Village : The lamp`.
 *
 * @param title the element that shows the title
 * @param body the page's body, with its links
 */
export function dropSpace(title: Element, body: Element | Root): void {
  const text = collapse(toString(title))
  const at = text.indexOf(' : ')
  if (at <= 0)
    return
  const links = elements(body, ({ tagName }) => tagName === 'a')
  const position = title.position && { position: title.position }
  if (links.some(link => collapse(toString(link)) === text.slice(0, at)))
    title.children = [{ type: 'text', value: text.slice(at + 3), ...position }]
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
