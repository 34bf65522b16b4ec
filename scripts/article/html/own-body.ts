import type { Element, Nodes, Root, RootContent, Text } from 'hast'
import type { VFile } from 'vfile'
import type { Of } from './furniture.ts'
import { EXIT, visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { CONTAINERS, elements, hasHeading, isData, isFurniture, isLinkList, trailing } from './furniture.ts'
import { leaveBlocksOut, textsWithin } from './left-blocks.ts'
import { isMute, measure, NOTHING, prune } from './measure.ts'
import { pageTitles, titleElement } from './page-title.ts'

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
    const measures = measure(tree)
    const of: Of = node => measures.get(node) ?? NOTHING
    const titles = pageTitles(tree)
    const body = elements(tree, ({ tagName }) => tagName === 'body')[0] ?? tree
    const seen = textsWithin(body)
    const before = texts(body).filter(text => of(text).prose > 0)
    const most = of(body).prose / 2
    prune(body, isMute)
    const title = titleElement(body, titles)
    const round = title ? ancestors(body, title) : new Set<Nodes>()
    const article = findArticle(body, round, of)
    const text = innermost(article, of)
    // Within the text itself only what has no prose can be furniture, whatever its name, or what stands below all the rest.
    const below = trailing(text, of)
    const within = new Set<Nodes>(elements(text, element => element !== text && !below.has(element)))
    prune(article, element => element !== title && !round.has(element) && isFurniture(element, of) && (within.has(element) ? of(element).prose === 0 && !hasHeading(element) : of(element).prose < most))
    prune(article, element => element !== title && isLinkList(element, of) && !within.has(element) && of(element).prose < most)
    dropWhatFollows(article, text, of)
    spaceRows(article, of)
    const children = withTitle(article, title, titles, round, of)
    const left = of(body).words - wordsOf(children)
    const sentences = proseOf(before, children)
    leaveBlocksOut(seen, new Set(texts({ type: 'root', children })), file)
    if (left > 0)
      file.message(`Left ${left} characters of the page out as menus, lists of links and their like${sentences}: if words of the article are among them, save its text as .txt or .md`, { ruleId: 'page-furniture', source: 'lectern' })
    return { type: 'root', children }
  }
}

/** The first words of what was left out though it reads like sentences. */
function proseOf(before: Text[], children: RootContent[]): string {
  const kept = new Set(texts({ type: 'root', children }))
  const lost = before.filter(text => !kept.has(text)).map(text => `“${text.value.trim().replace(/\s+/g, ' ').slice(0, 16)}…”`)
  return lost.length === 0 ? '' : `, ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''}`
}

function texts(node: Nodes): Text[] {
  const found: Text[] = []
  visit(node, 'text', text => void found.push(text))
  return found
}

function wordsOf(children: RootContent[]): number {
  const root: Root = { type: 'root', children }
  return measure(root).get(root)!.words
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
    return [heading, ...above, emptyParagraph(), ...blocks.slice(at + 1)]
  takeOut(within, title)
  return [heading, ...above, ...blocks.slice(at)]
}

/** Keeps apart what stood before and after a title that is taken from between. */
function emptyParagraph(): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [] }
}

/** Takes the title from where it stands. */
function takeOut(within: Element, title: Element): void {
  visitParents(within, title, (_, parents) => {
    const { children } = parents.at(-1)!
    children.splice(children.indexOf(title), 1, emptyParagraph())
    return EXIT
  })
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
