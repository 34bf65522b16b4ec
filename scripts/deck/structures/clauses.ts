import type { Clause, Clauses, Span } from './structure.ts'
import { bracketDepths } from '../../language/brackets.ts'
import { splitClauses, trimClause } from '../../language/clauses.ts'
import { splitSentences } from '../../language/sentences.ts'

/**
 * Cuts a stretch of text into sentences and these into clauses (GB/T 15834—2011, 4.4 to 4.7: ， ； and ： part clauses,
 * 。？！ sentences).
 *
 * @param text the text that it stands in
 * @param span where it stands: a sentence, or what is said in one, inside its quotation marks
 * @param span.start where it begins
 * @param span.end where it ends
 * @param sentence the number of its first sentence
 * @returns its clauses that have words, without the marks at their edges but ？ and ！, which say how they are meant
 */
export function clausesIn(text: string, { start, end }: Span, sentence: number): Clause[] {
  const clauses: Clause[] = []
  let at = start
  for (const [index, whole] of splitSentences(text.slice(start, end)).entries()) {
    for (const piece of splitClauses(whole, 'colons')) {
      const words = trimClause(piece)
      const from = at + piece.indexOf(words)
      if (/[\p{L}\p{N}]/u.test(words))
        clauses.push({ start: from, end: from + words.length, words, sentence: sentence + index })
      at += piece.length
    }
  }
  return clauses
}

/**
 * Where 、 stands in words, outside brackets and quotation marks.
 *
 * @param words a clause's
 * @returns the offsets of the marks
 */
export function listMarks(words: string): number[] {
  const depths = bracketDepths(words)
  return Array.from(words.matchAll(/、/g), ({ index }) => index).filter(index => depths[index] === 0)
}

/**
 * Takes a lead-in and what it leads in to as one clause: a list goes with what governs it, 要看四样：风向、水位、船况、人手.
 *
 * @param passage a passage
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @returns the passage with clauses that ： does not part
 */
export function withLeads({ text, clauses }: Clauses): Clauses {
  const joined: Clause[] = []
  for (const clause of clauses) {
    const lead = joined.at(-1)
    const isLed = lead?.sentence === clause.sentence && text.slice(lead.end, clause.start).includes('：')
    if (isLed)
      joined[joined.length - 1] = { ...clause, start: lead.start, words: text.slice(lead.start, clause.end) }
    else
      joined.push(clause)
  }
  return { text, clauses: joined }
}
