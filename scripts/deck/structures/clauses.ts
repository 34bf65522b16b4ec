import type { Clause, Clauses } from './structure.ts'
import { splitClauses, trimClause } from '../../language/clauses.ts'
import { splitSentences } from '../../language/sentences.ts'
import { findSpeech, unquote } from '../../language/speech.ts'

/** A stretch of text at its place. */
interface Stretch { text: string, start: number }

/**
 * Cuts a paragraph into sentences and these into clauses (GB/T 15834—2011, 4.4 to 4.6: ， and ； part clauses, 。？！ sentences).
 *
 * Who speaks is no clause: after 习近平总书记指出， the clauses begin behind the mark, and where quotation marks enclose all that is said, inside them.
 *
 * @param text one paragraph that one person says
 * @param from where its sentences begin, if the caller has cut them already
 * @returns its clauses that have words, without the marks at their edges
 */
export function clausesOf(text: string, from: readonly number[] = startsOf(splitSentences(text))): Clauses {
  const sentences = from.map((start, index) => ({ text: text.slice(start, from[index + 1] ?? text.length), start }))
  const clauses = sentences.flatMap((sentence, index) => clausesIn(said(sentence)).map(clause => ({ ...clause, sentence: index })))
  return { text, clauses }
}

function startsOf(pieces: readonly string[]): number[] {
  let at = 0
  return pieces.map((piece) => {
    at += piece.length
    return at - piece.length
  })
}

/** What is said in a sentence, apart from who says it. */
function said({ text, start }: Stretch): Stretch {
  const offset = findSpeech(text)?.offset ?? 0
  const words = text.slice(offset)
  const inner = unquote(words)
  return inner === undefined ? { text: words, start: start + offset } : { text: inner, start: start + offset + words.indexOf(inner) }
}

/** Inside quotation marks there may be several sentences: they are one of the paragraph. */
function clausesIn(stretch: Stretch): Omit<Clause, 'sentence'>[] {
  return parted(stretch, splitSentences).flatMap(piece => parted(piece, text => splitClauses(text, 'commas'))).flatMap(trimmed)
}

function parted({ text, start }: Stretch, split: (text: string) => string[]): Stretch[] {
  const pieces = split(text)
  return startsOf(pieces).map((at, index) => ({ text: pieces[index]!, start: start + at }))
}

function trimmed({ text, start }: Stretch): Omit<Clause, 'sentence'>[] {
  // A sentence's last mark is none of the clause's words; trimClause keeps ？ and ！, which say how it is meant.
  const words = trimClause(text)
  const at = start + text.indexOf(words)
  return /[\p{L}\p{N}]/u.test(words) ? [{ start: at, end: at + words.length, words }] : []
}
