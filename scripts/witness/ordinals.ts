const NUMERAL = '[〇○零一二两三四五六七八九十百千壹贰貳叁參肆伍陆陸柒捌玖拾]{1,7}'
const MARKS = '[、．.,，:：]'
/** Many numbers in one, 2.3.1, right before a word: then it takes a neighbour to tell it from a measure, 3.5公里. */
const LEVELS = /^([\d０-９]{1,2}(?:[.．][\d０-９]{1,2})+)(?=[\p{Script=Han}“《])/u

/**
 * What may count a heading or an item of a list (GB/T 9704—2012, 7.3.3; GB/T 1.1): a theme, or a list's own numbers,
 * may stand for it.
 */
const ORDINAL = new RegExp([
  `第[ \\t]?(?:${NUMERAL}|[\\d０-９]{1,4})[ \\t]?(?:部分|[编篇部卷章节讲课回条編節講課條])${MARKS}?`,
  `第${NUMERAL}${MARKS}`,
  [
    '(?:议题|议程|案例|专题|主题|话题|环节|板块|模块|步骤|单元|课题|任务|活动|阶段|事项|事例|场景|方案)',
    `(?:${NUMERAL}|[\\d０-９]{1,2})(?:${MARKS}|(?=[ \\t\\u3000]))`,
  ].join(''),
  `[（(【〔［[](?:${NUMERAL}|[\\d０-９]{1,3}|[A-Za-z]|[ivxlc]{1,6})[)）】〕］\\]]`,
  `[（(【〔［[]第(?:${NUMERAL}|[\\d０-９]{1,3})(?:部分|[编篇章节讲课編節講課])[)）】〕］\\]]`,
  `${NUMERAL}(?:${MARKS}|[)）])`,
  // 甲： is somebody who speaks.
  '[甲乙丙丁戊己庚辛壬癸]、',
  `(?:[A-Za-z]|[ivxlcIVXLC]{1,6}|[\\d０-９]{1,3})(?:${MARKS}|[)）])(?![\\d０-９])`,
  `(?:${NUMERAL}|[\\d０-９]{1,3}(?:[.．][\\d０-９]{1,3})*)${MARKS}?(?=[ \\t\\u3000\\u00A0])`,
  '\\d\\uFE0F?\\u20E3',
  '[㈠-㈩⑴-⒇①-⑳⒈-⒛]',
  '[Ⅰ-Ⅻ][、．.]?',
  [
    String.raw`(?:Part|Book|Chapter|Section|Act|Lesson|Unit|Step)(?:\s+|\.\s*)`,
    String.raw`(?:[IVXLC]+|\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b`,
  ].join(''),
  // What stands behind a text has letters, too.
  String.raw`(?:Appendix|Annex|Exhibit|Schedule|附[录錄件表])[ \t]?`
  + String.raw`(?:[A-Z]|[IVXLC]+|\d{1,3}|${NUMERAL})${MARKS}?(?![A-Za-z])`,
].map(form => `(?:${form})`).join('|'), 'iuy')

/** What says whose text it is, in a line with a name behind it: whose name it is, a cover says by its place. */
const BY = /^(?:(?:Posted|Published|Written)[ \t]+)?By(?=(?:[ \t]+\p{L}[\p{L}.'’-]*){1,5}[ \t]*$)/gimu

/** What may stand before it on its line: marks of Markdown, of lists and of quotations. */
const BEFORE = /[\s#>*+|•·●○▪■◆\-_~]*/y

/**
 * Where the lines of a text begin with what may count them.
 *
 * @param text a text without markup
 * @returns for the start of each such line the place after its number
 */
export function ordinalsIn(text: string): [from: number, to: number][] {
  const found: [number, number][] = []
  const levels: [from: number, to: number, words: string][] = []
  for (const { index } of text.matchAll(/^(?=.*[\p{L}\p{N}])/gmu)) {
    BEFORE.lastIndex = index
    BEFORE.test(text)
    const start = BEFORE.lastIndex
    ORDINAL.lastIndex = start
    if (ORDINAL.test(text))
      found.push([start, ORDINAL.lastIndex])
    const many = LEVELS.exec(text.slice(start, start + 24))?.[1]
    if (many !== undefined)
      levels.push([start, start + many.length, many])
  }
  const known = new Set(levels.map(([, , words]) => words))
  const neighbour = (words: string, step: number): string =>
    words.replace(/\d+$/, last => String(Number(last) + step))
  const counted = levels.filter(([, , words]) => [-1, 1].some(step => known.has(neighbour(words, step))))
  const ranges = [...found, ...counted.map(([from, to]): [number, number] => [from, to]), ...aloneIn(text)]
  for (const { index, 0: words } of text.matchAll(BY))
    ranges.push([index, index + words.length])
  return ranges.sort(([one], [other]) => one - other)
}

/** Numbers that are all of their lines and count from one: 01 over the first part, 02 over the second. */
function aloneIn(text: string): [from: number, to: number][] {
  const lines = Array.from(text.matchAll(/(?<=^[ \t#]*)\d{1,2}(?=[ \t]*$)/gm))
  const counts = lines.length > 1 && lines.every(([words], index) => Number(words) === index + 1)
  return counts ? lines.map(({ index, 0: words }) => [index, index + words.length]) : []
}
