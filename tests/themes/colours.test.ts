import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The colours of text, and those that may lie behind each. */
const TEXT: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'tint-1', 'tint-2', 'tint-3', 'tint-4']],
  ['muted', ['paper']],
  ['accent', ['paper', 'tint-1', 'tint-2']],
  ['title-ink', ['paper']],
  ['label', ['paper']],
  ['on-strong', ['strong']],
  ['on-quiet', ['quiet']],
  ['on-half', ['half-one', 'half-two']],
  ['cover-title', ['cover']],
  ['cover-text', ['cover']],
  ['cover-label', ['cover']],
]

/** WCAG 2.2, relative luminance, of #rgb or #rrggbb. */
function luminance(colour: string): number {
  const linear = (value: number): number => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const [red, green, blue] = channels(colour).map(linear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return (colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour).match(/[\da-f]{2}/gi)!.map(pair => Number.parseInt(pair, 16) / 255)
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** As `color-mix(in srgb, one share%, other)` mixes. */
function mix(one: string, share: number, other: string): string {
  const [from, to] = [channels(one), channels(other)]
  return `#${from.map((value, index) => Math.round(255 * (value * share + to[index]! * (1 - share))).toString(16).padStart(2, '0')).join('')}`
}

const read = (folder: string): string => readFileSync(fileURLToPath(new URL(`../../themes/${folder}/styles/tokens.css`, import.meta.url)), 'utf8')

describe.each(['plain', 'study'])('the colours of %s', (theme) => {
  const css = read(theme)
  const tokens = new Map(Array.from(css.matchAll(/--([\w-]+): ([^;]+);/g), match => [match[1]!, match[2]!.match(/#[\da-f]{3,6}\b/gi) ?? []]))
  for (const [, name, one, share, other] of read('shared').matchAll(/--([\w-]+): color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\);/g))
    tokens.set(name!, [mix(tokens.get(one!)![0]!, Number(share) / 100, tokens.get(other!)![0]!)])

  it.each(TEXT)('have text that can be read (WCAG 2.2, 1.4.3): %s on %j', (text, grounds) => {
    const [ink] = tokens.get(text)!
    const behind = grounds.flatMap(ground => tokens.get(ground)!)
    expect(behind.length).toBeGreaterThanOrEqual(grounds.length)
    for (const ground of behind)
      expect(contrast(ink!, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('show the points that are to come, and the ladder\'s steps apart', () => {
    const paper = tokens.get('paper')![0]!
    expect(contrast(tokens.get('tick')![0]!, paper)).toBeGreaterThanOrEqual(1.6)
    expect(contrast(tokens.get('tick-done')![0]!, tokens.get('tick')![0]!)).toBeGreaterThanOrEqual(1.4)
    const steps = ['paper', 'tint-1', 'tint-2', 'tint-3', 'tint-4', 'strong'].map(name => luminance(tokens.get(name)![0]!))
    expect(steps).toEqual([...steps].sort((one, other) => other - one))
  })

  it('have the ratios against paper that are said of them', () => {
    const said = Array.from(css.matchAll(/--[\w-]+: (#[\da-f]+); \/\* (\d+\.\d):1/gi), match => [match[1]!, match[2]!] as const)
    expect(said.length).toBeGreaterThanOrEqual(4)
    const [paper] = tokens.get('paper')!
    expect(said.map(([colour]) => contrast(colour, paper!).toFixed(1))).toEqual(said.map(([, ratio]) => ratio))
  })
})
