import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** What of the dictionary is known so far. */
interface Known {
  jieba: Jieba
  /** The characters whose words it has: all words that begin with them. */
  characters: Set<string>
  /** How often those words were counted, in sum. */
  sum: number
}

/**
 * Gives the dictionary with all words that a text can have. To build all of it takes a seventh of a second, and an
 * article has a twentieth of its characters: words are taken in by the character that they begin with, when a text has
 * it. What is cut is cut as by the whole dictionary.
 *
 * @param text Chinese characters
 * @returns the dictionary, the same one each time
 */
export function dictionaryFor(text: string): Jieba {
  const known = shared()
  const fresh = [...new Set(text)].filter(character => !known.characters.has(character))
  if (fresh.length > 0)
    takeIn(known, fresh)
  return known.jieba
}

/** It stands where each copy of this module finds it: a theme's configuration brings one of its own. */
function shared(): Known {
  const everywhere = globalThis as { [DICTIONARY]?: Known }
  return everywhere[DICTIONARY] ??= { jieba: new Jieba(), characters: new Set(), sum: 0 }
}

const DICTIONARY = Symbol.for('lectern:dictionary-by-characters')

function takeIn(known: Known, characters: readonly string[]): void {
  const lines = characters.map(linesOf)
  for (const bytes of lines)
    known.sum += sumOf(bytes)
  // How probable a word is depends on the sum of all: what is not known is counted as one word that no text has.
  const rest = new TextEncoder().encode(`${REST} ${COUNTED - known.sum} x\n`)
  known.jieba.loadDict(joined([...lines, rest]))
  characters.forEach(character => known.characters.add(character))
}

/** Of private use. */
const REST = '\uF8FF'
/** How often all words of the dictionary were counted, in sum: `tests/language/dictionary.test.ts` counts again. */
export const COUNTED = 60_101_964

const [NEW_LINE, SPACE, ZERO] = [10, 32, 48] as const

/** The dictionary's lines of all words that begin with a character: it is sorted by bytes. */
function linesOf(character: string): Uint8Array {
  const next = String.fromCodePoint(character.codePointAt(0)! + 1)
  return dict.subarray(placeOf(character), placeOf(next))
}

/** Where the first line is that does not come before a character. */
function placeOf(character: string): number {
  const wanted = new TextEncoder().encode(character)
  let [low, high] = [0, dict.length]
  while (low < high) {
    const start = dict.lastIndexOf(NEW_LINE, Math.max(low, ((low + high) >> 1) - 1)) + 1
    const line = Math.max(low, start)
    if (isBefore(line, wanted))
      low = endOf(line)
    else
      high = line
  }
  return low
}

function isBefore(line: number, wanted: Uint8Array): boolean {
  const at = wanted.findIndex((byte, index) => dict[line + index] !== byte)
  return at >= 0 && dict[line + at]! < wanted[at]!
}

/** Where the next line begins. */
function endOf(line: number): number {
  const end = dict.indexOf(NEW_LINE, line)
  return end < 0 ? dict.length : end + 1
}

/** How often the words of some lines were counted: a line has a word, its count and its part of speech. */
function sumOf(lines: Uint8Array): number {
  let sum = 0
  for (let at = lines.indexOf(SPACE); at >= 0; at = lines.indexOf(SPACE, lines.indexOf(NEW_LINE, at))) {
    let count = 0
    for (at++; lines[at] !== SPACE; at++)
      count = count * 10 + lines[at]! - ZERO
    sum += count
  }
  return sum
}

function joined(all: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of all) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
