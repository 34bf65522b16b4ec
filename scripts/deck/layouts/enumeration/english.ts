import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { bracketDepths } from '../../../language/brackets.ts'

const FEWEST = 4
const MOST = 12
const LONGEST_WORDS = 4
/** What a list stands behind (Quirk et al. 13.68 on coordinated noun phrases): prepositions, forms of be and have, and the verbs that do nothing but bring in a list. */
const GOVERNS = /^(?:of|in|for|with|by|from|to|on|at|about|like|as|between|among|into|over|against|including|includes?|included|contains?|covers?|covered|is|are|was|were|be|has|have|had|needs?|via|through|without)$/i
/** What the last member's clause may go on with. */
const GOES_ON = /^(?:of|in|for|with|by|from|to|on|at|about|as|between|into|over|is|are|was|were|has|have|had|will|would|can|could|must|may|should|do|does|did|all|that|which|who|each|both)$/i
/** A subject with its verb begins a clause, not a member: She came, saw, …. */
const SUBJECT = /^(?:I|we|you|he|she|it|they|there|this|that|these|those|who|which|to|if|when|then|so|and|but|or|not|no)$/i

/**
 * Finds English lists of four short phrases or more: a, b, c and d. With a comma before and they are two clauses by their marks.
 *
 * @param passage one paragraph
 * @returns the lists
 */
export function english({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((clause, at) => {
    const next = clauses[at + 1]
    const joined = next?.sentence === clause.sentence && /^(?:and|or) /.test(next.words) && /^,\s+$/.test(text.slice(clause.end, next.start))
    return /\p{Script=Han}/u.test(clause.words) ? [] : listIn(text, clause, clause) ?? (joined ? listIn(text, clause, { start: clause.start, end: next.end }) ?? [] : [])
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
  if (pieces.length < FEWEST || pieces.length > MOST || !/\b(?:and|or)\b/.test(between.at(-1)!) || between.slice(0, -1).some(mark => /\b(?:and|or)\b/.test(mark)))
    return undefined
  const middle = pieces.slice(1, -1)
  const counts = middle.map(({ start, end }) => wordsOf(text.slice(start, end)).length)
  const longest = Math.max(...counts)
  if (longest > LONGEST_WORDS || middle.some(({ start, end }) => SUBJECT.test(wordsOf(text.slice(start, end))[0]!) || /[.:;?!—]/.test(text.slice(start, end))))
    return undefined
  const first = firstOf(text, pieces[0]!, longest)
  const last = lastOf(text, pieces.at(-1)!, longest)
  if (!first || !last || clause.start > first.start)
    return undefined
  const members = [first, ...middle, last]
  const over = text.slice(whole.start, first.start).replace(/[\s:]+$/, '')
  const after = text.slice(last.end, whole.end).trimStart()
  return [{
    strength: Math.min(0.85, 0.55 + members.length / 20),
    ...(over !== '' && { over: { start: whole.start, end: whole.start + over.length } }),
    members,
    ...(after !== '' && { after: { start: whole.end - after.length, end: whole.end } }),
  }]
}

/** After the last governing word, or from the clause's beginning where that is as short as a member. */
function firstOf(text: string, head: Span, longest: number): Span | undefined {
  const tokens = Array.from(text.slice(head.start, head.end).matchAll(/\S+/g), match => ({ word: match[0], start: head.start + match.index }))
  const governor = tokens.findLastIndex(({ word }, index) => index < tokens.length - 1 && (GOVERNS.test(word) || word.endsWith(':')))
  const rest = tokens.slice(governor + 1)
  // On Monday, …: a clause that begins with a preposition begins with when or where.
  if (governor === 0 && !tokens[0]!.word.endsWith(':'))
    return undefined
  const begins = governor >= 0 || !SUBJECT.test(rest[0]?.word ?? 'it')
  return rest.length > 0 && rest.length <= (governor >= 0 ? longest + 1 : longest) && begins && !(governor < 0 && rest.length > 2) ? { start: rest[0]!.start, end: head.end } : undefined
}

/** To the clause's end, or to a word with which the clause goes on. */
function lastOf(text: string, rest: Span, longest: number): Span | undefined {
  const tokens = Array.from(text.slice(rest.start, rest.end).matchAll(/\S+/g), match => ({ word: match[0], start: rest.start + match.index, end: rest.start + match.index + match[0].length }))
  const stop = tokens.findIndex(({ word }, index) => index > 0 && GOES_ON.test(word))
  const words = stop > 0 ? tokens.slice(0, stop) : tokens
  return words.length > 0 && words.length <= longest + 1 && !SUBJECT.test(words[0]!.word) && !/[:;?!—]/.test(text.slice(rest.start, words.at(-1)!.end)) ? { start: rest.start, end: words.at(-1)!.end } : undefined
}
