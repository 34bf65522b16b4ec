import type { Clause, Span } from '../structures/structure.ts'
import type { Leaning } from './leaning.ts'
import type { Prose, Voice } from './voices.ts'
import { bigrams } from '../../language/bigrams.ts'
import { widthInEm } from '../../language/measure.ts'
import { leansBack, takesUpBefore } from './clause-grammar.ts'
import { leaning } from './leaning.ts'
import { isNamed, saysSomething } from './noun-phrases.ts'
import { charactersIn } from './reading.ts'
import { firstOfSentence, isSaidOfEarlier } from './subjects.ts'
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
/** From here on it takes two. */
const ONE_LINE = 24
const SHORTEST = 5
/** What is shorter says little. */
const SHORT = 9
/** Together with what it hangs on, a clause is no more than so many. */
const MOST_CLAUSES = 3

/**
 * Finds what could head a slide: whole clauses that can be said by themselves, those that hold only under another
 * together with it.
 *
 * @param prose sentences under one heading
 * @param heading the headings above, whose words weigh
 * @returns candidates in order, each with its score (after Alley and Neeley, “Rethinking the design of presentation
 * slides”, 2005: a sentence that says the slide's one assertion)
 */
export function headlinesIn(prose: Prose, heading: string): Headline[] {
  const pairs = pairsIn(heading)
  return prose.voices.flatMap((voice) => {
    const context = { text: prose.text, heading: pairs, asked: askedIn(prose.text, voice.clauses) }
    return voice.clauses.flatMap((_, from) => headlinesFrom(context, voice, from))
  })
}

/** What the clauses of a voice are judged by beside their words. */
interface Context {
  text: string
  /** Pairs of letters in the headings above. */
  heading: ReadonlySet<string>
  /** The clauses of questions: a piece of one would state what is asked. */
  asked: ReadonlySet<Clause>
}

/** The clauses whose sentence, or what of it stands between two ；, ends as a question. */
function askedIn(text: string, clauses: readonly Clause[]): ReadonlySet<Clause> {
  const asked = new Set<Clause>()
  for (let at = clauses.length - 1; at >= 0; at--) {
    const clause = clauses[at]!
    const isAsked = closesPiece(text, clauses, at) ? ENDS_ASKING.test(clause.words) : asked.has(clauses[at + 1]!)
    if (isAsked)
      asked.add(clause)
  }
  return asked
}

const ENDS_ASKING = /[？?][”’」』）)]*$/

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
    if (width < SHORTEST || !isWhole(text, clauses, from, to))
      continue
    found.push({
      ...span,
      voice,
      sentence: first.sentence,
      takesUp: first.words.startsWith('这'),
      ...leaning(clauses, from, words),
      isNamed: isNamed(words),
      isSentence: beginsPiece(text, clauses, from) && closesPiece(text, clauses, to),
      score: score(context, voice, from, to, width),
      width,
      lines,
      characters: charactersIn(words),
    })
  }
  return found
}

