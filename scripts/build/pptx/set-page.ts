import type { Page } from 'playwright-core'
import { chineseNumber } from '../../language/numerals.ts'

/**
 * Changes a deck's page so that Slidev's export can read it: the export reads elements, and knows less of CSS than a
 * browser does. Nothing that is seen moves.
 *
 * @param page a page on a deck's print route, at rest
 * @returns each slide's title as text; '' where a slide has none
 */
export async function setPage(page: Page): Promise<string[]> {
  const titles = await page.evaluate(() => {
    const slides = document.querySelectorAll('.print-slide-container')
    return Array.from(slides, slide => slide.querySelector('h1')?.textContent ?? '')
  })
  await setLinks(page)
  await setGenerated(page)
  await setLooks(page)
  await setClauses(page)
  await setLines(page)
  return titles
}

/** Chinese numerals of lists: longer ones are not numbered so. */
const NUMERALS = Array.from({ length: 99 }, (_, index) => chineseNumber(index + 1))

/**
 * Takes away links to this very page, which would lead to the machine that made the file, and pictures of other
 * machines, which the page may not ask for and the export would.
 */
async function setLinks(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.print-slide-container a[href]')) {
      if (link.origin === location.origin)
        link.removeAttribute('href')
    }
    for (const image of document.querySelectorAll<HTMLImageElement>('.print-slide-container img')) {
      const { origin, protocol } = new URL(image.currentSrc || image.src, location.href)
      if (/^https?:$/.test(protocol) && origin !== location.origin)
        image.remove()
    }
  })
}

/** Makes an element of what a style sheet puts before or after one, and of a list's counter its number. */
async function setGenerated(page: Page): Promise<void> {
  await page.evaluate((numerals) => {
    const numberOf = (item: HTMLElement, style: string | undefined): string => {
      const list = item.parentElement as HTMLOListElement
      const number = [...list.children].indexOf(item) + (list.start ?? 1)
      return (/chinese|cjk/.test(style ?? '') ? numerals[number - 1] : undefined) ?? String(number)
    }
    const textOf = (element: HTMLElement, content: string): string => {
      const counter = /^counter\(list-item(?:, ([\w-]+))?\)$/.exec(content)
      return counter ? numberOf(element, counter[1]) : /^"(.*)"$/s.exec(content)?.[1]!.replace(/\\(.)/gs, '$1') ?? ''
    }
    const generatedOf = (element: HTMLElement) => (['before', 'after'] as const).flatMap((where) => {
      const style = getComputedStyle(element, `::${where}`)
      if (['none', 'normal'].includes(style.content) || style.display === 'none')
        return []
      const css = Array.from(style, name => `${name}:${style.getPropertyValue(name)}`).join(';')
      return { element, where, text: textOf(element, style.content), css }
    })
    // All are read before the first is written: an element that comes in may be one that a style sheet counts.
    const elements = document.querySelectorAll<HTMLElement>('.print-slide-container *')
    const found = Array.from(elements).flatMap(generatedOf)
    const sheet = document.createElement('style')
    sheet.textContent = '[data-set-before]::before, [data-set-after]::after { content: none !important; }'
    document.head.append(sheet)
    for (const { element, where, text, css } of found) {
      const made = document.createElement('span')
      made.style.cssText = `${css};content:normal`
      made.textContent = text
      element.setAttribute(`data-set-${where}`, '')
      element[where === 'before' ? 'prepend' : 'append'](made)
    }
  }, NUMERALS)
}

/** What is masked or turned asks to be a picture; a hairline that is a shadow becomes a border. */
async function setLooks(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('.print-slide-container *')) {
      const style = getComputedStyle(element)
      if (style.maskImage !== 'none' || style.rotate !== 'none')
        element.style.filter = 'opacity(1)'
      const [, color, width] = /^(rgba?\([^)]+\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow) ?? []
      if (!width)
        continue
      const line = document.createElement('span')
      const borders = (['Top', 'Right', 'Bottom', 'Left'] as const).map(side => style[`border${side}Width`])
      const inset = borders.map(border => `${-Number(width) - Number.parseFloat(border)}px`).join(' ')
      line.style.cssText = `position:absolute;inset:${inset};border:${width}px solid ${color}`
      element.style.boxShadow = 'none'
      if (style.position === 'static')
        element.style.position = 'relative'
      element.append(line)
    }
  })
}

/** A title whose clauses have a line each is one text: the export would make each of them a box of its own. */
async function setClauses(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const clause of document.querySelectorAll<HTMLElement>('.print-slide-container h1 > .clause')) {
      if (getComputedStyle(clause).display !== 'block')
        continue
      clause.style.display = 'inline'
      if (clause.previousElementSibling)
        clause.before(document.createElement('br'))
    }
  })
}

/**
 * Keeps the ends of lines that are balanced: titles, quotations, what stands in a box. A text that is cut off ends
 * where it does. Running text flows.
 */
async function setLines(page: Page): Promise<void> {
  await page.evaluate(() => {
    const textsOf = (element: Element): Text[] => [...element.childNodes].flatMap((node) => {
      if (node instanceof Text)
        return [node]
      return node instanceof HTMLElement && getComputedStyle(node).display === 'inline' ? textsOf(node) : []
    })
    for (const element of document.querySelectorAll<HTMLElement>('.print-slide-container *')) {
      const style = getComputedStyle(element)
      const text = element.firstChild
      if (style.textOverflow === 'ellipsis' && text instanceof Text) {
        const whole = text.data
        for (let length = whole.length - 1; length > 0 && element.scrollWidth > element.clientWidth; length--)
          text.data = `${whole.slice(0, length).trimEnd()}…`
      }
      if (style.display === 'inline' || style.getPropertyValue('text-wrap-style') !== 'balance')
        continue
      const ends: { node: Text, at: number }[] = []
      let bottom: number | undefined
      for (const node of textsOf(element)) {
        for (let at = 0; at < node.length; at++) {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const box = range.getBoundingClientRect()
          if (box.width === 0)
            continue
          if (bottom !== undefined && (box.top + box.bottom) / 2 > bottom)
            ends.push({ node, at })
          bottom = box.bottom
        }
      }
      for (const { node, at } of ends.reverse())
        node.splitText(at).before(document.createElement('br'))
    }
  })
}
