import type { Element, Nodes, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import type { Of } from './furniture.ts'
import { toString } from 'hast-util-to-string'
import { visitParents } from 'unist-util-visit-parents'
import { CONTAINERS, elements, hasHeading, isData, isFurniture, isLinkList, isNeverText, isTeaser, trailing } from './furniture.ts'
import { isCredit } from './head-lines.ts'
import { keepOnly } from './keep-only.ts'
import { isMute, measure, NOTHING, prune } from './measure.ts'
import { takeNotes } from './page-notes.ts'
import { dropSpace, pageTitles, titleElement } from './page-title.ts'
import { readableIn } from './readability.ts'
import { tellLeft, wordsIn } from './tell-left.ts'
import { underTitle } from './under-title.ts'
import { ancestors, dropWhatFollows } from './what-follows.ts'

/** An element with more than this share of the prose holds the article. */
const MOST = 0.6
/** Readability judges by how much there is; with fewer characters it has too little to go by. */
const ENOUGH = 500
/** Less than this share of an article's prose, after the rest of it, is no part of it. */
const LITTLE = 0.1

/**
 * A rehype plugin that leaves of a web page the article: its title and what is set with it, not menus, lists of links or comments. What of a page with much text
 * is its article, and who wrote it, Readability says. What was left out is told.
 *
 * @returns a transformer from a page to the article alone
 */
export function ownBody() {
  return (tree: Root, file: VFile): Root => {
    const body = elements(tree, ({ tagName }) => tagName === 'body')[0] ?? tree
    const notes = takeNotes(body, file)
    const measures = measure(tree)
    const of: Of = node => measures.get(node) ?? NOTHING
    const before = wordsIn(body)
    const found = readableIn(tree, body)
    prune(body, isMute)
    const called = pageTitles(tree)
    const title = titleElement(body, called)
    if (title)
      dropSpace(title, body)
    // The head of what a word processor has saved has the document's properties; its title and its author stand in the text.
    const hasProperties = isWordProcessors(tree)
    const titles = title || !hasProperties ? called : []
    const round = title ? ancestors(body, title) : new Set<Nodes>()
    const byline = hasProperties ? undefined : found?.byline
    const credit = byline === undefined ? undefined : elements(body, element => squeeze(toString(element)) === squeeze(byline))[0]
    const author = byline === undefined || titles.length + round.size === 0 ? [] : [bylineOf(byline, credit, of)]
    const page: Page = { body, title, round, of, most: of(body).prose / 2 }
    const isLong = found !== undefined && found.length >= ENOUGH
    const article = isLong && !isHan(found.kept) ? readableArticle(page, found.kept) : markedArticle(page, isLong ? commonParent(body, found.kept) : undefined)
    // Below the text, who edited it stands in its place above.
    if (credit && author.length > 0 && isBelowText(credit, body, of))
      prune(article, element => element === credit)
    const children = underTitle(article, title, titles, round, of)
    const said = new Set(author.flatMap(line => wordsIn(line)).map(placeOf))
    tellLeft(before.filter(text => !text.position || !said.has(placeOf(text))), children, file)
    return { type: 'root', children: [...children.slice(0, 1), ...author, ...children.slice(1), ...notes] }
  }
}

/** Whether most paragraphs of a page stand above an element. */
function isBelowText(credit: Element, body: Element | Root, of: Of): boolean {
  const all = elements(body, element => element === credit || (element.tagName === 'p' && of(element).prose > 0))
  return all.indexOf(credit) > all.length / 2
}

/** A page, its title with all that stands round it, and the half of its prose: what has more is no furniture. */
interface Page { body: Element | Root, title: Element | undefined, round: ReadonlySet<Nodes>, of: Of, most: number }

/** The article of a page with much text: what Readability keeps, without what by its name or its links is none. */
function readableArticle({ body, title, round, of, most }: Page, kept: ReadonlySet<Nodes>): Element | Root {
  keepOnly(body, new Set([...kept, ...title ? [...wordsIn(title), ...creditsBelow(title, body, kept)] : []]))
  const isAround = (element: Element): boolean => element === title || round.has(element)
  prune(body, element => !isAround(element) && ((isFurniture(element, of) && isSmall(element, of, most)) || isTeaser(element, of)))
  prune(body, isEmptyHeading)
  dropWhatFollows(body, innermost(body, of), child => of(child).prose === 0 || isFurniture(child, of))
  const marked = markedIn(body, of)
  if (marked)
    dropWhatFollows(body, marked, child => of(child).prose <= of(body).prose * LITTLE)
  return body
}

/** The texts of the lines between a title and the text that say who wrote it, and when: Readability keeps none of them. */
function creditsBelow(title: Element, body: Element | Root, kept: ReadonlySet<Nodes>): Nodes[] {
  const all = elements(body, () => true)
  const start = all.indexOf(title) + 1
  const end = all.findIndex((element, index) => index >= start && element.children.some(child => kept.has(child)))
  return all.slice(start, Math.max(start, end)).filter(isCredit).flatMap(element => wordsIn(element))
}

/**
 * The article of a page with little text: where the page marks it, that, else the innermost element that holds most of
 * the prose.
 *
 * @param page the page
 * @param known an element that holds the article: it is taken where it stands within what would be
 * @returns the article, without furniture
 */
function markedArticle({ body, title, round, of, most }: Page, known?: Element | Root): Element | Root {
  const own = findArticle(body, round, of)
  const article = known && ancestors(own, known).size === 0 ? known : own
  const text = innermost(article, of)
  // Within the text itself only what has no prose can be furniture, whatever its name, or little that no text is called; or what stands below all the rest.
  const below = trailing(text, of)
  const within = new Set<Nodes>(elements(text, element => element !== text && !below.has(element)))
  const path = ancestors(article, text)
  const isAround = (element: Element): boolean => element === title || round.has(element) || path.has(element)
  const mayGo = (element: Element): boolean => within.has(element) ? isSmall(element, of, of(text).prose / 2) : of(element).prose < most
  prune(article, element => !isAround(element) && isFurniture(element, of) && mayGo(element))
  prune(article, element => isLinkList(element, of) && !isAround(element) && !within.has(element) && of(element).prose < most)
  prune(article, isEmptyHeading)
  const little = of(article).prose * LITTLE
  dropWhatFollows(article, text, child => of(child).prose <= little)
  spaceRows(article, of)
  return article
}

/** Whether texts are Chinese: Readability counts the words and commas of others. */
function isHan(kept: ReadonlySet<Nodes>): boolean {
  const words = Array.from(kept, node => node.type === 'text' ? node.value : '').join('').replace(/[\s\p{P}]+/gu, '')
  return (words.match(/\p{Script=Han}/gu)?.length ?? 0) > words.length / 2
}

/** The innermost element that holds all of some nodes. */
function commonParent(body: Element | Root, nodes: ReadonlySet<Nodes>): Element | Root {
  let common: Nodes[] | undefined
  visitParents(body, (node, parents) => {
    if (nodes.has(node))
      common = common?.filter(one => parents.includes(one as never)) ?? [...parents]
  })
  return (common?.at(-1) ?? body) as Element | Root
}

/** Whether an element within the text may be furniture: it heads nothing and has no prose, or little and is called what no text is. */
function isSmall(element: Element, of: Of, most: number): boolean {
  return !hasHeading(element) && (of(element).prose === 0 || (of(element).prose < most && isNeverText(element)))
}

/** Who wrote the article, as a line below its title, which `headLines` joins with what stands there: the element that says so, or the words of the page's head. */
function bylineOf(byline: string, credit: Element | undefined, of: Of): Element {
  const children = credit ? structuredClone(credit.children) : [{ type: 'text' as const, value: byline }]
  const line: Element = { type: 'element', tagName: 'p', properties: { className: ['lectern-byline'] }, children, ...(credit?.position && { position: credit.position }) }
  prune(line, element => isFurniture(element, of))
  return line
}

function placeOf({ position }: Nodes): number | undefined {
  return position?.start.offset
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** A heading that a page leaves empty, as where a newspaper has no second line. */
function isEmptyHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName) && toString(element).trim() === '' && elements(element, ({ tagName }) => tagName === 'img').length === 0
}

