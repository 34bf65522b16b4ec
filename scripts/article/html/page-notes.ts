import type { Element, Nodes, Root, Text } from 'hast'
import type { VFile } from 'vfile'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { leaveOut } from '../left-out.ts'
import { elements, hasHeading } from './furniture.ts'
import { prune } from './measure.ts'
import { CALL, NOTE } from './notes.ts'

/** How a note is called: 1, [1], （注2）, ①, iv, a, *. */
const MARK = /^[[(（〔【]?\s*(?:注\s*)?(?:\d{1,3}|[ivxlc]{1,6}|[a-z①-⑳]|[*†‡§¶]{1,3})\s*[\])）〕】]?$/i
/** What word processors call remarks of reviewers, in links and their places. */
export const REMARK = /^_?(?:cmnt|msocom_)\d+$/i
const BLOCK = /^(?:p|div|li|dd|aside|section|td|blockquote|center)$/

/**
 * Takes the notes from a page: blocks that a mark in the text links to, and that link back to it. What a heading stands over is a chapter of the page, and
 * stays. Each mark becomes the place where its note is called.
 *
 * @param body the page's body
 * @param file the article: marks are counted as left out
 * @returns the notes in order, out of the page
 */
export function takeNotes(body: Element | Root, file: VFile): Element[] {
  const parents = parentsIn(body)
  const targets = targetsIn(body)
  const links = elements(body, ({ tagName }) => tagName === 'a')
  const calls = links.filter(link => targets.has(fragmentOf(link)) && MARK.test(toString(link).trim()))
  const order = new Map(elements(body, () => true).map((element, index) => [element, index]))
  const others = new Set([...calls, ...calls.map(call => targets.get(fragmentOf(call))!)])
  const notes = new Map<string, Element>()
  for (const call of calls) {
    const id = fragmentOf(call)
    const target = targets.get(id)!
    // The mark comes first: the way back from the note is a link of the same kind.
    if (order.get(target)! < order.get(call)!)
      continue
    const isBack = (link: Element): boolean => link !== call && holds(targets.get(fragmentOf(link)), call, parents)
    const block = notes.get(id) ?? blockOf(target, parents, others)
    if (block && !hasHeading(block) && elements(block, ({ tagName }) => tagName === 'a').some(isBack))
      notes.set(id, block)
  }
  const chapters = chaptersOf(body, new Set(notes.values()))
  for (const [id, block] of notes) {
    if (chapters.has(block))
      notes.delete(id)
  }
  const inside = new Set([...notes.values()].flatMap(block => elements(block, () => true)))
  const called = calls.filter(call => notes.has(fragmentOf(call)) && !inside.has(call))
  for (const call of called)
    toCall(call, parents, file)
  const blocks = Array.from(notes, ([id, block]) => toNote(id, block, targets, file))
  const gone = new Set(notes.values())
  prune(body, element => gone.has(element))
  return blocks
}

/**
 * The remarks of reviewers in a page that a word processor has written, and the marks that stand for them.
 *
 * @param tree the page
 * @returns the elements
 */
export function remarksIn(tree: Root): ReadonlySet<Element> {
  const parents = parentsIn(tree)
  const targets = elements(tree, ({ properties }) => [properties.id, properties.name].some(name => REMARK.test(String(name ?? ''))))
  const calls = elements(tree, link => link.tagName === 'a' && REMARK.test(fragmentOf(link)) && !targets.includes(link))
  const others = new Set([...targets, ...calls])
  const blocks = targets.map(target => blockOf(target, parents, others) ?? target)
  return new Set([...blocks, ...calls.map(call => around(call, parents))])
}

/** Where a link leads in its own page. */
export function fragmentOf({ properties: { href } }: Element): string {
  const fragment = /#([^#]+)$/.exec(String(href ?? ''))?.[1] ?? ''
  try {
    return decodeURIComponent(fragment)
  }
  catch {
    return fragment
  }
}

type ParentsOf = ReadonlyMap<Nodes, Element>

function parentsIn(tree: Nodes): ParentsOf {
  const found = new Map<Nodes, Element>()
  visitParents(tree, (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (parent?.type === 'element')
      found.set(node, parent)
  })
  return found
}

