/**
 * Lectern for programs: what `lectern generate` does, and the steps of it as unified plugins. Nothing here touches
 * files.
 */
export type { Passage } from './article/passage.ts'
export { OptionError } from './deck/options.ts'
export type { Deck, DeckOptions, Decks, Density, Layout, Ratio, Slide } from './deck/types.ts'
export { generate } from './generate.ts'
export type { Generated, GeneratedDeck, GenerateOptions } from './generate.ts'
export type { OutlineJson } from './outline/json.ts'
export type { Doubt, Outline, Part, Point, Title } from './outline/types.ts'
export {
  lecternDecks,
  lecternHeadings,
  lecternMarkdown,
  lecternOutline,
  lecternParse,
  lecternSlidev,
} from './plugins.ts'
export type { ParseOptions } from './plugins.ts'
export type { DeckFile } from './slidev/stringify.ts'
