import type { RootContent, Text } from 'mdast'
import type { Node, Position } from 'unist'

export const LAYOUTS = [
  'cover',
  'section',
  'outline',
  'points',
  'statement',
  'quote',
  'contrast',
  'parallel',
  'ladder',
  'pairs',
  'bars',
  'figures',
  'enumeration',
  'sequence',
  'timeline',
  'both',
  'definition',
  'steps',
  'cards',
  'figure',
  'table',
  'code',
  'image',
  'recap',
  'questions',
  'closing',
] as const
export type Layout = typeof LAYOUTS[number]

/** Slides of headings and labels, which say where in the article one is; `outline` is of decks of earlier releases. */
export const MAPS: ReadonlySet<string> = new Set<Layout>(['cover', 'section', 'outline', 'recap', 'questions'])
/** Slides that are seen at once and belong to a part as a whole. */
export const FURNITURE: ReadonlySet<string> = new Set<Layout>([...MAPS as ReadonlySet<Layout>, 'closing'])

export const DECKS = ['parts', 'one'] as const
/** A deck for each part, or one whose parts open with sections. */
export type DecksOf = typeof DECKS[number]

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
  decks: DecksOf
  /** How long the whole article may take, in minutes; without it, as long as its text takes to say. */
  minutes?: number
  /** Bullets appear one by one. */
  clicks: boolean
  questions: boolean
  /** Whose talk it is, where the article does not say so or says otherwise. */
  speaker?: string
  organization?: string
  date?: string
  /** A picture on covers: its path, relative to the decks. */
  logo?: string
}

/** A slide as data: its content is mdast whose texts keep their places in the article. */
export interface Slide {
  /**
   * Tells the slide from all others of the article, whatever stands before it; it gets it when all decks are planned.
   */
  id?: string
  layout: Layout
  /** The headline: a clause of what is said, a heading, or a label. */
  title: string
  /** Where the headline is a clause: its words, and how much they say. */
  headline?: { text: Text, score: number }
  /** Above it, small: where in the article the slide is. */
  kicker?: string
  /** Of a slide that fills the page with its colour. */
  isBleed?: boolean
  /** Of bars: how long each is. */
  values?: readonly number[]
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
  /** Who speaks: then the deck is theirs. */
  speaker?: string
  /** Of the picture on covers: its path, relative to the deck. */
  logo?: string
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
