import { inlineNumbers } from './inline-numbers.ts'

/** How a paragraph is typed, as far as its full stops depend on it. */
export interface Typing {
  /** The places of the points that belong to the number of an item: 1. within a text. */
  numbers: ReadonlySet<number>
  /** Its sentences do not end with 。, so that points beside Chinese may end them: 约翰．史密斯 has one that does not. */
  pointed: boolean
}

/** Words that end in a full stop and rarely end a sentence. */
const ABBREVIATION = new RegExp(String.raw`(?:^|[\s(“"'‘\p{Script=Han}])(?:${[
  'Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Gov|Sen|Rep|Col|Capt|Lt|Rev|Hon|Inc|Ltd|Co|Corp|dept',
  'vs|etc|cf|al|approx|est|No|Nos|Vol|pp?|Fig|Figs|Eq|Sec|Ch|Art|ed|eds',
  String.raw`e\.g|i\.e|a\.m|p\.m|[A-Z](?:\.[A-Z])*`,
].join('|')})\.$`, 'u')
/** Numbering at the head of a sentence: 1. / 2.1. / IV. / A. / 一. / 第一． / Figure 1. */
const NUMBERING = new RegExp(String.raw`^\s*(?:${[
  String.raw`(?:Figure|Fig\.?|Table|Plate|Photo)\s+\d{1,3}(?:[.-]\d{1,3})*`,
  String.raw`[\d０-９]+(?:[.．][\d０-９]+)*|[IVXLC]+|[A-Z]|第?[一二三四五六七八九十〇零○]{1,4}`,
].join('|')})[.．]$`, 'i')
/** A point before Chinese may belong to an initial (J.K.罗琳), or to the number of a picture or an item (图1.灯塔). */
const INITIAL_OR_NUMBER = /(?:^|[^A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ][.．]$|(?:^|[^\d０-９.．])[\d０-９]{1,2}[.．]$/
const CLOSERS = String.raw`[”’」』）》〉】〕"'\])]*`
/** Chinese right before a mark, or closed right before it. */
const AFTER_HAN = new RegExp(String.raw`\p{Script=Han}${CLOSERS}$`, 'u')
/** Chinese right behind a mark, or opened right behind it. */
const BEFORE_HAN = new RegExp(String.raw`^${CLOSERS}[“‘「『（《〈【〔([]*\p{Script=Han}`, 'u')

/**
 * Sees how a paragraph is typed.
 *
 * @param text the paragraph
 * @returns what its full stops depend on
 */
export function typingOf(text: string): Typing {
  // Most paragraphs have no such number, and are not searched.
  const numbers = /[\d０-９][.．]/.test(text) ? inlineNumbers(text) : []
  const points = numbers.map(({ start, end }) => start + text.slice(start, end).search(/[.．]/))
  return { numbers: new Set(points), pointed: !text.includes('。') }
}

/**
 * Whether a mark ends a sentence: 。！？ (GB/T 15834—2011, 4.1–4.3), ｡ in half width, ． in scientific texts (4.1.1), and .
 * ! ? in English or typed for them in Chinese.
 *
 * @param text the paragraph
 * @param index the mark's place
 * @param start where the sentence begins
 * @param typing how the paragraph is typed
 */
export function endsSentence(text: string, index: number, start: number, typing: Typing): boolean {
  const mark = text[index]!
  if (/[。！？｡]/.test(mark))
    return true
  if (!/[.．!?]/.test(mark) || typing.numbers.has(index))
    return false
  if (mark !== '．' && endsEnglish(text, index, start))
    return true
  return (typing.pointed || /[!?]/.test(mark)) && endsChinese(text, index, start)
}

/** Whether a full stop, question or exclamation mark ends an English sentence. */
function endsEnglish(text: string, index: number, start: number): boolean {
  const next = text.slice(index + 1, index + 24)
  // Of ... and ?! the last mark decides.
  if (/^[.!?]/.test(next))
    return false
  if (/^["”’')\]]*$/.test(next))
    return true
  if (!/^["”’')\]]*\s+["“‘'(]?[\p{Lu}\p{Lo}\d]/u.test(next) && !(text[index] !== '.' && /^\p{Lo}/u.test(next)))
    return false
  if (text[index] !== '.')
    return true
  const before = text.slice(start, index + 1)
  return !NUMBERING.test(before) && !ABBREVIATION.test(before.slice(-16))
}

/**
 * Whether a mark of English, or a full-width point, ends a sentence in Chinese: 3.14, v2.0 and 报告.docx have none that
 * does.
 */
function endsChinese(text: string, index: number, start: number): boolean {
  const before = text.slice(Math.max(start, index - 16), index)
  const after = text.slice(index + 1, index + 12)
  if (/[.．…]$/.test(before) || /^[.．!?！？]/.test(after))
    return false
  // A mark with a space before it begins something instead: a picture of Markdown's, ![图](…).
  if (/[!?]/.test(text[index]!))
    return AFTER_HAN.test(before) || (/\S$/.test(before) && BEFORE_HAN.test(after))
  const ended = text.slice(start, index + 1)
  if (NUMBERING.test(ended))
    return false
  if (AFTER_HAN.test(before))
    return !/^[a-z]/i.test(after)
  const isMark = BEFORE_HAN.test(after) || (text[index] === '．' && /^\s*$/.test(after))
  return isMark && !INITIAL_OR_NUMBER.test(ended.slice(-16)) && !ABBREVIATION.test(ended.slice(-16))
}
