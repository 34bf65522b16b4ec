import { bracketDepths, CLOSERS, pairBrackets } from './brackets.ts'
import { endsSentence, typingOf } from './full-stops.ts'

/** After these a quotation is still inside its sentence: “……。”，他说 or “是什么？”的问题. */
const SENTENCE_GOES_ON = /^(?:[，、；：,;:的地得之等和与或及并而是中里]|\s*[a-z])/

/**
 * Splits a paragraph into sentences, Chinese and English. Sentences inside quotes and brackets stay with what surrounds
 * them; a quotation that is a sentence of its own ends one.
 *
 * @param text one paragraph
 * @returns the sentences with the white space that follows them; joined, they are the text
 */
export function splitSentences(text: string): string[] {
  const pairs = pairBrackets(text)
  const depths = bracketDepths(text, pairs)
  const typing = typingOf(text)
  const pieces: string[] = []
  let start = 0

  /** Ends a sentence before `index`, white space included; gives where the next one starts. */
  const cut = (index: number): number => {
    while (index < text.length && /\s/.test(text[index]!))
      index++
    pieces.push(text.slice(start, index))
    start = index
    return index
  }

  let index = 0
  while (index < text.length) {
    const open = pairs.get(index)
    let ends = false
    if (open !== undefined)
      // What stands inside others is not looked at: brackets in each other, thousands deep, would take the square of
      // their number.
      ends = (depths[index + 1] ?? 0) === 0 && endsSpeech(text, index, open, start)
    else if (depths[index] === 0)
      ends = endsSentence(text, index, start, typing)
    index++
    if (!ends)
      continue
    // 真的吗？！ and a stray closing quote belong to the sentence that they end.
    const isStray = (): boolean => CLOSERS.has(text[index]!) && !pairs.has(index) && depths[index] === 0
    while (index < text.length && (/[。！？．｡.!?…]/.test(text[index]!) || isStray()))
      index++
    if (index < text.length && !/^[，、；：,;:]/.test(text.slice(index, index + 1)))
      index = cut(index)
  }
  if (start < text.length)
    pieces.push(text.slice(start))
  return pieces
}

/**
 * Whether the closing mark at `close` ends a sentence: a sentence ended just before it, and it encloses one of its own,
 * not a phrase (“是什么？”的问题) or a title (《怎么办？》).
 */
function endsSpeech(text: string, close: number, open: number, start: number): boolean {
  const mark = text[close]!
  const end = sentenceEnd(text, open, close)
  if (end === undefined || /[》〉]/.test(mark))
    return false
  const rest = text.slice(close + 1)
  if (rest.trim() === '')
    return true
  if (SENTENCE_GOES_ON.test(rest.slice(0, 8)))
    return false
  const before = text.slice(start, open).trim()
  const introduced = before === '' || (/[：:，,]$/.test(before) && !/[）)\]】〕]/.test(mark))
  if (!introduced)
    return false
  // English closes the sentence only before a new one: "Stop." Then … but not "Stop" he …
  return /[。！？．｡]/.test(end)
    || /^\p{Script=Han}/u.test(rest)
    || /^\s+["“‘'(]?[\p{Lu}\p{Lo}\d]/u.test(rest.slice(0, 8))
}

/** The mark that ends a sentence just before a closing mark, other closing marks between them left out. */
function sentenceEnd(text: string, open: number, close: number): string | undefined {
  let index = close - 1
  while (index > open && CLOSERS.has(text[index]!))
    index--
  return index > open && /[。！？．｡.!?]/.test(text[index]!) ? text[index] : undefined
}
