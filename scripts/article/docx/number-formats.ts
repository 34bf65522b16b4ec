import { chineseNumber } from '../../language/numerals.ts'

/** Numerals from 1 on, by Word's name for their format (ECMA-376 1, 17.18.59). */
const ROWS: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
}

const ROMAN: readonly (readonly [letters: string, worth: number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]

/** Capital numerals of documents, 壹 for 一 (GB/T 15835—2011, 5.2). */
const CAPITALS: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
}

/**
 * Writes a number as Word does before a paragraph.
 *
 * @param value the number, from 1
 * @param format the name that Word has for its numerals
 * @returns the numeral, an Arabic one for a format that is not known
 */
export function formatNumber(value: number, format: string): string {
  const inRow = ROWS[format] && [...ROWS[format]][value - 1]
  if (inRow)
    return inRow
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xFEE0))
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chineseNumber(value).replace(/./g, digit => CAPITALS[digit] ?? digit)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return String(value).replace(/\d/g, digit => '〇一二三四五六七八九'[Number(digit)]!)
    default:
      return /^(?:chinese|taiwanese|japanese)Counting/.test(format) ? chineseNumber(value) : String(value)
  }
}

function roman(value: number): string {
  let rest = value
  return ROMAN.map(([letter, worth]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return letter.repeat(times)
  }).join('')
}

/** A … Z, AA, BB: the same letter again (ECMA-376 1, 17.18.59). */
function letters(value: number): string {
  return String.fromCharCode(65 + (value - 1) % 26).repeat(Math.ceil(value / 26))
}
