import { squeeze } from './squeeze.ts'

/** A piece of text between two marks, without white space, and where it begins in the text. */
export interface Token { words: string, index: number }

/** After these a note may be parted: a mark of a clause or a sentence with what closes after it, a full stop that stands in no number or word, a line's end. */
const PIECE = /[^。！？．｡；，：!?;,:\n.]*(?:(?<=[A-Z\d])\.(?=[A-Z\d])[^。！？．｡；，：!?;,:\n.]+)*(?:[。！？．｡；，：!?;,:.]+[”’」』）》)\]"']*|\n|$)/gi

/**
 * Cuts a text into pieces at its marks, the same pieces whatever stands round them: so two texts can be compared.
 *
 * @param text any text
 * @returns the pieces that have words or marks
 */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => ({ words: squeeze(piece), index: index + piece.search(/\S|$/) })).filter(({ words }) => words !== '')
}
