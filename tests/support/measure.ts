import type { Page } from 'playwright-core'

/** What a browser finds wrong with a slide: promise 3. */
export interface Finding {
  slide: number
  fault: string
}

/**
 * Measures every slide of a print route: nothing overflows or is clipped, no text is too small, none stands outside the margins.
 *
 * @param page a page on a deck's print route
 * @returns what is wrong, and each slide's smallest text in pixels
 */
export async function measureSlides(page: Page): Promise<{ findings: Finding[], slides: { no: number, layout: string, text: string, minFontPx: number }[] }> {
  return page.evaluate(() => {
    const findings: { slide: number, fault: string }[] = []
    const slides: { no: number, layout: string, text: string, minFontPx: number }[] = []
    for (const [index, container] of [...document.querySelectorAll<HTMLElement>('.print-slide-container')].entries()) {
      const root = container.querySelector<HTMLElement>('.slidev-layout')!
      const frame = container.getBoundingClientRect()
      const report = (fault: string): unknown => findings.push({ slide: index + 1, fault })
      let minFontPx = Number.POSITIVE_INFINITY
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const style = getComputedStyle(element)
        const furniture = element.closest('footer') !== null
        if (!furniture && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) && style.display !== 'inline' && element.clientHeight > 0)
          report(`<${element.tagName.toLowerCase()}> overflows: ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`)
        for (const node of element.childNodes) {
          if (node.nodeType !== Node.TEXT_NODE || node.textContent!.trim() === '' || style.visibility === 'hidden')
            continue
          const size = Number.parseFloat(style.fontSize)
          if (!furniture) {
            minFontPx = Math.min(minFontPx, size)
            const least = element.closest('figure[data-structure]') ? 18 : 24
            if (size < least)
              report(`text of ${size}px: ${node.textContent!.slice(0, 20)}`)
          }
          const range = document.createRange()
          range.selectNodeContents(node)
          for (const box of range.getClientRects()) {
            if (box.left < frame.left || box.right > frame.right + 1 || box.top < frame.top || box.bottom > frame.bottom + 1)
              report(`text outside the slide: ${node.textContent!.slice(0, 20)}`)
            if (!furniture && (box.right > frame.left + 980 - 60 || box.bottom > frame.bottom - 40))
              report(`text outside the margins: ${node.textContent!.slice(0, 20)}`)
          }
        }
      }
      const footer = root.querySelector('footer')
      slides.push({ no: index + 1, layout: root.className, text: Array.from(root.querySelectorAll<HTMLElement>('h1, p, li, blockquote'), element => element.textContent).join('\n') || root.textContent!.replace(footer?.textContent ?? '', ''), minFontPx })
    }
    return { findings, slides }
  })
}
