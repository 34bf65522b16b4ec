import type { RootContent, Text } from 'mdast'
import type { Node, Position } from 'unist'

export const LAYOUTS = ['cover', 'outline', 'points', 'statement', 'quote', 'enumeration', 'contrast', 'steps', 'cards', 'figure', 'table', 'code', 'image', 'recap', 'questions'] as const
export type Layout = typeof LAYOUTS[number]

export const RATIOS = ['16:9', '4:3'] as const
export type Ratio = typeof RATIOS[number]

export const DENSITIES = ['brief', 'standard', 'full'] as const
export type Density = typeof DENSITIES[number]

/** Lectern's own themes, the one first that is taken where none is named. */
export const THEMES = ['study', 'plain'] as const
export type Theme = typeof THEMES[number]

/** What a person may ask of the decks. */
export interface DeckOptions {
  ratio: Ratio
  density: Density
  /** How long the whole article may take, in minutes; without it, as long as its text takes to say. */
  minutes?: number
  /** Bullets appear one by one. */
  clicks: boolean
  questions: boolean
}

/** A slide as data: its content is mdast whose texts keep their places in the article. */
export interface Slide {
  /** Tells the slide from all others of the article, whatever stands before it; it gets it when all decks are planned. */
  id?: string
  layout: Layout
  /** The title without its page count, as in the article, or a label. */
  title: string
  content: RootContent[]
  /** What the speaker says: paragraphs of sentences, verbatim. */
  note: Text[][]
  /** From the first word of the note to its last. */
  position?: Position
  /** When it begins, after the deck's beginning, in seconds: where a person has said how long the whole may take. */
  cue?: number
  /** Of the last slide: the deck that comes after, and how that is said. */
  next?: { deck: number, label: string }
}

/** The slides of one part. */
export interface Deck {
  /** 1 for the first part. */
  number: number
  /** How many decks the article has. */
  total: number
  title: string
  /** The article's. */
  articleTitle: string
  byline?: string
  language: string
  ratio: Ratio
  /** Bullets appear one by one. */
  clicks: boolean
  /** Whole minutes that the part takes. */
  minutes: number
  slides: Slide[]
}

/** The decks of an article. A unist node, so that it travels through a unified pipeline. */
export interface Decks extends Node {
  type: 'decks'
  decks: Deck[]
}
