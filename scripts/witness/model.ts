import type { Plain } from './plain.ts'

/** An article's file, and what its reader says that it has left out. */
export interface WitnessedArticle {
  /** Its ending says the format. */
  path: string
  bytes: Uint8Array
  /** The WHATWG label that it is read in. */
  encoding: string
  leftOut: readonly { words: string }[]
}

/** A slide's Markdown, its note, and the line above its headline, from its frontmatter. */
export interface WitnessedSlide { body: string, note: string, data: { kicker?: unknown } }

/** Words that stand in the article's file and in no deck. */
export interface Loss {
  words: string
  /** The beginning of their line, or paragraph. */
  paragraph: string
  /** Where the format has lines. */
  place?: { line: number, column: number }
}

/** An article's words, the places of what may be words or markup, and its lines. */
export interface Source {
  plain: Plain
  /**
   * Ranges of the file's text, or of its words where it has none, of which only the decks tell whether they are words.
   */
  doubtful: [from: number, to: number][]
  /** Ranges of words that stand in a line and are said behind it: notes. */
  notes?: [from: number, to: number][]
  /** The line and column of a place in the words, from 1; none where the format has no lines. */
  pointOf: (index: number) => { line: number, column: number } | undefined
}
