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
  /** Its clauses, in order: parted at 。 ； ， and their English like, never inside quotation marks or brackets. */
  clauses: readonly Clause[]
}

/** A member of a structure, and the words in it that differ from the others': the theme sets them large. */
export interface Member extends Span { strong?: Span }

/** What a passage does, seen from its own form: how a slide may draw it. */
export interface Structure {
  /** From 0 to 1: how plainly the text has this form. */
  strength: number
  /** What governs the members, and stands before them: whole clauses, or the words of the first member's clause before it. */
  over?: Span
  /**
   * In the text's order. Each is one whole clause or several, or, in a list with 、, one of its members; then `over`, the members and `after`, read one after
   * the other, are whole clauses.
   */
  members: readonly Member[]
  /** What stands after them in the last member's clause. */
  after?: Span
  /** Of bars: how long each member's is. */
  values?: readonly number[]
}

/**
 * Finds all places at which a text has one kind of structure.
 *
 * @param passage one paragraph that one person says
 * @returns the structures in order, none that overlap
 */
export type FindStructures = (passage: Clauses) => Structure[]
