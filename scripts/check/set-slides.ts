import type { Page } from 'playwright-core'
import type { Box, SetSlide } from './types.ts'
import { foreignTexts } from './foreign-fonts.ts'

/**
 * Reads from a deck's print route how its slides are set: sizes, colours, lines, boxes. The rules judge what it reads.
 *
 * @param page a page on a deck's print route, at rest
 * @returns the slides in order
 */
export async function setSlides(page: Page): Promise<SetSlide[]> {
  const slides = await page.evaluate(readSlides)
  const foreign = await foreignTexts(page)
  return slides.map((slide, index) => ({ ...slide, foreign: foreign[index] ?? [] }))
}

/** Runs in the page. */
function readSlides(): Omit<SetSlide, 'foreign'>[] {
  const pen = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d', { willReadFrequently: true })!
  const drawn = new Map<string, boolean>()
  const boxes = new Map<string, string>()
  const px = (length: string): number => Number.parseFloat(length)
  return Array.from(document.querySelectorAll<HTMLElement>('.print-slide-container'), (container, index) => {
    const root = container.querySelector<HTMLElement>('.slidev-layout')!
    const { left: x, top: y, width, height } = root.getBoundingClientRect()
    const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(root)
    const slide: Omit<SetSlide, 'foreign'> = {
      no: index + 1,
      safe: [px(paddingLeft), px(paddingTop), width - px(paddingRight), height - px(paddingBottom)],
      texts: [], blocks: [], full: [], undrawn: [],
      headings: root.querySelectorAll('h1').length,
      pictures: Array.from(root.querySelectorAll('img, svg, canvas, figure[data-structure]')).flatMap(readPicture),
    }
    const full = new Map<Element, SetSlide['full'][number]>()
    const blocks = new Map<Element, SetSlide['blocks'][number] & { last: number }>()
    const undrawn = new Set<string>()
    /** What is raised or lowered, and what a formula sets small, is as large as the text that it stands in. */
    const sizeOf = (element: Element): number =>
      px(getComputedStyle(element.closest('.katex, sup, sub')?.parentElement ?? element).fontSize)
    const texts = new Map<Element, SetSlide['texts'][number]>() // An element's text is one, wherever it may break.
    for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
      const style = getComputedStyle(element)
      const furniture = element.closest('footer, header') !== null
      if (!(element instanceof HTMLElement) || style.visibility === 'hidden' || element.closest('.katex') !== null)
        continue
      if (element instanceof HTMLImageElement)
        blocks.set(element, { lines: [], code: false, furniture, last: 0, box: boxOf([element.getBoundingClientRect()]) })
      const isOver = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
      if (isOver && !furniture && style.display !== 'inline' && element.clientHeight > 0) {
        full.set(element, {
          name: element.tagName.toLowerCase(), text: element.textContent,
          content: [element.scrollWidth, element.scrollHeight], room: [element.clientWidth, element.clientHeight],
          clips: style.overflowX !== 'visible' || style.overflowY !== 'visible',
        })
      }
      for (const pseudo of ['::before', '::after']) {
        const own = getComputedStyle(element, pseudo)
        if (!/counter|"[^"]*\p{L}/u.test(own.content))
          continue
        const { left, top } = element.getBoundingClientRect()
        const words = { text: own.content, furniture, structure: element.closest('figure[data-structure]') !== null }
        const colours = { colour: toRgba(own.color), grounds: [...groundOf(own), ...groundsOf(element)] }
        slide.texts.push({ ...words, size: px(own.fontSize), ...colours, box: [left - x, top - y, left - x, top - y] })
      }
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const element = node.parentElement!
      const style = getComputedStyle(element)
      if (node.data.trim() === '' || style.visibility === 'hidden' || element.closest('svg, .katex-mathml'))
        continue
      const furniture = element.closest('footer, header') !== null
      const rects = readLines(node, blockOf(element), furniture)
      if (rects.length === 0)
        continue
      const box = boxOf(rects)
      const known = texts.get(element)
      if (known) {
        known.text += node.data
        known.box = around(known.box, box)
      }
      else {
        const words = { text: node.data, furniture, structure: element.closest('figure[data-structure]') !== null }
        const colours = { colour: toRgba(style.color, opacityOf(element)), grounds: groundsOf(element) }
        texts.set(element, { ...words, size: sizeOf(element), ...colours, box })
      }
      for (const character of node.data) {
        if (!isDrawn(character, `${style.fontWeight} 32px ${style.fontFamily}`))
          undrawn.add(character)
      }
    }
    // Of boxes inside each other the innermost is the one to mend.
    slide.full = Array.from(full).filter(([box]) => ![...full.keys()].some(inner => inner !== box && box.contains(inner))).map(([, facts]) => facts)
    slide.texts.push(...texts.values())
    const inOrder = [...blocks].sort(([one], [other]) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
    slide.blocks = inOrder.map(([, { last: _, ...block }]) => block)
    slide.undrawn = [...undrawn]
    return slide

    /** The boxes of a text's characters; each character is put on its line of the block that it stands in. */
    function readLines(node: Text, block: Element, furniture: boolean): DOMRect[] {
      const range = document.createRange()
      const rects: DOMRect[] = []
      const set = blocks.get(block) ?? { lines: [], code: block.closest('pre') !== null, furniture, last: Number.NEGATIVE_INFINITY, box: [Infinity, Infinity, -Infinity, -Infinity] as const }
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
        if (set.lines.length === 0 || (rect.top + rect.bottom) / 2 > set.last) {
          set.lines.push(character)
          set.last = rect.bottom
        }
        else {
          set.lines[set.lines.length - 1] += character
        }
      }
      if (set.lines.length > 0)
        blocks.set(block, { ...set, box: rects.length > 0 ? around(set.box, boxOf(rects)) : set.box })
      return rects
    }

    /** From the slide's corner. */
    function boxOf(rects: DOMRect[]): Box {
      return rects.map((rect): Box => [rect.left - x, rect.top - y, rect.right - x, rect.bottom - y]).reduce(around)
    }
  })

  function around([left, top, right, bottom]: Box, other: Box): Box {
    return [Math.min(left, other[0]), Math.min(top, other[1]), Math.max(right, other[2]), Math.max(bottom, other[3])]
  }

  /** What a screen reader says of a picture: nothing of one that is hidden, or that is a part of what has a name. */
  function readPicture(picture: Element): SetSlide['pictures'] {
    const isHidden = picture.closest('[aria-hidden="true"], [role="presentation"], img[role="none"], svg[role="none"]') ?? picture.parentElement!.closest('svg, a, button, [role="img"]')
    if (isHidden || picture.getClientRects().length === 0)
      return []
    const labels = (picture.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '')
    const own = picture.matches('figure') ? picture.textContent : picture.querySelector(':scope > title, :scope > desc')?.textContent
    return [{ name: picture.getAttribute('src') ?? picture.tagName.toLowerCase(), description: [picture.getAttribute('aria-label'), ...labels, picture.getAttribute('alt'), own].join(' ').trim() }]
  }

  function blockOf(element: Element): Element {
    return getComputedStyle(element).display.startsWith('inline') && element.parentElement ? blockOf(element.parentElement) : element
  }

  function opacityOf(element: Element | null): number {
    return element ? Number.parseFloat(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
  }

  function toRgba(colour: string, opacity = 1): [number, number, number, number] {
    const scale = colour.startsWith('color(') ? 255 : 1 // A mixed colour is told in parts of one.
    const [red = 0, green = 0, blue = 0, alpha = 1] = colour.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
    return [red * scale, green * scale, blue * scale, alpha * opacity]
  }

  /** An element's own ground: its gradient's colours, or its colour. */
  function groundOf(style: CSSStyleDeclaration): [number, number, number, number][][] {
    const gradient = /gradient/.test(style.backgroundImage) && style.backgroundRepeat !== 'no-repeat' ? style.backgroundImage.match(/rgba?\([^)]*\)/g) ?? [] : []
    const colours = gradient.length > 0 ? gradient : [style.backgroundColor]
    return [colours.map(colour => toRgba(colour))].filter(all => all.some(([, , , alpha]) => alpha > 0))
  }

  function groundsOf(element: Element | null): [number, number, number, number][][] {
    if (!element)
      return []
    const own = groundOf(getComputedStyle(element))
    return own.some(all => all.every(colour => colour[3] === 1)) ? own : [...own, ...groundsOf(element.parentElement)]
  }

  /** Whether a character looks like anything but the box that fonts draw for what they lack. */
  function isDrawn(character: string, font: string): boolean {
    if (/[\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character))
      return true
    const key = `${font}${character}`
    if (!drawn.has(key))
      drawn.set(key, draw(character, font) !== lacking(font))
    return drawn.get(key)!
  }

  /** What a font draws for a character that none has. */
  function lacking(font: string): string {
    if (!boxes.has(font))
      boxes.set(font, draw('\u{10FFFD}', font))
    return boxes.get(font)!
  }

  function draw(character: string, font: string): string {
    pen.clearRect(0, 0, 40, 40)
    pen.font = font
    pen.fillText(character, 2, 32)
    return pen.getImageData(0, 0, 40, 40).data.filter((_, index) => index % 4 === 3).join()
  }
}
