import type { Element, Nodes, Root } from 'hast'
import type { VFile } from 'vfile'
import type { Of } from './furniture.ts'
import { toString } from 'hast-util-to-string'
import { commonParent, findArticle, innermost, markedIn } from './find-article.ts'
import {
  asksForAddress,
  CONTAINERS,
  elements,
  hasHeading,
  hasPicture,
  isForm,
  isFurniture,
  isLinkList,
  isNeverText,
  isPlugin,
  isSection,
  isTeaser,
  trailing,
} from './furniture.ts'
import { isCredit, isStandfirst } from './head-roles.ts'
import { keepOnly } from './keep-only.ts'
import { isMute, measure, NOTHING, prune } from './measure.ts'
import { bylineOf, isBelowText, saying } from './page-byline.ts'
import { takeNotes } from './page-notes.ts'
import { dropSpace, pageTitles, titleElement } from './page-title.ts'
import { readableIn } from './readability.ts'
import { tellLeft, wordsIn } from './tell-left.ts'
import { underTitle } from './under-title.ts'
import { ancestors, dropWhatFollows } from './what-follows.ts'

/** With fewer characters Readability has too little to go by. */
const ENOUGH = 500
/** Less than this share of an article's prose, after the rest of it, is no part of it. */
const LITTLE = 0.1

/**
 * A rehype plugin that leaves of a web page its article and what is set with the title, no menus, links or comments.
 * Readability says what of a page with much text is its article, and who wrote it. What is left out is told.
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
    const most = of(body).prose / 2
    prune(body, element => isNeverText(element) && isForm(element) && of(element).prose < most)
    const found = readableIn(tree, body)
    prune(body, isMute)
    const called = pageTitles(tree)
    const title = titleElement(body, called)
    if (title)
      dropSpace(title, body)
    // The head of what a word processor has saved has the document's properties: title and author stand in the text.
    const hasProperties = isWordProcessors(tree)
    const titles = title || !hasProperties ? called : []
    const round = title ? ancestors(body, title) : new Set<Nodes>()
    const byline = hasProperties ? undefined : found?.byline
    const credit = byline === undefined ? undefined : saying(byline, body)
    const isShown = byline !== undefined && titles.length + round.size > 0
    const author = isShown ? [bylineOf(byline, credit, of)] : []
    const page: Page = { body, title, round, of, most }
    const isLong = found !== undefined && found.length >= ENOUGH
    const article = isLong && !isHan(found.kept)
      ? readableArticle(page, found.kept)
      : markedArticle(page, isLong ? commonParent(body, found.kept) : undefined)
    // Below the text, who edited it stands in its place above.
    if (credit && author.length > 0 && isBelowText(credit, body, of))
      prune(article, element => element === credit)
    const children = underTitle(article, title, titles, round, of)
    const said = new Set(author.flatMap(line => wordsIn(line)).map(placeOf))
    tellLeft(before.filter(text => !text.position || !said.has(placeOf(text))), children, file)
    return { type: 'root', children: [...children.slice(0, 1), ...author, ...children.slice(1), ...notes] }
  }
}

interface Page {
  body: Element | Root
  title: Element | undefined
  /** All that stands round the title. */
  round: ReadonlySet<Nodes>
  of: Of
  /** Half of its prose: what has more is no furniture. */
  most: number
}

/** The article of a page with much text: what Readability keeps, without what by its name or its links is none. */
function readableArticle({ body, title, round, of, most }: Page, kept: ReadonlySet<Nodes>): Element | Root {
  const head = title ? [...wordsIn(title), ...creditsBelow(title, body, kept)] : []
  keepOnly(body, new Set([...kept, ...head]))
  const isAround = (element: Element): boolean => element === title || round.has(element)
  const isOther = (element: Element): boolean => isFurniture(element, of) && isSmall(element, of, most)
  prune(body, element => !isAround(element) && (isOther(element) || isTeaser(element, of)))
  prune(body, isEmptyHeading)
  dropWhatFollows(body, innermost(body, of), child => isFurniture(child, of) || isLittle(child, of, 0))
  const marked = markedIn(body, of)
  if (marked)
    dropWhatFollows(body, marked, child => isLittle(child, of, of(body).prose * LITTLE))
  return body
}

