import type { Root, RootContent } from 'mdast'
import type { Processor } from 'unified'
import type { Wording } from '../messages/model.ts'
import type { Places } from './places.ts'
import type { Bulleted } from './text/bullets.ts'
import type { Block } from './text/group-lines.ts'
import type { Line } from './text/lines.ts'
import { VFile } from 'vfile'
import { stringify } from 'yaml'
import { firstOf, wording } from '../messages/wording.ts'
import { leaveOut } from './left-out.ts'
import { placesOf, positionOf } from './places.ts'
import { settingOf } from './text/breaks.ts'
import { bulletOf, gatherLists } from './text/bullets.ts'
import { withoutControlLines } from './text/control-lines.ts'
import { findFurniture, isOpen } from './text/furniture.ts'
import { groupLines } from './text/group-lines.ts'
import { readBook } from './text/gutenberg.ts'
import { lineAt, splitLines } from './text/lines.ts'
import { quotedBy, readMail } from './text/mail.ts'
import { paragraph, toNodes, trim } from './text/paragraphs.ts'
import { withoutFrame } from './text/rules.ts'
import { readSubtitles } from './text/subtitles.ts'
import { readTranscript } from './text/transcript.ts'
import { warn } from './warn.ts'

/**
 * A unified parser for plain text: paragraphs, verse, tables, and the quotations of mails. Signs of Markdown in it are
 * text. What it brings from where it was copied, page numbers, a mail's head, what a library says of a book, is left
 * out with a message.
 */
export function plainText(this: Processor): void {
  this.parser = (text, file) => fromPlainText(text, file)
}

/** Two ideographic spaces or more: what Chinese pages set before a paragraph (CLREQ 4.1.1, 段首缩进). */
const IDEOGRAPHIC = /\u3000{2,}/g
/** A text whose lines are all shorter has tables in it rather than paragraphs. In em. */
const SHORTEST_ONE_LINE = 60
const RULE = { ruleId: 'not-text' } as const

/**
 * Turns plain text into mdast, by the strongest separator that it uses: two ideographic spaces inside a line, else the
 * ends of its lines, each judged by itself.
 *
 * @param text the article as decoded
 * @param file takes messages
 * @returns a root of paragraphs, tables and quotations with their places; line breaks inside a paragraph are soft and
 *   stay in its text
 */
export function fromPlainText(text: string, file = new VFile({ value: text })): Root {
  const place = placesOf(file)
  const lines = splitLines(text)
  const children = isOneLine(lines) ? partAtSpaces(text, place) : readLines(lines, place, file)
  return { type: 'root', children, position: positionOf(0, text.length, place) }
}

/** Whether two ideographic spaces part paragraphs inside lines. */
function isOneLine(lines: readonly Line[]): boolean {
  const filled = lines.filter(line => !line.blank)
  const inside = filled.reduce((sum, { words }) => sum + (words.match(IDEOGRAPHIC)?.length ?? 0), 0)
  return inside > filled.length - 1 && (filled.length < 4 || filled.some(({ width }) => width > SHORTEST_ONE_LINE))
}

function partAtSpaces(text: string, place: Places): RootContent[] {
  const gaps = Array.from(text.matchAll(IDEOGRAPHIC), ({ index, 0: gap }) => [index, index + gap.length] as const)
  return [...gaps, [text.length, text.length] as const].flatMap(([end], index) => {
    const [from, to] = trim([gaps[index - 1]?.[1] ?? 0, end], text)
    if (to <= from)
      return []
    return [paragraph([{ type: 'text', value: text.slice(from, to), position: positionOf(from, to, place) }])]
  })
}

function readLines(all: readonly Line[], place: Places, file: VFile): RootContent[] {
  const mail = readMail(all, place.source)
  const book = mail ? undefined : readBook(all)
  if (mail) {
    leaveLines(mail.head, wording('left-mail-head'), place, file)
    leaveLines(mail.signature, wording('left-signature'), place, file)
  }
  if (book) {
    leaveLines(book.head, wording('left-gutenberg-head'), place, file)
    leaveLines(book.front, wording('left-gutenberg-front'), place, file)
    leaveLines(book.foot, wording('left-gutenberg-foot'), place, file)
  }
  const meta = mail ? { title: mail.subject, author: mail.from } : { title: book?.title, author: book?.author }
  const known = Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined))
  const hasMeta = Object.keys(known).length > 0
  const head: RootContent[] = hasMeta ? [{ type: 'yaml', value: stringify(known, { lineWidth: 0 }).trimEnd() }] : []
  const own = mail?.lines ?? book?.lines ?? withoutControlLines(withoutTimes(all, place, file), place, file)
  const lines = withoutFurniture(own, place, file).map(line => withoutFrame(line, place.source))
  return [...head, ...mail ? readQuoted(lines, place, file) : readBlocks(lines, place, file)]
}

