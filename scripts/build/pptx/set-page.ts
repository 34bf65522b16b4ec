import type { Page } from 'playwright-core'
import { chineseNumber } from '../../language/labels.ts'

/** Chinese numerals of lists: longer ones are not numbered so. */
const NUMERALS = Array.from({ length: 99 }, (_, index) => chineseNumber(index + 1))

/**
 * Sets a deck's page for Slidev's export, which reads elements and knows less of CSS than a browser: what style sheets add to an element
 * becomes an element, a hairline that is a shadow a border, and what only a picture can show asks to be one. Nothing moves.
 *
 * @param page a page on a deck's print route, at rest
 * @returns each slide's title as text; '' where a slide has none
 */
export async function setPage(page: Page): Promise<string[]> {
  return page.evaluate(({ numerals }) => {
    const slides = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
    const titles = slides.map(slide => slide.querySelector('h1')?.textContent ?? '')
    const elements = slides.flatMap(slide => [...slide.querySelectorAll<HTMLElement>('*')])

    /** A list's number, as it is shown before an item. */
    const numberOf = (item: HTMLElement, style: string): string => {
      const list = item.parentElement as HTMLOListElement
      const number = [...list.children].indexOf(item) + (list.start ?? 1)
      return /chinese|cjk/.test(style) ? numerals[number - 1] ?? String(number) : String(number)
    }
    const textOf = (element: HTMLElement, content: string): string => {
      const counter = /^counter\(list-item(?:, ([\w-]+))?\)$/.exec(content)
      return counter ? numberOf(element, counter[1] ?? 'decimal') : /^"(.*)"$/s.exec(content)?.[1]!.replace(/\\(.)/gs, '$1') ?? ''
    }
    // All are read before the first is written: an element that comes in may be one that a style sheet counts.
    const added = elements.flatMap(element => (['::before', '::after'] as const).flatMap((which) => {
      const style = getComputedStyle(element, which)
      return style.content === 'none' || style.content === 'normal' || style.display === 'none'
        ? []
        : [{ element, which, text: textOf(element, style.content), css: Array.from(style, name => `${name}:${style.getPropertyValue(name)}`).join(';') }]
    }))
    for (const { element, which, text, css } of added) {
      const made = document.createElement('span')
      made.style.cssText = `${css};content:normal`
      made.textContent = text
      element.setAttribute(`data-set-${which.slice(2)}`, '')
      element[which === '::before' ? 'prepend' : 'append'](made)
      elements.push(made)
    }

    for (const element of elements) {
      const style = getComputedStyle(element)
      if (style.maskImage !== 'none' || style.rotate !== 'none')
        element.style.filter = 'opacity(1)'
      const hairline = /^(rgba?\([^)]+\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow)
      if (!hairline)
        continue
      const [, color, width] = hairline
      element.style.boxShadow = 'none'
      if (style.position === 'static')
        element.style.position = 'relative'
      const line = document.createElement('span')
      const inset = (['Top', 'Right', 'Bottom', 'Left'] as const).map(side => `${-Number(width) - Number.parseFloat(style[`border${side}Width`])}px`).join(' ')
      line.style.cssText = `position:absolute;inset:${inset};border:${width}px solid ${color}`
      element.append(line)
    }

    for (const link of document.querySelectorAll<HTMLAnchorElement>('.print-slide-container a[href]')) {
      // It would lead to the machine that made the file.
      if (link.origin === location.origin)
        link.removeAttribute('href')
    }
    for (const image of document.querySelectorAll<HTMLImageElement>('.print-slide-container img')) {
      // The export would fetch it.
      if (/^https?:$/.test(new URL(image.currentSrc || image.src, location.href).protocol) && new URL(image.currentSrc || image.src, location.href).origin !== location.origin)
        image.remove()
    }
    const sheet = document.createElement('style')
    sheet.textContent = '[data-set-before]::before, [data-set-after]::after { content: none !important; }'
    document.head.append(sheet)
    return titles
  }, { numerals: NUMERALS })
}
