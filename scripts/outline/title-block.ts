import type { Heading, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import type { Draft } from './draft.ts'
import type { Doubt } from './types.ts'
import { positionOf } from '../article/places.ts'
import { widthInEm } from '../language/measure.ts'
import { paragraphOf, placeOf, toDrafts } from './draft.ts'
import { readNumber } from './numbering.ts'

/** A title is longer than this only by mistake: two full lines of a page. */
const LONGEST_TITLE_EM = 60
const LONGEST_LINE_EM = 45

/** What stands above the article's text. */
export interface TitleBlock {
  /** A heading of depth 1, and paragraphs with a role. */
  nodes: RootContent[]
  /** How many blocks it took. */
  length: number
}

/**
 * Finds the title of an unmarked article: a first block that is short and no sentence; above and below it subtitle and byline.
 *
 * @param drafts the article's blocks
 * @param place the article's places
 * @returns the title block, empty where the article begins with its text
 */
export function findTitleBlock(drafts: Draft[], place: Places): TitleBlock {
  // Who writes, or when, may stand above the title.
  const above = findAboveTitle(drafts)
  const [block, second] = drafts.slice(above.length)
  if (!block || !second)
    return { nodes: [], length: 0 }
  const [first, ...lines] = titleLines(block, place)
  if (!isTitle(first, second))
    return { nodes: [], length: 0 }
  const below = findBelowTitle(drafts.slice(above.length + 1))
  return { nodes: [...splitTitle(first), ...above.nodes, ...lines.map(line => readLine(line)!), ...below.nodes], length: above.length + 1 + below.length }
}

/** A newspaper's name and date, or its kind of article, over a title: only what is plainly no title itself. */
function findAboveTitle(drafts: Draft[]): TitleBlock {
  const end = drafts.findIndex(({ text }) => !(CREDIT.test(text) || DATED.test(text)))
  const nodes = drafts.slice(0, Math.max(0, end)).map(draft => readLine(draft))
  return nodes.every(node => node !== undefined) ? { nodes, length: nodes.length } : { nodes: [], length: 0 }
}

/** The first block in lines, where those below the first are subtitle or byline; else all of it is the title. */
function titleLines(block: Draft, place: Places): [Draft, ...Draft[]] {
  if (block.node.type !== 'paragraph' || block.node.children.length !== 1)
    return [block]
  const text = block.raw(0, block.text.length)
  const start = text.position!.start.offset!
  const lines = Array.from(text.value.matchAll(/[^\r\n]+/g), ({ 0: value, index }) => paragraphOf({
    type: 'text',
    value,
    position: positionOf(start + index, start + index + value.length, place),
  }))
  const [first, ...below] = toDrafts(lines, place)
  return first && below.length > 0 && below.every(line => readLine(line)) ? [first, ...below] : [block]
}

/**
 * Finds subtitle and byline in the lines after a title.
 *
 * @param drafts the blocks after the title
 * @returns paragraphs with a role, and how many blocks they took
 */
export function findBelowTitle(drafts: Draft[]): TitleBlock {
  const nodes: RootContent[] = []
  let length = 0
  const name = readPerson(drafts)
  if (name)
    return { nodes: [name], length: 1 }
  // The last block is text, whatever it looks like.
  for (const [index, draft] of drafts.slice(0, -1).entries()) {
    const found = readLine(draft, drafts.slice(index + 1, index + 40))
    if (!found)
      break
    nodes.push(found)
    length++
  }
  return { nodes, length }
}

const PERSON = /^(?:\p{Lu}[\p{L}'’-]*\.?\s+){1,3}\p{Lu}[\p{L}'’-]+$/u
const NO_PERSON = /\b(?:The|An?|Of|And|In|On|For|To|How|Why|What|When|My|Our|Its?)\b/i

/** A name in Latin letters on a line of its own, in an article whose headings look otherwise: Helen Marsh Adeyemi. */
function readPerson(drafts: Draft[]): RootContent | undefined {
  const [first, ...others] = drafts
  // The last block is text, whatever it looks like.
  if (!first || others.length === 0 || first.node.type !== 'paragraph' || readNumber(first.text) || !PERSON.test(first.text) || NO_PERSON.test(first.text) || widthInEm(first.text) > LONGEST_LINE_EM / 2)
    return undefined
  const alike = others.some(({ node, text }) => node.type === 'heading' || (widthInEm(text) < LONGEST_LINE_EM && /^\p{Lu}.*[\p{L}\d]$/u.test(text) && !readNumber(text)))
  return alike ? undefined : doubtful(role(first, 'byline', 0, first.text.length))
}

/**
 * Finds a byline below the article: a last block that stands in brackets.
 *
 * @param draft the article's last block
 * @returns a paragraph with the byline's role, or nothing
 */
export function findLastByline(draft: Draft): RootContent | undefined {
  const match = /^[（(]((?:作者|本文|执笔|记者|责任编辑|The author|The writer)[^（(）)，。！？；]*)[）)][。.]?$/.exec(draft.text)
  return match && !/[了着过]/.test(match[1]!) && widthInEm(draft.text) <= LONGEST_TITLE_EM ? role(draft, 'byline', 1, 1 + match[1]!.length) : undefined
}

/**
 * Splits a title's line: a subtitle follows —— or stands in brackets at the end.
 *
 * @param draft the title's block
 * @param depth1 the heading node, where the article has one already
 * @returns the heading, and the subtitle where there is one
 */
export function splitTitle(draft: Draft, depth1?: Heading): RootContent[] {
  const { text } = draft
  const subtitle = findSubtitle(text)
  const title = draft.slice(0, subtitle ? text.slice(0, subtitle.start).replace(BEFORE_SUBTITLE, '').length : text.length)
  const heading: Heading = { ...depth1, type: 'heading', depth: 1, children: [title], position: title.position! }
  return subtitle ? [heading, role(draft, 'subtitle', subtitle.start, subtitle.end)] : [heading]
}

const BEFORE_SUBTITLE = /[\s—⸺-]*[（(【〔[]?$/

/** The place of a subtitle in a title's line: after ——, or in brackets at the end. */
function findSubtitle(text: string): { start: number, end: number } | undefined {
  const dash = /—{2,}|-{2,}|⸺/.exec(text)
  if (dash && dash.index > 0) {
    const start = dash.index + dash[0].length + text.slice(dash.index + dash[0].length).search(/\S|$/)
    return start < text.length ? { start, end: text.replace(/[\s—]+$/, '').length } : undefined
  }
  const open = text.search(/[（(【〔[]/)
  const bracketed = open > 0 && /^[（(【〔[][^（()）【】]+[）)】〕\]]$/.test(text.slice(open))
  return bracketed ? { start: open + 1, end: text.length - 1 } : undefined
}

/**
 * How sure it is that a title is one.
 *
 * @param heading the title's node
 * @param next the block after it
 * @returns a doubt for a title that could be a sentence, or nothing
 */
export function doubtTitle(heading: Heading, next: Draft | undefined): Doubt | undefined {
  if (next && widthInEm(next.text) > LONGEST_LINE_EM)
    return undefined
  return { position: heading.position!, confidence: 0.7, reason: 'The first line is taken for the title, though what follows it is short too' }
}

function isTitle(first: Draft, second: Draft): boolean {
  const width = widthInEm(first.text)
  if (width > LONGEST_TITLE_EM || readNumber(first.text) || /[。；，、：;,:]$/.test(first.text))
    return false
  // A question may be a title, where a paragraph follows.
  if (/[！？!?]$/.test(first.text))
    return width <= LONGEST_LINE_EM && width < widthInEm(second.text)
  return !/[a-z]\.$/.test(first.text) && !/[。！？]/.test(first.text.slice(0, -1).replace(/[（(【].*$/, ''))
}

const BRACKETED = /^[（(][^（()）]+[）)]$/
const COLUMN = /^[【〔[][^【】〔〕[\]]+[】〕\]]$/
const DASHED = /^(?:—{2,}|-{2,}|⸺)\s*(?=[\p{L}\p{N}《])/u
/** What names whoever wrote, before a colon or a space. */
const CREDIT = /^(?:作者|文|撰文|执笔|记者|通讯员|本报|本刊|新华社|来源|责编|责任编辑|主讲人?|编者)\s*[:：/／丨|\u3000 ]\s*|^(?:本报|本刊|新华社)\S{0,12}(?:记者|评论员)|评论员$|^(?:author|from|source)\s*:\s*/iu
const BY = /^(?:(?:[Ww]ritten|[Pp]repared|[Ee]dited|[Cc]ompiled|[Rr]eported|[Tt]ranslated)\s+)?[Bb]y\s+(?:the\s+)?(?=\p{Lu})/u
/** A name of two to six characters, and what its owner did. */
const WRITER = /^[\p{Script=Han}·]{2,6}[ \u3000]*(?:[/／][ \u3000]*)?(?:著|编著|[编译]|撰文|撰|口述|整理)$/u
const DAY = String.raw`(?:\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},\s*)?\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?`
/** A date, alone or with the page of a newspaper or a credit; or a line of names that ends with one. */
const DATED = new RegExp(`^${DAY}(?:\\s*(?:星期.|第\\s*\\d+\\s*版|(?:来源|作者|责编)[:：].{1,30}))?$|^[^，。！？；：,.!?;]{2,30}\\s${DAY}(?:\\s*第\\s*\\d+\\s*版)?$`, 'i')
/** The hundred commonest family names (公安部, 二〇二〇年全国姓名报告), in traditional characters too, to tell 张三 李四 from a heading of two characters. */
const NAME = /^[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文楊陳張趙黃吳孫馬羅鄭謝韓馮蕭許鄧葉閻盧蔣賈蘇呂歐龔賴錢湯龍萬][\p{Script=Han}·]{1,2}(?:[ \u3000、，,]+[\p{Script=Han}·]{2,4})*$/u
/** Words of speech and narration: no credit has them. */
const TELLS = /[。！？?；;了着过吗呢吧]|[:：/／丨|\u3000 ]\s*[我您你他她它这那]|按[:：]|，.*，|\p{Script=Han}{6,}，\p{Script=Han}{4,}/u

/**
 * Reads a line of a title block.
 *
 * @param draft a block below or above a title
 * @param others the blocks after it: who speaks there again, 记者：, speaks here too
 * @returns a paragraph with the role of subtitle or byline, or nothing where the line is text
 */
export function readLine(draft: Draft, others: Draft[] = []): RootContent | undefined {
  const { text } = draft
  if (draft.node.type === 'paragraph' && draft.node.data?.role)
    return draft.node
  if (draft.node.type !== 'paragraph' || widthInEm(text) > LONGEST_TITLE_EM || readNumber(text))
    return undefined
  const dashed = DASHED.exec(text)
  if (dashed && dashed[0].length < text.length && !/[。！？!?”"」]$/.test(text))
    return role(draft, 'subtitle', dashed[0].length, text.replace(/(?<![\s—])[\s—]+$/, '').length)
  if (COLUMN.test(text))
    return role(draft, 'subtitle', 1, text.length - 1)
  if (BRACKETED.test(text))
    return role(draft, 'byline', 1, text.length - 1)
  const credit = CREDIT.exec(text)
  const speaker = credit && /[:：]/.test(credit[0]) ? credit[0].trim() : undefined
  if (TELLS.test(text) || (speaker !== undefined && others.some(other => other.text.startsWith(speaker))))
    return undefined
  return credit || BY.test(text) || WRITER.test(text) || DATED.test(text) || NAME.test(text) ? role(draft, 'byline', 0, text.length) : undefined
}

function doubtful(node: RootContent): RootContent {
  node.data = { ...node.data, doubt: { position: placeOf(node), confidence: 0.7, reason: 'The line below the title is taken for a name' } }
  return node
}

function role(draft: Draft, what: 'subtitle' | 'byline', start: number, end: number): RootContent {
  return { ...paragraphOf(draft.slice(start, end)), data: { role: what } }
}