/** Whether a page is what a word processor has saved of a document. */
function isWordProcessors(tree: Root): boolean {
  return elements(tree, ({ tagName, properties }) => tagName === 'meta' && /^(?:generator|progid)$/i.test(String(properties.name ?? '')) && /word|office|writer|wps/i.test(String(properties.content ?? ''))).length > 0
}

/** Rows of few words, source, date and author, may stand without a space between; on the page they stand apart. */
function spaceRows(article: Element | Root, of: Of): void {
  for (const row of elements(article, element => CONTAINERS.has(element.tagName) && of(element)?.prose === 0)) {
    row.children = row.children.flatMap((child, index): Element['children'] =>
      child.type === 'element' && row.children[index - 1]?.type === 'element' ? [{ type: 'text', value: ' ' }, child] : [child])
  }
}

/** The innermost element that the page marks as its article and that holds most of the prose. */
function markedIn(body: Element | Root, of: Of): Element | undefined {
  const marked = elements(body, ({ tagName, properties }) => tagName === 'article' || tagName === 'main' || properties.role === 'main')
  return marked.filter(element => of(element).prose > of(body).prose * MOST).at(-1)
}

/** The element that the page marks as its article; else the innermost one with most of the prose, and the title where that is set with it. */
function findArticle(body: Element | Root, round: ReadonlySet<Nodes>, of: Of): Element | Root {
  return markedIn(body, of) ?? innermost(body, of, child => round.size === 0 || round.has(child))
}

/** The innermost element that holds most of the prose; a table of data is one thing. */
function innermost(body: Element | Root, of: Of, may: (child: Element) => boolean = () => true): Element | Root {
  let found = body
  for (;;) {
    const next = (found.children as RootContent[]).find((child): child is Element =>
      child.type === 'element' && CONTAINERS.has(child.tagName) && !isData(child) && of(child).prose > of(body).prose * MOST && may(child))
    if (!next)
      return found
    found = next
  }
}