function targetsIn(tree: Nodes): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>()
  visit(tree, 'element', (element) => {
    for (const name of [element.properties.id, element.tagName === 'a' ? element.properties.name : undefined]) {
      if (name !== undefined && !found.has(String(name)))
        found.set(String(name), element)
    }
  })
  return found
}

function contains(outer: Element, inner: Nodes, parents: ParentsOf): boolean {
  for (let node: Nodes | undefined = inner; node; node = parents.get(node)) {
    if (node === outer)
      return true
  }
  return false
}

/** A mark's own place may be the mark, or what stands closely round it. */
function holds(target: Element | undefined, call: Element, parents: ParentsOf): boolean {
  return target !== undefined && !BLOCK.test(target.tagName) && (contains(target, call, parents) || contains(call, target, parents) || parents.get(target) === parents.get(call))
}

/** Whether an element holds one of some elements, other than one of them. */
function holdsOther(element: Element, others: ReadonlySet<Element>, own: Element): boolean {
  let found = false
  visit(element, 'element', (inner) => {
    found ||= inner !== own && others.has(inner)
    return !found
  })
  return found
}

/** The block of a note: all round its target that has neither another note nor a call in it. */
function blockOf(target: Element, parents: ParentsOf, others: ReadonlySet<Element>): Element | undefined {
  let block: Element | undefined = BLOCK.test(target.tagName) ? target : undefined
  for (let outer = parents.get(target); outer && outer.tagName !== 'body' && !holdsOther(outer, others, target); outer = parents.get(outer)) {
    if (BLOCK.test(outer.tagName))
      block = outer
  }
  return block && holdsOther(block, others, target) ? undefined : block
}

/** The notes that stand under a heading of their own. */
function chaptersOf(body: Element | Root, notes: ReadonlySet<Element>): ReadonlySet<Element> {
  const found = new Set<Element>()
  let isHeaded = false
  visit(body, (node) => {
    if (node.type === 'element' && notes.has(node)) {
      if (isHeaded)
        found.add(node)
      return 'skip'
    }
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
      isHeaded ||= /[\p{L}\p{N}]/u.test(toString(node))
      return 'skip'
    }
    if (node.type === 'text' && /[\p{L}\p{N}]/u.test(node.value))
      isHeaded = false
    return undefined
  })
  return found
}

/** A mark with what stands round it alone: brackets, a raised frame. */
function around(call: Element, parents: ParentsOf): Element {
  let outer = call
  for (let parent = parents.get(outer); parent && /^(?:sup|span|b|i|small|font)$/.test(parent.tagName) && MARK.test(toString(parent).trim()); parent = parents.get(outer))
    outer = parent
  return outer
}

function toCall(call: Element, parents: ParentsOf, file: VFile): void {
  const id = fragmentOf(call)
  const outer = around(call, parents)
  leaveOut(file, toString(outer), 'the mark of a note')
  Object.assign(outer, { tagName: CALL, properties: { dataNote: id }, children: [] })
}

/** A note without the mark that it begins with, and the ways back from it. */
function toNote(id: string, block: Element, targets: ReadonlyMap<string, Element>, file: VFile): Element {
  prune(block, (element) => {
    const words = toString(element).trim()
    const isMark = element.tagName === 'a' && targets.has(fragmentOf(element)) && (MARK.test(words) || !/[\p{L}\p{N}]/u.test(words))
    if (isMark)
      leaveOut(file, words, 'the mark of a note')
    return isMark
  })
  prune(block, element => /^(?:sup|span|b)$/.test(element.tagName) && element.children.length === 0)
  const first = firstText(block)
  if (first)
    first.value = first.value.replace(/^[\s^]+/, '')
  return { type: 'element', tagName: NOTE, properties: { id }, children: [block.tagName === 'p' ? block : { ...block, tagName: 'div' }], ...(block.position && { position: block.position }) }
}

function firstText(block: Element): Text | undefined {
  let found: Text | undefined
  visit(block, 'text', (text) => {
    if (text.value.trim() === '')
      return undefined
    found = text
    return false
  })
  return found
}
