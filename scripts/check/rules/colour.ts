import type { Finding, Rgba, SetSlide, SetText } from '../types.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
import { excerpt } from './excerpt.ts'

/** WCAG 2.2, 1.4.3: text against what lies behind it. */
const LEAST_CONTRAST = 4.5

/**
 * Text stands out from what lies behind it.
 *
 * @param slide a slide as it is set
 * @returns a finding for each text that does not; of a gradient the worst colour counts
 */
export function contrast({ texts }: SetSlide): Finding[] {
  return texts.filter(text => worstContrast(text) < LEAST_CONTRAST).map((text) => {
    const measured = worstContrast(text).toFixed(1)
    const low = wording('contrast', { contrast: measured, least: LEAST_CONTRAST, text: excerpt(text.text) })
    return { ruleId: 'contrast', ...reasonFor(low), text: text.text }
  })
}

function worstContrast({ colour, grounds }: SetText): number {
  return Math.min(...blends(grounds).map((ground) => {
    const [one, other] = [luminance(over(colour, ground)), luminance(ground)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  }))
}

/** Every colour that may lie behind a text: the lowest ground, which lets nothing through, under those above it. */
function blends(grounds: Rgba[][]): Rgba[] {
  const white: Rgba[] = [[255, 255, 255, 1]]
  const blend = (below: Rgba[], ground: Rgba[]): Rgba[] =>
    below.flatMap(low => ground.map(colour => over(colour, low)))
  return grounds.reduceRight<Rgba[]>(blend, white)
}

function over([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha)
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1]
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number): number => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
