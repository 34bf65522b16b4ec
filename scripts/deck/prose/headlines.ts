import type { Clause, Span } from '../structures/structure.ts'
import type { Context } from './headline-score.ts'
import type { Leaning } from './leaning.ts'
import type { Prose, Voice } from './voices.ts'
import { widthInEm } from '../../language/measure.ts'
import { announces } from './announcing.ts'
import { leansBack } from './clause-grammar.ts'
import { announcesInEnglish } from './english-clauses.ts'
import { beginsPiece, contextsOf, scoreOf } from './headline-score.ts'
import { leaning } from './leaning.ts'
import { isNamed } from './noun-phrases.ts'
import { charactersIn } from './reading.ts'
import { isHearsay } from './voices.ts'
import { closesPiece, isWhole, opensPiece } from './whole-clauses.ts'

/** A whole clause, or clauses in a row, that could head a slide, and how well. */
export interface Headline extends Span, Leaning {
  voice: Voice
  /** Which of its voice's sentences it is of. */
  sentence: number
  /** It takes up what stands before it: 这些…. */
  takesUp: boolean
  /** It names something, and says nothing of it. */
  isNamed: boolean
  /** It says that something comes, and not what. */
  announces: boolean
  /** It is a sentence, or all that stands between two ；. */
  isSentence: boolean
  /** About from -1 to 1. */
  score: number
  /** In em. */
  width: number
  /** How many it takes, broken after its clauses first. */
  lines: number
  /** How much there is to read: `charactersIn` its words. */
  characters: number
}

/** A headline is one line of 34 px or two. In em. */
export const LONGEST_HEADLINE = 46
/** An English sentence of twenty words may be a point below one. */
const LONGEST_ENGLISH = 60
const SHORTEST = 5
/** Together with what it hangs on, a clause is no more than so many. */
const MOST_CLAUSES = 3

/**
 * Finds what could head a slide: whole clauses that can be said by themselves, those that hold only under another
 * together with it; none of a view that somebody unnamed holds.
 *
 * @param prose sentences under one heading
 * @param heading the headings above, whose words weigh
 * @returns candidates in order, each with its score (after Alley and Neeley, “Rethinking the design of presentation
 * slides”, 2005: a sentence that says the slide's one assertion)
 */
export function headlinesIn(prose: Prose, heading: string): Headline[] {
  const contexts = contextsOf(prose, heading)
  return prose.voices.flatMap((voice, index) => isHearsay(voice)
    ? []
    : voice.clauses.flatMap((_, from) => headlinesFrom(contexts[index]!, voice, from)))
}

/** The headlines that begin with a clause: alone, and with the clauses after it. */
function headlinesFrom(context: Context, voice: Voice, from: number): Headline[] {
  const { text } = context
  const { clauses } = voice
  const first = clauses[from]!
  if (leansBack(first, opensPiece(text, clauses, from) ? undefined : clauses[from - 1]))
    return []
  const found: Headline[] = []
  for (let to = from; to < Math.min(from + MOST_CLAUSES, clauses.length); to++) {
    const span = { start: first.start, end: clauses[to]!.end }
    if (to > from && opensPiece(text, clauses, to))
      break
    const words = text.slice(span.start, span.end)
    const width = widthInEm(words.slice(0, LONGEST_ENGLISH * 4))
    const lines = linesOf(clauses.slice(from, to + 1), width)
    if (width > (/\p{Script=Han}/u.test(words) ? LONGEST_HEADLINE : LONGEST_ENGLISH) || lines > MOST_LINES)
      break
    if (width < SHORTEST || isCutOff(first, clauses[from - 1]) || !isWhole(text, clauses, from, to))
      continue
    found.push({
      ...span,
      voice,
      sentence: first.sentence,
      takesUp: first.words.startsWith('这'),
      ...leaning(clauses, from, words),
      isNamed: isNamed(words),
      announces: announces(words) || announcesInEnglish(words),
      isSentence: beginsPiece(text, clauses, from) && closesPiece(text, clauses, to),
      score: scoreOf(context, voice, from, to, width),
      width,
      lines,
      characters: charactersIn(words),
    })
  }
  return found
}

/** A small letter behind another clause of its sentence: set by itself it looks like a mistake. */
function isCutOff({ words, sentence }: Clause, before: Clause | undefined): boolean {
  return before?.sentence === sentence && /^[a-z]/.test(words)
}

/**
 * Whole sentences as a headline, whatever their clauses are: a line of a quotation, a question.
 *
 * @param text the text that they stand in
 * @param voice whose they are
 * @param place where they stand, and the first one's number
 * @param score how well they head a slide
 * @returns the headline
 */
export function wholeHeadline(text: string, voice: Voice, place: Span & { sentence: number }, score: number): Headline {
  const { start, end, sentence } = place
  const words = text.slice(start, end)
  const width = widthInEm(words)
  const about = { takesUp: false, isNamed: false, announces: false, isSentence: true }
  const lines = Math.ceil(width / LINE)
  return { start, end, voice, sentence, ...about, score, width, lines, characters: charactersIn(words) }
}

/** A line holds so much at 34 px, in em. */
const LINE = 24.2
/** Where nothing stands below it, it may take so many. */
const MOST_LINES = 4
/** Over evidence it takes so many at the most. */
export const LINES_OVER_EVIDENCE = 2

/** What does not fit on one line breaks after its clauses, as the themes set it. */
function linesOf(clauses: readonly Clause[], width: number): number {
  return width <= LINE ? 1 : clauses.reduce((sum, { words }) => sum + Math.ceil(widthInEm(words) / LINE), 0)
}
