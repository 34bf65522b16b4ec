import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The colours of text, and those that may lie behind each. */
const TEXT: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'tint', 'card']],
  ['muted', ['paper', 'tint']],
  ['accent', ['paper', 'card']],
  ['title-ink', ['paper']],
  ['accent-deep', ['paper', 'tint']],
  ['label', ['paper', 'tint']],
  ['cover-title', ['cover']],
  ['cover-text', ['cover']],
  ['cover-label', ['cover']],
]

/** WCAG 2.2, relative luminance, of #rgb or #rrggbb. */
function luminance(colour: string): number {
  const [red, green, blue] = (colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour).match(/[\da-f]{2}/gi)!.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['plain', 'study'])('the colours of %s', (theme) => {
  const css = readFileSync(fileURLToPath(new URL(`../../themes/${theme}/styles/tokens.css`, import.meta.url)), 'utf8')
  const tokens = new Map(Array.from(css.matchAll(/--([\w-]+): ([^;]+);/g), match => [match[1]!, match[2]!.match(/#[\da-f]{3,6}\b/gi) ?? []]))

  it.each(TEXT)('have text that can be read (WCAG 2.2, 1.4.3): %s on %j', (text, grounds) => {
    const [ink] = tokens.get(text)!
    const behind = grounds.flatMap(ground => tokens.get(ground)!)
    expect(behind.length).toBeGreaterThanOrEqual(grounds.length)
    for (const ground of behind)
      expect(contrast(ink!, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('have the ratios against paper that are said of them', () => {
    const said = Array.from(css.matchAll(/--[\w-]+: (#[\da-f]+); \/\* (\d+\.\d):1/gi), match => [match[1]!, match[2]!] as const)
    expect(said.length).toBeGreaterThanOrEqual(4)
    const [paper] = tokens.get('paper')!
    expect(said.map(([colour]) => contrast(colour, paper!).toFixed(1))).toEqual(said.map(([, ratio]) => ratio))
  })
})
