import type { Finding, SetSlide } from '../types.ts'
import { excerpt } from './excerpt.ts'

/**
 * Every character is drawn, and by a font that the deck brings along: it shows on a machine without Chinese fonts as
 * well.
 *
 * @param slide a slide as it is set
 * @returns a finding for the characters that no font draws, and one for each text that only a font of this machine does
 */
export function glyphs({ undrawn, foreign }: SetSlide): Finding[] {
  const named = undrawn.map(character => `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`)
  return [
    ...(named.length > 0 ? [{ ruleId: 'glyph', reason: `Unexpected ${named.join(', ')}, which no font draws, expected characters that the theme's fonts have: write ${named.length > 1 ? 'others' : 'another'}, or add a font`, text: undrawn[0]! }] : []),
    ...foreign.map(({ text, font }) => ({ ruleId: 'glyph', reason: `Unexpected characters in “${excerpt(text)}” that only ${font}, a font of this machine, draws, expected the theme's fonts to have them: write others, or generate the deck again`, text })),
  ]
}
