import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import type { Of } from './furniture.ts'
import { EXIT } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { elements } from './furniture.ts'

/**
 * An article's blocks under its title, which may stand elsewhere on the page; what stands above it is left out where it has no prose. Other headings of the
 * title's rank, and all below them, stand a level lower.
 *
 * @param article what holds the article
 * @param title the element that shows the title, where one does
 * @param titles what the page calls itself
 * @param round the title with all that it stands in
 * @param of the measure of a node
 * @returns the blocks, the title first
 */
export function underTitle(article: Element | Root, title: Element | undefined, titles: string[], round: ReadonlySet<Nodes>, of: Of): RootContent[] {
  const blocks = article.children as RootContent[]
  if (!title)
    return titles[0] === undefined ? blocks : [heading([{ type: 'text', value: titles[0] }]), ...lowered(blocks)]
  const own: Element = { ...heading(title.children), ...(title.position && { position: title.position }) }
  const at = blocks.findIndex(block => round.has(block))
  if (at < 0)
    return [own, ...lowered(blocks)]
  const above = blocks.slice(0, at).filter(block => of(block).prose > 0)
  const within = blocks[at] as Element
  if (within === title)
    return [own, ...lowered([...above, emptyParagraph(), ...blocks.slice(at + 1)])]
  takeOut(within, title)
  return [own, ...lowered([...above, ...blocks.slice(at)])]
}

function heading(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'h1', properties: {}, children }
}

function lowered(blocks: RootContent[]): RootContent[] {
  const root: Root = { type: 'root', children: blocks }
  const headings = elements(root as never, ({ tagName }) => /^h[1-6]$/.test(tagName))
  if (headings.some(({ tagName }) => tagName === 'h1')) {
    for (const one of headings)
      one.tagName = `h${Math.min(6, Number(one.tagName[1]) + 1)}`
  }
  return blocks
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