/** The words of subtitles and of transcripts, without the times; of another text all lines. */
function withoutTimes(all: readonly Line[], place: Places, file: VFile): readonly Line[] {
  const subtitles = readSubtitles(all, place.source)
  const timed = subtitles ?? readTranscript(all, place.source)
  const times = timed?.times ?? []
  const reason = wording(subtitles ? 'left-subtitle' : 'left-spoken-time', { more: times.length - 1 })
  for (const [index, { words, start, end }] of times.entries())
    leaveOut(file, words, reason, index > 0 ? undefined : { ...RULE, place: positionOf(start, end, place) })
  return timed?.lines ?? all
}

/** Leaves lines out, with one message. */
function leaveLines(lines: readonly Line[], reason: Wording, place: Places, file: VFile): void {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first) {
    const [start, end] = [first.start, last!.end]
    leaveOut(file, place.source.slice(start, end), reason, { ...RULE, place: positionOf(start, end, place) })
  }
}

/** The lines without the numbers and running heads of pages; what a page's end has parted goes on. */
function withoutFurniture(lines: readonly Line[], place: Places, file: VFile): Line[] {
  const furniture = findFurniture(lines)
  const kept: Line[] = []
  let [isCut, told] = [false, false]
  for (const line of lines) {
    if (furniture.has(line.index)) {
      const more = furniture.size - 1
      const reason = more > 0 ? wording('left-page-numbers', { more }) : wording('left-page-number')
      const rule = told ? undefined : { ...RULE, place: positionOf(line.start, line.end, place) }
      leaveOut(file, line.words, reason, rule)
      isCut = told = true
      continue
    }
    const before = isCut && !line.blank ? kept.findLast(({ blank }) => !blank) : undefined
    if (before && isOpen(before)) {
      kept.length = kept.lastIndexOf(before) + 1
      kept.push({ ...line, goesOn: true })
    }
    else {
      kept.push(line)
    }
    isCut &&= line.blank
  }
  return kept
}

function readBlocks(lines: readonly Line[], place: Places, file: VFile, setting = settingOf(lines)): RootContent[] {
  const { blocks, doubtful } = groupLines(lines, setting, place.source)
  tellDoubtful(doubtful, place, file)
  return gatherLists(blocks.map((block) => {
    const bullet = 'table' in block || block.verse ? undefined : bulletOf(block.lines[0]!, place.source)
    const own = (withoutSign: boolean): Block => withoutSign ? withoutBullet(block, bullet!, place) : block
    return { bullet, toNodes: withoutSign => toNodes(own(withoutSign), place) }
  }))
}

function withoutBullet({ lines: [first, ...others] }: Block, { length }: Bulleted, { source }: Places): Block {
  const from = source.indexOf(first!.words, first!.start) + length
  return { lines: [lineAt(source, from, first!.end, first!.index), ...others] }
}

/** How many lines a message names. */
const MOST_NAMED = 8

function tellDoubtful(lines: readonly Line[], place: Places, file: VFile): void {
  const [first] = lines
  if (!first)
    return
  const named = firstOf(lines.map(({ index }) => String(index + 1)), MOST_NAMED)
  const doubt = wording('line-end', { count: lines.length, lines: named })
  warn(file, 'line-end', positionOf(first.start, first.end, place), doubt)
}

/** A mail's text: what is quoted in it is a quotation, without the signs before its lines. */
function readQuoted(lines: readonly Line[], place: Places, file: VFile): RootContent[] {
  const runs: { isQuoted: boolean, lines: Line[] }[] = []
  for (const line of lines) {
    const quoted = quotedBy(line, place.source)
    const own = quoted > 0 ? lineAt(place.source, line.start + quoted, line.end, line.index) : line
    const last = runs.at(-1)
    if (last?.isQuoted === (quoted > 0))
      last.lines.push(own)
    else
      runs.push({ isQuoted: quoted > 0, lines: [own] })
  }
  const first = runs.find(({ isQuoted }) => isQuoted)?.lines[0]
  if (first) {
    warn(file, RULE.ruleId, positionOf(first.start, first.end, place), wording('mail-quoted'))
  }
  const setting = settingOf(runs.flatMap(run => run.lines))
  return runs.flatMap(({ isQuoted, lines }): RootContent[] => {
    const nodes = readBlocks(lines, place, file, setting)
    if (!isQuoted || nodes.length === 0)
      return nodes
    const position = { start: nodes[0]!.position!.start, end: nodes.at(-1)!.position!.end }
    return [{ type: 'blockquote', children: nodes as never, position }]
  })
}
