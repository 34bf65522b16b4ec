import type { PhrasingContent } from 'mdast'
import type {} from 'mdast-util-math'
import type { Parent } from 'unist'

/**
 * Words that stand raised, as the 3 of 10³ does. mdast has no such node: it is made of `<sup>`, of `^…^` and of Word's
 * raised runs.
 */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** Words that stand lowered, as the 2 of H₂O does. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    superscript: Superscript
    subscript: Subscript
  }
  interface RootContentMap {
    superscript: Superscript
    subscript: Subscript
  }
}

/**
 * Unicode's raised and lowered digits and signs (UCD, Superscripts and Subscripts, U+2070 to U+208E, with ¹ ² ³ of
 * Latin-1).
 */
const PLAIN = '0123456789+-=()'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'

/**
 * Raised or lowered words as characters of their own.
 *
 * @param node what is raised or lowered
 * @returns ³ for a raised 3; nothing where Unicode lacks one of its characters
 */
export function shifted({ type, children }: Superscript | Subscript): string | undefined {
  const own = type === 'superscript' ? RAISED : LOWERED
  const words = children.map(child => child.type === 'text' ? child.value.trim().replaceAll('−', '-') : '?').join('')
  const places = Array.from(words, character => PLAIN.indexOf(character))
  return words !== '' && places.every(place => place >= 0) ? places.map(place => own[place]).join('') : undefined
}