/**
 * The texts of the lines between a title and the text that say who wrote it, and when: Readability keeps none of them.
 */
function creditsBelow(title: Element, body: Element | Root, kept: ReadonlySet<Nodes>): Nodes[] {
  const all = elements(body, () => true)
  const start = all.indexOf(title) + 1
  const isKept = (element: Element): boolean => element.children.some(child => kept.has(child))
  const isText = (element: Element): boolean => isKept(element) && !isStandfirst(element)
  const end = all.findIndex((element, index) => index >= start && isText(element))
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
  // Within the text itself only what has no prose can be furniture, whatever its name, or little that no text is
  // called; or what stands below all the rest.
  const below = trailing(text, of)
  const within = new Set<Nodes>(elements(text, element => element !== text && !below.has(element)))
  const path = ancestors(article, text)
  const isAround = (element: Element): boolean => element === title || round.has(element) || path.has(element)
  const mayGo = (element: Element): boolean =>
    within.has(element) ? isSmall(element, of, of(text).prose / 2) || isPlugin(element) : of(element).prose < most
  prune(article, element => !isAround(element) && isFurniture(element, of) && mayGo(element))
  const isOutside = (element: Element): boolean => !isAround(element) && !within.has(element)
  prune(article, element => isLinkList(element, of) && isOutside(element) && of(element).prose < most)
  prune(article, isEmptyHeading)
  const little = of(article).prose * LITTLE
  dropWhatFollows(article, text, child => isLittle(child, of, little))
  spaceRows(article, of)
  return article
}

/** Whether an element after the text is no part of it: it has little prose, and is no section of tables or code. */
function isLittle(child: Element, of: Of, little: number): boolean {
  return of(child).prose <= little && !isSection(child, of)
}

/** Whether texts are Chinese: Readability counts the words and commas of others. */
function isHan(kept: ReadonlySet<Nodes>): boolean {
  const words = Array.from(kept, node => node.type === 'text' ? node.value : '').join('').replace(/[\s\p{P}]+/gu, '')
  return (words.match(/\p{Script=Han}/gu)?.length ?? 0) > words.length / 2
}

/**
 * Whether an element within the text may be furniture: it heads nothing and has no prose, or little and is called what
 * no text is. A box that asks for an address may have a heading of its own.
 */
function isSmall(element: Element, of: Of, most: number): boolean {
  const { prose } = of(element)
  const headsNothing = !hasHeading(element) || asksForAddress(element)
  return headsNothing && (prose === 0 || (prose < most && isNeverText(element)))
}

function placeOf({ position }: Nodes): number | undefined {
  return position?.start.offset
}

/** A heading that a page leaves empty, as where a newspaper has no second line. */
function isEmptyHeading(element: Element): boolean {
  const isBlank = /^h[1-6]$/.test(element.tagName) && toString(element).trim() === ''
  return isBlank && !hasPicture(element)
}

/** Whether a page is what a word processor has saved of a document. */
function isWordProcessors(tree: Root): boolean {
  const names = (element: Element): boolean => /^(?:generator|progid)$/i.test(String(element.properties.name ?? ''))
  const [maker] = elements(tree, element => element.tagName === 'meta' && names(element)
    && /word|office|writer|wps/i.test(String(element.properties.content ?? '')))
  return maker !== undefined
}

/** Rows of few words, source, date and author, may stand without a space between; on the page they stand apart. */
function spaceRows(article: Element | Root, of: Of): void {
  for (const row of elements(article, element => CONTAINERS.has(element.tagName) && of(element)?.prose === 0)) {
    const { children } = row
    row.children = children.flatMap((child, index): Element['children'] => {
      const areBeside = child.type === 'element' && children[index - 1]?.type === 'element'
      return areBeside ? [{ type: 'text', value: ' ' }, child] : [child]
    })
  }
}
