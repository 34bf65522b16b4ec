const HAN = /\p{Script=Han}/gu
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/**
 * Han characters a minute of Mandarin read to an audience. Yuan, Liberman and Cieri, “Towards an integrated
 * understanding of speaking rate in conversation” (Interspeech 2006), measure about 250 in conversation; a speaker who
 * is to be followed is slower.
 */
const HAN_PER_MINUTE = 220
/**
 * English words a minute of a talk; the usual advice to speakers is 120 to 150, the National Center for Voice and
 * Speech gives 150 for conversation.
 */
const WORDS_PER_MINUTE = 130

/**
 * How long a text takes to say.
 *
 * @param text any text, Chinese, English or mixed
 * @returns minutes, with fractions
 */
export function speakingMinutes(text: string): number {
  const han = text.match(HAN)?.length ?? 0
  const words = text.replace(HAN, ' ').match(WORD)?.length ?? 0
  return han / HAN_PER_MINUTE + words / WORDS_PER_MINUTE
}

/** Common characters that only one of the two has. */
const TRADITIONAL = /[們這來說時個為國會學對發後過還沒點實樣經與從開關東車長門間問題見親話語讀書寫聽認識讓請謝錢業務產農動員歷史應該進邊遠運達選總統權機構]/g
const SIMPLIFIED = /[们这来说时个为国会学对发后过还没点实样经与从开关东车长门间问题见亲话语读书写听认识让请谢钱业务产农动员历史应该进边远运达选总统权机构]/g

/**
 * Tells a text's main language from its scripts.
 *
 * @param text the article
 * @returns a BCP 47 tag: zh-CN, zh-Hant, ja, ko or en
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20000)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  const han = count(HAN)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(/\p{Script=Hangul}/gu)
  // A Latin word carries about as much as two Han characters.
  const latin = count(/\p{Script=Latin}+/gu) * 2
  if (hangul > han && hangul > latin)
    return 'ko'
  if (kana > han / 5 && kana + han > latin)
    return 'ja'
  if (han < latin || han === 0)
    return 'en'
  return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-CN'
}

/**
 * A text's width in em, close enough to plan with: Han characters and full-width marks are one em (CLREQ 3.1.1),
 * Latin letters are taken a little wide.
 *
 * @param text one line or more
 * @returns em
 */
export function widthInEm(text: string): number {
  let em = 0
  for (const character of text)
    em += characterWidth(character)
  return em
}

function characterWidth(character: string): number {
  if (!/[\u0020-\u02FF]/.test(character))
    return 1
  if (/[MW@%&—]/i.test(character))
    return 0.9
  if (/[A-Z]/.test(character))
    return 0.68
  return /[\s,.;:'|!ilj()[\]]/.test(character) ? 0.32 : 0.57
}

/**
 * How many lines a text takes: Chinese may break between any two characters, words may not.
 *
 * @param text the text of one block
 * @param width the line's length in em
 * @returns at least 1
 */
export function countLines(text: string, width: number): number {
  const broken = text.split('\n')
  if (broken.length > 1)
    return broken.reduce((sum, line) => sum + countLines(line, width), 0)
  let lines = 1
  let used = 0
  for (const [unit] of text.matchAll(/[\u0021-\u02FF\u2018-\u201D]+\s*|\s+|./gsu)) {
    const em = widthInEm(unit.trimEnd())
    if (em > width) { // a word longer than the line is broken
      lines += Math.ceil((used + em) / width) - 1
      used = (used + em) % width
    }
    else if (used + em > width) {
      lines += 1
      used = em
    }
    else {
      used += widthInEm(unit)
    }
  }
  return lines
}
