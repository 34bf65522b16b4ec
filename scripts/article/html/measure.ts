import type { Element, Nodes, Root, RootContent } from 'hast'

/** How much an element holds. */
export interface Measure {
  /** Characters of running text: outside links, and in pieces that read like a sentence. */
  prose: number
  /** Characters that are no white space. */
  words: number
  /** Those of them in links. */
  linked: number
  links: number
}

/** What nothing holds. */
export const NOTHING: Measure = { prose: 0, words: 0, linked: 0, links: 0 }

/** Elements whose text is never an article's, however much of it there is. */
const MUTE = new Set(['script', 'style', 'template', 'textarea', 'select', 'noscript'])

/**
 * Whether an element's text is for the machine.
 *
 * @param element any element
 * @returns true for scripts and their like
 */
export function isMute(element: Element): boolean {
  return MUTE.has(element.tagName)
}

/**
 * Measures every node of a tree in one pass.
 *
 * @param tree the page
 * @returns the measure of each of its nodes
 */
export function measure(tree: Root): ReadonlyMap<Nodes, Measure> {
  const measures = new Map<Nodes, Measure>()
  const visit = (node: Nodes): Measure => {
    const inner = 'children' in node ? sum(node.children.map(visit)) : NOTHING
    const found = node.type === 'text' ? ofText(node.value) : node.type === 'element' ? ofElement(node, inner) : inner
    measures.set(node, found)
    return found
  }
  visit(tree)
  return measures
}

/** An element's measure, by what stands in it: nothing where that is for the machine. */
function ofElement(element: Element, inner: Measure): Measure {
  if (isMute(element))
    return NOTHING
  return element.tagName === 'a' ? { ...inner, prose: 0, linked: inner.words, links: 1 } : inner
}

function ofText(value: string): Measure {
  const text = value.trim()
  return { prose: text.length > 8 && /[。！？；，.!?,]/.test(text) ? text.length : 0, words: value.replace(/\s+/g, '').length, linked: 0, links: 0 }
}

function sum(measures: Measure[]): Measure {
  const total = { ...NOTHING }
  for (const one of measures) {
    total.prose += one.prose
    total.words += one.words
    total.linked += one.linked
    total.links += one.links
  }
  return total
}

/**
 * Takes elements, and comments, out of a tree. Where something went, `data.gap` says so.
 *
 * @param node where to begin
 * @param test whether an element goes
 */
export function prune(node: Element | Root, test: (element: Element) => boolean): void {
  const children: RootContent[] = node.children as RootContent[]
  const isGone = (child: RootContent): boolean => child.type === 'comment' || (child.type === 'element' && test(child))
  const gone = new Set(children.filter(isGone))
  const last = children.findLastIndex(child => child.type === 'element' && gone.has(child) && !isMute(child))
  if (last >= 0)
    node.data = { ...node.data, gap: children.slice(last).some(child => child.type === 'element' && !gone.has(child)) ? 'between' : 'end' }
  node.children = children.filter(child => !gone.has(child)) as Element['children']
  for (const child of node.children) {
    if (child.type === 'element')
      prune(child, test)
  }
}

declare module 'hast' {
  interface ElementData {
    /** Something that stood in it, between elements or after all of them, has been left out. */
    gap?: 'between' | 'end'
  }
  interface RootData {
    gap?: 'between' | 'end'
  }
}
