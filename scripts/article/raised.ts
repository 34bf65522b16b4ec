/**
 * Characters that Unicode has raised and lowered, each below its plain form (Superscripts and Subscripts,
 * U+2070–U+209F, and ¹²³).
 */
const PLAIN = '0123456789+-=()'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'

/**
 * Words as characters that are raised or lowered themselves: 3 → ³. Nothing is lost by it: compatibility normalization
 * (NFKC) gives the words back.
 *
 * @param words what stands raised or lowered
 * @param where above the line or below
 * @returns the characters; nothing where Unicode has none for one of them
 */
export function asScript(words: string, where: 'superscript' | 'subscript'): string | undefined {
  const characters = Array.from(words.replace(/[−–]/g, '-'), (character) => {
    const at = PLAIN.indexOf(character)
    return at < 0 ? undefined : [...(where === 'superscript' ? RAISED : LOWERED)][at]
  })
  const areKnown = characters.length > 0 && characters.every(character => character !== undefined)
  return areKnown ? characters.join('') : undefined
}
