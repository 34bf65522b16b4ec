import type { Clause } from '../structures/structure.ts'
import type { Prose, Voice } from './voices.ts'
import { bigrams } from '../../language/bigrams.ts'
import { announces } from './announcing.ts'
import { takesUpBefore } from './clause-grammar.ts'
import {
  announcesInEnglish,
  isElliptic,
  isGivenRoom,
  mainClauseEnd,
  pointsBack,
  tellsStory,
} from './english-clauses.ts'
import { isNamed, saysSomething } from './noun-phrases.ts'
import { firstOfSentence, isSaidOfEarlier } from './subjects.ts'
import { costOfTale } from './tales.ts'
import { isOutdone } from './turns.ts'
import { closesPiece, opensPiece } from './whole-clauses.ts'

/** One line of 34 px, in em: from here on a headline takes two. */
const ONE_LINE = 24
/** Of a heading no more weighs: each slide under it asks for that. In characters. */
const LONGEST_HEADING = 1000
/** What is shorter says little. */
const SHORT = 9

/** What the clauses of a voice are judged by beside their words. */
export interface Context {
  text: string
  /** Pairs of letters in the headings above. */
  heading: ReadonlySet<string>
  /** The clauses of questions: a piece of one would state what is asked. */
  asked: ReadonlySet<Clause>
}

/**
 * Finds what the clauses of each voice are judged by.
 *
 * @param prose all sentences under one heading
 * @param heading the headings above, whose words weigh
 * @returns one for each voice, in order
 */
export function contextsOf({ text, voices }: Prose, heading: string): Context[] {
  const pairs = pairsIn(heading.slice(0, LONGEST_HEADING))
  return voices.map(({ clauses }) => ({ text, heading: pairs, asked: askedIn(text, clauses) }))
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

/** Whether a clause is the first of its sentence, or of what stands between two ；, that says something. */
export function beginsPiece(text: string, clauses: readonly Clause[], at: number): boolean {
  return opensPiece(text, clauses, at) || firstOfSentence(clauses, at) === at
}

/** Words that stand for somebody or something said before. */
const STANDS_FOR = /(?<!其)[他她它](?![人国乡山])|[前后]者/
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

/** 大体上也会沉: of whom it is so, the clause before says. */
const SO_TOO = /^(?![再谁哪多]|什么|怎么|[一连][^，]*也)[^，也他她它我你们]{0,3}也(?=[会能要可应是有不没])/
/** 说的正是这个道理: what is said stands before. */
const ENDS_IN_THIS = /[这那][个种样件句一]?\p{Script=Han}{1,3}$/u

/** 做了一件不起眼的事：what it is, is said behind ：. */
const NAMES_ONE = /(?:一[件条点个种句项笔桩]|[这那]样)[^，；]*$/

function leadsUpTo(text: string, { words, end }: Clause): boolean {
  return /^\s?[：:]/.test(text.slice(end, end + 2)) && NAMES_ONE.test(words)
}

/** What somebody took to be so, and was not (《现代汉语八百词》: 以为). */
const MISTAKEN = new RegExp([
  '(?<![自引不习难信])以为(?![常荣耻戒意真])',
  String.raw`\b(?:people|everyone|everybody|many|most|some|i|we) (?:had )?(?:thought|assumed|expected)\b`,
].join('|'), 'i')

/** What says something outright. */
const ASSERTS
  = /[^不]是(?!否|不是)|就是|不是|要(?![求素点件闻领义一二两三四五六七八九十几\d])|必须|关键|最|不可能|不能|根本|核心|归根到底|决定|意味着|取决于/
const ASSERTS_ENGLISH = /\b(?:is|are|was|were|must|only|never|cannot|can’t|means|will|most|no)\b/

/** Whether words assert something: in English their main clause does. */
function asserts(words: string): boolean {
  return ASSERTS.test(words) || ASSERTS_ENGLISH.test(words.slice(0, mainClauseEnd(words)))
}

/** The last of so many English sentences says what they come to, and may take two clauses for that. */
const MANY_SENTENCES = 3

/**
 * What an English clause loses by pointing at what stands before it, or by saying nothing but that something comes; it
 * gains where it concludes.
 */
function costOfEnglish(words: string, concludes: boolean): number {
  if (/\p{Script=Han}/u.test(words))
    return 0
  return 0.5 * pointsBack(words)
    + (announcesInEnglish(words) ? 1 : 0)
    + (isElliptic(words) ? 0.6 : 0)
    + (isGivenRoom(words) ? 0.45 : 0)
    + (FEW_WORDS.test(words) ? 0.3 : 0)
    + (tellsStory(words) ? 0.6 : 0)
    - (concludes ? 0.2 : 0)
}

/** What points at another sentence says little without it. */
function costOfPointing(words: string): number {
  return (ENDS_IN_THIS.test(words) || SO_TOO.test(words) ? 0.4 : 0) + (/[这那][个种样件句些]/.test(words) ? 0.25 : 0)
}

/**
 * Judges a whole clause, or clauses in a row, as a headline.
 *
 * @param context what it stands in
 * @param voice the sentences that it is of
 * @param from its first clause in the voice
 * @param to its last clause
 * @param width how wide its words are, in em
 * @returns about from -1 to 1
 */
export function scoreOf(
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
  const concludes = to > from && closesSentence && first.sentence === lastSentence && lastSentence >= MANY_SENTENCES
  const own = pairsIn(words)
  const shared = [...own].filter(pair => heading.has(pair)).length / Math.max(6, own.size)
  return 0.1
    + (opensSentence && first.sentence === 0 ? 0.3 : 0)
    + (first.sentence === lastSentence && closesSentence ? 0.2 : 0)
    + (opensSentence ? 0.1 : 0)
    + (opensSentence && closesSentence ? 0.1 : 0)
    + (asserts(words) ? 0.3 : 0)
    + 0.3 * Math.min(1, shared)
    - (takesUpBefore(first.words) ? 0.7 : 0)
    - (asks(words) || asked.has(clauses[to]!) ? 0.8 : 0)
    - Math.max(costOfTale(words), isOutdone(text, clauses, to) ? 0.3 : 0)
    - (STANDS_FOR.test(words) ? 0.5 : 0)
    - costOfEnglish(words, concludes)
    - costOfPointing(words)
    - (width > ONE_LINE ? 0.012 * (width - ONE_LINE) : 0.07 * Math.max(0, SHORT - width))
    - 0.1 * (to - from)
    - (to > from && !beginsPiece(text, clauses, from) ? 0.3 : 0)
    - 0.04 * (words.match(/、/g)?.length ?? 0)
    - (saysSomething(words) ? 0 : 0.7)
    - (isNamed(words) ? 0.6 : 0)
    - (isSaidOfEarlier(clauses, from) ? 0.5 : 0)
    - (announces(words) || MISTAKEN.test(words) || leadsUpTo(text, clauses[to]!) ? 0.6 : 0)
    - (/^[（(].*[）)]$/.test(words) ? 0.6 : 0)
    - (!attribution && /^[“"「].*[”"」]$/.test(words) ? 0.5 : 0)
    - (!attribution && /^["“].*["”]\s/.test(words) ? 0.3 : 0)
}

/** Neighbouring letters: for Chinese about what its words are. */
function pairsIn(text: string): ReadonlySet<string> {
  return new Set([...bigrams(text.toLowerCase())].filter(pair => /^[\p{L}\p{N}]{2}$/u.test(pair)))
}
