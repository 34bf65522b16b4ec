import type { english } from './en/index.ts'
import type { articleRules, checkRules } from './en/rules.ts'

/** The languages of help and messages. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = typeof LANGUAGES[number]

/** What Lectern can say. */
export type Key = keyof typeof english

/** What a message is about: words and numbers, another message, or a list of them. */
export type Datum = string | number | Wording | readonly (string | Wording)[]

/** A message in no language yet: what is said, and of what. */
export interface Wording { key: Key, data: Readonly<Record<string, Datum>> }

/** The name before a choice, as in `count|one|many`. */
type NameIn<Slot extends string> = Slot extends `${infer Name}|${string}` ? Name : Slot

/** The names of a template's data. */
type Names<Template extends string>
  = Template extends `${string}{${infer Slot}}${infer Rest}` ? NameIn<Slot> | Names<Rest> : never

/** The data that a message needs: none, or an object with exactly these names. */
export type DataOf<Of extends Key> = [Names<typeof english[Of]>] extends [never]
  ? []
  : [data: Readonly<Record<Names<typeof english[Of]>, Datum>>]

/** The messages that need no data. */
export type PlainKey = { [Of in Key]: [Names<typeof english[Of]>] extends [never] ? Of : never }[Key]

/** Whoever speaks to a reader, in the reader's language. */
export interface Voice {
  /** Prints a message. */
  tell: (message: Wording) => void
  /** Puts a message into words. */
  say: (message: Wording) => string
}

/** The rules, each with a row in docs/rules.md. */
export type RuleId = keyof typeof articleRules | keyof typeof checkRules
