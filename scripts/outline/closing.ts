import type { Draft } from './draft.ts'
import { splitSentences } from '../language/sentences.ts'
import { isProse, placeOf } from './draft.ts'

/** Words that sum up. They are grammar, not topics. */
const SUMS_UP = /^(?:总之|总而言之|综上|总的来说|总的看|概括起来|归根到底|归根结底|一言以蔽之|In short|In sum|In conclusion|To sum up|To conclude|Overall|All in all|Taken together)/
/** Words that point back at what was just said: they close a part, not the whole. */
const POINTS_BACK = /^\S{0,8}(?:这些|上述|以上)/

/**
 * Finds the paragraphs that close a part: those after its last point that the point does not own.
 *
 * @param drafts a part's blocks with its points noted; a closing found is noted at its first block
 * @param titles the article's title and the part's, to tell for whom a closing speaks
 * @param last whether this is the article's last part
 */
export function findClosing(drafts: Draft[], titles: { article: string, part: string }, last: boolean): void {
  const points = drafts.flatMap((draft, index) => draft.heading?.level === 'point' ? [index] : [])
  const lastPoint = points.at(-1)
  const start = lastPoint === undefined ? withoutPoints(drafts, last) : afterLastPoint(drafts, points, lastPoint)
  if (start === undefined)
    return
  const draft = drafts[start]!
  const whole = last && (lastPoint === undefined || speaksForWhole(draft.text, titles))
  draft.closes = {
    what: whole ? 'article' : 'part',
    doubt: {
      position: placeOf(draft.node),
      confidence: 0.7,
      reason: whole ? 'What follows is taken for the close of the whole article' : 'What follows is taken for the close of the part, not for its last point',
    },
  }
}

/** Where run-in points have a paragraph each, what follows the last one has no point. Else only a paragraph that sums up closes. */
function afterLastPoint(drafts: Draft[], points: number[], lastPoint: number): number | undefined {
  const after = drafts.slice(lastPoint + 1)
  const blocks = after.findIndex(draft => isProse(draft))
  if (blocks < 0)
    return undefined
  const runIns = points.every(index => drafts[index]!.heading!.runInEnd !== undefined)
  const each = points.length > 1 && points.every((point, index) => index === points.length - 1 || points[index + 1] === point + 1)
  if (runIns && each)
    return lastPoint + 1 + blocks
  const sums = after.findLastIndex(draft => isProse(draft) && SUMS_UP.test(draft.text))
  // A block that is nothing but the heading owns the block after it.
  const owned = drafts[lastPoint]!.heading!.runInEnd === undefined ? 1 : 0
  return sums >= owned ? lastPoint + 1 + sums : undefined
}

/** In a last part without points, a last paragraph that sums up speaks for the whole. */
function withoutPoints(drafts: Draft[], last: boolean): number | undefined {
  const index = drafts.findLastIndex(draft => isProse(draft) && SUMS_UP.test(draft.text))
  return last && index > 1 && index >= drafts.length - 2 ? index : undefined
}

function speaksForWhole(text: string, titles: { article: string, part: string }): boolean {
  if (POINTS_BACK.test(text))
    return false
  if (SUMS_UP.test(text))
    return true
  const opening = splitSentences(text).slice(0, 2).join('')
  return overlap(titles.article, opening) > overlap(titles.part, opening)
}

/** The share of a title's pairs of characters that a text has too. */
function overlap(title: string, text: string): number {
  const pairs = new Set(Array.from({ length: Math.max(0, title.length - 1) }, (_, index) => title.slice(index, index + 2)))
  return pairs.size === 0 ? 0 : [...pairs].filter(pair => text.includes(pair)).length / pairs.size
}
