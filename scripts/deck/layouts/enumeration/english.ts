import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { bracketDepths } from '../../../language/brackets.ts'
import { around } from '../../structures/structure.ts'

const FEWEST = 4
const MOST = 12
const LONGEST_WORDS = 4
/**
 * What a list stands behind (Quirk et al. 13.68 on coordinated noun phrases): prepositions, forms of be and have, and
 * the verbs that do nothing but bring in a list.
 */
const GOVERNS = new RegExp(`^(?:${[
  'of|in|for|with|by|from|to|on|at|about|like|as|between|among|into|over|against',
  'including|includes?|included|contains?|covers?|covered|is|are|was|were|be|has|have|had|needs?|via|through|without',
].join('|')})$`, 'i')
/** What the last member's clause may go on with. */
const GOES_ON = new RegExp(`^(?:${[
  'of|in|for|with|by|from|to|on|at|about|as|between|into|over|is|are|was|were|has|have|had',
  'will|would|can|could|must|may|might|should|do|does|did|all|that|which|who|each|both',
].join('|')})$`, 'i')
/** A subject with its verb begins a clause, not a member: She came, saw, …. */
const SUBJECT = new RegExp(`^(?:${[
  'I|we|you|he|she|it|they|there|this|that|these|those|who|which',
  'to|if|when|then|so|and|but|or|not|no',
].join('|')})$`, 'i')

/**
 * Finds English lists of four short phrases or more: a, b, c and d.
 * With a comma before and they are two clauses by their marks.
 *
 * @param passage one paragraph
 * @returns the lists
 */
export function english({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((clause, at) => {
    const next = clauses[at + 1]
    const isJoined = next?.sentence === clause.sentence
      && /^(?:and|or) /.test(next.words)
      && /^,\s+$/.test(text.slice(clause.end, next.start))
    if (/\p{Script=Han}/u.test(clause.words))
      return []
    const own = listIn(text, clause, clause)
    return own ?? (isJoined ? listIn(text, clause, { start: clause.start, end: next.end }) : undefined) ?? []
  })
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(word => word !== '')

function listIn(text: string, clause: Clause, whole: Span): Structure[] | undefined {
  const words = text.slice(whole.start, whole.end)
  const depths = bracketDepths(words)
  const pieces: Span[] = []
  let from = 0
  for (const match of words.matchAll(/,\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/g)) {
    if (depths[match.index] !== 0)
      return undefined
    pieces.push({ start: whole.start + from, end: whole.start + match.index })
    from = match.index + match[0].length
  }
  pieces.push({ start: whole.start + from, end: whole.end })
  const between = pieces.slice(1).map(({ start }, index) => text.slice(pieces[index]!.end, start))
  // a, b, c and d: commas, and one conjunction before the last.
  const isJoining = (mark: string): boolean => /\b(?:and|or)\b/.test(mark)
  if (pieces.length < FEWEST || pieces.length > MOST)
    return undefined
  if (!isJoining(between.at(-1)!) || between.slice(0, -1).some(isJoining))
    return undefined
  const middle = pieces.slice(1, -1)
  const phrases = middle.map(({ start, end }) => text.slice(start, end))
  const longest = Math.max(...phrases.map(phrase => wordsOf(phrase).length))
  const isClause = (phrase: string): boolean => SUBJECT.test(wordsOf(phrase)[0]!) || /[.:;?!—]/.test(phrase)
  if (longest > LONGEST_WORDS || phrases.some(isClause))
    return undefined
  const first = firstOf(text, pieces[0]!, longest)
  const last = lastOf(text, pieces.at(-1)!, longest)
  if (!first || !last || clause.start > first.start)
    return undefined
  const members = [first, ...middle, last]
  return [{ strength: Math.min(0.85, 0.55 + members.length / 20), members, ...around(text, whole, members) }]
}

interface Word extends Span { word: string }

function wordsAt(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ 0: word, index }) => {
    return { word, start: start + index, end: start + index + word.length }
  })
}

/** After the last governing word, or from the clause's beginning where that is as short as a member. */
function firstOf(text: string, head: Span, longest: number): Span | undefined {
  const tokens = wordsAt(text, head)
  const governs = ({ word }: Word): boolean => GOVERNS.test(word) || word.endsWith(':')
  const governor = tokens.findLastIndex((token, index) => index < tokens.length - 1 && governs(token))
  const rest = tokens.slice(governor + 1)
  // On Monday, …: a clause that begins with a preposition begins with when or where.
  if (governor === 0 && !tokens[0]!.word.endsWith(':'))
    return undefined
  const isGoverned = governor >= 0
  const isShort = rest.length <= (isGoverned ? longest + 1 : Math.min(longest, 2))
  const begins = isGoverned || !SUBJECT.test(rest[0]?.word ?? 'it')
  return rest.length > 0 && isShort && begins ? { start: rest[0]!.start, end: head.end } : undefined
}

/** To the clause's end, or to a word with which the clause goes on. */
function lastOf(text: string, rest: Span, longest: number): Span | undefined {
  const tokens = wordsAt(text, rest)
  const stop = tokens.findIndex(({ word }, index) => index > 0 && GOES_ON.test(word))
  const words = stop > 0 ? tokens.slice(0, stop) : tokens
  const isShort = words.length > 0 && words.length <= longest + 1
  if (!isShort || SUBJECT.test(words[0]!.word))
    return undefined
  const { end } = words.at(-1)!
  return /[:;?!—]/.test(text.slice(rest.start, end)) ? undefined : { start: rest.start, end }
}