/** Whether a clause is the first of its sentence, or of what stands between two ；, that says something. */
function beginsPiece(text: string, clauses: readonly Clause[], at: number): boolean {
  return opensPiece(text, clauses, at) || firstOfSentence(clauses, at) === at
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

/** Words that stand for somebody or something said before. */
const STANDS_FOR = new RegExp([
  '(?<!其)[他她它](?![人国乡山])|[前后]者',
  String.raw`\b(?:it|he|she|they|him|her|them|this|that|these|those|one|ones|so|such)\b(?! (?:is|was) )`,
].join('|'), 'i')
/** An English clause of fewer than four words says little. */
const FEW_WORDS = /^[^\s\p{Script=Han}]+(?:\s[^\s\p{Script=Han}]+){0,2}$/u

/** What is asked, or leads on to what comes. */
const ASKS = new RegExp([
  '^[^，]{0,6}问[我他她你大](?:们|家)?，|[？?]|如下|以下|下列|：$|[吗呢]$|(?<!没)有多少$|怎么办$|the following$',
  [
    String.raw`\b(?:ask|asks|asked|wonder|wonders|wondered)(?: (?!for\b)\w+){0,2}`,
    String.raw` (?:which|what|who|whether|if|why|how|where)\b`,
  ].join(''),
].join('|'))
/** Whether words ask something, in whatever form: what answers them says more. */
export function asks(words: string): boolean {
  return ASKS.test(words)
}

/** What says that something comes, and not what: 只讲几件事, There are three things. */
const ANNOUNCES = new RegExp([
  '(?:[说讲谈问做]|记住)(?:好|清|一下)?[几两三四五六七八九](?:件事情?|个?方面|点|条|句话?|个(?:问题|字|例子))(?:意见|要求|体会|建议)?$',
  '(?:牢记|记住|注意|说明|强调)[这以下]{0,2}一点$',
  [
    '^(?:There|Here) (?:is|are|was|were)(?:, [^,]{1,24},)? (?:(?:just|only|also|always) )?(?:an? )?',
    String.raw`(?:second|third|another|two|three|four|five|several)\b`,
  ].join(''),
  String.raw`^(?:One|Two|Three|Four|Several) (?:\w+ )?things?\b`,
].join('|'))
/** One of many: an example, and no assertion. */
const EXAMPLE = /^(?:[还也]?有)?(?:一[位名]|[有某]一?[位个名])(?!不)/
/** What says something outright. */
const ASSERTS = new RegExp([
  '[^不]是(?!否|不是)|就是|不是|要(?![求素点件闻领义一二两三四五六七八九十几\\d])|必须|关键|最|不可能|不能|根本|核心|归根到底|决定|意味着|取决于',
  String.raw`\b(?:is|are|was|were|must|only|never|cannot|can’t|means|will|most|no)\b`,
].join('|'))

function score(
  { text, heading, asked }: Context,
  { attribution, clauses }: Voice,
  from: number,
  to: number,
  width: number,
): number {
  const first = clauses[from]!
  const words = text.slice(first.start, clauses[to]!.end)
  const lastSentence = clauses.at(-1)!.sentence
  const opensSentence = firstOfSentence(clauses, from) === from
  const closesSentence = clauses[to + 1]?.sentence !== first.sentence
  const own = pairsIn(words)
  const shared = [...own].filter(pair => heading.has(pair)).length / Math.max(6, own.size)
  return 0.1
    + (opensSentence && first.sentence === 0 ? 0.3 : 0)
    + (first.sentence === lastSentence && closesSentence ? 0.2 : 0)
    + (opensSentence ? 0.1 : 0)
    + (opensSentence && closesSentence ? 0.1 : 0)
    + (ASSERTS.test(words) ? 0.3 : 0)
    + 0.3 * Math.min(1, shared)
    - (takesUpBefore(first.words) ? 0.7 : 0)
    - (asks(words) || asked.has(clauses[to]!) ? 0.8 : 0)
    - (EXAMPLE.test(words) ? 0.3 : 0)
    - (/^[a-z]/.test(words) ? 0.4 : 0)
    - (STANDS_FOR.test(words) ? 0.5 : 0)
    - (/[这那][个种样件句些]/.test(words) ? 0.25 : 0)
    - (FEW_WORDS.test(words) ? 0.3 : 0)
    - (width > ONE_LINE ? 0.012 * (width - ONE_LINE) : 0.07 * Math.max(0, SHORT - width))
    - 0.1 * (to - from)
    - (to > from && !beginsPiece(text, clauses, from) ? 0.3 : 0)
    - 0.04 * (words.match(/、/g)?.length ?? 0)
    - (saysSomething(words) ? 0 : 0.7)
    - (isNamed(words) ? 0.6 : 0)
    - (isSaidOfEarlier(clauses, from) ? 0.5 : 0)
    - (ANNOUNCES.test(words) ? 0.6 : 0)
    - (/^[（(].*[）)]$/.test(words) ? 0.6 : 0)
    - (!attribution && /^[“"「].*[”"」]$/.test(words) ? 0.5 : 0)
}

/** Neighbouring letters: for Chinese about what its words are. */
function pairsIn(text: string): ReadonlySet<string> {
  return new Set([...bigrams(text.toLowerCase())].filter(pair => /^[\p{L}\p{N}]{2}$/u.test(pair)))
}
