import type { Element, Nodes, Root, RootContent } from 'hast'
import type { Measure } from './measure.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { namePattern, namesOf } from './names.ts'

/** Elements that are seldom an article's text by what HTML says of them, or that cannot be read aloud. */
const FURNITURE_TAGS = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'object', 'link', 'meta',
  'form', 'button', 'input', 'select', 'textarea', 'dialog',
  'nav', 'aside', 'footer',
  'svg', 'canvas', 'audio', 'video',
])
const FURNITURE_ROLES = new Set([
  'navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'menubar',
])
/** Names that web pages give to what surrounds an article: words of style sheets, not of articles. */
const FURNITURE_NAMES = namePattern(
  'nav', 'navbar', 'menu', 'bread-?crumbs?', 'crumbs?', 'side-?bar', 'foot(?:er)?', 'banner', 'tool-?bar',
  'share', 'sharing', 'social', 'related', 'relate', 'recommend\\w*', 'comments?', 'reply',
  'copyright', 'adverts?', 'ads?', 'login', 'subscribe', 'pagination', 'pager', 'qr-?code',
  'widget', 'pop-?up', 'modal', 'font-?(?:size|ctrl|control|switch)',
)
/** Names of elements that are no text even within the text. */
const NEVER_TEXT = namePattern(
  'nav(?:box|igation)?', 'bread-?crumbs?', 'side-?bar', '(?:jump|skip)-?(?:link|nav|to)\\w*',
  'share', 'sharing', 'related\\w*', 'recommend\\w*', 'adverts?', 'ads?', 'promo\\w*',
  'no-?print', 'hidden-print', 'd-print-none', 'print-?footer',
  'edit-?section', 'hat-?note', 'dab-?link', 'disambig\\w*', 'cat-?links', 'site-?sub', 'ambox',
  'tags', 'tag-?list', 'newsletter', 'subscri\\w+', 'sign-?up', 'paywall',
  'cookies?', 'gdpr\\w*', '(?:cookie|consent|privacy)-?(?:banner|bar|notice|overlay|pop-?up|wall)',
)
/**
 * Names that programs of sites give to their boxes: WordPress and its Jetpack, Disqus, AddToAny, Substack, and
 * Confluence below what it exports. These boxes may have headings.
 */
const PLUGINS = namePattern(
  'share-?daddy', 'jp-related-?posts', 'yarpp\\S*', 'addtoany\\S*', 'comment-respond',
  'comments-(?:area|page|section)', 'disqus[-_]thread', 'post-navigation', 'subscription-widget\\S*',
  'page-?section-?header', 'grey-?box',
)
const PLUGIN_IDS = /^(?:disqus_thread|jp-relatedposts)$/
/** Elements that hold blocks, and one of which may hold the whole article. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'body', 'div', 'section', 'article', 'main', 'center', 'table', 'tbody', 'tr', 'td',
])
/** A block with more of its words in links than this is a list of links. */
const MOSTLY_LINKS = 0.6

/** The measure of any node. */
export type Of = (node: Nodes) => Measure

/** Whether an element is no text of the article, by its tag, its role or its name. */
export function isFurniture(element: Element, of: Of): boolean {
  const { tagName, properties: { role } } = element
  if (FURNITURE_TAGS.has(tagName) || FURNITURE_ROLES.has(String(role ?? '')) || isPlugin(element))
    return true
  if (role === 'button' && !hasPicture(element))
    return true
  const mayBeFurniture = CONTAINERS.has(tagName) || of(element).prose === 0
  return mayBeFurniture && (isCalledFurniture(element) || isNeverText(element))
}

function isCalledFurniture({ properties: { id, className } }: Element): boolean {
  return FURNITURE_NAMES.test([id, className].flat().filter(Boolean).join(' '))
}

/**
 * Whether a site's program has set an element beside the text: buttons to share, a form to answer. Few ids say so,
 * because programs make ids from headings too.
 */
