import type { Draft } from './draft.ts'
import type { Doubt } from './types.ts'
import { OF_PICTURE, OF_TABLE } from '../language/caption-form.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { isProse, placeOf } from './draft.ts'
import { readNumber } from './numbering.ts'
import { isFormLine } from './talk-lines.ts'
import { isNames } from './title-lines.ts'

/** A heading that is a block of its own has at most this many Han characters: two lines of a page. */
export const LONGEST_HEADING_EM = 40
/** A block that ends so, or begins so, is a sentence or an item, and no heading. */
const STOPPED = /[。．｡！；：，、.!;:,…—][”’」』）)"\]]*$/
const OPENED = /^[（(【[“"「—\-*•·]/
/** Brackets round all of a heading: 【菜价】. */
export const ENCLOSED = /^【[^【】]+】$/
/** A picture's caption, where the picture was not copied: ▲ 桥上（图/周渡）. */
const OF_LOST_PICTURE = /^[▲△▼▽↑↓←→]|[（(](?:图|摄影?|供图|资料图|图片来源)\s*[/／:：|丨]?[^（）()]{0,20}[）)]$/
const TAKEN = /[图摄影源][）)]$|(?:图|摄影?|来源)\s*[/／:：|丨][^（）()]{1,20}[）)]?$/
/** Text that a heading may stand over ends so. */
const ENDED = /[。．｡！？；.!?][”’」』）)"\]]*$/

/** A whole short paragraph, no stop at its end, prose after it, and not one of several short lines. */
export function isUnmarkedHeading(draft: Draft, previous: Draft | undefined, next: Draft | undefined): boolean {
  const { text } = draft
  if (!next || !hasWords(text) || widthInEm(text) > LONGEST_HEADING_EM)
    return false
  // A year may head what happened in it.
  if (/^\d{1,3}$/.test(text))
    return false
  if (isFormLine(draft) && [previous, next].some(other => other && isFormLine(other)))
    return false
  if (isCaption(draft, [previous, next]) || isNames(text))
    return false
  if (STOPPED.test(text) || (OPENED.test(text) && !ENCLOSED.test(text)) || splitSentences(text).length > 1)
    return false
  if (/[？?]$/.test(text) && (widthInEm(text) > LONGEST_HEADING_EM / 2 || isSaidBelow(draft)))
    return false
  // 关键词： and below it the words.
  if (previous && isProse(previous) && /[：:]$/.test(previous.text) && /、/.test(text))
    return false
  return isTextBelow(next, text) && !(previous && isShortLine(previous))
}

/** Whether a question stands below whoever asks it, on a line of its own in the block. */
function isSaidBelow({ node }: Draft): boolean {
  return node.type === 'paragraph' && node.children.some(({ type }) => type === 'break')
}

/** What names the number of a table or a picture beside it heads nothing: 表1 三月收支. */
function isCaption({ text }: Draft, beside: (Draft | undefined)[]): boolean {
  const isPicture = ({ node }: Draft): boolean =>
    node.type === 'paragraph' && node.children.some(({ type }) => type === 'image')
  const words = text.trimStart()
  if (OF_LOST_PICTURE.test(words) && TAKEN.test(words))
    return true
  return beside.some(other => other !== undefined
    && ((OF_TABLE.test(words) && other.node.type === 'table') || (OF_PICTURE.test(words) && isPicture(other))))
}

/** A block that a heading of some text may stand over: what a colon leads up to, or a longer one that is no heading. */
function isTextBelow(draft: Draft, heading: string): boolean {
  if (/[：:]$/.test(draft.text))
    return true
  if (isProse(draft) && states(draft.text))
    return true
  const isLong = widthInEm(draft.text) > LONGEST_HEADING_EM
  const isText = ENDED.test(draft.text) || isLong || !isProse(draft) || readNumber(draft.text) !== undefined
  return isText && widthInEm(draft.text) > widthInEm(heading)
}

/** Whether a text ends as a statement: then it is one, however short, 下船以后要签字。 */
export function states(text: string): boolean {
  return /[。．｡][”’」』）)"']*$|[a-z]\.$/u.test(text)
}

/** A line without a stop, as a heading is. */
function isShortLine(draft: Draft): boolean {
  const { text } = draft
  if (!isProse(draft) || widthInEm(text) > LONGEST_HEADING_EM)
    return false
  return /\p{L}/u.test(text) && !readNumber(text) && !/[。．｡！？.!?：:][”’」』）)"\]]*$/.test(text)
}

/** A doubt about a heading that nothing marks. */
export function doubtUnmarked({ node }: Draft): Doubt {
  return { position: placeOf(node), confidence: 0.8, ...reasonFor(wording('doubt-short-paragraph')) }
}
