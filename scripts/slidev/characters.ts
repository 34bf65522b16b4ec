import type { DeckFile } from './stringify.ts'

/**
 * What is not drawn: control and format characters, spaces, and what Unicode lets a font ignore (UAX #44,
 * Default_Ignorable_Code_Point), variation selectors among it.
 */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u

/**
 * The characters that decks need glyphs for, on slides and in notes. A combining sequence counts as the code points
 * that it is made of.
 *
 * @param decks the decks as they are written
 * @returns each character once, in the order of their code points
 */
export function charactersOf(decks: DeckFile[]): string[] {
  const all = new Set<string>()
  for (const { markdown } of decks) {
    for (const character of markdown)
      all.add(character)
  }
  const drawn = [...all].filter(character => !UNDRAWN.test(character))
  return drawn.sort((one, other) => one.codePointAt(0)! - other.codePointAt(0)!)
}
