import { toPhrases } from '../language/phrases.ts'

/**
 * Escapes text for HTML.
 *
 * @param text any text
 * @returns text that shows as it is, in an element or in a quoted attribute
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/**
 * Text as HTML whose lines break between phrases, where the style sheet says `word-break: keep-all`.
 *
 * @param text any text
 * @returns HTML with a `<wbr>` between two phrases
 */
export function phrasedHtml(text: string): string {
  return toPhrases(text).map(escapeHtml).join('<wbr>')
}

/**
 * Text as a CSS string, for an element of style (CSS Syntax 3, 4.3.7).
 *
 * @param text any text
 * @returns the string, in quotation marks
 */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, character => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
