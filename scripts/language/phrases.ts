import type { Word } from './model.ts'
import { cohesion } from './cohesion.ts'
import { COST } from './word-classes.ts'
import { CLOSING, OPENING, toWords } from './words.ts'

const HAN = /\p{Script=Han}/u
/** A phrase as wide as this fills lines well; a wider one costs the more, the wider it is. */
const WIDE = 7
/** No phrase is wider, unless nothing in it may be parted. */
const WIDEST = 30
/** And none has more words: of a megabyte of brackets each is tried with those before it. */
const MOST_WORDS = 200
/** A quotation no wider than this is one word: ‘无我’, “国之大者”, 《呐喊》. */
const LONGEST_QUOTED = 8

/**
 * Cuts a text into phrases that, joined, are the text: between them a reader would breathe, and a line may break.
 *
 * @param text Chinese, or mixed
 * @returns its phrases; text without Chinese is one
 */
export function toPhrases(text: string): string[] {
  if (!HAN.test(text))
    return text === '' ? [] : [text]
  const words = toWords(text)
  const costs = words.slice(1).map((_, at) => cohesion(words, at))
  holdQuotations(words, costs)
  return cheapest(words, costs)
}

/** A short quotation is not parted. */
function holdQuotations(words: readonly Word[], costs: number[]): void {
  const open: number[] = []
  /** How wide all words are before each. */
  const before = [0]
  words.forEach(({ width }) => before.push(before.at(-1)! + width))
  for (const [at, { text, kind }] of words.entries()) {
    if (kind === 'open') {
      open.push(at)
    }
    else if (kind === 'close' && open.length > 0 && closes(text, words[open.at(-1)!]!.text)) {
      const from = open.pop()!
      if (before[at]! - before[from + 1]! <= LONGEST_QUOTED)
        costs.fill(COST.never, from, at)
    }
  }
}

/** Parts words where that costs least, both for the words that are parted and for the phrases' widths. */
function cheapest(words: readonly Word[], costs: readonly number[]): string[] {
  /** For each place the least cost of the words before it, and where its last phrase begins. */
  const best = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= words.length; to++) {
    let least = { cost: Number.POSITIVE_INFINITY, from: 0 }
    let width = 0
    for (let from = to - 1; from >= Math.max(0, to - MOST_WORDS); from--) {
      // Marks and spaces at a phrase's end hang in no reader's eye.
      if (width > 0 || !isTrailing(words[from]!))
        width += words[from]!.width
      const parting = from > 0 ? costs[from - 1]! : 0
      const cost = best[from]!.cost + parting + costOfWidth(width)
      if (cost < least.cost)
        least = { cost, from }
      if (width > WIDEST && parting < COST.never)
        break
    }
    best.push(least)
  }
  const phrases: string[] = []
  for (let to = words.length; to > 0; to = best[to]!.from)
    phrases.push(words.slice(best[to]!.from, to).map(({ text }) => text).join(''))
  return phrases.reverse()
}

/** Even phrases are better than a long and a short one, and a character does not like to be alone. */
function costOfWidth(width: number): number {
  return 0.01 * width ** 2 + (width <= 1 ? 1 : 0) + Math.max(0, width - WIDE) ** 2
}

function isTrailing({ kind }: Word): boolean {
  return kind === 'close' || kind === 'stop' || kind === 'space'
}

/** Whether a closing mark is the partner of an opening one. */
function closes(closing: string, opening: string): boolean {
  return CLOSING.indexOf(closing[0]!) === OPENING.indexOf(opening)
}
