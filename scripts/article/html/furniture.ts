import type { Element, Nodes, Root, RootContent } from 'hast'
import type { Measure } from './measure.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { namePattern, namesOf } from './names.ts'

/** What HTML itself says is seldom an article's text, and what cannot be read aloud. */
const FURNITURE_TAGS = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'form', 'button', 'input', 'select', 'textarea', 'dialog', 'nav', 'aside', 'footer', 'svg', 'canvas', 'audio', 'video', 'link', 'meta'])
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'menubar'])
/** Names that web pages give to what stands round an article: the vocabulary of style sheets, not of articles. */
const FURNITURE_NAMES = /(?:^|[\s_-])(?:nav|navbar|menu|bread-?crumbs?|crumbs?|share|sharing|social|side-?bar|related|relate|recommend\w*|comments?|reply|foot(?:er)?|copyright|adverts?|ads?|banner|tool-?bar|login|subscribe|pagination|pager|qr-?code|widget|pop-?up|modal|font-?(?:size|ctrl|control|switch))(?:$|[\s_-])/i
/** Names of what is never a text's own, however it stands in it. */
const NEVER_TEXT = namePattern('nav(?:box|igation)?', 'bread-?crumbs?', 'share', 'sharing', 'side-?bar', 'no-?print', 'hidden-print', 'd-print-none', 'edit-?section', 'hat-?note', 'dab-?link', 'disambig\\w*', 'newsletter', 'subscri\\w+', 'sign-?up', 'paywall', 'related\\w*', 'recommend\\w*', 'adverts?', 'ads?', 'promo\\w*', 'cookies?', 'gdpr\\w*', '(?:cookie|consent|privacy)-?(?:banner|bar|notice|overlay|pop-?up|wall)', 'print-?footer', 'cat-?links', 'site-?sub', 'ambox', '(?:jump|skip)-?(?:link|nav|to)\\w*')
/** Names that site programs give to their own boxes, headings and all: WordPress and its Jetpack, Disqus, AddToAny, Substack; Confluence, below what it exports. */
const PLUGINS = namePattern('share-?daddy', 'jp-related-?posts', 'yarpp\\S*', 'addtoany\\S*', 'comment-respond', 'comments-(?:area|page|section)', 'disqus[-_]thread', 'post-navigation', 'subscription-widget\\S*', 'page-?section-?header', 'grey-?box')
/** An element that holds blocks, and may be what holds the whole article. */
export const CONTAINERS: ReadonlySet<string> = new Set(['body', 'div', 'section', 'article', 'main', 'center', 'table', 'tbody', 'tr', 'td'])
/** A block with more of its words in links than this is a list of links. */
const MOSTLY_LINKS = 0.6

/** The measure of any node. */
export type Of = (node: Nodes) => Measure

/** Whether an element is no text of the article by its tag, its role, its name, or because it is hidden. */
export function isFurniture(element: Element, of: Of): boolean {
  const { role, id, className } = element.properties
  return FURNITURE_TAGS.has(element.tagName)
    || isPlugin(element)
    || FURNITURE_ROLES.has(String(role ?? ''))
    || (role === 'button' && elements(element, ({ tagName }) => tagName === 'img').length === 0)
    || ((FURNITURE_NAMES.test([id, className].flat().filter(Boolean).join(' ')) || isNeverText(element)) && (CONTAINERS.has(element.tagName) || of(element).prose === 0))
}

/**
 * Whether a site's program has set an element beside the text: buttons to share, a form to answer. Ids are made from
 * headings too, so that few of them tell.
 */
export function isPlugin({ tagName, properties: { className, id } }: Element): boolean {
  const isNamed = PLUGINS.test([className].flat().filter(Boolean).join(' ')) || /^(?:disqus_thread|jp-relatedposts)$/.test(String(id ?? ''))
  return isNamed && !/^(?:body|html|article|main)$/.test(tagName)
}

/** Whether an element in the midst of a text is none by its name: a box to subscribe, other meanings of a word. */
export function isNeverText(element: Element): boolean {
  return NEVER_TEXT.test(namesOf(element))
}

/** Whether an element is a newspaper's box to sign up, by its name: two of such words, or one that is nothing else. */
export function asksForAddress(element: Element): boolean {
  return /newsletter[\w-]*(?:sign|subscri|form|promo|box)|(?:sign-?up|subscri\w|email)[\w-]*newsletter/i.test(namesOf(element))
}

/** Whether a page hides an element from its readers. */
export function isHidden({ properties: { hidden, ariaHidden, style } }: Element): boolean {
  return (hidden !== undefined && hidden !== false) || ariaHidden === 'true' || /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(String(style ?? ''))
}

/** The furniture that ends a text: comments, say, where a page has no element round its text. */
export function trailing(text: Element | Root, of: Of): ReadonlySet<Nodes> {
  const children = (text.children as RootContent[]).filter(child => child.type === 'element')
  const last = children.findLastIndex(child => of(child).prose > 0 && (!isFurniture(child, of) || hasHeading(child)))
  return new Set(children.slice(last + 1))
}

/** Whether an element has a heading of its own: a section of the text, whatever its name. */
export function hasHeading(element: Element): boolean {
  return elements(element, ({ tagName }) => /^h[1-6]$/.test(tagName)).length > 0
}

/** Whether an element is a list of links: menus, further reading. */
export function isLinkList(element: Element, of: Of): boolean {
  const { links, linked, words } = of(element)
  return /^(?:ul|ol|dl|div|section|table|p|h[2-6])$/.test(element.tagName) && links > 1 && linked / words > MOSTLY_LINKS
}

/** As many words in a link, in the mean, are a headline: names and terms have fewer. */
const HEADLINE = 5

/** Whether an element in the midst of a text leads to other articles: it has hardly more than links, and these are headlines. */
export function isTeaser(element: Element, of: Of): boolean {
  const { links, linked, words } = of(element)
  if (!/^(?:ul|ol|div|section|p|li)$/.test(element.tagName) || links === 0 || linked / words <= MOSTLY_LINKS)
    return false
  const headlines = elements(element, ({ tagName }) => tagName === 'a').map(link => toString(link)).join(' ')
  return (headlines.match(/\p{Script=Han}{2}|[\p{L}\p{N}'’-]+/gu)?.length ?? 0) / links >= HEADLINE
}

/** Whether an element is a table whose columns or rows have names: what lays out a page has none. */
export function isData(element: Element): boolean {
  return element.tagName === 'table' && elements(element, ({ tagName }) => tagName === 'th' || tagName === 'caption').length > 0
}

/** All elements of a tree that pass a test, in order. */
export function elements(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(node, 'element', (element) => {
    if (test(element))
      found.push(element)
  })
  return found
}
