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

/** The measure of an element that holds nothing. */
export const NOTHING: Measure = { prose: 0, words: 0, linked: 0, links: 0 }

/** Elements whose text is never an article's, however long it is. */
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
    const found = measureOf(node, inner)
    measures.set(node, found)
    return found
  }
  visit(tree)
  return measures
}

/** A node's measure, by that of its children. */
function measureOf(node: Nodes, inner: Measure): Measure {
  if (node.type === 'text')
    return ofText(node.value)
  return node.type === 'element' ? ofElement(node, inner) : inner
}

function ofElement(element: Element, inner: Measure): Measure {
  if (isMute(element))
    return NOTHING
  return element.tagName === 'a' ? { ...inner, prose: 0, linked: inner.words, links: 1 } : inner
}

function ofText(value: string): Measure {
  const text = value.trim()
  return { ...NOTHING, prose: isProse(text) ? text.length : 0, words: value.replace(/\s+/g, '').length }
}

/**
 * Whether a piece of text reads like a sentence: it has some length, and a mark.
 *
 * @param text without white space at its ends
 */
export function isProse(text: string): boolean {
  return text.length > 8 && /[。！？；，.!?,]/.test(text)
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
 * Removes elements and all comments from a tree. `data.gap` of a parent says that something has gone.
 *
 * @param node where to begin
 * @param test whether an element goes
 */
export function prune(node: Element | Root, test: (element: Element) => boolean): void {
  const children: RootContent[] = node.children as RootContent[]
  const isGone = (child: RootContent): boolean =>
    child.type === 'comment' || (child.type === 'element' && test(child))
  const gone = new Set(children.filter(isGone))
  const last = children.findLastIndex(child => child.type === 'element' && gone.has(child) && !isMute(child))
  if (last >= 0) {
    const goesOn = children.slice(last).some(child => child.type === 'element' && !gone.has(child))
    node.data = { ...node.data, gap: goesOn ? 'between' : 'end' }
  }
  node.children = children.filter(child => !gone.has(child)) as Element['children']
  for (const child of node.children) {
    if (child.type === 'element')
      prune(child, test)
  }
}

declare module 'hast' {
  interface ElementData {
    /** A child between the other elements, or after all of them, has been left out. */
    gap?: 'between' | 'end'
  }
  interface RootData {
    gap?: 'between' | 'end'
  }
}
