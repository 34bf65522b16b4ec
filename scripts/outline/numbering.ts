import { letterValue, numberValue, STEMS } from '../language/numerals.ts'

/** A heading's number: its family (一、 or （一） …), its place in the family's order, and how many characters it takes. */
export interface HeadingNumber {
  family: string
  value: number
  length: number
  /** What stands before the value: 2 of 2.3, else nothing. */
  prefix: string
}

/** Numerals, and those of documents: 壹, 贰 (GB/T 15835—2011, 5.2), in traditional characters too. */
const HAN_NUMERALS = '[〇○零一二两三四五六七八九十百千壹贰貳叁參肆伍陆陸柒捌玖拾]{1,7}'
/** Full-width digits are digits. */
const DIGIT = '[\\d０-９]'
/** Numerals that documents write in full: they are a rank of their own, above 一、 and （一）. */
const FULL_NUMERAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾]/
/** Traditional characters count the same things. */
const SIMPLE: Readonly<Record<string, string>> = {
  編: '编',
  節: '节',
  講: '讲',
  課: '课',
  條: '条',
  課時: '课时',
  節課: '节课',
}
const GAP = '[ \\t\\u3000\\u00A0]*'

/**
 * The families of numbering, in the order in which they are tried. Official style is 一、 （一） 1. （1） (GB/T 9704—2012,
 * 7.3.3); books use 第一章, English uses Part I and 1.1.
 */
const FAMILIES: readonly (readonly [family: string | ((match: RegExpExecArray) => string), pattern: RegExp])[] = [
  [match => `第${SIMPLE[match[2]!] ?? match[2]}`, new RegExp([
    `^第${GAP}(${HAN_NUMERALS}|${DIGIT}{1,4})${GAP}`,
    `(部分|课时|課時|节课|節課|回合|[编篇部卷章节讲课回条編節講課條](?![分堂]))(?!的)[、．.：:]?${GAP}`,
  ].join(''))],
  // What minutes, plans and reports count by a noun of their own: 议题一：灯, 案例2　船.
  [match => match[0].slice(0, 2), new RegExp([
    '^(?:议题|议程|案例|专题|主题|话题|环节|板块|模块|步骤|单元|课题|任务|活动|阶段|事项|事例|场景|方案)',
    `(${HAN_NUMERALS}|${DIGIT}{1,2})(?:[：:、.．]${GAP}|[ \\t\\u3000]+)(?=\\S)`,
  ].join(''))],
  // Alone on its line; before a paragraph it is a word of the text.
  ['第一、', new RegExp(`^第(${HAN_NUMERALS})[、，,：:．.]${GAP}(?=[^。！？；]{1,30}$)`)],
  [match => FULL_NUMERAL.test(match[1]!) ? '壹、' : '一、', new RegExp(`^(${HAN_NUMERALS})(?:[、．.,，]${GAP}|[\\u3000 ]+)`)],
  ['【一】', new RegExp(`^[【〔［](${HAN_NUMERALS}|${DIGIT}{1,2})[】〕］]${GAP}`)],
  ['【第一节】', new RegExp(`^[【〔［[（(]第(${HAN_NUMERALS}|${DIGIT}{1,2})(?:部分|[编篇章节讲课編節講課])[】〕］\\])）]${GAP}`)],
  ['[1]', new RegExp(`^\\[(${DIGIT}{1,2})\\]${GAP}`)],
  ['（一）', new RegExp(`^(?:[（(](${HAN_NUMERALS})[）)]|([㈠-㈩]))、?${GAP}`)],
  ['（1）', new RegExp(`^(?:[（(](${DIGIT}{1,2})[）)]|([⑴-⒇]))、?${GAP}`)],
  [
    match => `1.1×${match[1]!.split(/[.．]/).length}`,
    new RegExp([
      `^(${DIGIT}{1,2}(?:[.．]${DIGIT}{1,2})+)`,
      `(?:[.．、](?!${DIGIT})${GAP}|[ \\t\\u3000]+|(?=[\\p{Script=Han}“《]))`,
    ].join(''), 'u'),
  ],
  ['1.', new RegExp([
    `^(?:(${DIGIT}{1,3})(?:[．、](?!${DIGIT})${GAP}|[.,，](?:[ \\t\\u3000]+|(?=[\\p{Script=Han}“《])))`,
    `|([⒈-⒛])${GAP})`,
  ].join(''), 'u')],
  ['1)', new RegExp(`^(${DIGIT}{1,2})[）)]${GAP}`)],
  // Papers set it without a mark; before a measure word it counts (3 个).
  ['1', new RegExp(`^(${DIGIT}{1,2})[ \\t\\u3000]+(?=[\\p{Script=Han}\\p{Lu}“《])`, 'u')],
  ['①', /^([①-⑳])[ \t\u3000]*/],
  [match => match[1]!.toLowerCase(), new RegExp([
    String.raw`^(Part|Book|Chapter|Section|Act|Lesson|Unit|Step)(?:\s+|\s?[.．·]\s?)`,
    String.raw`([IVXLC]+|\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b(?!\.\d)[.:]?\s*(?:[—–-]\s*)?`,
  ].join(''), 'i')],
  // Ⅰ is one character (Unicode 2160); behind it, as behind I and A, Chinese needs no space.
  ['I.', new RegExp([
    `^(?:([IVXL]{1,6})(?:[.．]\\s+|[．、]${GAP}(?=\\p{Script=Han}))`,
    `|([Ⅰ-Ⅻ])(?:[.．、]${GAP}|[ \\t\\u3000]+))`,
  ].join(''), 'u')],
  ['A.', new RegExp(`^([A-H])(?:[.．]\\s+|[．、]${GAP}(?=\\p{Script=Han}))`, 'u')],
  ['1️⃣', new RegExp(`^(\\d)\\uFE0F?\\u20E3${GAP}`)],
  ['甲、', new RegExp(`^([${STEMS}])、${GAP}`)],
]

/**
 * Reads the number at a heading's head.
 *
 * @param text a paragraph
 * @returns the number, or nothing. 2023年 and 3.5的 have none; whether 3. opens a list or a sentence, only its siblings
 *   tell
 */
export function readNumber(text: string): HeadingNumber | undefined {
  for (const [family, pattern] of FAMILIES) {
    const match = pattern.exec(text)
    if (!match)
      continue
    const words = match[2] !== undefined && (match[1] === undefined || /^[a-z]/i.test(match[1])) ? match[2] : match[1]!
    const numeral = /^[\d０-９]/.test(words) ? words.normalize('NFKC') : words
    const value = family === 'A.' ? letterValue(numeral) : numberValue(numeral)
    // Papers begin to count at their introduction: 0　引言.
    if (value > 0 || (numeral === '0' && /^1\.?$/.test(String(family)))) {
      const prefix = /^\d[\d.．]*(?=[.．]\d)/.exec(numeral)?.[0] ?? ''
      return { family: typeof family === 'string' ? family : family(match), value, length: match[0].length, prefix }
    }
  }
  return undefined
}

/**
 * Whether a number says what it counts, 第三章 or Part III, so that it needs no neighbours to be believed.
 *
 * @param number a heading's number
 * @returns true for chapters, parts and their like
 */
export function countsChapters(number: HeadingNumber | undefined): boolean {
  return number !== undefined && /^第(?:[编篇部卷章节]|部分)$|^[a-z]/.test(number.family)
}
