import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** Between an article's title and its site's name: 标题_网站, Title | Site, 标题--栏目--网站. */
const SITE = /\s*(?:[_|｜]|-{2}|——|\s[-–—·]\s|-(?=[^-]*(?:网|报|在线|\.com|\.cn)$)).*$/
/** A title of fewer characters could be any label. */
const SHORTEST = 4

/**
 * What a page calls itself, without its site's name.
 *
 * @param tree the page
 * @returns the titles in the order in which they are to be believed
 */
export function pageTitles(tree: Root): string[] {
  const titles: string[] = []
  visit(tree, 'element', ({ tagName, properties, children }) => {
    if (tagName === 'meta' && (properties.property === 'og:title' || properties.name === 'title'))
      titles.unshift(String(properties.content ?? ''))
    else if (tagName === 'title')
      titles.push(toString({ type: 'root', children }))
  })
  return titles.map(title => collapse(title).replace(SITE, '')).filter(title => title.length >= SHORTEST)
}

/**
 * Finds the element that shows the article's title: a heading of the first rank, best one that the page is called after; else whatever
 * element has those words.
 *
 * @param body the page's body, without its furniture
 * @param titles what the page calls itself
 * @returns the element, or nothing
 */
export function titleElement(body: Element | Root, titles: string[]): Element | undefined {
  const headings: Element[] = []
  const named: Element[] = []
  visit(body, 'element', (element) => {
    const text = collapse(toString(element))
    const isNamed = text.length >= SHORTEST && titles.some(title => title === text || (title.startsWith(text) && text.length > title.length / 2) || (text.startsWith(title) && text.length < title.length * 1.5))
    if (element.tagName === 'h1' && text !== '')
      headings.push(element)
    if (isNamed && text.length < 120)
      named.push(element)
  })
  return headings.find(heading => named.includes(heading)) ?? named.find(element => /^h[2-6]$/.test(element.tagName)) ?? (headings.length === 1 ? headings[0] : undefined) ?? named.find(element => !element.children.some(child => named.includes(child as Element))) ?? headings[0]
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
