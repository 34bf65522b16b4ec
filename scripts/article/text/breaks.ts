import type { Line } from './lines.ts'
import { headOf, isAffiliation, isKey, isSpacedKey, namesAuthors } from './lines.ts'

/** What the ends of a text's lines are judged by, beyond the two lines round one. */
export interface Setting {
  /** How long the lines are that were broken because they were full, in em; nothing where lines are not broken so. */
  measure?: number
  /** How long the longest line that ends with a sentence is, in em, where no line is broken because it is full. */
  paragraph?: number
  /** Paragraphs begin with an indent, and the lines in them do not. */
  indents: boolean
  /** Blank lines part the text. */
  blanks: boolean
  /** How many lines begin with a number or a sign of each family. */
  heads: ReadonlyMap<string, number>
}

/** How a line's end is judged. */
export interface Judgement {
  /** A paragraph ends there; else the line goes on in the next. */
  hard: boolean
  /** It might as well be the other way. */
  doubtful?: true
}

/** A measure is no shorter and no longer: half a line and two lines of a page. */
const MEASURES = { shortest: 12, longest: 75 } as const
/** So many lines may be wider than the measure, tables and titles, as a share of all. */
const MOST_WIDER = 0.2
/**
 * A line that ends in the middle of a sentence is full from this share of the measure on: English may lack a long word.
 */
const FULL = 0.75
/**
 * One that ends with a sentence is full where it lacks no more than what may not stand at its end (CLREQ 3.1.4), in em.
 */