export function isPlugin({ tagName, properties: { className, id } }: Element): boolean {
  const isNamed = PLUGINS.test([className].flat().filter(Boolean).join(' ')) || PLUGIN_IDS.test(String(id ?? ''))
  return isNamed && !/^(?:body|html|article|main)$/.test(tagName)
}

/** Whether an element within the text is no text by its name: a box to subscribe, other meanings of a word. */
export function isNeverText(element: Element): boolean {
  return NEVER_TEXT.test(namesOf(element))
}

const SIGN_UP = new RegExp([
  String.raw`newsletter[\w-]*(?:sign|subscri|form|promo|box)`,
  String.raw`(?:sign-?up|subscri\w|email)[\w-]*newsletter`,
].join('|'), 'i')

/** Whether an element is a newspaper's box to sign up, by its name: two of such words. */
export function asksForAddress(element: Element): boolean {
  return SIGN_UP.test(namesOf(element))
}

/** Whether an element asks for something to be filled in or pressed. */
export function isForm(element: Element): boolean {
  return elements(element, ({ tagName }) => /^(?:form|input|button)$/.test(tagName)).length > 0
}

const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i

/** Whether a page hides an element from its readers. */
export function isHidden({ properties: { hidden, ariaHidden, style } }: Element): boolean {
  const hasAttribute = (hidden !== undefined && hidden !== false) || ariaHidden === 'true'
  return hasAttribute || HIDING_STYLE.test(String(style ?? ''))
}

/** The furniture at the end of a text: comments, for example, if a page has no element round its text. */
export function trailing(text: Element | Root, of: Of): ReadonlySet<Nodes> {
  const children = (text.children as RootContent[]).filter(child => child.type === 'element')
  const last = children.findLastIndex(child => of(child).prose > 0 && (!isFurniture(child, of) || hasHeading(child)))
  return new Set(children.slice(last + 1))
}

/** Whether an element has a heading of its own: a section of the text, whatever its name. */
export function hasHeading(element: Element): boolean {
  return elements(element, ({ tagName }) => /^h[1-6]$/.test(tagName)).length > 0
}

/** Whether an element is a section of the text without prose: it has a heading, and a table with a head, or code. */
export function isSection(element: Element, of: Of): boolean {
  const blocks = elements(element, one => isData(one) || one.tagName === 'pre')
  return hasHeading(element) && blocks.some(block => !isLinkList(block, of)) && !isFurniture(element, of)
}

/** Whether an element is a list of links: menus, further reading. */
export function isLinkList(element: Element, of: Of): boolean {
  const { links, linked, words } = of(element)
  const isMostlyLinks = links > 1 && linked / words > MOSTLY_LINKS
  return isMostlyLinks && /^(?:ul|ol|dl|div|section|table|p|h[2-6])$/.test(element.tagName)
}

/** The fewest words that links have in the mean if they are headlines. Names and terms have fewer. */
const HEADLINE = 5

/** Whether an element within the text leads to other articles: it is mostly links, and these are headlines. */
export function isTeaser(element: Element, of: Of): boolean {
  const { links, linked, words } = of(element)
  if (!/^(?:ul|ol|div|section|p|li)$/.test(element.tagName) || links === 0 || linked / words <= MOSTLY_LINKS)
    return false
  const headlines = elements(element, ({ tagName }) => tagName === 'a').map(link => toString(link)).join(' ')
  const linkedWords = headlines.match(/\p{Script=Han}{2}|[\p{L}\p{N}'’-]+/gu) ?? []
  return linkedWords.length / links >= HEADLINE
}

/** Whether an element is a table whose columns or rows have names. A table that lays out a page has none. */
export function isData(element: Element): boolean {
  const isName = ({ tagName }: Element): boolean => tagName === 'th' || tagName === 'caption'
  return element.tagName === 'table' && elements(element, isName).length > 0
}

/** Whether an element is a picture or has one in it. */
export function hasPicture(element: Element): boolean {
  return elements(element, ({ tagName }) => tagName === 'img').length > 0
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
