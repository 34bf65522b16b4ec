import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { pairOf, piecesOf, sizeIn, spanOf } from '../../structures/alike.ts'

/** Who or what is denied to do or be so, the auxiliary, and what is denied: The miller did | not | want …. */
const DENIED = new RegExp([
  '^(?:but |and |so )?(?<subject>(?:[\\w’\'-]+ ){1,5}?|\\w+(?=[’\']))',
  '(?:(?<be>am|is|are|was|were|[’\'](?:m|re|s)) not|(?<joinedBe>is|are|was|were)n[’\']t',
  '|(?:do|does|did) not|(?:do|does|did)n[’\']t)',
  ' (?<rest>(?!only\\b|just\\b|merely\\b|simply\\b|even\\b|yet\\b|to\\b)[\\w’\'-]+)',
].join(''), 'i')
/** An adverb may stand before the verb that is said: I only tell you. */
const ADVERB = '(?:only |really |simply |just |always )?'
const PRONOUN = 'he|she|it|they|that|this'
/** What is denied is taken up at once, or after so many sentences where it is said of the same in the same words. */
const MOST_BETWEEN = 2
const SHORTEST_VERB = 3
/** So much of both may be shown. */
const MOST_SAID = 45
const STRENGTH = 0.86
/** Articles, and words that lead in to what is asked or compared. */
const FUNCTION = /^(?:an?|the|about|how|what|whether|because|for|of|in|on|at|from|by|with|as|like)$/i
/** What says when or where is no second thing: not where it was. */
const PLACE = /^(?:where|when|there|here)$/i

/**
 * Finds what an English text first denies and then says, of one subject with one verb, in two sentences: The miller did
 * not want bread. He wanted the wheel to turn. I am not saying that …. … I am saying that … (Quirk et al. 13.42, 19.7).
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function deniedThenSaid(passage: Clauses): Structure[] {
  const { text } = passage
  const sentences = piecesOf(passage, 'sentences')
  return sentences.flatMap((first, at) => {
    const denial = DENIED.exec(first[0]!.words)?.groups
    if (!denial || /\p{Script=Han}/u.test(first[0]!.words))
      return []
    const later = sentences.slice(at + 1, at + 2 + MOST_BETWEEN)
    const to = later.findIndex((second, between) => isSaid(denial, second[0]!.words, between > 0))
    const second = later[to]
    const sides = second && sidesOf(text, first, second)
    return sides ? [pairOf(text, STRENGTH, sides, [])] : []
  })
}

/** Whether a sentence says with the same verb what was denied. */
function isSaid(denial: Record<string, string | undefined>, words: string, isFar: boolean): boolean {
  const { subject = '', rest = '' } = denial
  const be = denial.be ?? denial.joinedBe
  const isVerb = be === undefined || rest.endsWith('ing')
  // A pronoun takes up a noun in the next sentence alone.
  const isNamed = !new RegExp(`^(?:I|you|we|there|these|those|${PRONOUN})$`, 'i').test(subject.trim())
  const who = `(?:${loosely(subject.trim())}${isNamed && !isFar ? `|${PRONOUN}` : ''})`
  if (PLACE.test(rest) || (isVerb && rest.length < SHORTEST_VERB) || (isFar && !isVerb))
    return false
  const said = be === undefined
    ? ` ${ADVERB}${loosely(stemOf(rest))}(?:s|es|d|ed)?`
    : `(?: (?:am|is|are|was|were)|[’'](?:m|s|re)) ${ADVERB}${sameWord(rest)}`
  return (isVerb || FUNCTION.test(rest)) && new RegExp(`^(?:but )?${who}${said}\\b`, 'i').test(words)
}

/** Words as part of a pattern, whatever their apostrophes look like. */
function loosely(words: string): string {
  return words.replace(/[^\w ]/g, '.')
}

function stemOf(verb: string): string {
  return verb.replace(/e$/i, '')
}

function sameWord(word: string): string {
  return /^an?$/i.test(word) ? 'an?' : loosely(word)
}

/** Both sentences, or of one that is too long its first clause. */
function sidesOf(text: string, first: readonly Clause[], second: readonly Clause[]): Span[] | undefined {
  const [one, other] = [first, second].map((clauses) => {
    const whole = spanOf(clauses[0]!, clauses.at(-1))
    return [whole, spanOf(clauses[0]!)]
  })
  const pairs = one!.flatMap(side => other!.map(said => [side, said]))
  const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + sizeIn(text, span), 0)
  const isAsked = /[?？]/.test(text.slice(first[0]!.start, second.at(-1)!.end + 1))
  return isAsked ? undefined : pairs.find(spans => sizeOf(spans) <= MOST_SAID)
}
