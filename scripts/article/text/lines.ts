import { widthInEm } from '../../language/measure.ts'
import { numberValue } from '../../language/numerals.ts'

/** A line of a plain text. */
export interface Line {
  /** Its place among the file's lines, from 0. */
  index: number
  /** Offsets of its first character and after its last. */
  start: number
  end: number
  /** Its words, without white space at its ends. */
  words: string
  /** In em. */
  width: number
  blank: boolean
  indented: boolean
  /** It ends as a sentence does, or leads on with a colon. */
  ended: boolean
  /** A page ended before it, in the middle of a sentence: it goes on with the line before. */
  goesOn?: true
  /** It names who says what stands on the next. */
  speaks?: true
}

/** Two spaces or more, of full width too: what stands before a paragraph (CLREQ 4.1.1, 段首缩进). */
const INDENT = /^(?:\u3000{2,}|[ \u00A0]{2,}|\t|\u3000[ \u00A0])/
const BLANK = /^[\s\u200B]*$/
const SENTENCE_END = new RegExp([
  String.raw`[。！？．｡!?….：:][”’」』）)"'\]】]*`,
  // What calls a note: [1-2]
  String.raw`(?:[〔［[]\d{1,3}(?:[-–,，]\d{1,3})*[〕］\]]){0,5}\s*$`,
].join(''))

/**
 * The lines of a text.
 *
 * @param text the article
 * @returns each with its place; the last may be empty
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]|$/g)) {
    lines.push(lineAt(text, start, match.index, lines.length))
    start = match.index + match[0].length
  }
  return lines
}

/**
 * A line of a text.
 *
 * @param text the article
 * @param start offset of its first character
 * @param end offset after its last
 * @param index its place among the lines
 */
export function lineAt(text: string, start: number, end: number, index: number): Line {
  const line = text.slice(start, end)
  const words = line.replace(/^[\s\u200B]+|(?<![\s\u200B])[\s\u200B]+$/g, '')
  return {
    index,
    start,
    end,
    words,
    width: words.length > LONGEST ? LONGEST : widthInEm(words),
    blank: BLANK.test(line),
    indented: INDENT.test(line),
    ended: SENTENCE_END.test(line),
  }
}

/** A longer line is a paragraph, however long it is. In characters. */
const LONGEST = 400

/**
 * Signs that stand before items: those of word processors, and as which the signs of Word's fonts are pasted
 * (Symbol and Wingdings, U+F0B7, U+F0D8 and their like).
 */
export const BULLET_SIGNS = '•●○◆◇■□▪▫◦‣⁃·➢➤►▶▸▹❖✦✧✔✗◎❑❒❏\uF06C\uF06E\uF0A7\uF0B7\uF0D8\uF075\uF0FC'

/** What opens an item or a numbered heading, by families: 一、 （一） 1. （1） ① 第一条 Part I • and their like. */
const HEADS: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['第', /^第[〇○零一二两三四五六七八九十百千\d０-９]{1,7}(?:部分|课时|[编篇部卷章节讲课回条])/],
  ['一、', /^第?[一二三四五六七八九十百]{1,4}[、．，]/],
  ['（一）', /^(?:[（(][一二三四五六七八九十百]{1,4}[）)]|[㈠-㈩])/],
  ['[1]', /^\[\d{1,3}\]/],
  ['【一】', /^[【〔［](?:[一二三四五六七八九十]{1,3}|\d{1,2})[】〕］]/],
  ['【第一节】', /^[【〔［[（(]第[一二三四五六七八九十\d]{1,3}(?:部分|[编篇章节讲课編節講課])[】〕］\])）]/],
  ['（1）', /^(?:[（(][\d０-９]{1,2}[）)]|[⑴-⒇])/],
  ['1.', /^(?:[\d０-９]{1,2}(?:[.．][\d０-９]{1,2})*(?:[．、](?![\d０-９])|\.(?=[\s\p{Script=Han}“《])|[）)])|[⒈-⒛])/u],
  ['1', /^\d{1,2}(?:\.\d{1,2})*[ \t\u3000]+(?=[\p{Script=Han}\p{Lu}“《])/u],
  ['①', /^[①-⑳]/],
  ['Part', new RegExp([
    String.raw`^(?:Part|Book|Chapter|Section|Act|Lesson|Unit)\s+`,
    String.raw`(?:[IVXLC]+|\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b`,
  ].join(''), 'i')],
  ['I.', /^(?:[IVXL]{1,6}(?:[.．]\s|[．、])|[Ⅰ-Ⅻ][.．、\s])/],
  ['A.', /^[A-H](?:[.．]\s|[．、])/],
  ['1️⃣', /^\d\uFE0F?\u20E3/],
  ['•', new RegExp(String.raw`^[${BULLET_SIGNS}＊*☐☑✓-][ \t\u3000]*(?=[^\s\-–—*=])`)],
  // ✅ 👉 and their like, which stand for a sign.
  ['✅', /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u],
]

