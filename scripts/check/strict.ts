import type { LoadedDeck } from '../build/decks.ts'
import type { Wording } from '../messages/model.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { CheckedArticle, CheckMessage, DeckToCheck } from './deck.ts'
import { diffArrays } from 'diff'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { excerpt } from './rules/excerpt.ts'
import { isSameLine } from './same-decks.ts'

/**
 * Where more lines than this differ, one message says so. It keeps the comparison near linear (Myers 1986: the time is
 * the length times the differences).
 */
const MOST_DIFFERENCES = 2000

/** A deck for the one who signs for it: its lines as they are. */
export interface StrictDeck extends Pick<DeckToCheck, 'file'> {
  name: string
  text: string
  slideAt: (line: number) => number | undefined
}

/**
 * A deck's text and the places of its slides.
 *
 * @param deck a deck that was loaded
 */
export function strictDeck({ file, deck: { name, path, data } }: DeckToCheck): StrictDeck {
  const slideAt = (line: number): number | undefined => {
    const holds = ({ source }: LoadedDeck['data']['slides'][number]): boolean =>
      source.filepath === path && source.start < line && line <= source.end + 1
    const index = data.slides.findIndex(holds)
    return index < 0 ? undefined : index + 1
  }
  return { file, name: `${name}.md`, text: data.markdownFiles[path]!.raw, slideAt }
}

/**
 * Lists every difference between decks and what their article gives, whoever has made it: `lectern check --strict`.
 *
 * @param decks the decks as they are
 * @param article the article; without it nothing can be compared, and that is said
 * @returns a message for each run of lines that differ, with both texts, at its line in the deck
 */
export function strictMessages(
  decks: StrictDeck[],
  article: Pick<CheckedArticle, 'path' | 'decks'> | undefined,
): CheckMessage[] {
  const [first] = decks
  if (!first)
    return []
  if (!article)
    return [messageAt(first, 1, wording('difference-no-article'))]
  const lost = article.decks.filter(({ name }) => !decks.some(deck => deck.name === name))
  const { path } = article
  return [
    ...decks.flatMap(deck => differencesOf(deck, article)),
    ...lost.map(({ name }) => messageAt(first, 1, wording('difference-no-deck', { name, path }))),
  ]
}

function differencesOf(deck: StrictDeck, { path, decks }: { path: string, decks: DeckFile[] }): CheckMessage[] {
  const given = decks.find(({ name }) => name === deck.name)
  if (!given)
    return [messageAt(deck, 1, wording('difference-own-deck', { path }))]
  const comparison = { comparator: isSameLine, maxEditLength: MOST_DIFFERENCES }
  const changes = diffArrays(linesOf(given.markdown), linesOf(deck.text), comparison)
  if (!changes)
    return [messageAt(deck, 1, wording('difference-thousands', { path }))]
  const messages: CheckMessage[] = []
  let line = 1
  for (const [index, { added, removed, count, value }] of changes.entries()) {
    const next = changes[index + 1]
    const before = changes[index - 1]
    if (removed)
      messages.push(difference(deck, line, next?.added ? next.value : [], value, path))
    else if (added && !before?.removed)
      messages.push(difference(deck, line, value, [], path))
    line += removed ? 0 : count
  }
  return messages
}

/** A blank line alone is a difference, too: it says where a paragraph ends. */
function difference(deck: StrictDeck, line: number, now: string[], given: string[], path: string): CheckMessage {
  const [one, other] = nearDifference(now.join('\n'), given.join('\n'))
  const at = now.findIndex((text, index) => text !== given[index])
  const what = wording('difference', { now: named(one, now), given: named(other, given), path })
  return messageAt(deck, line + Math.max(0, at), what)
}

function named(text: string, lines: string[]): Wording {
  if (lines.length === 0)
    return wording('difference-nothing')
  return text.trim() === '' ? wording('difference-empty-line') : wording('difference-text', { text })
}

/** So many characters round a difference are shown. */
const ROUND = 8

/** Two texts where they differ, with what stands just round it. */
function nearDifference(one: string, other: string): [string, string] {
  const [a, b] = [Array.from(one), Array.from(other)] as [string[], string[]]
  const shorter = Math.min(a.length, b.length)
  let from = 0
  while (from < shorter && a[from] === b[from])
    from++
  let end = 0
  while (end < shorter - from && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  return [cut(a, from, end), cut(b, from, end)]
}

/** A long difference is named by its beginning. */
function cut(text: string[], from: number, end: number): string {
  const [first, last] = [Math.max(0, from - ROUND), Math.min(text.length, text.length - end + ROUND)]
  const isLong = last - first > 5 * ROUND
  const words = isLong
    ? `${text.slice(first, from).join('')}${excerpt(text.slice(from, last).join(''))}`
    : text.slice(first, last).join('').replace(/\s+/g, ' ')
  const isCut = last < text.length && !words.endsWith('…')
  return `${first > 0 ? '…' : ''}${words.trim()}${isCut ? '…' : ''}`
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}

function messageAt({ file, slideAt }: StrictDeck, line: number, what: Wording): CheckMessage {
  const slide = slideAt(line)
  const place = { file, line, column: 1, ...(slide !== undefined && { slide }) }
  return { ...place, ruleId: 'difference', ...reasonFor(what), fatal: true }
}