const LACKS = 3
/** No text is set in lines as short as this, in em: two that are shorter end where their author broke them. */
const SHORTEST_LINE = 8
/** A heading that stands right above its text is no longer than this. */
const LONGEST_HEADING = 20
/** A name on a line of its own: 周渡. */
const NAME_LINE = /^\p{Script=Han}{2,4}$/u
/** The day below a signature. */
export const DATE_LINE = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?$/
/** A heading's number on a line of its own, as magazines and accounts set it: 03. */
const ORDER_LINE = /^0[1-9]$/
/** A newspaper's name, the day and the page, as they stand below a title that was copied from it. */
const MASTHEAD = /^[^，。；：！？,;:!?]{2,20}\s\d{4}[年.-]\d{1,2}[月.-]\d{1,2}日?(?:\s+第\s*\d+\s*版)?$/
/** Who wrote a message, and the minute, above it, as programs export a talk; or the minute alone. */
const STAMP = /^(?:\S{1,16}\s+)?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?$/
/** When a talk was recorded, and how long it took: 2024年3月9日 上午 9:30|18分钟 25秒. */
const RECORDED = new RegExp([
  String.raw`^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? (?:(?:星期|周)[一二三四五六日天] ?)?(?:(?:[上下]午|[早晚]上) ?)?\d{1,2}:\d{2}`,
  '(?: ?[|｜·][^，。]{1,20})?$',
].join(''))
/** A document's class, urgency or number (GB/T 9704—2012, 7.2.2 to 7.2.5): 渡政发〔2024〕5号. */
const DOCUMENT_MARK = /^(?:特急|加急|绝密|机密|秘密)(?:★.*)?$|[〔[（(]\d{4}[〕\]）)]\s*(?:第\s*)?\d+\s*号/
/** A quotation, and below it whose words they are. */
const QUOTED = /[”"」』]$/
const ATTRIBUTED = /^[—–]+\s*[\p{Lu}\p{Script=Han}]/u
/** A subtitle, below the title: ——二论学习教育. */
const SUBTITLE = /^(?:—{2}|⸺)\s*[\p{L}\p{N}《“][^，。；！？]*$/u
/** Whom a newspaper has write, on a line of its own. */
const STAFF = /^(?:本报|本刊|新华社)\S{0,8}(?:评论员|记者|编辑部)(?:[ \u3000]\S{2,12})?$/
/** A thing, dots up to its measure or its page: 冰糖……30克. */
const LEADER = /^[^…，。；：]{1,20}(?:…{1,12}|\.{3,60}|·{3,60})\s*[^…。；]{1,20}$/
/** A line of an address or a list in English: no name of a writer's, over a day, and no middle of a sentence. */
const LIST_LINE = new RegExp([
  String.raw`^(?!By\s)[\p{Lu}\d]`,
  String.raw`(?!.*(?:\b(?:a|an|the|of|and|or|to|for|in|on|at|by|with|from|is|are|was|as|that)|[,&–—-])$)`,
  String.raw`\P{Script=Han}*$`,
].join(''), 'u')
const WORDS = /[\p{L}\p{N}]/u
/** Marks after which a sentence goes on. */
const GOES_ON = /[，、,（(《“‘—–-]$/

/**
 * Sees how a text's lines are broken.
 *
 * @param lines all of its lines
 * @returns what the end of each is judged by
 */
export function settingOf(lines: readonly Line[]): Setting {
  const filled = lines.filter(line => !line.blank)
  const heads = new Map<string, number>()
  for (const { words } of filled) {
    const head = headOf(words)
    if (head !== undefined)
      heads.set(head, (heads.get(head) ?? 0) + 1)
  }
  const pairs = lines.slice(1)
    .flatMap((next, index) => next.blank || lines[index]!.blank ? [] : [[lines[index]!, next] as const])
  const indented = filled.filter(line => line.indented).length
  const indents = indented > 1 && pairs.some(([line, next]) => line.indented !== next.indented)
  const blanks = lines.slice(1, -1).some((line, index) => line.blank && !lines[index]!.blank)
  const measure = measureOf(filled, pairs)
  const ended = filled.filter(line => line.ended).map(({ width }) => width)
  const paragraph = measure === undefined && ended.length > 0 ? Math.max(...ended) : undefined
  return {
    ...(measure !== undefined && { measure }),
    ...(paragraph !== undefined && { paragraph }),
    indents,
    blanks,
    heads,
  }
}

/** The width of the lines that end in the middle of a sentence: nearly the widest of them. */
function measureOf(filled: readonly Line[], pairs: readonly (readonly [Line, Line])[]): number | undefined {
  const isOpen = ({ ended, words }: Line): boolean => !ended && headOf(words) === undefined && !isKey(words)
  const open = pairs.filter(([, next]) => headOf(next.words) === undefined).map(([line]) => line).filter(isOpen)
  const widths = open.map(({ width }) => width).sort((one, other) => other - one)
  const measure = widths[Math.floor(widths.length / 10)]
  if (measure === undefined || measure < MEASURES.shortest || measure > MEASURES.longest)
    return undefined
  const wider = filled.filter(({ width }) => width > measure * 1.15).length
  const full = widths.filter(width => width >= measure * FULL).length
  return wider > filled.length * MOST_WIDER || wider > full ? undefined : measure
}

/**
 * Judges the end of a line that another follows without a blank line between: by its length against the text's measure,
 * its end mark, and how the next begins.
 *
 * @param line a line
 * @param next the line below it
 * @param setting how the text's lines are broken
 */
export function judge(line: Line, next: Line, setting: Setting): Judgement {
  const { words, ended } = line
  const isFull = fills(line, setting)
  if (next.goesOn)
    return { hard: false }
  // Rules and ornaments stay where they stand.
  if (!WORDS.test(words) || !WORDS.test(next.words))
    return { hard: false }
  const [head, nextHead] = [headOf(words), headOf(next.words)]
  const isHead = nextHead !== undefined && (!isFull || ended || setting.heads.get(nextHead)! > 1)
  if (isHead || (setting.indents && next.indented))
    return { hard: true }
  if ([MASTHEAD, STAMP, STAFF, RECORDED].some(form => form.test(words) || form.test(next.words)))
    return { hard: true }
  if ((SUBTITLE.test(next.words) && !isFull && !ended && !QUOTED.test(words)) || isBelowSubtitle(line, next))
    return { hard: true }
  const isSignature = DATE_LINE.test(next.words) || (NAME_LINE.test(next.words) && !isFull)
  if (isSignature || DOCUMENT_MARK.test(next.words) || DOCUMENT_MARK.test(words))
    return { hard: true }
  const goesOn = GOES_ON.test(words) || (QUOTED.test(words) && ATTRIBUTED.test(next.words))
  if (isKey(next.words) && (isKey(words) || !isFull))
    return { hard: true }
  if ((LEADER.test(words) && LEADER.test(next.words)) || areListed(line, next, setting))
    return { hard: true }
  const areCredits = [words, next.words].some(line => namesAuthors(line) || isAffiliation(line))
  if (areCredits || ORDER_LINE.test(words) || (!isFull && isSpacedKey(words) && isSpacedKey(next.words)))
    return { hard: true }
  if (ended && !goesOn)
    return judgeEnded(next, isFull, setting)
  if (isFull || goesOn)
    return { hard: false, ...(!isFull && setting.measure !== undefined && { doubtful: true as const }) }
  // What is left is a short line without a mark at its end, or with ；.
  const isShort = setting.measure !== undefined || !setting.blanks || setting.indents
  const areShort = Math.max(line.width, next.width) < SHORTEST_LINE && !next.ended
  if (head !== undefined || isKey(words) || isShort || areShort || /[；;]$/.test(words))
    return { hard: true }
  const isHeading = line.width <= LONGEST_HEADING && next.ended && next.width > line.width
  return { hard: isHeading, ...(!isHeading && next.ended && { doubtful: true as const }) }
}

/** Whether two lines are each less than the text's sentences take, and none of them ends as these do. */
function areListed(line: Line, next: Line, { paragraph = 0 }: Setting): boolean {
  const isListed = ({ words, width, ended }: Line): boolean =>
    !ended && width * MUCH_SHORTER < paragraph && LIST_LINE.test(words)
  return isListed(line) && isListed(next)
}

/** A line on which a sentence would go on is not so much shorter than the others. */
const MUCH_SHORTER = 1.4

/** Below a subtitle stands, on a short line, who wrote it. */
function isBelowSubtitle({ words }: Line, next: Line): boolean {
  return SUBTITLE.test(words) && next.width <= LONGEST_HEADING && !next.ended
}

/** A sentence that ends with its line ends a paragraph, unless the line is full. */
function judgeEnded(next: Line, isFull: boolean, setting: Setting): Judgement {
  if (!isFull)
    return { hard: true }
  if (setting.indents)
    return { hard: !next.ended && !fills(next, setting) }
  // Where blank lines part the text, it goes on.
  return { hard: false, ...(!setting.blanks && { doubtful: true as const }) }
}

function fills({ width, words, ended }: Line, { measure }: Setting): boolean {
  if (measure === undefined)
    return false
  return width >= (ended && /\p{Script=Han}/u.test(words) ? measure - LACKS : measure * FULL)
}
