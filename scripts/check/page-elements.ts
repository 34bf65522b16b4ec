import type { FullBox, SetBlock } from './types.ts'

/** What tells elements of a page apart, and how their text is set. */
export interface PageElements {
  innermost: (full: ReadonlyMap<Element, FullBox>) => FullBox[]
  inOrder: (blocks: ReadonlyMap<Element, SetBlock>) => SetBlock[]
  blockOf: (element: Element) => Element
  opacityOf: (element: Element | null) => number
  sizeOf: (element: Element) => number
  isFurniture: (element: Element) => boolean
}

/** Reads elements. It runs in the page, and uses nothing outside itself. */
export function pageElements(): PageElements {
  /** Of boxes inside each other the innermost is the one to mend. */
  function innermost(full: ReadonlyMap<Element, FullBox>): FullBox[] {
    const boxes = [...full.keys()]
    const holdsNone = (box: Element): boolean => !boxes.some(inner => inner !== box && box.contains(inner))
    return boxes.filter(holdsNone).map(box => full.get(box)!)
  }

  /** Blocks as they are read aloud. */
  function inOrder(blocks: ReadonlyMap<Element, SetBlock>): SetBlock[] {
    const isBefore = (one: Element, other: Element): boolean =>
      (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    const sorted = [...blocks].sort(([one], [other]) => isBefore(one, other) ? -1 : 1)
    return sorted.map(([, { lines, code, furniture, box }]) => ({ lines, code, furniture, box }))
  }

  function blockOf(element: Element): Element {
    const isInline = getComputedStyle(element).display.startsWith('inline')
    return isInline && element.parentElement ? blockOf(element.parentElement) : element
  }

  function opacityOf(element: Element | null): number {
    return element ? Number.parseFloat(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
  }

  /** What is raised or lowered, and what a formula sets small, is as large as the text that it stands in. */
  function sizeOf(element: Element): number {
    return Number.parseFloat(getComputedStyle(element.closest('.katex, sup, sub')?.parentElement ?? element).fontSize)
  }

  function isFurniture(element: Element): boolean {
    return element.closest('footer, header') !== null
  }

  return { innermost, inOrder, blockOf, opacityOf, sizeOf, isFurniture }
}
