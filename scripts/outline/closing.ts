import type { Draft } from './draft.ts'
import { bigrams } from '../language/bigrams.ts'
import { splitSentences } from '../language/sentences.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { isProse, placeOf } from './draft.ts'

/** Words that sum up. They are grammar, not topics. */
const SUMS_UP = new RegExp(`^(?:${[
  '总之|总而言之|综上|总的来说|总的看|概括起来|归根到底|归根结底|一言以蔽之',
  'In short|In sum|In conclusion|To sum up|To conclude|Overall|All in all|Taken together',
].join('|')})`)
/** Words that point back at what was just said: they close a part, not the whole. */
const POINTS_BACK = /^\S{0,8}(?:这些|上述|以上)/

/** What a closing is told by, beyond its part's blocks. */
export interface ClosingSigns {
  /** The article's title and the part's, to tell for whom a closing speaks. */
  article: string
  part: string
  /** How the speaker addresses the audience, in a speech. */
  salutation: string | undefined
  /** Whether this is the article's last part. */
  last: boolean
}

/**
 * Finds the paragraphs that close a part: those after its last point that the point does not own.
 *
 * @param drafts a part's blocks with its points noted; a closing found is noted at its first block
 * @param signs what it is told by
 */
export function findClosing(drafts: Draft[], signs: ClosingSigns): void {
  if (signs.last)
    giveUpLastPoint(drafts, signs.article)
  const points = drafts.flatMap((draft, index) => draft.heading?.level === 'point' ? [index] : [])
  const lastPoint = points.at(-1)
  const farewell = signs.last ? findFarewell(drafts, lastPoint ?? 0, signs.salutation) : undefined
  const takenUp = drafts.findIndex(draft => draft.closes)
  const before = takenUp < 0 ? drafts : drafts.slice(0, takenUp)
  const found = lastPoint === undefined ? withoutPoints(drafts, signs.last) : afterLastPoint(before, points, lastPoint)
  const start = takenUp < 0 ? farewell ?? found : found
  if (start === undefined || (takenUp >= 0 && lastPoint === undefined))
    return
  const draft = drafts[start]!
  const isWhole = farewell !== undefined || lastPoint === undefined || speaksForWhole(draft.text, signs)
  close(draft, takenUp < 0 && signs.last && isWhole ? 'article' : 'part')
}

function close(draft: Draft, what: 'article' | 'part'): void {
  const position = placeOf(draft.node)
  const reason = what === 'article' ? 'doubt-closing-whole' : 'doubt-closing-part'
  draft.closes = { what, doubt: { position, confidence: 0.7, ...reasonFor(wording(reason)) } }
}

/** So much of the article's title a paragraph has that takes it up again. */
const TAKES_UP = 0.6

/**
 * The article's last paragraph is no run-in point where it, and no point before it, takes up the article's title: it
 * closes the whole.
 */
function giveUpLastPoint(drafts: Draft[], title: string): void {
  const points = drafts.filter(draft => draft.heading?.level === 'point')
  const last = drafts.at(-1)!
  if (points.length < 3 || points.at(-1) !== last || last.heading!.runInEnd === undefined || !last.heading!.doubt)
    return
  if (overlap(title, last.text) < TAKES_UP || points.slice(0, -1).some(point => overlap(title, point.text) >= TAKES_UP))
    return
  delete last.heading
  last.closes = {
    what: 'article',
    doubt: {
      position: placeOf(last.node),
      confidence: 0.6,
      ...reasonFor(wording('doubt-last-paragraph')),
    },
  }
}

/** A line that addresses the audience: 同志们： or Dear colleagues, */
const SALUTATION = /^([\p{L}、 ]{2,16})[：:,]$/u

/**
 * Finds how a speech addresses its audience.
 *
 * @param drafts the article's body
 * @returns the words of a salutation before the first heading, without their mark
 */
export function findSalutation(drafts: Draft[]): string | undefined {
  const opening = drafts.slice(0, 3)
  const headed = opening.findIndex(({ heading }) => heading)
  const before = headed < 0 ? opening : opening.slice(0, headed)
  const line = before.find(draft => isProse(draft) && SALUTATION.test(draft.text))
  return line && SALUTATION.exec(line.text)![1]
}

/** Who turns to the audience once more near the end speaks for the whole. */
function findFarewell(drafts: Draft[], after: number, salutation: string | undefined): number | undefined {
  if (salutation === undefined)
    return undefined
  const index = drafts.findLastIndex(draft => isProse(draft) && draft.text.startsWith(salutation))
  return index > after && index >= drafts.length - 3 ? index : undefined
}

/**
 * Where run-in points have a paragraph each, what follows the last one has no point. Else only a paragraph that sums up
 * closes.
 */
function afterLastPoint(drafts: Draft[], points: number[], lastPoint: number): number | undefined {
  const after = drafts.slice(lastPoint + 1)
  const blocks = after.findIndex(draft => isProse(draft))
  if (blocks < 0)
    return undefined
  const runIns = points.every(index => drafts[index]!.heading!.runInEnd !== undefined)
  const isNext = (point: number, index: number): boolean =>
    index === points.length - 1 || points[index + 1] === point + 1
  if (runIns && points.length > 1 && points.every(isNext)) {
    const isLong = isCutShort(drafts, points) && after.slice(blocks).filter(isProse).length > 1
    return lastPoint + 1 + blocks + (isLong ? 1 : 0)
  }
  const sums = after.findLastIndex(draft => isProse(draft) && SUMS_UP.test(draft.text))
  // A block that is nothing but the heading owns the block after it.
  const owned = drafts[lastPoint]!.heading!.runInEnd === undefined ? 1 : 0
  return sums >= owned ? lastPoint + 1 + sums : undefined
}

/** A last point whose paragraph is much shorter than the others' goes on in the next. */
function isCutShort(drafts: Draft[], points: number[]): boolean {
  const lengths = points.map(index => drafts[index]!.text.length)
  const last = lengths.pop()!
  const middle = lengths.sort((one, other) => one - other)[lengths.length >> 1]!
  return last < middle * 0.6
}

/** In a last part without points, a last paragraph that sums up speaks for the whole. */
function withoutPoints(drafts: Draft[], last: boolean): number | undefined {
  const index = drafts.findLastIndex(draft => isProse(draft) && SUMS_UP.test(draft.text))
  return last && index > 1 && index >= drafts.length - 2 ? index : undefined
}

function speaksForWhole(text: string, titles: Pick<ClosingSigns, 'article' | 'part'>): boolean {
  if (POINTS_BACK.test(text))
    return false
  if (SUMS_UP.test(text))
    return true
  const opening = splitSentences(text).slice(0, 2).join('')
  return overlap(titles.article, opening) > overlap(titles.part, opening)
}

/** The share of a title's pairs of characters that a text has too. */
function overlap(title: string, text: string): number {
  const pairs = bigrams(title)
  return pairs.size === 0 ? 0 : [...pairs].filter(pair => text.includes(pair)).length / pairs.size
}
