import type { Text } from 'mdast'
import type { Clause, Span } from '../structures/structure.ts'
import type { Unit } from '../units.ts'
import { maskedText, partOf } from '../../article/marks.ts'
import { splitClauses } from '../../language/clauses.ts'
import { opensItem } from '../../language/inline-numbers.ts'
import { speakingMinutes } from '../../language/measure.ts'
import { clausesIn } from '../structures/clauses.ts'
import { indexAt } from './spans.ts'

/** What is said in one breath and never parted between two slides: a sentence, or what of it stands between two ；. */
export interface Breath extends Span {
  unit: Unit
  /** It begins a paragraph. */
  opensParagraph: boolean
  /** It begins a paragraph with a number, whose sentences explain it. */
  opensMember: boolean
  /** It begins a sentence. */
  opensSentence: boolean
  seconds: number
}

/** What one person says in one paragraph: sentences of the author's own, or one of somebody else's. */
export interface Voice extends Span {
  attribution?: Text
  /** Somebody's words and nothing else. */
  quotation?: Text
  /** Where its words stand, sentence by sentence: between those of a quotation stands who says it. */
  stretches: readonly Span[]
  /** Which paragraph it stands in, from 0. */
  paragraph: number
  clauses: readonly Clause[]
}

/** Sentences under one heading as one text, and the way back to their places. */
export interface Prose {
  text: string
  breaths: readonly Breath[]
  voices: readonly Voice[]
  /** What of each sentence a slide can hold, however long it is. */
  bullets: readonly Span[]
  /** From a range of the text, which lies in one sentence, to a text node. */
  slice: (span: Span) => Text
}

/** A sentence that takes longer than this may be parted at its ；. In seconds. */
const LONG_SENTENCE = 18

/**
 * Makes one text of sentences.
 *
 * @param units sentences in order
 * @returns the text, cut into breaths for notes and into clauses for slides
 */
export function toProse(units: Unit[]): Prose {
  const starts: number[] = []
  let text = ''
  for (const { sentence } of units) {
    starts.push(text.length)
    text += maskedText(sentence)
  }
  return {
    text,
    breaths: units.flatMap((unit, index) => breathsOf(unit, starts[index]!)),
    voices: voicesOf(units, starts, text),
    bullets: units.flatMap(({ bullets, sentence }, index) => bullets.map(({ position, value }): Span => {
      const start = starts[index]! + position!.start.offset! - sentence.position!.start.offset!
      return { start, end: start + value.length }
    })),
    slice: ({ start, end }) => {
      const index = indexAt(starts, start)
      const { sentence } = units[index]!
      // A whole sentence knows its place, soft line ends and all.
      const [from, to] = [start - starts[index]!, end - starts[index]!]
      return from === 0 && to === sentence.value.length ? sentence : partOf(sentence, from, to)
    },
  }
}

function breathsOf(unit: Unit, base: number): Breath[] {
  const whole = maskedText(unit.sentence)
  const isLong = unit.bullets.length > 0 && !unit.quotation && secondsOf(whole) > LONG_SENTENCE
  let start = base
  return (isLong ? splitClauses(whole, 'semicolons') : [whole]).map((piece, index): Breath => {
    const end = start + piece.length
    const opensSentence = index === 0
    const opensParagraph = opensSentence && unit.opensParagraph
    const opensMember = opensParagraph && opensItem(piece)
    const breath = { start, end, unit, opensParagraph, opensMember, opensSentence, seconds: secondsOf(piece) }
    start = end
    return breath
  })
}

function secondsOf(text: string): number {
  return speakingMinutes(text) * 60
}

/** A voice to which sentences are still added. */
type OpenVoice = Voice & { clauses: Clause[], stretches: Span[] }

function voicesOf(units: Unit[], starts: number[], text: string): Voice[] {
  const voices: OpenVoice[] = []
  let open: OpenVoice | undefined
  let paragraph = -1
  for (const [index, unit] of units.entries()) {
    paragraph += unit.opensParagraph || index === 0 ? 1 : 0
    const start = starts[index]!
    const end = start + unit.sentence.value.length
    const before = open && index > 0 && speaksOn(open, unit) ? open : undefined
    const stretch = wordsOf(unit, start, end)
    const sentence = before ? before.clauses.at(-1)!.sentence + 1 : 0
    const clauses = unit.bullets.length > 0 ? clausesIn(text, stretch, sentence) : []
    if (clauses.length === 0) {
      open = unit.bullets.length === 0 ? undefined : open
      continue
    }
    if (before) {
      before.clauses.push(...clauses)
      before.stretches.push(stretch)
      before.end = end
      continue
    }
    const { attribution, quotation } = unit
    const by = { ...(attribution && { attribution }), ...(quotation && { quotation }) }
    open = { start, end, ...by, stretches: [stretch], paragraph, clauses }
    voices.push(open)
  }
  return voices
}

/** Whose words a sentence is of. */
type Said = Pick<Unit, 'attribution' | 'quotation'>

/** Whether a sentence of the same paragraph is said by whoever said the one before: the author, or who is quoted. */
export function speaksOn(
  before: Said,
  unit: Said & Pick<Unit, 'opensParagraph'>,
): boolean {
  const isOwn = ({ attribution, quotation }: Said): boolean => !attribution && !quotation
  const areQuoted = before.quotation && unit.quotation && unit.attribution
  const isTheirs = areQuoted !== undefined && before.attribution?.value === unit.attribution?.value
  return !unit.opensParagraph && (isTheirs || (isOwn(before) && isOwn(unit)))
}

/**
 * Where the words of a sentence stand that a slide may show: after the attribution, inside the quotation marks that
 * hold all of them.
 */
function wordsOf({ sentence, attribution, quotation, formFrom }: Unit, start: number, end: number): Span {
  if (quotation) {
    const at = quotation.position!.start.offset! - sentence.position!.start.offset!
    return { start: start + at, end: start + at + quotation.value.length }
  }
  return { start: start + (attribution ? formFrom ?? 0 : 0), end }
}

/** 有人认为, 有一种看法是, some say: nobody who is named, and mostly somebody whom the author answers. */
const HEARSAY = new RegExp([
  '^也?有(?:的|些)?人|^有一?[种些](?:看法|观点|说法|意见|声音|论调)|^(?:一些|某些|不少|许多|很多)人',
  '^(?:some|many|most|people|critics|others|someone|somebody|everyone|everybody)\\b',
].join('|'), 'i')

/**
 * Whether somebody says it whom the text does not name: shown alone it would read as the author's word.
 *
 * @param voice what one person says
 * @param voice.attribution who that is
 */
export function isHearsay({ attribution }: Pick<Voice, 'attribution'>): boolean {
  return attribution !== undefined && HEARSAY.test(attribution.value)
}
