import type { RootContent, Text } from 'mdast'
import type { Node, Position } from 'unist'
import type { Passage } from '../article/passage.ts'
import type { Wording } from '../messages/model.ts'

/** A decision that a person should look at. */
export interface Doubt {
  position: Position
  /** From 0, a guess, to 1, certain. */
  confidence: number
  reason: string
  /** The reason, to be said in the reader's language. */
  wording?: Wording
}

/** A heading. A run-in heading is the first sentence of its paragraph: that sentence belongs to the text too. */
export interface Title extends Text {
  runIn?: Text
}

/** What a part says under one heading. */
export interface Point {
  title: Title
  passages: Passage[]
}

/** A major part of the article: one deck. */
export interface Part {
  title: Title
  /** Before the first point. */
  lead: Passage[]
  points: Point[]
  /** After the last point, for the part as a whole. */
  closing: Passage[]
}

/** Whose talk it is. */
export interface Talk {
  speaker?: string
  organization?: string
  /** As it is to be read: 2024年3月1日. */
  date?: string
  /** The address of a picture: in an article its path from the article's folder, in a deck from the deck's. */
  logo?: string
}

/** What a line below the title says of the talk. */
export interface TalkLine {
  key: 'speaker' | 'organization' | 'date'
  value: string
  /** The line as it stands there, what stands before its colon too. */
  written: string
  position: Position
}

/** An article's structure. A unist node, so that it travels through a unified pipeline. */
export interface Outline extends Node {
  type: 'outline'
  title: Text
  /** A line each. */
  subtitle: Text[]
  byline: Text[]
  /** As the frontmatter says, else as the lines below the title do. */
  talk: Talk
  talkLines: TalkLine[]
  /** BCP 47. */
  language: string
  lead: Passage[]
  parts: Part[]
  closing: Passage[]
  doubts: Doubt[]
}

/** What inference knows about a heading that it made. */
export interface HeadingFacts {
  /** The heading as it stands in the article, number and all. */
  whole?: Text
  /** The heading is a sentence of the paragraph after it: its words as they stand there, full stop and all. */
  runIn?: Text
  doubt?: Doubt
}

declare module 'mdast' {
  interface HeadingData extends HeadingFacts {}
  interface TextData {
    /** A title whose words stand elsewhere as well: in the text, or as a title of its own. */
    repeats?: boolean
  }
  interface ParagraphData {
    /** Part of the title block. */
    role?: 'subtitle' | 'byline' | 'talk'
    /** With the talk's role: what it says. */
    talk?: TalkLine[]
    doubt?: Doubt
  }
  interface ThematicBreakData {
    /** After this the text speaks for the part, or for the whole article. */
    closes?: 'part' | 'article'
    doubt?: Doubt
  }
}

/** What stands above the article's text. */
export interface TitleBlock {
  /** A heading of depth 1, and paragraphs with a role. */
  nodes: RootContent[]
  /** How many blocks it took. */
  length: number
}
