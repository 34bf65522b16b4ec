const KANA = [
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ',
  'まみむめもゃやゅゆょよらりるれろゎわゐゑをん',
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポ',
  'マミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
].join('')
const NUMBERS = '①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽'
/** Bytes C6A1 and on (WHATWG Encoding, index Big5, after ETEN). */
const ETEN = [
  `${NUMBERS}ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ丶丿亅亠冂冖冫勹匸卩厶夊宀巛⼳广廴彐彡攴无疒癶辵隶¨ˆヽヾゝゞ〃仝々〆〇ー［］✽${KANA}`,
  'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя⇧↸↹㇏',
].join('')
/** The same bytes in Unicode's older table (BIG5.TXT, 1994), which programs such as Python write. */
const OLDER = `ヾゝゞ々${KANA}ДЕЁЖЗИЙКЛМУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя${NUMBERS}`
/** What Node gives for those bytes: private-use characters, in their order. */
const FIRST = 0xF6B1
const PRIVATE = /[\uF6B1-\uF84F]/g
/** Signs that Chinese text has more often than the others. */
const USUAL = /[①-⑽々〇ぁ-ん]/g

/**
 * Gives a Big5 text its circled numbers and kana, of two tables by that which makes more of the usual ones.
 *
 * @param text the text as Node decodes it, with private-use characters for them
 * @returns the text; what neither table has stays
 */
export function withBig5Signs(text: string): string {
  const readBy = (signs: string): string =>
    text.replace(PRIVATE, mark => signs[mark.charCodeAt(0) - FIRST] ?? mark)
  const [eten, older] = [readBy(ETEN), readBy(OLDER)]
  const usual = (reading: string): number => reading.match(USUAL)?.length ?? 0
  return usual(older) > usual(eten) ? older : eten
}
