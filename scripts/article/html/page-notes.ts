import type { Element, Root, Text } from 'hast'
import type { VFile } from 'vfile'
import type { ParentsOf } from './note-places.ts'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { hasWords } from '../../language/marks.ts'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { elements, hasHeading } from './furniture.ts'
import { prune } from './measure.ts'
import { around, BLOCK, blockOf, contains, fragmentOf, MARK, parentsIn, targetsIn } from './note-places.ts'
import { CALL, NOTE } from './notes.ts'

/**
 * Takes the notes from a page: blocks to which a mark in the text links, and that link back to it. A block under a
 * heading is a chapter of the page, and stays. Each mark becomes a call of its note.
 *
 * @param body the page's body
 * @param file the article: marks are counted as left out
 * @returns the notes in order, out of the page
 */
export function takeNotes(body: Element | Root, file: VFile): Element[] {
  const parents = parentsIn(body)
  const targets = targetsIn(body)
  const calls = linksIn(body).filter(link => targets.has(fragmentOf(link)) && MARK.test(toString(link).trim()))
  const notes = notesOf(calls, body, parents, targets)
  const inside = new Set([...notes.values()].flatMap(block => elements(block, () => true)))
  const called = calls.filter(call => notes.has(fragmentOf(call)) && !inside.has(call))
  for (const call of called)
    toCall(call, parents, file)
  const blocks = Array.from(notes, ([id, block]) => toNote(id, block, targets, file))
  const gone = new Set(notes.values())
  prune(body, element => gone.has(element))
  return blocks
}

function linksIn(node: Element | Root): Element[] {
  return elements(node, ({ tagName }) => tagName === 'a')
}

/** The blocks of the notes that marks call, by the names of their places. */
function notesOf(
  calls: readonly Element[],
  body: Element | Root,
  parents: ParentsOf,
  targets: ReadonlyMap<string, Element>,
): Map<string, Element> {
  const order = new Map(elements(body, () => true).map((element, index) => [element, index]))
  const others = new Set([...calls, ...calls.map(call => targets.get(fragmentOf(call))!)])
  const notes = new Map<string, Element>()
  for (const call of calls) {
    const id = fragmentOf(call)
    const target = targets.get(id)!
    // The mark comes first: the link back from the note looks the same.
    if (order.get(target)! < order.get(call)!)
      continue
    const isBack = (link: Element): boolean => link !== call && holds(targets.get(fragmentOf(link)), call, parents)
    const block = notes.get(id) ?? blockOf(target, parents, others)
    if (block && !hasHeading(block) && (isNamed(call) || linksIn(block).some(isBack)))
      notes.set(id, block)
  }
  const chapters = chaptersOf(body, new Set(notes.values()))
  return new Map([...notes].filter(([, block]) => !chapters.has(block)))
}

/** Whether a call says that it is one. It needs no link back (DPub-ARIA 1.1, doc-noteref; pandoc's manual). */
function isNamed({ properties: { role, className } }: Element): boolean {
  return role === 'doc-noteref' || [className].flat().some(name => /^(?:footnote|note)-?ref$/i.test(String(name)))
}

/** Whether a place is that of a mark: the mark itself, or an element in it, round it or beside it. */
function holds(target: Element | undefined, call: Element, parents: ParentsOf): boolean {
  if (target === undefined || BLOCK.test(target.tagName))
    return false
  const areNested = contains(target, call, parents) || contains(call, target, parents)
  return areNested || parents.get(target) === parents.get(call)
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
      isHeaded ||= hasWords(toString(node))
      return 'skip'
    }
    if (node.type === 'text' && hasWords(node.value))
      isHeaded = false
    return undefined
  })
  return found
}

function toCall(call: Element, parents: ParentsOf, file: VFile): void {
  const id = fragmentOf(call)
  const outer = around(call, parents)
  leaveOut(file, toString(outer), wording('left-note-mark'))
  Object.assign(outer, { tagName: CALL, properties: { dataNote: id }, children: [] })
}

/** A note without the mark at its beginning, and without links back. */
function toNote(id: string, block: Element, targets: ReadonlyMap<string, Element>, file: VFile): Element {
  prune(block, (element) => {
    const words = toString(element).trim()
    const isMark = element.tagName === 'a' && targets.has(fragmentOf(element)) && (MARK.test(words) || !hasWords(words))
    if (isMark)
      leaveOut(file, words, wording('left-note-mark'))
    return isMark
  })
  prune(block, element => /^(?:sup|span|b)$/.test(element.tagName) && element.children.length === 0)
  const first = firstText(block)
  if (first)
    first.value = first.value.replace(/^[\s^]+/, '')
  const content = block.tagName === 'p' ? block : { ...block, tagName: 'div' }
  const position = block.position && { position: block.position }
  return { type: 'element', tagName: NOTE, properties: { id }, children: [content], ...position }
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
