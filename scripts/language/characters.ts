/**
 * So much is given to `Intl.Segmenter` at once: with V8 up to version 12.3 (Chromium issue 326176949), in Node 20, each
 * character of a long text takes as long as all of it.
 */
const WINDOW = 1000

/**
 * A text's characters as readers count them (Unicode Standard Annex #29, “extended grapheme clusters”).
 *
 * @param text any text
 * @returns its characters; joined, they are the text
 */
export function charactersOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh')
  const characters: string[] = []
  let size = WINDOW
  for (let from = 0; from < text.length;) {
    const end = from + size + (text.codePointAt(from + size - 1)! > 0xFFFF ? 1 : 0)
    const own = Array.from(segmenter.segment(text.slice(from, end)), ({ segment }) => segment)
    // The window may cut the last one, unless the text ends there.
    const whole = end < text.length ? own.slice(0, -1) : own
    size = whole.length > 0 ? WINDOW : size * 2
    for (const character of whole) {
      characters.push(character)
      from += character.length
    }
  }
  return characters
}
