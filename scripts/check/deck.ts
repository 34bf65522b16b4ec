import type { LoadedDeck } from '../build/decks.ts'
import type { TalkOptions } from '../deck/talk.ts'
import type { DeckState } from '../merge/states.ts'
import type { RuleId, Wording } from '../messages/model.ts'
import type { Outline } from '../outline/types.ts'
import type { SlideText } from '../slidev/read.ts'
import type { DeckFile } from '../slidev/stringify.ts'

/** A message on a deck, as `lectern check --json` prints it. */
export interface CheckMessage {
  file: string
  line: number
  column: number
  slide?: number
  ruleId: RuleId
  reason: string
  /** The reason, to be said in the reader's language; not printed. */
  wording?: Wording
  fatal: boolean
}

/** A deck as it is, with what a person has made of it. */
export interface DeckToCheck {
  /** The path that messages name. */
  file: string
  deck: LoadedDeck
  /** Every slide of the file, hidden ones too. */
  slides: SlideText[]
  /** What a person has made of it, where it was generated. */
  state?: DeckState
}

/** A deck as it was generated. */
export interface GeneratedDeck { name: string, markdown: string, slides: SlideText[] }

/** The article that decks were made from. */
export interface CheckedArticle {
  /** The path that messages name. */
  path: string
  outline: Outline
  /** The decks that it gives. */
  decks: DeckFile[]
  /** Whose talk it is, where a person has said so. */
  talk?: TalkOptions
  /** Whether it has changed since the decks were generated. */
  isNewer: boolean
}

/**
 * Whether a person has made a slide what it is.
 *
 * @param deck a deck
 * @param deck.deck the deck, loaded
 * @param deck.state what a person has made of it
 * @param index the slide's place among the deck's shown slides, from 0
 */
export function isEdited({ deck, state }: DeckToCheck, index: number): boolean {
  const { source } = deck.data.slides[index]!
  return state !== undefined && (source.filepath !== deck.path || state.slides[source.index]!.state !== 'generated')
}

/**
 * Where the Markdown of a slide, and its note, begin in the deck's file.
 *
 * @param slide the slide
 * @returns their first lines, from 1
 */
export function linesOf({ line, open, frontmatter, close, body }: SlideText): { body: number, note: number } {
  const start = line + newlines(open + frontmatter + close)
  return { body: start, note: start + newlines(body) }
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
