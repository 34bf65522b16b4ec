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
  const missing = undrawn.length > 0 ? [undrawnFinding(undrawn)] : []
  return [...missing, ...foreign.map(foreignFinding)]
}

function undrawnFinding(characters: string[]): Finding {
  const named = characters.map(character => `${character} (${codePoint(character)})`)
  const found = `Unexpected ${named.join(', ')}, which no font draws, expected characters that the theme's fonts have`
  const reason = `${found}: write ${named.length > 1 ? 'others' : 'another'}, or add a font`
  return { ruleId: 'glyph', reason, text: characters[0]! }
}

function foreignFinding({ text, font }: SetSlide['foreign'][number]): Finding {
  const found = `Unexpected characters in “${excerpt(text)}” that only ${font}, a font of this machine, draws`
  const reason = `${found}, expected the theme's fonts to have them: write others, or generate the deck again`
  return { ruleId: 'glyph', reason, text }
}

/** U+4E00 for 一. */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
