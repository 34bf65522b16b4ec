import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { RuleId, Wording } from '../messages/model.ts'
import { inEnglish, wording } from '../messages/wording.ts'
import { warn } from './warn.ts'

/** Words that stand in an article's file and, knowingly, in no deck. */
interface LeftOut {
  /** As the file has them, markup apart: all of them, in its order, however long. */
  words: string
  /** Why they are in no deck, in English: a phrase such as `hidden text` or `a menu of the page`. */
  reason: string
}

declare module 'vfile' {
  interface DataMap {
    leftOut: LeftOut[]
  }
}

/** The most characters of left-out words that a message names. */
const MOST_NAMED = 24

/**
 * Leaves words of an article out, and says so: a message at their place, and the words themselves for whoever counts
 * the words of the file. Whatever a reader knows and does not pass on goes through here, once for each block that is
 * left out: hidden text, a deleted paragraph, a menu, a reviewer's comment, a picture's description, the keys of
 * frontmatter. What is in no deck and was not left out here is a fault of Lectern's, and `lost`.
 *
 * Not for marks that say how words are set (`**`, `#`, `|`), nor for addresses of links: those who count know them.
 *
 * @param file the article; gets the message, unless there is none, and the words in `data.leftOut`
 * @param words as the file has them, markup apart
 * @param reason a phrase that goes on from “Left out …, ”: `hidden in Word`, `a menu of the page`
 * @param told the message's rule and place; without it the words are counted and nothing is said, as where one message
 *   already says so of several blocks
 * @param told.ruleId a rule with a row in docs/rules.md and a section in docs/messages.md
 * @param told.place where they stand
 * @param told.advice what to do, where it is not what the author wants
 */
export function leaveOut(
  file: VFile,
  words: string,
  reason: Wording,
  told?: { ruleId: RuleId, place?: Point | Position | undefined, advice?: Wording },
): void {
  if (words.trim() === '')
    return
  const leftOut = file.data.leftOut ??= []
  leftOut.push({ words, reason: inEnglish(reason) })
  if (!told)
    return
  const { ruleId, place, advice = wording('nothing-to-do') } = told
  const message = warn(file, ruleId, place, wording('left-out', { words: firstWords(words), reason, advice }))
  message.actual = words
}

function firstWords(words: string): string {
  const text = words.trim().replace(/\s+/g, ' ')
  return text.length > MOST_NAMED ? `${text.slice(0, MOST_NAMED)}…` : text
}
