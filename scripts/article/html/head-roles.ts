import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { elements, isData } from './furniture.ts'
import { piecesOf } from './line-pieces.ts'
import { namePattern, namesOf } from './names.ts'

/** What a line between a title and its text may be. */
export type HeadRole = 'subtitle' | 'byline'

/** Names that pages give to the line of author, date and source. */
const CREDIT_NAMES = namePattern(
  'author\\w*', 'by-?lines?', 'writer', 'reporter', 'source', 'origin',
  'pub\\w*', 'posted', 'dates?', 'time', 'datetime', 'meta\\w*', 'info',
)
const SUBTITLE_NAMES = namePattern(
  'sub-?(?:title|head\\w*)?', 'alternative-headline', 'dek', 'deck', 'standfirst', 'strap-?line', 'tagline', 'summary',
)
const CREDIT_WORDS = /(?:来源|作者|编辑|发布(?:时间|日期)|信息时间)\s*[:：]|^(?:posted|published|written|created) /i
/** A line with a date and no more characters beside it says when the article was written. */
const LONGEST_DATED = 40
const LONGEST_STANDFIRST = 240
/** Two lines of a slide. A longer line is text. */
const LONGEST_LINE = 90
const SENTENCE = /[。！？；]|(?<!\b[ap]\.m)[.!?…](?:\s+\p{Lu}|$)/u
/** The beginning of a line that names the reporter: 本报记者　林砚秋. */
const REPORTED = /^(?:本报|本刊|新华社|\p{Script=Han}{2,8})?(?:记者|通讯员|评论员)[\s:：]/u
/** A line with a key, 时间：2024年3月1日, may be about a talk: the outline decides. */
const KEYED = /^\p{L}[\p{L} \u3000]{0,20}[：:]/u
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?`
const DAY = new RegExp([
  String.raw`\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日`,
  String.raw`\b\d{4}([-./])\d{1,2}\1\d{1,2}\b`,
  String.raw`\b${MONTH}\s\d{1,2},\s\d{4}\b|\b\d{1,2}\s${MONTH}\s\d{4}\b`,
].join('|'))
const WORD = /[\p{L}\p{N}]/u
/** Elements that may be a line. */
const LINE_BLOCKS = new Set([
  'p', 'div', 'section', 'header', 'span', 'ul', 'ol', 'address', 'time', 'a', 'small', 'em', 'i', 'b', 'strong',
  'dl', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
])
const FRAMES = new Set(['div', 'section', 'header', 'article', 'main', 'center', 'hgroup'])

/**
 * Whether an element may hold several lines.
 *
 * @param element any element
 */
export function isFrame({ tagName }: Element): boolean {
  return FRAMES.has(tagName)
}

/**
 * Whether an element is a line: short, without a sentence, with no picture, no second paragraph, and no heading below
 * its beginning.
 *
 * @param element any element
 */
export function isLine(element: Element): boolean {
  const pieces = piecesOf(element)
  const isShort = pieces.join('').length <= LONGEST_LINE && !pieces.some(piece => SENTENCE.test(piece))
  if (!LINE_BLOCKS.has(element.tagName) || !isShort || hasMedia(element))
    return false
  const inner = elements(element, one => one !== element)
  const hasSubtitle = inner.some(one => isFrame(one) && SUBTITLE_NAMES.test(namesOf(one)))
  const paragraphs = inner.filter(({ tagName }) => tagName === 'p')
  const [heading] = elements(element, isHeading)
  return !hasSubtitle && paragraphs.length < 2 && (heading === undefined || heading === element)
}

/**
 * Whether an element is a sentence that the page sets between the title and its author. It is text, and more lines
 * follow it.
 *
 * @param element any element
 */
export function isStandfirst(element: Element): boolean {
  const words = toString(element).trim()
  const isNamed = LINE_BLOCKS.has(element.tagName) && SUBTITLE_NAMES.test(namesOf(element))
  return isNamed && SENTENCE.test(words) && words.length <= LONGEST_STANDFIRST && !hasMedia(element)
}

/**
 * Whether an element is a line of author, date or source.
 *
 * @param element any element
 */
export function isCredit(element: Element): boolean {
  return hasWords(element) && !isHeading(element) && isLine(element) && roleOf(element, undefined) === 'byline'
}

/**
 * Whether an element is the author's name, set below the title by `ownBody`.
 *
 * @param element any element
 */
export function isByline({ properties }: Element): boolean {
  return [properties.className].flat().includes('lectern-byline')
}

/**
 * What a line below a title is. A heading right above a byline is a subtitle.
 *
 * @param line the line
 * @param next the line after it
 * @returns nothing for a line of the text
 */
export function roleOf(line: Element, next: Element | undefined): HeadRole | undefined {
  if (isByline(line))
    return 'byline'
  if (SUBTITLE_NAMES.test(namesOf(line)))
    return 'subtitle'
  if (isHeading(line)) {
    const isAboveByline = next && !isHeading(next) && roleOf(next, undefined) === 'byline'
    return isAboveByline ? 'subtitle' : undefined
  }
  return saysWhoOrWhen(line) ? 'byline' : undefined
}

/** Whether a line says by its words, its names or its elements who wrote the article, or when. */
function saysWhoOrWhen(line: Element): boolean {
  const words = toString(line).trim()
  if (REPORTED.test(words) || isDated(words) || CREDIT_WORDS.test(toString(line)))
    return true
  const all = elements(line, () => true)
  return CREDIT_NAMES.test(all.map(namesOf).join(' ')) || all.some(isCreditElement)
}

function isDated(words: string): boolean {
  const others = words.replace(DAY, '')
  const isDay = others !== words && others.length <= LONGEST_DATED && !/[，,]/.test(others)
  return isDay && !KEYED.test(words)
}

function isCreditElement({ tagName, properties }: Element): boolean {
  return tagName === 'time' || tagName === 'address' || [properties.rel].flat().includes('author')
}

/**
 * Whether an element is a heading.
 *
 * @param element any element
 */
export function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName)
}

/**
 * Whether an element has nothing to read or to see.
 *
 * @param element any element
 */
export function isEmpty(element: Element): boolean {
  return !hasWords(element) && !hasMedia(element)
}

function hasWords(element: Element): boolean {
  return WORD.test(toString(element))
}

function hasMedia(element: Element): boolean {
  return isData(element)
    || elements(element, ({ tagName }) => /^(?:img|picture|table|pre|blockquote)$/.test(tagName)).length > 0
}
