import type { Compatible } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { OptionRule } from './deck/options.ts'
import type { Deck, DeckOptions } from './deck/types.ts'
import type { OutlineJson } from './outline/json.ts'
import type { DeckFile } from './slidev/stringify.ts'
import { VFile } from 'vfile'
import { openArticle } from './article/open.ts'
import { checkOptions, DECK_RULES, definedOptions } from './deck/options.ts'
import { DEFAULT_OPTIONS } from './deck/plan.ts'
import { settingsOf } from './deck/settings.ts'
import { THEMES } from './deck/types.ts'
import { toJson } from './outline/json.ts'
import { decksOf } from './pipeline.ts'

/**
 * What a caller may ask for. What is left out comes from a Markdown article's frontmatter, then from the command line's
 * defaults.
 */
export interface GenerateOptions extends Partial<DeckOptions> {
  /**
   * The theme as the decks name it: a path relative to them, or a package. By default `study`, as seen from
   * slides/NAME/ where Lectern is installed.
   */
  theme?: string
  /** A WHATWG encoding label for an article in bytes. Without it UTF-8, UTF-16, GB18030 and Big5 are told apart. */
  encoding?: string
}

/** A deck as data and as a file. */
export interface GeneratedDeck extends Deck, DeckFile {}

/** What an article makes. */
export interface Generated {
  /** What `lectern outline --json` prints. */
  outline: OutlineJson
  decks: GeneratedDeck[]
  /** What there is to say of the article, with places in it. */
  messages: VFileMessage[]
}

/** Themes as decks in slides/NAME/ name them, in a folder where Lectern is installed. */
const INSTALLED_THEMES = '../../node_modules/lectern/themes'

const RULES: Readonly<Record<keyof GenerateOptions, OptionRule>> = {
  ...DECK_RULES,
  theme: [value => typeof value === 'string' && value !== '', 'a path or a package'],
  encoding: [value => typeof value === 'string', 'a label such as gb18030'],
}

/**
 * Makes the decks of an article, as `lectern generate` does for a new one. Nothing is read or written; pictures keep
 * their addresses.
 *
 * @param article its text or its bytes with a path whose ending says the format: `{ path: 'talk.txt', value }`, or a
 *   VFile
 * @param options what a caller asks for
 * @returns the outline and the decks as data, the decks' Markdown, and messages
 * @throws OptionError for an option that is none
 * @throws VFileMessage for an article that is none
 */
export async function generate(article: Compatible, options: GenerateOptions = {}): Promise<Generated> {
  checkOptions(options, RULES)
  const { path, value } = new VFile(article)
  const { file } = await openArticle(path ?? '', value ?? '', { given: options.encoding })
  const own = settingsOf(file)
  const theme = options.theme ?? `${INSTALLED_THEMES}/${own.theme ?? THEMES[0]}`
  const asked = { ...DEFAULT_OPTIONS, ...definedOptions(own), ...definedOptions(options), theme }
  const { outline, decks } = decksOf(file, asked)
  return { outline: toJson(outline), decks, messages: file.messages }
}
