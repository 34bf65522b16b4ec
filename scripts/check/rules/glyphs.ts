import type { Finding, SetSlide } from '../types.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
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
  const undrawn = wording('glyph-undrawn', { characters: named, count: named.length })
  return { ruleId: 'glyph', ...reasonFor(undrawn), text: characters[0]! }
}

function foreignFinding({ text, font }: SetSlide['foreign'][number]): Finding {
  return { ruleId: 'glyph', ...reasonFor(wording('glyph-foreign', { text: excerpt(text), font })), text }
}

/** U+4E00 for 一. */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
