import type { Places } from '../article/places.ts'
import type { InlineNumber } from '../language/inline-numbers.ts'
import type { Draft } from './draft.ts'
import { inlineNumbers } from '../language/inline-numbers.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { isProse, paragraphOf, placeOf, titleRange, toDrafts } from './draft.ts'
import { readOrdinal } from './ordinals.ts'

/** A member's first sentence is no longer, where it heads what explains it. */
const LONGEST_TITLE_EM = 36
/** Of the members so many say more than their first sentence. */
const EXPLAINED = 0.6
/** What stands before a member's number. */
const BEFORE = /(?:^|[。．！？；：:.!?;][”’」』）)"']?)\s*$/

/**
 * Parts a paragraph with numbered members that explain themselves, （一）要有登记。每盏灯都要编号。（二）…: what leads in to them, then
 * each with its number and its sentences.
 *
 * @param draft a block
 * @param place the article's places
 * @param asPoints whether each member is a point: its part has no others
 * @returns the block, or its pieces with the headings found noted in them
 */
export function splitMembers(draft: Draft, place: Places, asPoints: boolean): Draft[] {
  const runIn = draft.heading?.runInEnd ?? 0
  if (!isProse(draft) || (draft.heading && (runIn === 0 || asPoints)))
    return [draft]
  const { text } = draft
  const numbers = numbersBehind(text, runIn)
  const members = numbers.map(({ start, end }, index) => {
    const words = text.slice(end, numbers[index + 1]?.start)
    return { start, end, sentences: splitSentences(words).filter(hasWords) }
  })
  const explained = members.filter(({ sentences }) => sentences.length > 1).length
  const isBehindStop = (start: number): boolean => BEFORE.test(text.slice(Math.max(0, start - 8), start))
  const areMembers = members.every(({ start }) => start >= runIn && isBehindStop(start))
  if (members.length < 2 || explained < members.length * EXPLAINED || !areMembers)
    return [draft]
  const cuts = [...new Set([0, ...members.map(({ start }) => start), text.length])]
  const pieces = toDrafts(cuts.slice(1).map((end, index) => paragraphOf(draft.raw(cuts[index]!, end))), place)
  if (draft.heading)
    pieces[0]!.heading = draft.heading
  const own = pieces.slice(-members.length)
  if (asPoints && members.every(({ sentences }) => widthInEm(sentences[0]!) <= LONGEST_TITLE_EM)) {
    own.forEach((piece, index) => {
      const { start, end, sentences } = members[index]!
      const [from, to] = [end - start, end - start + sentences[0]!.length]
      piece.heading = {
        level: 'point',
        ...titleRange(piece.text, from, to),
        runInEnd: to,
        doubt: {
          position: placeOf(piece.node),
          confidence: 0.75,
          ...reasonFor(wording('doubt-members')),
        },
      }
    })
  }
  return pieces
}

/** The numbers of members: （一）, 1., or the 一是 … 二是 … of sentences, behind what heads them all. */
function numbersBehind(text: string, from: number): Pick<InlineNumber, 'start' | 'end'>[] {
  const numbers = inlineNumbers(text)
  if (numbers.length > 1)
    return numbers
  let at = from
  let value = 0
  return splitSentences(text.slice(from)).flatMap((sentence) => {
    const start = at
    at += sentence.length
    const ordinal = readOrdinal(sentence)
    if (ordinal?.run !== '一是' || ordinal.value !== value + 1)
      return []
    value++
    return [{ start, end: start + ordinal.length }]
  })
}
