import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import type { TalkKey } from './talk.ts'
import type { TalkLine } from './types.ts'
import { isSpacedKey } from '../article/text/lines.ts'
import { widthInEm } from '../language/measure.ts'
import { placeOf } from './draft.ts'
import { isTalkWords } from './talk.ts'
import { readLine, role, TELLS } from './title-lines.ts'

/** What stands before a colon below a title: the whole list, nothing else is read so. */
const KEYS: Readonly<Record<TalkKey, string>> = {
  speaker: '(?:主[讲講]|[报報]告|[汇匯][报報]|宣[讲講]|演[讲講])人|主[ \\u3000]*[讲講]|speaker|presenter',
  organization: '(?:所在|工作)?单[ \\u3000]*位|(?:所在|工作)?單[ \\u3000]*位|organi[sz]ation|affiliation|unit',
  date: '日[ \\u3000]*期|时[ \\u3000]*间|時[ \\u3000]*間|date',
}
const ANY_TALK_KEY = Object.entries(KEYS).map(([key, words]) => `(?<${key}>${words})`).join('|')
const KEY = new RegExp(`(?<=^|\\s)(?:${ANY_TALK_KEY})[ \\u3000]*[:：]\\s*`, 'giu')
/** A line of any key and a value, as minutes of a meeting have them. */
const ANY_KEY = /^[\p{Script=Han} \u3000]{2,8}[:：][ \u3000]*\S|^\p{Lu}[\p{L} ]{1,20}: *\S/u

/**
 * Whether a block is a key and its value: 地点：候船屋.
 *
 * @param draft a block
 */
export function isKeyLine(draft: Draft): boolean {
  return draft.node.type === 'paragraph' && ANY_KEY.test(draft.text)
}

/**
 * Whether a block may be a line of a form, beside others that are: a key and its value, with or without a colon.
 *
 * @param draft a block
 */
export function isFormLine(draft: Draft): boolean {
  return isKeyLine(draft) || (draft.node.type === 'paragraph' && isSpacedKey(draft.text))
}

const SPEAKER = new RegExp(`^(?:${KEYS.speaker})[ \\u3000]*[:：]`, 'iu')
/** A place, a host: no longer than a line of a cover. In em. */
const LONGEST_KEY_LINE = 40
/** A cover has no more such lines. */
const MOST_KEY_LINES = 12

/**
 * Reads a line below a title that says something else of a talk, below the line that says whose it is: 地点：… below 主讲：….
 *
 * @param drafts the blocks below the title
 * @param index which of them
 * @returns the byline, of a key with a value that is no sentence, in a list of such lines that names the speaker above
 */
export function readFurtherKey(drafts: Draft[], index: number): RootContent | undefined {
  const draft = drafts[index]!
  const { text } = draft
  const above = drafts.slice(0, Math.min(index, MOST_KEY_LINES))
  const isShort = isKeyLine(draft) && widthInEm(text) <= LONGEST_KEY_LINE && !TELLS.test(text)
  const key = /^[^:：]+[:：]/.exec(text)?.[0] ?? text
  const comesAgain = drafts.slice(index + 1, index + 40).some(other => other.text.startsWith(key))
  const areKeys = index < MOST_KEY_LINES && above.every(line => ANY_KEY.test(line.text))
  const isListed = areKeys && above.some(line => SPEAKER.test(line.text))
  return isShort && !comesAgain && isListed ? role(draft, 'byline', 0, text.length) : undefined
}

const NUMERAL = '[〇○零一二三四五六七八九十廿]'
/** A day, a month, a day of the week or an hour: no span of time (60分钟) and no talk of it. */
const WHEN = new RegExp([
  String.raw`\d{4}\s*[年./-]|\d{1,2}\s*月|\d{1,2}[日号號]|\d{1,2}[:：]\d{2}`,
  `${NUMERAL}{4}年|${NUMERAL}{1,3}月|(?:星期|[周週])[一二三四五六日天]`,
  String.raw`\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b`,
  String.raw`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`,
].join('|'), 'u')

