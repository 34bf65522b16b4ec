import type { Heading, RootContent } from 'mdast'
import type { Places } from '../article/places.ts'
import type { Draft } from './draft.ts'
import type { TitleBlock } from './types.ts'
import { positionOf } from '../article/places.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { bracketedIn } from './bracketed.ts'
import { paragraphOf, spokenFrom, toDrafts } from './draft.ts'
import { hasPlaces, readPerson } from './latin-names.ts'
import { findAddresses, findLetterHead } from './letter-head.ts'
import { isAboveTitle } from './line-above.ts'
import { readLineBetween } from './line-between.ts'
import { readNumber } from './numbering.ts'
import { findOfficialTitle } from './official.ts'
import { findSubtitle } from './subtitle.ts'
import { findTalkLines, readFurtherKey, talkNode } from './talk-lines.ts'
import { findBoldKeys } from './title-keys.ts'
import { COLUMN, isColumnName, isCreditLine, LONGEST_LINE_EM, LONGEST_TITLE_EM, readLine, role } from './title-lines.ts'

/**
 * Finds the title of an unmarked article: a first block that is short and no sentence; above and below it subtitle and
 * byline.
 *
 * @param drafts the article's blocks
 * @param place the article's places
 * @returns the title block, empty where the article begins with its text
 */
export function findTitleBlock(drafts: Draft[], place: Places): TitleBlock {
  const official = findOfficialTitle(drafts)
  if (official) {
    const below = findBelowTitle(drafts.slice(official.length))
    return { nodes: [...official.nodes, ...below.nodes], length: official.length + below.length }
  }
  const letter = findLetterHead(drafts)
  if (letter)
    return letter
  // Who writes, or when, may stand above the title.
  const above = findAboveTitle(drafts, place)
  const [block, second] = drafts.slice(above.length)
  if (!block || !second || !/^(?:paragraph|heading)$/.test(block.node.type))
    return { nodes: [], length: 0 }
  const [first, ...lines] = titleLines(block, place)
  if (!isTitle(first, second, isLoneChapter(first, drafts)))
    return { nodes: [], length: 0 }
  const below = findBelowTitle(drafts.slice(above.length + 1))
  return {
    nodes: [...splitTitle(first), ...above.nodes, ...readLines(lines, lines.length), ...below.nodes],
    length: above.length + 1 + below.length,
  }
}

/** A newspaper's name and date, or its kind of article, over a title: only what is plainly no title itself. */
function findAboveTitle(drafts: Draft[], place: Places): TitleBlock {
  const own = isEyebrow(drafts, place) || isBareEyebrow(drafts, place) || isAboveTitle(drafts) ? 1 : 0
  const end = drafts.findIndex(({ text }, index) => index >= own && !isCreditLine(text))
  const toLine = (draft: Draft, index: number): RootContent | undefined =>
    index < own && !COLUMN.test(draft.text) ? role(draft, 'subtitle', 0, draft.text.length) : readLine(draft)
  const nodes = drafts.slice(0, Math.max(0, end)).map(toLine)
  return nodes.every(node => node !== undefined) ? { nodes, length: nodes.length } : { nodes: [], length: 0 }
}

/**
 * Whether a column's name, 【理论学习】, stands over the title: nothing below stands in such brackets, and the next block is
 * a title by what follows it, lines that say who wrote it or numbered parts.
 */
function isEyebrow([column, title, ...rest]: Draft[], place: Places): boolean {
  const isOne = column !== undefined && COLUMN.test(column.text) && !rest.some(({ text }) => COLUMN.test(text))
  if (!isOne || !title || !rest[0] || title.node.type !== 'paragraph' || readLine(title))
    return false
  const [first, ...lines] = titleLines(title, place)
  const isNamed = lines.length > 0 || findBelowTitle(rest).length > 0
  return isTitle(first, rest[0], false) && (isNamed || rest.some(({ text }) => readNumber(text)?.value === 1))
}

/** Whether a column's name without brackets stands over a longer title, and who wrote it stands right below that. */
function isBareEyebrow([column, title, ...rest]: Draft[], place: Places): boolean {
  if (!column || !title || !rest[0] || column.node.type !== 'paragraph' || title.node.type !== 'paragraph')
    return false
  const isAbove = isColumnName(column.text) && !isColumnName(title.text) && !readLine(title)
  const [first] = titleLines(title, place)
  const below = findBelowTitle(rest).nodes.some(node => node.type === 'paragraph' && node.data?.role === 'byline')
  return isAbove && widthInEm(title.text) > widthInEm(column.text) && isTitle(first, rest[0], false) && below
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
  const areRead = below.length > 0 && readLines(below, below.length).length === below.length
  return first && areRead ? [first, ...below] : [block]
}

