/**
 * Verbs that bring in what somebody said, after the reporting verbs of Chinese grammars (《现代汉语八百词》). They are
 * grammar, not topics, and none of them is a noun as well (要求, 主张).
 */
const CHINESE_SAYING = [
  '指出|强调|提出|认为|表示|说道|说|写道|写到|讲道|讲到|谈到|谈道|提到',
  '论述道|总结道|问道|答道|告诫|重申|坦言|感慨',
].join('|')
/** A subject stands before the verb, and ， or ： after it. */
const CHINESE_SPEECH = new RegExp(`^([^，。；：！？．｡“”,;:!?"]{1,28}?(?:${CHINESE_SAYING}))[，：,:]`)

/**
 * 他想了很久，说：“……。” A colon before a whole sentence in quotation marks brings in what somebody said, however that is
 * put (GB/T 15834—2011, 4.7.3.1): 说得很直白, 回答很实在, 第一句问的是, 回了一句话.
 */
const QUOTED_SPEECH = new RegExp([
  '^([^。；：！？“”]{0,28}(?:',
  '[说道问答喊叫]|[说问答讲谈写喊叹]得[^，。；：！？“”]{1,5}|[说问答讲写喊]的是|回答[^，。；：！？“”]{0,5}',
  '|[一几两][句番]话?|感慨|感叹|直言|坦言',
  '))：(?=“[^“”]*[。！？…]”\\s*$)',
].join(''))

/** Verbs that bring in what somebody said (Quirk et al. 16.31). */
const SAYING = [
  'said|says|wrote|writes|argued|argues|noted|notes|pointed out|points out|stressed|stresses|observed|observes',
  'remarked|declared|declares|claimed|claims|explained|explains|insisted|insists|warned|warns|added|adds',
  'asked|asks|replied|replies|recalled|recalls|answered|answers',
].join('|')
const ENGLISH_SPEECH = new RegExp(`^([A-Z][^,.;:!?“”"]{1,60}?\\b(?:${SAYING}))(?:,|:)\\s*`)

/** What makes it something other than a report: a demand, a condition, a phrase such as 也就是说 or 总的来说. */
const NOT_A_REPORT = new RegExp([
  '(?:[要应不]|应当|必须|需要|可以|如果|只有|为了|通过)(?:指出|强调|提出|认为|表示|说)$',
  '^(?:有人|也就是|这就是|就是|换句话|换言之|例如|比如|据)',
  // It says: a rule or a letter, and nobody who speaks.
  '^(?:It|This|That)\\s',
  // 总的来说, 长远来说; but 站起来说 is a report.
  '(?<![后後出回过過起进進下])来说$',
  '是.*的',
].join('|'))

/** What somebody said, apart from who said it. */
export interface Speech {
  /** Who speaks, with the verb: 习近平总书记指出. */
  attribution: string
  /** What follows the mark, verbatim. */
  words: string
  /** How many characters of the sentence stand before the words. */
  offset: number
}

/**
 * Finds a sentence's attribution at its head: 习近平总书记指出，… or “Orwell wrote: …”.
 *
 * @param sentence one sentence
 * @returns the attribution and the words, or nothing where the sentence has none
 */
export function findSpeech(sentence: string): Speech | undefined {
  const match = CHINESE_SPEECH.exec(sentence) ?? QUOTED_SPEECH.exec(sentence) ?? ENGLISH_SPEECH.exec(sentence)
  const attribution = match?.[1]
  if (!match || attribution === undefined || NOT_A_REPORT.test(attribution))
    return undefined
  return { attribution, words: sentence.slice(match[0].length), offset: match[0].length }
}

/** “The sign was there,” he said. Who speaks stands after the words, in English with the verb first or last. */
const QUOTE_FIRST = new RegExp([
  String.raw`^["“]((?:(?!["”]).)+?)[,!?.]?["”]\s+`,
  `((?:${SAYING})\\s[^,.;:!?"“”]{2,60}|[^,.;:!?"“”]{1,40}\\s(?:${SAYING}|(?:told|tells)\\s\\w+))`,
  // Who they are, or what they do meanwhile, is only said: “…,” said the clerk, who has seen it all.
  String.raw`(?:,\s[^"“”]*)?\.?$`,
].join(''))

/** Somebody's words before who says them. */
export interface QuoteFirst {
  words: string
  attribution: string
  /** Where the words and the attribution begin in the sentence. */
  start: number
  named: number
}

/**
 * Finds a sentence that is somebody's words in quotation marks and then who says them (Quirk et al. 14.29).
 *
 * @param sentence one sentence, English
 * @returns the words without their marks, and who says them; nothing where the sentence says more
 */
export function findQuoteFirst(sentence: string): QuoteFirst | undefined {
  const match = QUOTE_FIRST.exec(sentence.trimEnd())
  if (!match)
    return undefined
  const [, words, attribution] = match as unknown as [string, string, string]
  return { words, attribution, start: 1, named: sentence.indexOf(attribution, words.length + 1) }
}

/** “……，”他说，“……。” */
const QUOTE_AROUND = new RegExp([
  String.raw`^["“]([^"“”]+)["”]\s*`,
  `((?:${SAYING})\\s[^,.;:!?"“”]{2,60}|[^,.;:!?"“”]{1,40}\\s(?:${SAYING})|[^，。；：“”\\s]{1,20}(?:说|道|写道))`,
  String.raw`[,，]\s*["“]([^"“”]+)["”][。.]?\s*$`,
].join(''))

/**
 * Finds a sentence of somebody's words that who says them interrupts.
 *
 * @param sentence one sentence
 * @returns the longer part of the words without their marks, and who says them; nothing where the sentence says more
 */
export function findQuoteAround(sentence: string): QuoteFirst | undefined {
  const match = QUOTE_AROUND.exec(sentence.trimEnd())
  if (!match)
    return undefined
  const [, first, attribution, second] = match as unknown as [string, string, string, string]
  const named = sentence.indexOf(attribution, first.length + 1)
  const isFirst = first.length > second.length
  // By which time, … we must: two halves of one sentence.
  if (/^\p{Ll}/u.test(second))
    return undefined
  const start = isFirst ? 1 : sentence.lastIndexOf(second)
  return { words: isFirst ? first.replace(/[，,。.]$/, '') : second, attribution, start, named }
}

/** Opening quote → closing quote, as they stand round a quotation. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '"': '"', '「': '」', '『': '』' }

/**
 * The words inside the quotation marks, where these enclose the whole of a text.
 *
 * @param text a sentence, or what follows an attribution
 * @returns the quoted words, or nothing
 */
export function unquote(text: string): string | undefined {
  const body = text.trim().replace(/[。.．｡，,；;]$/, '')
  const close = QUOTES[body[0] ?? '']
  if (close === undefined || body.length < 3 || body.at(-1) !== close)
    return undefined
  const inner = body.slice(1, -1)
  return inner.includes(close) || inner.includes(body[0]!) ? undefined : inner
}
