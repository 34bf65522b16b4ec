import type { Span } from '../structures/structure.ts'
import type { Evidence } from './evidence.ts'
import type { Headline } from './headlines.ts'
import type { Prose, Voice } from './voices.ts'
import { widthInEm } from '../../language/measure.ts'
import { charactersIn } from './reading.ts'

/** The line of a quotation that stands large takes two lines or three; the rest of it is no longer than this. In em. */
const LONGEST_LINE = 48
const LONGEST_REST = 66
/** A line of somebody's words heads a slide at least as well as this. */
const LINE_SCORE = 0.4

/** A quotation: the line that heads its slide, and the rest of it. */
export interface Quotation { line: Headline, evidence: Evidence }

/**
 * A quotation that a slide can hold: its best line large, the first or the last of its sentences, and the rest of it.
 *
 * @param prose sentences under one heading
 * @param voice what one person says
 * @param lines all that could head a slide
 * @returns the line, and the quotation without it; nothing where somebody's words are too many
 */
export function quotationOf(prose: Prose, voice: Voice, lines: readonly Headline[]): Quotation | undefined {
  if (!voice.quotation)
    return undefined
  const { clauses } = voice
  const width = ({ start, end }: Span): number => widthInEm(prose.text.slice(start, end))
  const sentences = Array.from({ length: clauses.at(-1)!.sentence + 1 }, (_, index): Span => {
    const own = clauses.filter(({ sentence }) => sentence === index)
    return { start: own[0]!.start, end: own.at(-1)!.end }
  })
  const [first, last] = [sentences[0]!, sentences.at(-1)!]
  const all = { start: first.start, end: last.end }
  const isSame = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end
  const line = (span: Span): Headline => ({
    ...span,
    voice,
    sentence: 0,
    takesUp: false,
    isSentence: true,
    width: width(span),
    lines: 1,
    characters: charactersIn(prose.text.slice(span.start, span.end)),
    score: Math.max(LINE_SCORE, lines.find(one => one.voice === voice && isSame(one, span))?.score ?? 0),
  })
  if (width(all) <= (sentences.length > 1 ? LONGEST_LINE / 2 : LONGEST_LINE))
    return { line: line(all), evidence: { layout: 'quote', strength: 0.72, voice, spans: [] } }
  const options = [
    { line: line(first), rest: { start: sentences[1]?.start ?? last.end, end: last.end } },
    { line: line(last), rest: { start: first.start, end: sentences.at(-2)?.end ?? first.start } },
  ].filter(option => sentences.length > 1 && width(option.line) <= LONGEST_LINE && width(option.rest) <= LONGEST_REST)
  const best = options.sort((one, other) => other.line.score - one.line.score)[0]
  return best && { line: best.line, evidence: { layout: 'quote', strength: 0.66, voice, spans: [best.rest] } }
}