/**
 * Finds subtitle and byline in the lines after a title.
 *
 * @param drafts the blocks after the title
 * @returns paragraphs with a role, and how many blocks they took
 */
export function findBelowTitle(drafts: Draft[]): TitleBlock {
  const keys = findBoldKeys(drafts)
  if (keys.length > 0 && findTalk(drafts).length === 0)
    return keys
  const name = readPerson(drafts)
  const rest = drafts.slice(name ? 1 : 0)
  const below = name && !hasPlaces(drafts[0]!) ? findTalk(rest).nodes : readLines(rest, rest.length - 1)
  const own = [...name ? [name] : [], ...below]
  const letter = findAddresses(drafts.slice(own.length))
  return { nodes: [...own, ...letter.nodes], length: own.length + letter.length }
}

/**
 * Finds what says whose talk it is in the lines below a title that the frontmatter has.
 *
 * @param drafts the article's blocks
 * @returns paragraphs with the talk's role, and how many blocks they took
 */
export function findTalk(drafts: Draft[]): TitleBlock {
  const talk = findTalkLines(drafts, drafts.length - 1)
  const end = drafts.findIndex((_, index) => !talk.has(index))
  const nodes = drafts.slice(0, Math.max(0, end)).map((draft, index) => talkNode(draft, talk.get(index)!))
  return { nodes, length: nodes.length }
}

/**
 * Reads lines of a title block until one is text.
 *
 * @param drafts the lines, and the blocks after them
 * @param end how many may be such lines; the last block of an article is text, whatever it looks like
 * @returns a paragraph with a role for each
 */
export function readLines(drafts: Draft[], end: number): RootContent[] {
  const talk = findTalkLines(drafts, end)
  const headings = bracketedIn(drafts)
  const nodes: RootContent[] = []
  for (const [index, draft] of drafts.slice(0, Math.max(0, end)).entries()) {
    const lines = talk.get(index)
    const others = drafts.slice(index + 1, index + 40)
    const own = lines ? talkNode(draft, lines) : readLine(draft, others)
    const found = own ?? (index === 0 ? readLineBetween(drafts) : undefined) ?? readFurtherKey(drafts, index)
    if (!found || headings.has(draft))
      break
    nodes.push(found)
  }
  return nodes
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
  const found = findSubtitle(text)
  const isBoth = found && hasWords(text.slice(0, found.start)) && hasWords(text.slice(found.start, found.end))
  const subtitle = isBoth ? found : undefined
  const end = subtitle ? text.slice(0, subtitle.start).replace(BEFORE_SUBTITLE, '').length : text.length
  const title = draft.slice(0, end)
  const children = title.data?.phrasing ?? [title]
  const heading: Heading = { ...depth1, type: 'heading', depth: 1, children, position: title.position! }
  return subtitle ? [heading, role(draft, 'subtitle', subtitle.start, subtitle.end)] : [heading]
}

const BEFORE_SUBTITLE = /[\s—⸺-]*[（(【〔[]?$/

/** 第三讲　怎样读一本书 is the title of a text in which nothing else is numbered so. */
function isLoneChapter(first: Draft, drafts: Draft[]): boolean {
  const number = readNumber(first.text)
  if (!number || !/^第./.test(number.family) || number.family === '第条' || !hasWords(first.text.slice(number.length)))
    return false
  return drafts.filter(({ text }) => readNumber(text)?.family === number.family).length === 1
}

function isTitle(first: Draft, second: Draft, isLone: boolean): boolean {
  const width = widthInEm(first.text)
  if (!hasWords(first.text) || width > LONGEST_TITLE_EM || (!isLone && readNumber(first.text)))
    return false
  if (/[。．｡；，、：;,:]$/.test(first.text) || spokenFrom(first.text) > 0)
    return false
  // A question may be a title, where a paragraph follows.
  if (/[！？!?]$/.test(first.text))
    return width <= LONGEST_LINE_EM && width < widthInEm(second.text) && !/[\r\n]/.test(first.text)
  const beforeBracket = first.text.slice(0, -1).replace(/[（(【].*$/, '')
  return !/[a-z\p{Script=Han}]\.$/u.test(first.text) && !/[。！？]/.test(beforeBracket)
}
