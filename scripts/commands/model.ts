import type { TalkOptions } from '../deck/talk.ts'
import type { DeckOptions } from '../deck/types.ts'
import type { DeckFonts } from '../files/deck-fonts.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Output } from '../files/write.ts'
import type { Side } from '../merge/lines.ts'
import type { Merged } from '../merge/merge.ts'
import type { Outline } from '../outline/types.ts'
import type { DeckFile } from '../slidev/stringify.ts'

/** What a person said on the command line; what is left out comes from the last run, then from the defaults. */
export interface GenerateFlags extends Partial<DeckOptions> {
  out: string
  theme?: string
  encoding?: string
  /** Options of the last run that count no more. */
  forget?: readonly string[]
  dryRun?: boolean
  /** Which side wins where a person and the article have changed the same lines. */
  prefer?: Side
  force?: boolean
}

/** What an article makes, before it meets what is there. */
export interface PreparedDecks {
  /** Where its decks go: slides/NAME. */
  folder: string
  language: string
  decks: DeckFile[]
  images: Output[]
  /** Of the characters that the theme's fonts lack. */
  fonts: DeckFonts
  record: DeckRecord
  /** How many places of the article are in no deck, though nothing says why. */
  losses: number
}

/** An article's decks, before they are anywhere. */
export interface MadeDecks {
  outline: Outline
  decks: DeckFile[]
  images: Output[]
  /** The theme's absolute path. */
  theme: string
  /** Whose talk it is, where a person has said so. */
  talk: TalkOptions
}

/** Decks as they are and as they are to be. */
export interface Regenerated {
  /** As they were generated the last time, and as they are, by name. */
  base: Map<string, string>
  before: Map<string, string>
  merged: Merged
  /** Decks of the last run whose part is gone. */
  gone: string[]
}