/**
 * Reads lines directly below a title that say whose talk it is: 主讲人：… 单位：… 时间：…, one or several on a line. 单位 and its
 * like are such only beside a speaker, and in a list with other keys (地点：…, 主持人：…) all is text, unless it begins with
 * one.
 *
 * @param drafts the blocks below a title
 * @param end how many of them may be such lines
 * @returns which of the blocks are such lines, and what they say
 */
export function findTalkLines(drafts: Draft[], end: number): Map<number, TalkLine[]> {
  const found = new Map<number, TalkLine[]>()
  const keys = new Set<TalkKey>()
  let stop: Draft | undefined
  for (const [index, draft] of drafts.slice(0, end).entries()) {
    const lines = readTalkLines(draft)
    const next = drafts.slice(index + 1, index + 40)
    const isOwn = lines && lines.every(({ key }) => !keys.has(key)) && !comeAgain(lines, next)
    if (!isOwn && !readLine(draft, next) && !readFurtherKey(drafts, index)) {
      stop = draft
      break
    }
    if (isOwn) {
      found.set(index, lines)
      lines.forEach(({ key }) => keys.add(key))
    }
  }
  stop ??= drafts[end]
  const isList = stop?.node.type === 'paragraph' && ANY_KEY.test(stop.text)
  return keys.has('speaker') || (!keys.has('organization') && !isList) ? found : new Map<number, TalkLine[]>()
}

/** Whether the key of a line opens a block below it. */
function comeAgain(lines: TalkLine[], drafts: Draft[]): boolean {
  const keys = lines.map(({ written, value }) => written.slice(0, -value.length).trim())
  return drafts.some(({ text }) => keys.some(key => text.startsWith(key)))
}

/** What a block says of the talk; nothing where any line of it says something else. */
function readTalkLines(draft: Draft): TalkLine[] | undefined {
  if (draft.node.type !== 'paragraph' || draft.node.data?.role)
    return undefined
  const found: TalkLine[] = []
  const lines = draft.raw(0, draft.text.length).value.split(/[\r\n\u2028\u2029\v]+/).map(line => line.trim())
  for (const line of lines.filter(line => line !== '')) {
    const entries = readEntries(line, draft)
    if (!entries || entries.some(({ key }) => found.some(other => other.key === key)))
      return undefined
    found.push(...entries)
  }
  return found.length > 0 ? found : undefined
}

function readEntries(line: string, draft: Draft): TalkLine[] | undefined {
  const matches = Array.from(line.matchAll(KEY))
  if (matches[0]?.index !== 0)
    return undefined
  const entries = matches.map((match, index): TalkLine => {
    const written = line.slice(match.index, matches[index + 1]?.index).trim()
    const key = (Object.keys(KEYS) as TalkKey[]).find(name => match.groups![name] !== undefined)!
    const at = draft.text.indexOf(written)
    const position = at < 0 ? undefined : draft.slice(at, at + written.length).position
    const value = written.slice(match[0].trimEnd().length).trim()
    return { key, value, written, position: position ?? placeOf(draft.node) }
  })
  return entries.every(isEntry) && new Set(entries.map(({ key }) => key)).size === entries.length ? entries : undefined
}

/** A value is a name or a date, no sentence, and no key and value of its own. */
function isEntry({ key, value }: TalkLine): boolean {
  const hasKey = /(?<!\d)[:：]|[:：](?!\d)/.test(value)
  return isTalkWords(value) && !TELLS.test(value) && !hasKey && (key !== 'date' || WHEN.test(value))
}

/**
 * A block of the title block that says whose talk it is.
 *
 * @param draft the block
 * @param lines what it says
 * @returns a paragraph with the talk's role
 */
export function talkNode(draft: Draft, lines: TalkLine[]): RootContent {
  return { ...draft.node, data: { role: 'talk', talk: lines } } as RootContent
}
