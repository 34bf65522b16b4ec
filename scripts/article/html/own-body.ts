import type { Element, Nodes, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import { SKIP, visit } from 'unist-util-visit'
import { pageTitles, titleElement } from './page-title.ts'

/** What HTML itself says is no text of an article, and what cannot be read aloud. */
const FURNITURE_TAGS = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'form', 'button', 'input', 'select', 'textarea', 'dialog', 'nav', 'aside', 'footer', 'svg', 'canvas', 'audio', 'video', 'link', 'meta'])
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'menubar'])
/** Names that web pages give to what stands round an article: the vocabulary of style sheets, not of articles. */
const FURNITURE_NAMES = /(?:^|[\s_-])(?:nav|navbar|menu|bread-?crumbs?|crumbs?|share|sharing|social|side-?bar|related|relate|recommend\w*|comments?|reply|foot(?:er)?|copyright|adverts?|ads?|banner|tool-?bar|login|subscribe|pagination|pager|qr-?code|widget|pop-?up|modal|font-?(?:size|ctrl|control|switch))(?:$|[\s_-])/i
/** An element that holds blocks, and may be what holds the whole article. */
const CONTAINERS = new Set(['body', 'div', 'section', 'article', 'main', 'center', 'table', 'tbody', 'tr', 'td'])
/** A block with more of its words in links than this is a list of links. */
const MOSTLY_LINKS = 0.6
/** Less than this share of an article's prose, after the rest of it, is no part of it. */
const LITTLE = 0.1

/**
 * A rehype plugin that leaves of a web page the article: its title and what is set with it, not menus, lists of links or comments. Where
 * the page marks its article, that is taken, else the innermost element that holds most of the prose. What was left out is told.
 *
 * @returns a transformer from a page to the article alone
 */
export function ownBody() {
  return (tree: Root, file: VFile): Root => {
    const body = findAll(tree, element => element.tagName === 'body')[0] ?? tree
    const before = words(body)
    const titles = pageTitles(tree)
    const most = prose(body) / 2
    remove(body, element => isFurniture(element) && (prose(element) < most || isMute(element)))
    const title = titleElement(body, titles)
    const article = findArticle(body, title)
    dropWhatFollows(article, innermost(article), prose(article) * LITTLE)
    remove(article, element => element !== title && isLinkList(element))
    const children = withTitle(article, title, titles)
    const left = before - words({ type: 'root', children })
    if (left > 0)
      file.message(`Left ${left} characters of the page out as menus, lists of links and their like: if words of the article are among them, save its text as .txt or .md`, { ruleId: 'page-furniture', source: 'lectern' })
    return { type: 'root', children }
  }
}

/** Whether an element is no text of the article by its tag, its role, its name, or because it is hidden. */
function isFurniture(element: Element): boolean {
  const { role, id, className, hidden, ariaHidden, style } = element.properties
  return FURNITURE_TAGS.has(element.tagName)
    || FURNITURE_ROLES.has(String(role ?? ''))
    || (FURNITURE_NAMES.test([id, className].flat().filter(Boolean).join(' ')) && (CONTAINERS.has(element.tagName) || prose(element) === 0))
    || (hidden !== undefined && hidden !== false)
    || ariaHidden === 'true'
    || /display\s*:\s*none/i.test(String(style ?? ''))
}

/** A script's text is never an article's, however much of it there is. */
function isMute(element: Element): boolean {
  return /^(?:script|style|template|textarea|select)$/.test(element.tagName)
}

function isLinkList(element: Element): boolean {
  if (!/^(?:ul|ol|dl|div|section|table|p|h[2-6])$/.test(element.tagName))
    return false
  const links = findAll(element, child => child.tagName === 'a')
  const all = words(element)
  return links.length > 1 && all > 0 && links.reduce((sum, link) => sum + words(link), 0) / all > MOSTLY_LINKS
}

/** The element that the page marks as its article; else the innermost one with most of the prose, and the title where that is set with it. */
function findArticle(body: Element | Root, title: Element | undefined): Element | Root {
  const all = prose(body)
  const marked = findAll(body, element => element.tagName === 'article' || element.tagName === 'main' || element.properties.role === 'main')
  const own = marked.filter(element => prose(element) > all / 2).at(-1)
  return own ?? innermost(body, child => !title || !contains(body, title) || contains(child, title))
}

/** The innermost element that holds most of the prose. */
function innermost(body: Element | Root, may: (child: Element) => boolean = () => true): Element | Root {
  const all = prose(body)
  let found = body
  for (;;) {
    const next = (found.children as RootContent[]).find((child): child is Element => child.type === 'element' && CONTAINERS.has(child.tagName) && prose(child) > all * 0.6 && may(child))
    if (!next)
      return found
    found = next
  }
}

/** Below the text stand its editor, its copyright, how many like it: blocks of few words. A page that goes on with the article has more. */
function dropWhatFollows(article: Element | Root, text: Element | Root, little: number): void {
  let outer = article
  while (outer !== text) {
    const children: RootContent[] = outer.children as RootContent[]
    const at = children.findIndex(child => child === text || contains(child, text as Element))
    outer.children = children.filter((child, index) => index <= at || prose(child) > little) as Element['children']
    outer = children[at] as Element
  }
}

/** The article's blocks under its title, which may stand elsewhere on the page; what stands above it is left out where it has no prose. */
function withTitle(article: Element | Root, title: Element | undefined, titles: string[]): RootContent[] {
  const blocks = article.children as RootContent[]
  if (!title)
    return titles[0] === undefined ? blocks : [{ type: 'element', tagName: 'h1', properties: {}, children: [{ type: 'text', value: titles[0] }] }, ...blocks]
  const heading: Element = { ...title, tagName: 'h1' }
  const at = blocks.findIndex(block => block === title || contains(block, title))
  if (at < 0)
    return [heading, ...blocks]
  const above = blocks.slice(0, at).filter(block => prose(block) > 0)
  const within = blocks[at]!
  if (within === title)
    return [heading, ...above, ...blocks.slice(at + 1)]
  remove(within as Element, element => element === title)
  return [heading, ...above, ...blocks.slice(at)]
}

/** How many characters of running text an element has: outside links, and in pieces that read like a sentence. */
function prose(node: Nodes): number {
  let sum = 0
  visit(node, (child) => {
    if (child.type === 'element' && (child.tagName === 'a' || isMute(child)))
      return SKIP
    if (child.type === 'text' && /[。！？；，.!?,]/.test(child.value) && child.value.trim().length > 8)
      sum += child.value.trim().length
  })
  return sum
}

function words(node: Nodes): number {
  let sum = 0
  visit(node, (child) => {
    if (child.type === 'element' && isMute(child))
      return SKIP
    if (child.type === 'text')
      sum += child.value.replace(/\s+/g, '').length
  })
  return sum
}

function contains(node: Nodes, element: Element): boolean {
  return findAll(node, other => other === element).length > 0
}

function findAll(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(node, 'element', (element) => {
    if (test(element))
      found.push(element)
  })
  return found
}

/** Takes elements, and comments, out of a tree. */
function remove(node: Element | Root, test: (element: Element) => boolean): void {
  visit(node, (child, index, parent) => {
    if (parent && index !== undefined && (child.type === 'comment' || (child.type === 'element' && child !== node && test(child)))) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
  })
}