/**
 * The family of what opens an item or a numbered heading.
 *
 * @param words a line
 * @returns 一、 or another; nothing where the line has none
 */
export function headOf(words: string): string | undefined {
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0]
}

const NUMERAL = new RegExp([
  String.raw`[\d０-９]+(?=[^\d０-９]*$)`,
  '[〇○零一二两三四五六七八九十百千]+',
  '[①-⑳⑴-⒇⒈-⒛㈠-㈩]',
].join('|'))

/** A number that opens an item. `value` is 0 for what is a sign. */
export interface HeadNumber { family: string, value: number }

/**
 * The number that opens an item or a numbered heading.
 *
 * @param words a line
 * @returns its family and its value; of 2.3 the last, 3. Nothing where the line has none
 */
export function headNumber(words: string): HeadNumber | undefined {
  const [family, pattern] = HEADS.find(([, form]) => form.test(words)) ?? []
  if (family === undefined)
    return undefined
  const numeral = NUMERAL.exec(pattern!.exec(words)![0])?.[0] ?? ''
  return { family, value: numberValue(/[\d０-９]/.test(numeral) ? numeral.normalize('NFKC') : numeral) }
}

/** 时间：, 编辑 |, Chair: and their like, before a value. */
const KEY = new RegExp(`^(?:${[
  String.raw`[\p{Script=Han} \u3000]{2,10}[：:](?!\/\/)`,
  // 出租方（甲方）：
  String.raw`\p{Script=Han}{2,8}[（(][\p{Script=Han}A-Z]{1,6}[）)][：:]`,
  String.raw`\p{Script=Han}{2,6} ?[|｜丨] ?(?=[^|｜丨]+$)`,
  String.raw`\p{Lu}[\p{L} -]{1,20}::?(?=\s|$)`,
].join('|')})`, 'u')

/**
 * Whether a line is a key and its value: 地点：候船屋.
 *
 * @param words a line
 */
export function isKey(words: string): boolean {
  return KEY.test(words)
}

/** 地点　候船屋, as forms set it. */
const SPACED_KEY = /^\p{Script=Han}{2,6}(?:\u3000+|\t+| {2,})[^\s，。；！？]{1,30}$/u

/**
 * Whether a line may be a key and its value with a wide space between, and no colon.
 *
 * @param words a line
 */
export function isSpacedKey(words: string): boolean {
  return SPACED_KEY.test(words)
}

/** Where authors work, with its postal code (GB/T 7713.2—2022, 5.3): （省社会科学院，省会 310000）. */
const AFFILIATION = /^[（(][^（()）。]{3,60}[，,；;\s]\s*\d{6}[）)]$/

/**
 * Whether a line says where the authors of a paper work, and nothing else.
 *
 * @param words a line
 */
export function isAffiliation(words: string): boolean {
  return AFFILIATION.test(words)
}

const AUTHOR = String.raw`\p{Script=Han}{2,4}[\d*†¹²³⁴-⁹](?:[,，]?[\d*†¹²³⁴-⁹]){0,3}`
const AUTHORS = new RegExp(`^${AUTHOR}(?:[,，、;；\\s]+${AUTHOR})+$`, 'u')

/**
 * Whether a line names the authors of a paper, each with the number of where they work: 林海1，张山2.
 *
 * @param words a line
 */
export function namesAuthors(words: string): boolean {
  return AUTHORS.test(words)
}
