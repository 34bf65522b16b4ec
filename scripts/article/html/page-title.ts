import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { elements } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

/** Between an article's title and its site's name: 标题_网站, Title | Site, 标题--栏目--网站. */
const SITE = /\s*(?:[_|｜]|-{2}|——|\s[-–—·]\s|-(?=[^-]*(?:网|报|在线|\.com|\.cn)$)).*$/
/** A title of fewer characters could be any label, where a site's name stands beside it or other words are compared with it. */
const SHORTEST = 4
const SHORTEST_ALONE = 2
/** What pages call the element that shows the title. */
const TITLE_NAMES = namePattern('title', 'headline', '(?:page|post|article|news|doc|entry|content|con)title')
const OTHER_TITLES = namePattern('sub\\w*', 'alternative', 'section', 'block', 'side', 'list', 'site', 'nav', 'panel', 'menu', 'card', 'widget', 'toc')
const LONGEST = 120

/**
 * What a page calls itself, without its site's name.
 *
 * @param tree the page
 * @returns the titles in the order in which they are to be believed
 */
export function pageTitles(tree: Root): string[] {
  const titles: string[] = []
  visit(tree, 'element', ({ tagName, properties, children }) => {
    if (tagName === 'meta' && (properties.property === 'og:title' || /^(?:title|ArticleTitle)$/.test(String(properties.name ?? ''))))
      titles.unshift(String(properties.content ?? ''))
    else if (tagName === 'title')
      titles.push(toString({ type: 'root', children }))
  })
  return titles.flatMap((title) => {
    const own = collapse(title)
    const short = own.replace(SITE, '')
    return short.length >= (short === own ? SHORTEST_ALONE : SHORTEST) ? [short] : []
  })
}

/**
 * Finds the element that shows the article's title: a heading of the first rank, best one that the page is called after; else an element that the page names
 * so, above the text; else whatever element has the words that the page is called.
 *
 * @param body the page's body, without its furniture
 * @param titles what the page calls itself
 * @returns the element; nothing where no element says the title, as where several headings of the first rank head the text's parts
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
    const isNamed = text.length >= SHORTEST && titles.some(title => title === text || (title.startsWith(text) && text.length > title.length / 2) || (text.startsWith(title) && title.length >= SHORTEST && text.length < title.length * 1.5))
    if (node.tagName === 'h1' && text !== '' && !isSiteName(node))
      headings.push(node)
    if (isNamed && text.length < LONGEST)
      named.push(node)
    if (!hasProse && headings.length === 0 && isMarked(node, text))
      marked.push(node)
  })
  const leaves = named.filter(element => !element.children.some(child => named.includes(child as Element)))
  return headings.find(heading => named.includes(heading)) ?? named.find(element => /^h[2-6]$/.test(element.tagName)) ?? marked.findLast(({ tagName }) => tagName === 'p' || headings.length === 0)
    ?? (headings.length === 1 || isBare(headings[0], body) ? headings[0] : undefined) ?? leaves.find(({ tagName }) => tagName !== 'td') ?? leaves[0]
}

const SENTENCE = /[。！？]|[.!?](?:\s|$)/

/** A leaf that the page calls a title. */
function isMarked(element: Element, text: string): boolean {
  const names = namesOf(element)
  const isLeaf = !element.children.some(child => child.type === 'element' && /^(?:div|p|ul|ol|table|section|h[1-6])$/.test(child.tagName))
  return text !== '' && text.length < LONGEST && isLeaf && TITLE_NAMES.test(names) && !OTHER_TITLES.test(names) && /^(?:h[1-6]|p|div|span|td|strong|b)$/.test(element.tagName) && !isSiteName(element)
}

/** A heading that leads home is the site's name. */
function isSiteName(heading: Element): boolean {
  return elements(heading, ({ tagName, properties: { href } }) => tagName === 'a' && /^(?:\.?\/|(?:\.\/)?index\.\w+|https?:\/\/[^/]+\/?)$/.test(String(href ?? ''))).length > 0
}

/** Whether a heading has another right below it: it heads no text itself. */
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
 * Takes from a title the name of the space that it stands in, where the way to the page says that name: `Village : The lamp`.
 *
 * @param title the element that shows it
 * @param body the page's body, with its links
 */
export function dropSpace(title: Element, body: Element | Root): void {
  const text = collapse(toString(title))
  const at = text.indexOf(' : ')
  if (at > 0 && elements(body, ({ tagName }) => tagName === 'a').some(link => collapse(toString(link)) === text.slice(0, at)))
    title.children = [{ type: 'text', value: text.slice(at + 3), ...(title.position && { position: title.position }) }]
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
