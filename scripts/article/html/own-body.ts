import type { Element, Nodes, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import type { Of } from './furniture.ts'
import { toString } from 'hast-util-to-string'
import { EXIT } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { CONTAINERS, elements, hasHeading, isData, isFurniture, isLinkList, isNeverText, trailing } from './furniture.ts'
import { isMute, measure, NOTHING, prune } from './measure.ts'
import { takeNotes } from './page-notes.ts'
import { dropSpace, pageTitles, titleElement } from './page-title.ts'
import { tellLeft, wordsIn } from './tell-left.ts'
import { underTitle } from './under-title.ts'

/** An element with more than this share of the prose holds the article. */
const MOST = 0.6
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
    const body = elements(tree, ({ tagName }) => tagName === 'body')[0] ?? tree
    const notes = takeNotes(body, file)
    const measures = measure(tree)
    const of: Of = node => measures.get(node) ?? NOTHING
    const before = wordsIn(body)
    const most = of(body).prose / 2
    prune(body, isMute)
    const called = pageTitles(tree)
    const title = titleElement(body, called)
    if (title)
      dropSpace(title, body)
    // The head of what a word processor has saved has the document's properties; its title stands in the text.
    const titles = title || !isWordProcessors(tree) ? called : []
    const round = title ? ancestors(body, title) : new Set<Nodes>()
    const article = findArticle(body, round, of)
    const text = innermost(article, of)
    // Within the text itself only what has no prose can be furniture, whatever its name, or little that no text is called; or what stands below all the rest.
    const below = trailing(text, of)
    const within = new Set<Nodes>(elements(text, element => element !== text && !below.has(element)))
    const isAround = (element: Element): boolean => element === title || round.has(element)
    const mayGo = (element: Element): boolean => within.has(element)
      ? !hasHeading(element) && (of(element).prose === 0 || (of(element).prose < of(text).prose / 2 && isNeverText(element)))
      : of(element).prose < most
    prune(article, element => !isAround(element) && isFurniture(element, of) && mayGo(element))
    prune(article, element => element !== title && isLinkList(element, of) && !within.has(element) && of(element).prose < most)
    prune(article, isEmptyHeading)
    dropWhatFollows(article, text, of)
    spaceRows(article, of)
    const children = underTitle(article, title, titles, round, of)
    tellLeft(before, children, file)
    return { type: 'root', children: [...children, ...notes] }
  }
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

/** The element that the page marks as its article; else the innermost one with most of the prose, and the title where that is set with it. */
function findArticle(body: Element | Root, round: ReadonlySet<Nodes>, of: Of): Element | Root {
  const marked = elements(body, ({ tagName, properties }) => tagName === 'article' || tagName === 'main' || properties.role === 'main')
  const own = marked.filter(element => of(element).prose > of(body).prose * MOST).at(-1)
  return own ?? innermost(body, of, child => round.size === 0 || round.has(child))
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
