import type { Line } from './lines.ts'
import { headOf } from './lines.ts'

/** A page's number with what says that it is one: - 3 -, 第3页 共10页, Page 3 of 9. */
const DECORATED = new RegExp(`^(?:${[
  String.raw`[-—–·~•]+\s*\d{1,4}\s*[-—–·~•]+`,
  String.raw`第\s*\d{1,4}\s*页(?:\s*(?:[,，/／]\s*)?共\s*\d{1,4}\s*页)?`,
  String.raw`(?:Page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?`,
  String.raw`\d{1,4}\s+[/／]\s+\d{1,4}`,
].join('|')})$`, 'i')
/** 01 heads a part. */
const PLAIN = /^[1-9]\d{0,3}$/
/** A number at one end of a running head, apart from its words. */
const NUMBERED_HEAD = /^\d{1,4}(?:\s{2,}|\s*[|·•]\s*|\t|\u3000)\D|\D(?:\s{2,}|\s*[|·•]\s*|\t|\u3000)\d{1,4}$/
/** What parts the pieces of a running head. */
const PARTED = /\s{2,}|\t|\u3000+|\s[|·]\s/
/** A running head is no longer than a line. In em. */
const LONGEST_HEAD = 45
/** A line that is shorter may be a heading, which ends without a mark as well. In em. */
const SHORTEST_OPEN = 12

/** A document's number, with whoever signs it (GB/T 9704—2012, 7.2.5 and 7.2.6), is a line of its own. */
const DOCUMENT_NUMBER = /^\p{Script=Han}{1,14}\s*[〔[（(]\d{4}[〕\]）)]\s*(?:第\s*)?\d+\s*号(?:\s*签发人[:：].*)?$/u

/** In characters. */
const LONGEST_STAMP = 160
/** What libraries print on each page of a copy: from where, when and by whom it was taken. */
const STAMP = /^(?:(?:this content |this article was )?downloaded (?:from|by)\s|(?:本文)?下载自[：:\s]|all use subject to\s)/i
/** A stamp says where, by an address, or when. */
const STAMPED = /https?:|www\.|\w\.(?:org|com|edu|net|cn)\b|\d{4}|^all use/i

type Kind = 'number' | 'plain' | 'head'

/**
 * Finds the numbers and the running heads of pages among the lines of a copied text: by their form, by their
 * recurrence, and by standing where pages end, in the middle of sentences.
 *
 * @param lines all lines
 * @returns the indexes of those that are no part of the text
 */
export function findFurniture(lines: readonly Line[]): ReadonlySet<number> {
  const filled = lines.filter(line => !line.blank)
  const kinds = new Map<Line, Kind>()
  for (const line of filled) {
    if (DECORATED.test(line.words))
      kinds.set(line, 'number')
    else if (PLAIN.test(line.words))
      kinds.set(line, 'plain')
  }
  const keys = countKeys(filled)
  const titles = new Set(filled.map(({ words }) => words.toLowerCase()))
  for (const line of filled) {
    const recurs = keys.get(keyOf(line.words))! > 1
    const pieces = line.words.split(PARTED).filter(piece => piece !== '')
    const names = pieces.length > 1 && pieces.some(piece => titles.has(piece.toLowerCase()))
    if (!kinds.has(line) && !line.speaks && isShort(line) && (recurs || names || NUMBERED_HEAD.test(line.words)))
      kinds.set(line, 'head')
  }
  const found = accepted(clusters(filled, kinds), kinds, keys)
  const isStamp = ({ words }: Line): boolean =>
    words.length <= LONGEST_STAMP && STAMP.test(words) && STAMPED.test(words)
  const stamps = filled.slice(1).filter(isStamp)
  return new Set([...found, ...firstHeads(filled, found), ...stamps.map(({ index }) => index)])
}

/** The running head of the first page, where it stands right below the title that it repeats. */
function firstHeads(filled: readonly Line[], found: ReadonlySet<number>): number[] {
  const heads = new Set(filled.filter(({ index }) => found.has(index)).map(({ words }) => words))
  const [title, head] = filled
  return title && head?.words === title.words && heads.has(head.words) ? [head.index] : []
}

function isShort({ words, width, ended }: Line): boolean {
  return width <= LONGEST_HEAD && !ended && /\p{L}{2}/u.test(words)
}

/** A running head as it recurs: without what changes from page to page. */
function keyOf(words: string): string {
  return words.replace(/[\s\d·|-]/g, '').toLowerCase()
}

function countKeys(filled: readonly Line[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>()
  for (const { words } of filled)
    keys.set(keyOf(words), (keys.get(keyOf(words)) ?? 0) + 1)
  return keys
}

/** What may be furniture in one place, between two lines that are none. */
interface Cluster { lines: Line[], before: Line | undefined, above: number, after: Line | undefined }

/** A page has so many lines or more: a bare number below fewer stands under the title, and heads what follows. */
const SHORTEST_PAGE = 3

function clusters(filled: readonly Line[], kinds: ReadonlyMap<Line, Kind>): Cluster[] {
  const found: Cluster[] = []
  let before: Line | undefined
  let current: Cluster | undefined
  let above = 0
  for (const line of filled) {
    if (kinds.has(line)) {
      current ??= { lines: [], before, above, after: undefined }
      current.lines.push(line)
      continue
    }
    if (current)
      found.push({ ...current, after: line })
    current = undefined
    before = line
    above++
  }
  return current ? [...found, current] : found
}

/** In a place where a page ends: in the middle of a sentence, or with a number and a head that recur. */
function accepted(
  places: readonly Cluster[],
  kinds: ReadonlyMap<Line, Kind>,
  keys: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const numbers = places.flatMap(({ lines }) => lines.filter(line => kinds.get(line) === 'number'))
  const plain = places.flatMap(({ lines }) => lines.filter(line => kinds.get(line) === 'plain'))
  const broken = new Set(places.filter(place => isBroken(place)))
  const follows = (line: Line, index: number): boolean =>
    index === 0 || Number(line.words) === Number(plain[index - 1]!.words) + 1
  const withNumbers = places.filter(({ lines }) => lines.some(line => kinds.get(line) === 'plain'))
  const counts = plain.length > 1 && plain.every(follows) && withNumbers[0]!.above >= SHORTEST_PAGE
  // Each number has a head beside it, the same on every page.
  const isRunning = (line: Line): boolean => kinds.get(line) === 'head' && keys.get(keyOf(line.words)) === plain.length
  const hasHeads = withNumbers.every(({ lines }) => lines.length > 1 && lines.some(isRunning))
  const counted = countedHeads([...broken])
  const found = new Set<number>()
  for (const place of places) {
    const has = (kind: Kind): boolean => place.lines.some(line => kinds.get(line) === kind)
    const cuts = broken.has(place)
    const isMarked = has('number') && (cuts || numbers.length > 1 || isInnerPage(place.lines))
    const isPage = isMarked || (has('plain') && counts && (cuts || broken.size > 0 || hasHeads))
    for (const line of place.lines) {
      const kind = kinds.get(line)!
      const recurs = keys.get(keyOf(line.words))! > 1
      // The first line may recur because it is the title.
      const isAlike = recurs && (cuts || (NUMBERED_HEAD.test(line.words) && broken.size > 0))
      const isHead = kind === 'head' && place.before !== undefined && (isPage || isAlike || counted.has(line))
      if (kind === 'head' ? isHead : isPage && (kind === 'number' || has('plain')))
        found.add(line.index)
    }
  }
  return found
}

/** Running heads of facing pages, which need not be alike: their numbers count, each in the midst of a sentence. */
function countedHeads(broken: readonly Cluster[]): ReadonlySet<Line> {
  const heads = broken.flatMap(({ lines }) => lines.filter(({ words }) => NUMBERED_HEAD.test(words)))
  const numbers = heads.map(({ words }) => Number((/^\d+/.exec(words) ?? /\d+$/.exec(words))![0]))
  const counts = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1)
  return new Set(heads.length > 1 && counts ? heads : [])
}

/** A lone number that is marked as a page's and is none that counts from one: — 7 —. A chapter's would begin with 1. */
function isInnerPage(lines: readonly Line[]): boolean {
  return lines.every(({ words }) => DECORATED.test(words) && Number(/\d+/.exec(words)![0]) > 1)
}

/** Whether a sentence is broken off before a place and goes on after it. */
function isBroken({ before, after }: Cluster): boolean {
  return before !== undefined && after !== undefined && isOpen(before) && headOf(after.words) === undefined
}

/**
 * Whether a line is broken off in the middle of a sentence.
 *
 * @param line a line of text
 */
export function isOpen({ words, width, ended }: Line): boolean {
  const isHead = headOf(words) !== undefined && width <= LONGEST_HEAD / 2
  const isLong = width >= SHORTEST_OPEN || /\p{Ll}-$/u.test(words)
  return !ended && isLong && !isHead && !/[；;]$/.test(words) && !DOCUMENT_NUMBER.test(words)
}
