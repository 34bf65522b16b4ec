const HAN = /\p{Script=Han}/u
/** Nothing may part these from what stands before them (CLREQ 3.1.4, prohibition rules for line start). */
const CLOSES = /^[，。、；：！？）》」』】〕”’…—·％%]/
/** Nothing may part these from what stands after them (prohibition rules for line end). */
const OPENS = /[（《「『【〔“‘]$/
/** Particles, suffixes and complements lean on the word before them. */
const LEANS_BACK = new Set('的地得了着过们吗呢吧等者性化度力感界部分家员之所上下中里内外间时后前起来去到成为于')
/** A phrase longer than this is parted at its words. */
const LONGEST_PHRASE = 7

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Marks in a text where a reader would breathe: between phrases, each some words that belong together.
 *
 * @param text text, or HTML text without tags
 * @param mark what to put between phrases
 * @returns the text with marks; text without Chinese is given back as it is
 */
export function joinPhrases(text: string, mark: string): string {
  return HAN.test(text) ? toPhrases(text).join(mark) : text
}

/**
 * Cuts a text into phrases that, joined, are the text.
 *
 * @param text Chinese, or mixed
 * @returns its phrases
 */
export function toPhrases(text: string): string[] {
  const phrases: string[] = []
  let before = ''
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1)
    if (last !== undefined && belongs(last, before, segment))
      phrases[phrases.length - 1] = last + segment
    else
      phrases.push(segment)
    before = segment
  }
  return phrases
}

/** A quotation no longer than this is one word: ‘无我’, “国之大者”. */
const LONGEST_QUOTED = 8
const UNCLOSED = /[“‘《「『][^”’》」』]*$/

/** Whether a word belongs to the phrase before it, whose last word is `before`. */
function belongs(phrase: string, before: string, word: string): boolean {
  if (CLOSES.test(word) || OPENS.test(phrase))
    return true
  if (CLOSES.test(before) || OPENS.test(word))
    return false
  // Latin words and numbers part at their spaces; a number stays with its unit.
  if (!HAN.test(word) || !HAN.test(before))
    return true
  const quoted = UNCLOSED.exec(phrase)
  if (quoted && quoted[0].length + word.length <= LONGEST_QUOTED)
    return true
  if (word.length === 1 && LEANS_BACK.has(word))
    return true
  // A preposition, a conjunction, a family name: a word of one character leans on the next.
  return phrase.length + word.length <= LONGEST_PHRASE && before.length === 1 && HAN.test(before) && !LEANS_BACK.has(before)
}
