import type { Element, Nodes, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import type { Measure } from './measure.ts'
import { EXIT, visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { isMute, measure, prune } from './measure.ts'
import { pageTitles, titleElement } from './page-title.ts'

/** What HTML itself says is no text of an article, and what cannot be read aloud. */
const FURNITURE_TAGS = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'form', 'button', 'input', 'select', 'textarea', 'dialog', 'nav', 'aside', 'footer', 'svg', 'canvas', 'audio', 'video', 'link', 'meta'])
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'menubar'])
/** Names that web pages give to what stands round an article: the vocabulary of style sheets, not of articles. */
const FURNITURE_NAMES = /(?:^|[\s_-])(?:nav|navbar|menu|bread-?crumbs?|crumbs?|share|sharing|social|side-?bar|related|relate|recommend\w*|comments?|reply|foot(?:er)?|copyright|adverts?|ads?|banner|tool-?bar|login|subscribe|pagination|pager|qr-?code|widget|pop-?up|modal|font-?(?:size|ctrl|control|switch))(?:$|[\s_-])/i
/** An element that holds blocks, and may be what holds the whole article. */
const CONTAINERS = new Set(['body', 'div', 'section', 'article', 'main', 'center', 'table', 'tbody', 'tr', 'td'])
/** An element with more than this share of the prose holds the article. */
const MOST = 0.6
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
    const measures = measure(tree)
    const of = (node: Nodes): Measure => measures.get(node)!
    const titles = pageTitles(tree)
    const body = elements(tree, ({ tagName }) => tagName === 'body')[0] ?? tree
    const most = of(body).prose / 2
    prune(body, element => isFurniture(element, of) && (isMute(element) || of(element).prose < most))
    const title = titleElement(body, titles)
    const round = title ? ancestors(body, title) : new Set<Nodes>()
    const article = findArticle(body, round, of)
    dropWhatFollows(article, innermost(article, of), of)
    prune(article, element => element !== title && isLinkList(element, of))
    const children = withTitle(article, title, titles, round, of)
    const left = of(body).words - wordsOf(children)
    if (left > 0)
      file.message(`Left ${left} characters of the page out as menus, lists of links and their like: if words of the article are among them, save its text as .txt or .md`, { ruleId: 'page-furniture', source: 'lectern' })
    return { type: 'root', children }
  }
}

type Of = (node: Nodes) => Measure

function wordsOf(children: RootContent[]): number {
  const root: Root = { type: 'root', children }
  return measure(root).get(root)!.words
}

/** Whether an element is no text of the article by its tag, its role, its name, or because it is hidden. */
function isFurniture(element: Element, of: Of): boolean {
  const { role, id, className, hidden, ariaHidden, style } = element.properties
  return FURNITURE_TAGS.has(element.tagName)
    || FURNITURE_ROLES.has(String(role ?? ''))
    || (FURNITURE_NAMES.test([id, className].flat().filter(Boolean).join(' ')) && (CONTAINERS.has(element.tagName) || of(element).prose === 0))
    || (hidden !== undefined && hidden !== false)
    || ariaHidden === 'true'
    || /display\s*:\s*none/i.test(String(style ?? ''))
}

function isLinkList(element: Element, of: Of): boolean {
  const { links, linked, words } = of(element)
  return /^(?:ul|ol|dl|div|section|table|p|h[2-6])$/.test(element.tagName) && links > 1 && linked / words > MOSTLY_LINKS
}

/** The element that the page marks as its article; else the innermost one with most of the prose, and the title where that is set with it. */
function findArticle(body: Element | Root, round: ReadonlySet<Nodes>, of: Of): Element | Root {
  const marked = elements(body, ({ tagName, properties }) => tagName === 'article' || tagName === 'main' || properties.role === 'main')
  const own = marked.filter(element => of(element).prose > of(body).prose / 2).at(-1)
  return own ?? innermost(body, of, child => round.size === 0 || round.has(child))
}

/** The innermost element that holds most of the prose. */
function innermost(body: Element | Root, of: Of, may: (child: Element) => boolean = () => true): Element | Root {
  let found = body
  for (;;) {
    const next = (found.children as RootContent[]).find((child): child is Element =>
      child.type === 'element' && CONTAINERS.has(child.tagName) && of(child).prose > of(body).prose * MOST && may(child))
    if (!next)
      return found
    found = next
  }
}

/** Below the text stand its editor, its copyright, how many like it: blocks of few words. A page that goes on with the article has more. */
function dropWhatFollows(article: Element | Root, text: Element | Root, of: Of): void {
  if (article === text)
    return
  const little = of(article).prose * LITTLE
  const path = ancestors(article, text as Element)
  for (let outer = article; outer !== text;) {
    const children: RootContent[] = outer.children as RootContent[]
    const at = children.findIndex(child => path.has(child))
    outer.children = children.filter((child, index) => index <= at || of(child).prose > little) as Element['children']
    outer = children[at] as Element
  }
}

/** The article's blocks under its title, which may stand elsewhere on the page; what stands above it is left out where it has no prose. */
function withTitle(article: Element | Root, title: Element | undefined, titles: string[], round: ReadonlySet<Nodes>, of: Of): RootContent[] {
  const blocks = article.children as RootContent[]
  if (!title)
    return titles[0] === undefined ? blocks : [{ type: 'element', tagName: 'h1', properties: {}, children: [{ type: 'text', value: titles[0] }] }, ...blocks]
  const heading: Element = { ...title, tagName: 'h1' }
  const at = blocks.findIndex(block => round.has(block))
  if (at < 0)
    return [heading, ...blocks]
  const above = blocks.slice(0, at).filter(block => of(block).prose > 0)
  const within = blocks[at] as Element
  if (within === title)
    return [heading, ...above, ...blocks.slice(at + 1)]
  prune(within, element => element === title)
  return [heading, ...above, ...blocks.slice(at)]
}

/** An element with all that it stands in, up to an outer one. */
function ancestors(outer: Element | Root, element: Element): ReadonlySet<Nodes> {
  const path = new Set<Nodes>()
  visitParents(outer, element, (_, parents) => {
    for (const node of [...parents, element])
      path.add(node)
    return EXIT
  })
  return path
}

function elements(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(node, 'element', (element) => {
    if (test(element))
      found.push(element)
  })
  return found
}
