const HAN = /\p{Script=Han}/u
/** Nothing may part these from what stands before them (CLREQ 3.1.4, prohibition rules for line start). */
const CLOSES = /^[，。、；：！？）》」』】〕”’…—·％%]/
/** Nothing may part these from what stands after them (prohibition rules for line end). */
const OPENS = /[（《「『【〔“‘]$/
/** Particles, suffixes and complements lean on the word before them. */
const LEANS_BACK = new Set('的地得了着过们吗呢吧等者性化度力感界部分家员之所上下中里内外间时后前起来去到成为于')
/** Prepositions, conjunctions, adverbs and measure words lean on the word after them. */
const LEANS_ON = new Set('把被将从在对向与和同及或而以由就是为让使给用按经据比跟替不未没无很更最也都还又再既才只共各每某一二三四五六七八九十百千万亿两几第这那其此该本')
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
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1)
    if (last !== undefined && belongs(last, segment))
      phrases[phrases.length - 1] = last + segment
    else
      phrases.push(segment)
  }
  return phrases
}

/** Whether a word belongs to the phrase before it. */
function belongs(phrase: string, word: string): boolean {
  if (CLOSES.test(word) || OPENS.test(phrase) || !HAN.test(word) || !HAN.test(phrase.at(-1)!))
    return !OPENS.test(word) || OPENS.test(phrase)
  if (phrase.length + word.length > LONGEST_PHRASE)
    return word.length === 1 && LEANS_BACK.has(word)
  return (word.length === 1 && LEANS_BACK.has(word)) || LEANS_ON.has(phrase)
}
