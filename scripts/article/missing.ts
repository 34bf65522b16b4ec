import type { VFile } from 'vfile'
import { wording } from '../messages/wording.ts'
import { placesOf } from './places.ts'
import { warn } from './warn.ts'

/**
 * Tells of characters that cannot be drawn, each once, where the article first has it.
 *
 * @param characters those that no font has
 * @param file the article; takes the messages
 */
export function reportMissing(characters: string[], file: VFile): void {
  const place = placesOf(file)
  for (const character of characters) {
    const at = place.source.indexOf(character)
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    // A web page may write it as a reference: then its place is not known.
    const point = at === -1 ? undefined : place.toPoint(at)
    warn(file, 'no-glyph', point, wording('no-glyph', { character, code }))
  }
}
