import { pairBrackets } from '../../language/brackets.ts'

/** Where something stands in a passage's text: offsets of characters, the end exclusive. */
export interface Span { start: number, end: number }

/** A clause: the words between two marks of punctuation, the marks at its edges not among them. */
export interface Clause extends Span {
  /** Its words. */
  words: string
  /** Which sentence of the passage it belongs to, from 0. */
  sentence: number
}

/** Text under one heading, as its structures are looked for: one paragraph that one person says. */
export interface Clauses {
  /** All of it, marks and all. Code and formulas in it are letters without meaning. */
  text: string
  /** Its clauses, in order: parted at 。 ； ： ， and their English like, never inside quotation marks or brackets. */
  clauses: readonly Clause[]
}

/** A member of a structure, and the words in it that differ from the others': the theme sets them large. */
export interface Member extends Span { strong?: Span }

/** What a passage does, seen from its own form: how a slide may draw it. */
export interface Structure {
  /** From 0 to 1: how plainly the text has this form. */
  strength: number
  /**
   * What governs the members, and stands before them: whole clauses, or the words of the first member's clause before
   * it.
   */
  over?: Span
  /**
   * In the text's order. Each is one whole clause or several, or, in a list with 、, one of its members; then `over`,
   * the members and `after`, read one after the other, are whole clauses.
   */
  members: readonly Member[]
  /** What stands after them in the last member's clause. */
  after?: Span
  /** Of half a counted list: its first member's number, and the text that may be said with it, none of the rest's. */
  half?: Span & { first: number }
  /** Of bars: how long each member's is. */
  values?: readonly number[]
}

/**
 * Whether a structure's numbers stand under what they are of: 场均参与 | 由28人 | 增加到51人.
 *
 * @param structure a structure, where there is one
 */
export function namesItsNumbers(structure: Structure | undefined): boolean {
  return structure?.values !== undefined && structure.over !== undefined
}

/**
 * Finds all places at which a text has one kind of structure.
 *
 * @param passage one paragraph that one person says
 * @returns the structures in order, none that overlap
 */
export type FindStructures = (passage: Clauses) => Structure[]

/** A span from one clause's beginning to another's end. */
export function spanOf(first: Span, last: Span = first): Span {
  return { start: first.start, end: last.end }
}

/** All that a structure shows: from what stands over it to what follows it. */
export function extent({ over, members, after }: Structure): Span {
  return { start: over?.start ?? members[0]!.start, end: after?.end ?? members.at(-1)!.end }
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Takes from structures those that overlap a stronger or an earlier one.
 *
 * @param structures in any order
 * @returns those that are left, in the text's order
 */
export function apart(structures: readonly Structure[]): Structure[] {
  const inOrder = (one: Structure, other: Structure): number => extent(one).start - extent(other).start
  const kept: Structure[] = []
  for (const structure of structures.toSorted((one, other) => other.strength - one.strength || inOrder(one, other))) {
    const span = extent(structure)
    if (!kept.some(other => overlap(extent(other), span)))
      kept.push(structure)
  }
  return kept.sort(inOrder)
}

/**
 * What stands before and after a row's members, and reads with them as whole clauses.
 *
 * @param text the text
 * @param whole the row with both
 * @param members its members
 * @returns those that there are, without the marks between them and the members
 */
export function around(text: string, whole: Span, members: readonly Span[]): Pick<Structure, 'over' | 'after'> {
  const over = text.slice(whole.start, members[0]!.start).replace(/[\s,，：:—]+$/, '')
  const after = text.slice(members.at(-1)!.end, whole.end).trim()
  return {
    ...(over !== '' && { over: { start: whole.start, end: whole.start + over.length } }),
    ...(after !== '' && { after: { start: whole.end - after.length, end: whole.end } }),
  }
}

/** What follows a mark at a clause's head. */
export function behind({ start, end }: Span, mark: string): Span {
  return { start: start + mark.length, end }
}

/** Where the quotation or title begins that a span ends with. */
export function openingOf(text: string, { start, end }: Span): number | undefined {
  const opening = pairBrackets(text.slice(start, end)).get(end - start - 1)
  return opening === undefined || /[)）]/.test(text[end - 1]!) ? undefined : start + opening
}

/** A span without white space at its edges. */
export function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}

/**
 * Cuts clauses into larger pieces: those between two ；, or sentences.
 *
 * @param passage a passage
 * @param by where to cut
 * @returns the pieces, each with its clauses
 */
export function piecesOf({ text, clauses }: Clauses, by: 'semicolons' | 'sentences'): Clause[][] {
  const pieces: Clause[][] = []
  clauses.forEach((clause, index) => {
    const before = clauses[index - 1]
    const isSentence = before?.sentence !== clause.sentence || /[。！？!?]/.test(text.slice(before.end - 1, clause.start))
    const cut = !before || isSentence || (by === 'semicolons' && /[；;]/.test(text.slice(before.end, clause.start)))
    if (cut)
      pieces.push([clause])
    else
      pieces.at(-1)!.push(clause)
  })
  return pieces
}

/** The last clause, from one on, before ； or the end of its sentence. */
export function lastOfPiece(passage: Clauses, from: number): number {
  let last = from
  while (goesOn(passage, last))
    last++
  return last
}

/** Whether the clause after one is of its sentence, with no ； between them. */
export function goesOn({ text, clauses }: Clauses, at: number): boolean {
  const [clause, next] = [clauses[at]!, clauses[at + 1]]
  return next?.sentence === clause.sentence && !/[；;]/.test(text.slice(clause.end, next.start))
}
