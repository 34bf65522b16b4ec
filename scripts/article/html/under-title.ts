import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import type { Of } from './furniture.ts'
import { EXIT } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { elements } from './furniture.ts'

/**
 * Sets an article's blocks under its title, which may stand elsewhere on the page. Blocks above the title stay if they
 * have prose. If another heading has the title's rank, all headings are lowered by a level.
 *
 * @param article the element that holds the article
 * @param title the element that shows the title, if one does
 * @param titles the titles of the page's head
 * @param round the title and all elements round it
 * @param of the measure of a node
 * @returns the blocks, the title first
 */
export function underTitle(
  article: Element | Root,
  title: Element | undefined,
  titles: string[],
  round: ReadonlySet<Nodes>,
  of: Of,
): RootContent[] {
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

/** A paragraph that separates the blocks before a title from those after it, when the title is taken out. */
function emptyParagraph(): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [] }
}

/** Takes the title out of an element that holds it. */
function takeOut(within: Element, title: Element): void {
  visitParents(within, title, (_, parents) => {
    const { children } = parents.at(-1)!
    children.splice(children.indexOf(title), 1, emptyParagraph())
    return EXIT
  })
}
