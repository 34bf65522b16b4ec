import type { Root } from 'mdast'
import type { Plugin, Processor } from 'unified'
import type { Node } from 'unist'
import type { PlacedImage } from './article/images.ts'
import type { DeckOptions } from './deck/types.ts'
import type { Outline } from './outline/types.ts'
import type { DeckFile } from './slidev/stringify.ts'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { imageUrls, placeImages } from './article/images.ts'
import { readerFor } from './article/readers.ts'
import { planDecks } from './deck/plan.ts'
import { inferHeadings } from './outline/infer.ts'
import { toOutline } from './outline/outline.ts'
import { toArticleMarkdown } from './outline/to-markdown.ts'
import { toSlidev } from './slidev/stringify.ts'

/** What the whole way needs to know. */
export interface PipelineOptions extends DeckOptions {
  /** The theme's path, relative to the decks. */
  theme: string
  /** Where the decks find the article's pictures, by their addresses in it. */
  images?: ReadonlyMap<string, PlacedImage>
}

/**
 * The way from an article to its decks. Each step is a unified plugin: the first reads text as mdast, the last writes Slidev's Markdown.
 *
 * @param format the article's ending: .txt, .md
 * @param options what a person asked for
 * @returns a frozen processor whose result is the deck files
 */
export function pipeline(format: string, options: PipelineOptions): Processor<undefined, Node, Node> {
  return unified()
    .use(readerFor(format)) //       bytes, decoded → mdast Root
    .use(step(placeImages), options.images) // pictures → those that decks can show
    .use(step(inferHeadings)) //     mdast → mdast with headings
    .use(step(toOutline)) //         mdast → Outline
    .use(step(planDecks), options) // Outline → Deck[]
    .use(step(toSlidev), options) // Deck[] → Slidev Markdown
    .freeze()
}

/**
 * The addresses of an article's pictures, in order.
 *
 * @param file the article, decoded
 * @returns each once
 */
export function imagesOf(file: VFile): string[] {
  // Most articles have none, and need not be read twice.
  if (file.extname === '.txt' || !/!\[|<img\b/i.test(String(file)))
    return []
  const reader = unified().use(readerFor(file.extname ?? '')).freeze()
  return guarded(file, () => imageUrls(reader.runSync(reader.parse(file), new VFile({ path: file.path, value: String(file) })) as Root))
}

/**
 * An article's outline: the first steps of the way.
 *
 * @param file the article, decoded
 * @returns its outline; the file has the messages
 */
export function outlineOf(file: VFile): Outline {
  const processor = unified().use(readerFor(file.extname ?? '')).use(step(inferHeadings)).use(step(toOutline)).freeze()
  return guarded(file, () => processor.runSync(processor.parse(file), file)) as unknown as Outline
}

/**
 * An article as Markdown, with the headings that it has been found to have.
 *
 * @param file the article, decoded
 * @param images where its pictures are, where they are not to stay as they are
 * @returns Markdown that is read as the same outline
 */
export function markdownOf(file: VFile, images?: ReadonlyMap<string, PlacedImage>): string {
  return String(guarded(file, () => unified().use(readerFor(file.extname ?? '')).use(step(placeImages), images).use(step(inferHeadings)).use(toArticleMarkdown).processSync(file)))
}

/**
 * An article's decks: the whole way.
 *
 * @param file the article, decoded
 * @param options what a person asked for
 * @returns the outline and the deck files; the article's file has the messages
 */
export function decksOf(file: VFile, options: PipelineOptions): { outline: Outline, decks: DeckFile[] } {
  const { result, data } = guarded(file, () => pipeline(file.extname ?? '', options).processSync(file))
  return { outline: data.outline as Outline, decks: result as DeckFile[] }
}

/** Runs a processor. Blocks inside blocks, thousands deep, are more than its recursion can follow. */
function guarded<T>(file: VFile, run: () => T): T {
  try {
    return run()
  }
  catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message))
      file.fail('Unexpected blocks inside blocks, thousands deep, expected an article: save its text as .txt', { ruleId: 'too-deep', source: 'lectern', cause: error })
    throw error
  }
}

/** unified's types know mdast and hast; our steps go on to trees of our own. */

function step(plugin: (this: any, ...parameters: any[]) => unknown): Plugin<[unknown?]> {
  return plugin as Plugin<[unknown?]>
}
