import type { RuleId, Wording } from '../../messages/model.ts'
/** A block of a slide's text, and where it begins in its Markdown, from 1. */
export interface Block {
  kind: 'title' | 'line' | 'quote' | 'item' | 'head' | 'cell' | 'code' | 'picture'
  text: string
  /** All of it is strong. */
  strong: boolean
  line: number
  column: number
}

/** A piece of text between two marks, without white space, and where it begins in the text. */
export interface Token { words: string, index: number }

/** A piece of what the article says: `offset` counts in all of it. */
export interface SaidToken extends Token { offset: number }

/** A piece of a note, and the paragraph that it stands in. */
export interface NoteToken extends Token { deck: number, slide: number, line: number, column: number }

/** A fault in a note. */
export interface NoteFault extends WordFault { deck: number, slide: number }

/** A slide as it was generated: its blocks, what is said on it, and the line above its headline. */
export interface WordSlide { layout: string, blocks: Block[], note: string, kicker?: string }

/** What is wrong with words, and where they begin in a slide's Markdown or note. */
export interface WordFault {
  ruleId: RuleId
  /** What is wrong, and what should stand there. */
  problem: Wording
  line: number
  column: number
  /** Where they stand in the article, or should stand: an offset. */
  article?: number
}

/** What of the article a deck says: offsets. */
export type Range = readonly [from: number, to: number]

/** A piece of an enumeration, and where it stands in the article. */
export interface Link { block: Block, at: number, end: number }
