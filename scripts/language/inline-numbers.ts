/** The number of an item within running text. */
export interface InlineNumber {
  /** Where it begins. */
  start: number
  /** Where its words begin: after its mark and the space behind that. */
  end: number
  value: number
}

const HAN = '一二三四五六七八九十'
const GAP = String.raw`[ \t\u3000\u00A0]*`
const DIGITS = String.raw`\d{1,2}|[０-９]{1,2}`

/**
 * How the items of a run are numbered within a text (GB/T 9704—2012, 7.3.3; GB/T 15834—2011, annex B.2): 1. 1、 1) after
 * a mark or at the text's head, （1） （一） ① anywhere but after 第. A decimal, 3.14, is none.
 */
const FAMILIES: readonly RegExp[] = [
  new RegExp(String.raw`${afterMark(DIGITS)}[.．](?![\d０-９])${GAP}`, 'g'),
  new RegExp(String.raw`${afterMark(DIGITS)}、${GAP}`, 'g'),
  new RegExp(String.raw`${afterMark(DIGITS, String.raw`\s`)}[)）]${GAP}`, 'g'),
  new RegExp(String.raw`(?<!第)[（(](${DIGITS})[)）]、?${GAP}`, 'g'),
  new RegExp(String.raw`(?<!第)[（(]([${HAN}]{1,3})[)）]、?${GAP}`, 'g'),
  new RegExp(String.raw`${afterMark(`[${HAN}]{1,3}`)}、${GAP}`, 'g'),
  new RegExp(String.raw`([①-⑳])${GAP}`, 'g'),
]

/** A numeral after a mark: what stands before is looked at where there is one, not behind each space of thousands. */
function afterMark(numeral: string, other = '）)'): string {
  return String.raw`(${numeral})(?<=(?:^|\n|[。！？．｡；：;:，,.!?”’${other}]${GAP})\1)`
}

/** An item has words: 1、2、3号 lists numbers, and （一）和（二） names two. */
const ITEM = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u

/**
 * Finds the numbers of items that stand within a text: runs that begin at one and go up by one.
 *
 * @param text a paragraph
 * @returns the numbers of its longest run, in order; none where no two make one
 */
export function inlineNumbers(text: string): InlineNumber[] {
  const runs = FAMILIES.flatMap(pattern => runsOf(text, Array.from(text.matchAll(pattern), match => numberOf(match))))
  return runs.sort((one, other) => other.length - one.length || one[0]!.start - other[0]!.start)[0] ?? []
}

/**
 * Whether a text begins with an item's number: （一）, 1., ①, 一是.
 *
 * @param text a paragraph
 */
export function opensItem(text: string): boolean {
  const head = text.trimStart().slice(0, 12)
  const isOrdinal = new RegExp(`^(?:[${HAN}][是要则](?![${HAN}])|第[${HAN}][，,])`).test(head)
  return isOrdinal || FAMILIES.some(pattern => head.matchAll(pattern).next().value?.index === 0)
}

function numberOf({ index, 0: mark, 1: numeral }: RegExpExecArray): InlineNumber {
  return { start: index, end: index + mark.length, value: valueOf(numeral!) }
}

/** 二十 and more have no place within a paragraph. */
function valueOf(numeral: string): number {
  if (/^[①-⑳]$/.test(numeral))
    return numeral.codePointAt(0)! - 0x2460 + 1
  const digits = numeral.normalize('NFKC')
  if (/^\d/.test(digits))
    return Number(digits)
  const [first, second] = [HAN.indexOf(numeral[0]!) + 1, HAN.indexOf(numeral[1] ?? '') + 1]
  if (numeral.length === 1)
    return first
  return first === 10 ? 10 + second : 0
}

function runsOf(text: string, numbers: InlineNumber[]): InlineNumber[][] {
  const runs: InlineNumber[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last && number.value === last.value + 1 && ITEM.test(text.slice(last.end, number.start)))
      run!.push(number)
    else if (number.value === 1)
      runs.push([number])
  }
  return runs.filter(run => run.length > 1 && ITEM.test(text.slice(run.at(-1)!.end)))
}
