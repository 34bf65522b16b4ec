import type { Element, Root } from 'hast'
import type { Of } from './furniture.ts'
import { toString } from 'hast-util-to-string'
import { elements, isFurniture } from './furniture.ts'
import { prune } from './measure.ts'

/** The first element of a page that says nothing but some words. */
export function saying(words: string, body: Element | Root): Element | undefined {
  return elements(body, element => squeeze(toString(element)) === squeeze(words))[0]
}

/** Whether most paragraphs of a page stand above an element. */
export function isBelowText(credit: Element, body: Element | Root, of: Of): boolean {
  const all = elements(body, element => element === credit || (element.tagName === 'p' && of(element).prose > 0))
  return all.indexOf(credit) > all.length / 2
}

/**
 * Who wrote the article, as a line below its title, which `headLines` joins with what stands there: the element that
 * says so, or the words of the page's head.
 */
export function bylineOf(byline: string, credit: Element | undefined, of: Of): Element {
  const children = credit ? structuredClone(credit.children) : [{ type: 'text' as const, value: byline }]
  const position = credit?.position && { position: credit.position }
  const properties = { className: ['lectern-byline'] }
  const line: Element = { type: 'element', tagName: 'p', properties, children, ...position }
  prune(line, element => isFurniture(element, of))
  return line
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
