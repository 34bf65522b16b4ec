import type { Word } from './model.ts'
import type { Rule, Seam } from './seams.ts'
import { CONTENTS } from './compounds.ts'
import { LEANING_BACK } from './leaning-back.ts'
import { LEANING_ON } from './leaning-on.ts'
import { oneIs, ruleFor, twoIs } from './seams.ts'
import { COST, isHan } from './word-classes.ts'

/** Every rule for two words without a mark between them, in the order in which they are tried. */
export const COHESION = [...LEANING_BACK, ...LEANING_ON, ...CONTENTS]

const isSecondHeld = twoIs('close', 'stop', 'space', 'joint')
const isFirstHeld = oneIs('open', 'joint')
/** What may follow the number of a name. */
const endsName = (word: Word | undefined): boolean => word === undefined || /^(?:space|stop|close)$/.test(word.kind)

/**
 * How much two neighbouring words hold together. Word order is that of 朱德熙《语法讲义》: what determines comes before what
 * it determines and leans on it, what completes comes after and leans back.
 *
 * @param words a text's words
 * @param at the first word's place; the second is the next
 * @returns what parting them costs
 */
export function cohesion(words: readonly Word[], at: number): number {
  const seam = seamAt(words, at)
  if (isSecondHeld(seam) || isFirstHeld(seam))
    return COST.never
  if (seam.one.kind === 'stop')
    return COST.free
  if (seam.one.kind !== 'space')
    return cohesionRule(seam).cost
  return at === 0 ? COST.free : acrossSpace({ ...seam, one: words[at - 1]! })
}

/**
 * Finds the rule that decides a seam of two words.
 *
 * @param seam two words, neither of them a mark
 * @returns the rule; the last of the table applies to any two words
 */
export function cohesionRule(seam: Seam): Rule {
  return ruleFor(COHESION, seam)!
}

/** The seam behind a word. */
export function seamAt(words: readonly Word[], at: number): Seam {
  return { one: words[at]!, two: words[at + 1]!, words, at }
}

/**
 * Latin words part at spaces, a number and its unit do not, nor a name and its number: Commodore 64; Chinese around a
 * Latin word is as close as without the space.
 */
function acrossSpace(seam: Seam): number {
  const { one, two, words, at } = seam
  if (one.kind === 'stop' || /[\n\u3000]/.test(words[at]!.text))
    return COST.free
  if (one.kind === 'number' && /^[a-zA-Zµμ°]{1,3}$/.test(two.text))
    return COST.never
  // In GitHub 2020年 the number is the year's.
  if (one.kind === 'latin' && two.kind === 'number' && endsName(words[at + 2]))
    return COST.never
  return isHan(one) || isHan(two) ? cohesionRule(seam).cost : COST.free
}
