import type { Unit } from './units.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse } from './units.ts'

/** What names the block that follows, or where it stands: 下表, 如图2所示, the table below. */
const POINTS_AT = new RegExp([
  '(?:[下上左右][面方]?的?|[如见从由])(?:[这该]?[张幅])?[表图]|[表图]\\s?\\d',
  '(?:如下|以下|下面|下列)[^，；]{0,12}[：:]?$',
  [
    String.raw`\b(?:table|figure|chart|diagram|graph|picture|listing|code|example)s?`,
    String.raw` (?:\d|below|above|shows|sets out|lists|gives)`,
  ].join(''),
  String.raw`\b(?:following|below)\b`,
].join('|'), 'i')
/** What only leads to a block is no longer than this. In em. */
const LONGEST = 45

/**
 * Whether sentences only lead to the table, code or picture below them: they are said with it, and need no slide.
 *
 * @param run sentences in a row
 * @param next what stands below them
 * @returns true for a short paragraph that says where the block is
 */
export function pointsAtBlock(run: readonly Unit[], next: readonly Unit[] | undefined): boolean {
  const block = next?.find(unit => !isProse(unit))
  if (!block || block.item || !run.every(unit => isProse(unit) && !unit.attribution))
    return false
  const words = run.map(({ sentence }) => sentence.value.trim())
  const isShort = words.reduce((sum, text) => sum + widthInEm(text), 0) <= LONGEST
  return isShort && words.some(text => POINTS_AT.test(text))
}
