import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** What of the dictionary is known so far. */
interface Known {
  jieba: Jieba
  /** It has all words that are written with these characters. */
  characters: Set<number>
  /** How often more of the dictionary was taken in. */
  times: number
}

/** What asks for more again and again gets the whole dictionary: each time what is known is looked through anew. */
const MOST_TIMES = 4

/**
 * Gives the dictionary with all words that a text can have. To build all of it takes a seventh of a second, and a
 * text's characters write a tenth of its words. What is cut is cut as by the whole dictionary.
 *
 * @param text Chinese characters
 * @returns the dictionary, the same one each time
 */
export function dictionaryFor(text: string): Jieba {
  const known = shared()
  const fresh = Array.from(text, character => character.codePointAt(0)!).filter(own => !known.characters.has(own))
  if (fresh.length > 0 && known.times < MOST_TIMES) {
    fresh.forEach(character => known.characters.add(character))
    known.times++
    takeIn(known)
  }
  return known.jieba
}

/** It stands where each copy of this module finds it: a theme's configuration brings one of its own. */
function shared(): Known {
  const everywhere = globalThis as { [DICTIONARY]?: Known }
  return everywhere[DICTIONARY] ??= { jieba: new Jieba(), characters: new Set(), times: 0 }
}

const DICTIONARY = Symbol.for('lectern:dictionary-by-characters')

/** Takes in all words that known characters write: a word that it has already is counted once. */
function takeIn({ jieba, characters, times }: Known): void {
  if (times === MOST_TIMES)
    return jieba.loadDict(joined([dict, restOf(0)]))
  const words = writtenWith(characters, joined(Array.from(characters, linesOf)))
  jieba.loadDict(joined([words, restOf(COUNTED - sumOf(words))]))
}

/** How probable a word is depends on the sum of all: what is not known is counted as one word that no text has. */
function restOf(count: number): Uint8Array {
  return new TextEncoder().encode(`${REST} ${count} x\n`)
}

/** Of private use. */
const REST = '\uF8FF'
/** How often all words of the dictionary were counted, in sum: `tests/language/dictionary.test.ts` counts again. */
export const COUNTED = 60_101_964

const [NEW_LINE, SPACE, ZERO] = [10, 32, 48] as const

/** The dictionary's lines of all words that begin with a character: it is sorted by bytes. */
function linesOf(character: number): Uint8Array {
  return dict.subarray(placeOf(character), placeOf(character + 1))
}

/** Where the first line is that does not come before a character. */
function placeOf(character: number): number {
  const wanted = new TextEncoder().encode(String.fromCodePoint(character))
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

/** Of some lines those whose words have no other characters, in their place. */
function writtenWith(characters: ReadonlySet<number>, lines: Uint8Array): Uint8Array {
  let kept = 0
  let end: number
  for (let start = 0; start < lines.length; start = end) {
    end = lines.indexOf(NEW_LINE, start) + 1
    if (isWrittenWith(characters, lines, start)) {
      lines.copyWithin(kept, start, end)
      kept += end - start
    }
  }
  return lines.subarray(0, kept)
}

/** Whether the word of a line has no other characters. */
function isWrittenWith(characters: ReadonlySet<number>, lines: Uint8Array, line: number): boolean {
  for (let at = line; lines[at] !== SPACE; at += BYTES) {
    const isChinese = lines[at]! >> 4 === 0xE
    const character = (lines[at]! & 0xF) << 12 | (lines[at + 1]! & 0x3F) << 6 | lines[at + 2]! & 0x3F
    if (!isChinese || !characters.has(character))
      return false
  }
  return true
}

/** A Chinese character takes so many, and begins with one from E0 to EF. */
const BYTES = 3

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
