import type { Rgba } from './types.ts'

/** What tells the colours of a page. */
export interface PageColours {
  /** A colour of CSS as numbers. */
  toRgba: (colour: string, opacity?: number) => Rgba
  /** The colours of an element's own ground. */
  groundOf: (style: CSSStyleDeclaration) => Rgba[][]
  /** The grounds under an element's text, the upper first. */
  groundsOf: (element: Element | null) => Rgba[][]
}

/** Reads colours. It runs in the page, and uses nothing outside itself. */
export function pageColours(): PageColours {
  function toRgba(colour: string, opacity = 1): Rgba {
    const scale = colour.startsWith('color(') ? 255 : 1 // A mixed colour is given in parts of one.
    const [red = 0, green = 0, blue = 0, alpha = 1] = colour.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
    return [red * scale, green * scale, blue * scale, alpha * opacity]
  }

  /** An element's own ground: its gradient's colours, or its colour. */
  function groundOf({ backgroundImage, backgroundRepeat, backgroundColor }: CSSStyleDeclaration): Rgba[][] {
    const hasGradient = /gradient/.test(backgroundImage) && backgroundRepeat !== 'no-repeat'
    const gradient = hasGradient ? backgroundImage.match(/rgba?\([^)]*\)/g) ?? [] : []
    const colours = gradient.length > 0 ? gradient : [backgroundColor]
    return [colours.map(colour => toRgba(colour))].filter(all => all.some(([, , , alpha]) => alpha > 0))
  }

  function groundsOf(element: Element | null): Rgba[][] {
    if (!element)
      return []
    const own = groundOf(getComputedStyle(element))
    const isOpaque = own.some(all => all.every(([, , , alpha]) => alpha === 1))
    return isOpaque ? own : [...own, ...groundsOf(element.parentElement)]
  }

  return { toRgba, groundOf, groundsOf }
}
