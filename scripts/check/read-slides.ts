import type { PageColours } from './page-colours.ts'
import type { PageElements } from './page-elements.ts'
import type { Box, FullBox, SetBlock, SetPicture, SetSlide, SetText } from './types.ts'

/** What a slide says by itself: whose fonts draw it only the browser's protocol knows. */
export type PageSlide = Omit<SetSlide, 'foreign'>

/** A block while its lines are read, with the lower edge of the last. */
type OpenBlock = SetBlock & { last: number }

/** A slide while it is read. */
interface Reading {
  root: HTMLElement
  /** The slide's upper left corner in the window. */
  corner: readonly [x: number, y: number]
  /** An element's text is one, wherever it may break. */
  texts: Map<Element, SetText>
  blocks: Map<Element, OpenBlock>
  full: Map<Element, FullBox>
  undrawn: Set<string>
  /** Text that CSS writes, such as a counter. */
  written: SetText[]
}

/** What else runs in the page: each of these is made there by a function of its own. */
export interface PageTools extends PageColours, PageElements {
  isDrawn: (character: string, font: string) => boolean
  readPicture: (picture: Element) => SetPicture[]
}

/**
 * The functions that run in the page: they use nothing but each other. The first reads the slides, in order, with
 * the page's tools.
 */
export const PAGE_FUNCTIONS = [
  readSlides, readSlide, readElement, readWritten, readText, readLines, addLines,
  boxOf, around, px,
]

function readSlides(tools: PageTools): PageSlide[] {
  // One for each, whatever is in it: messages go by their number.
  const roots = Array.from(document.querySelectorAll('.print-slide-container'), slide =>
    slide.querySelector<HTMLElement>('.slidev-layout')!)
  return roots.map((root, index) => readSlide(root, index + 1, tools))
}

function readSlide(root: HTMLElement, no: number, tools: PageTools): PageSlide {
  const { left, top, width, height } = root.getBoundingClientRect()
  const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(root)
  const slide: Reading = {
    root,
    corner: [left, top],
    texts: new Map(),
    blocks: new Map(),
    full: new Map(),
    undrawn: new Set(),
    written: [],
  }
  for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')])
    readElement(element, slide, tools)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    readText(node, slide, tools)
  return {
    no,
    safe: [px(paddingLeft), px(paddingTop), width - px(paddingRight), height - px(paddingBottom)],
    texts: [...slide.written, ...slide.texts.values()],
    blocks: tools.inOrder(slide.blocks),
    full: tools.innermost(slide.full),
    undrawn: [...slide.undrawn],
    headings: root.querySelectorAll('h1').length,
    pictures: Array.from(root.querySelectorAll('img, svg, canvas, figure[data-structure]')).flatMap(tools.readPicture),
  }
}

/** Reads an element's box, and the text that CSS writes in it. */
function readElement(element: Element, slide: Reading, tools: PageTools): void {
  const style = getComputedStyle(element)
  const furniture = tools.isFurniture(element)
  if (!(element instanceof HTMLElement) || style.visibility === 'hidden' || element.closest('.katex') !== null)
    return
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element
  if (element instanceof HTMLImageElement) {
    const box = boxOf([element.getBoundingClientRect()], slide)
    slide.blocks.set(element, { lines: [], code: false, furniture, last: 0, box })
  }
  const isOver = scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1
  if (isOver && !furniture && style.display !== 'inline' && clientHeight > 0) {
    slide.full.set(element, {
      name: element.tagName.toLowerCase(),
      text: element.textContent,
      content: [scrollWidth, scrollHeight],
      room: [clientWidth, clientHeight],
      clips: style.overflowX !== 'visible' || style.overflowY !== 'visible',
    })
  }
  for (const pseudo of ['::before', '::after'])
    readWritten(element, pseudo, slide, tools)
}

function readWritten(element: Element, pseudo: string, slide: Reading, tools: PageTools): void {
  const style = getComputedStyle(element, pseudo)
  if (!/counter|"[^"]*\p{L}/u.test(style.content))
    return
  const { left, top } = element.getBoundingClientRect()
  const [x, y] = [left - slide.corner[0], top - slide.corner[1]]
  slide.written.push({
    text: style.content,
    furniture: tools.isFurniture(element),
    structure: element.closest('figure[data-structure]') !== null,
    size: px(style.fontSize),
    colour: tools.toRgba(style.color),
    grounds: [...tools.groundOf(style), ...tools.groundsOf(element)],
    box: [x, y, x, y],
  })
}

function readText(node: Text, slide: Reading, tools: PageTools): void {
  const element = node.parentElement!
  const style = getComputedStyle(element)
  if (node.data.trim() === '' || style.visibility === 'hidden' || element.closest('svg, .katex-mathml'))
    return
  const rects = readLines(node, slide, tools)
  if (rects.length === 0)
    return
  const box = boxOf(rects, slide)
  const known = slide.texts.get(element)
  slide.texts.set(element, known
    ? { ...known, text: known.text + node.data, box: around(known.box, box) }
    : {
        text: node.data,
        furniture: tools.isFurniture(element),
        structure: element.closest('figure[data-structure]') !== null,
        size: tools.sizeOf(element),
        colour: tools.toRgba(style.color, tools.opacityOf(element)),
        grounds: tools.groundsOf(element),
        box,
      })
  for (const character of node.data) {
    if (!tools.isDrawn(character, `${style.fontWeight} 32px ${style.fontFamily}`))
      slide.undrawn.add(character)
  }
}

/** The boxes of a text's characters; each character is put on its line of the block that it stands in. */
function readLines(node: Text, slide: Reading, tools: PageTools): DOMRect[] {
  const element = tools.blockOf(node.parentElement!)
  const block: OpenBlock = slide.blocks.get(element) ?? {
    lines: [],
    code: element.closest('pre') !== null,
    furniture: tools.isFurniture(node.parentElement!),
    last: Number.NEGATIVE_INFINITY,
    box: [Infinity, Infinity, -Infinity, -Infinity],
  }
  const rects = addLines(node, block)
  if (block.lines.length > 0)
    slide.blocks.set(element, { ...block, box: rects.length > 0 ? around(block.box, boxOf(rects, slide)) : block.box })
  return rects
}

function addLines(node: Text, block: OpenBlock): DOMRect[] {
  const range = document.createRange()
  const rects: DOMRect[] = []
  let at = 0
  for (const character of node.data) {
    range.setStart(node, at)
    range.setEnd(node, at += character.length)
    const rect = range.getClientRects()[0]
    if (!rect || (rect.width === 0 && character.trim() === ''))
      continue
    if (character.trim() !== '')
      rects.push(rect)
    // A line begins where a character stands wholly below the line before.
    if (block.lines.length === 0 || (rect.top + rect.bottom) / 2 > block.last) {
      block.lines.push(character)
      block.last = rect.bottom
    }
    else {
      block.lines[block.lines.length - 1] += character
    }
  }
  return rects
}

/** The box round some rectangles, from the slide's corner. */
function boxOf(rects: DOMRect[], { corner: [x, y] }: Reading): Box {
  return rects.map((rect): Box => [rect.left - x, rect.top - y, rect.right - x, rect.bottom - y]).reduce(around)
}

function around([left, top, right, bottom]: Box, other: Box): Box {
  return [Math.min(left, other[0]), Math.min(top, other[1]), Math.max(right, other[2]), Math.max(bottom, other[3])]
}

function px(length: string): number {
  return Number.parseFloat(length)
}
