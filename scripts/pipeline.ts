import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { PlacedImage } from './article/images.ts'
import type { Deck, DeckOptions, Decks } from './deck/types.ts'
import type { Outline } from './outline/types.ts'
import type { DeckFile } from './slidev/stringify.ts'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { deepestTag, isTooDeep, refuseDepth } from './article/depth.ts'
import { imageUrls, placeImages } from './article/images.ts'
import { tellReplaced } from './deck/talk.ts'
import { placeLogo } from './outline/logo.ts'
import {
  lecternDecks,
  lecternHeadings,
  lecternMarkdown,
  lecternOutline,
  lecternParse,
  lecternSlidev,
} from './plugins.ts'

/** What the whole way needs to know. */
export interface PipelineOptions extends DeckOptions {
  /** The theme's path, relative to the decks. */
  theme: string
  /** Where the decks find the article's pictures, by their addresses in it. */
  images?: ReadonlyMap<string, PlacedImage>
  /** What has become of the logo that the article names. */
  ownLogo?: PlacedImage
}

type Pipeline = Processor<Root, Root, Decks, Decks, DeckFile[]>

/**
 * The way from an article to its decks. Each step is a unified plugin: the first reads text as mdast, the last writes
 * Slidev's Markdown.
 *
 * @param options what a person asked for
 * @returns a frozen processor whose result is the deck files
 */
function pipeline({ theme, images, ownLogo, ...options }: PipelineOptions): Pipeline {
  return unified()
    .use(lecternParse) //           text → mdast Root
    .use(placeImages, images) //    pictures → those that decks can show
    .use(lecternHeadings) //        mdast → mdast with headings
    .use(lecternOutline) //         mdast → Outline
    .use(placeLogo, ownLogo) //     the logo → the file that decks can show
    .use(lecternDecks, options) //  Outline → Decks
    .use(lecternSlidev, { theme }) // Decks → Slidev Markdown
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
  if (!/!\[|<img\b|\{[%{]|\bimage::?\S|\[\[\S+\.|\\includegraphics/i.test(String(file)))
    return []
  // Its messages are those of the reading that counts.
  const silent = new VFile({ path: file.path, value: String(file) })
  return guarded(file, () => imageUrls(unified().use(lecternParse).parse(silent)))
}

/**
 * An article's outline: the first steps of the way.
 *
 * @param file the article, decoded
 * @returns its outline; the file has the messages
 */
export function outlineOf(file: VFile): Outline {
  const processor = unified().use(lecternParse).use(lecternHeadings).use(lecternOutline)
  return guarded(file, () => processor.runSync(processor.parse(file), file))
}

/**
 * An article as Markdown, with the headings that it has been found to have.
 *
 * @param file the article, decoded
 * @param images where its pictures are, where they are not to stay as they are
 * @returns Markdown that is read as the same outline
 */
export function markdownOf(file: VFile, images?: ReadonlyMap<string, PlacedImage>): string {
  const processor = unified()
    .use(lecternParse)
    .use(placeImages, images)
    .use(lecternHeadings)
    .use(lecternMarkdown)
  return String(guarded(file, () => processor.processSync(file)))
}

/**
 * An article's decks: the whole way.
 *
 * @param file the article, decoded
 * @param options what a person asked for
 * @returns the outline, and the decks as data and as files; the article's file has the messages
 */
export function decksOf(file: VFile, options: PipelineOptions): { outline: Outline, decks: (Deck & DeckFile)[] } {
  const processor = pipeline(options)
  return guarded(file, () => {
    const tree = processor.runSync(processor.parse(file), file)
    const files = processor.stringify(tree, file)
    const outline = file.data.outline as Outline
    tellReplaced(outline, options, file)
    return { outline, decks: tree.decks.map((deck, index) => ({ ...deck, ...files[index]! })) }
  })
}

/**
 * Runs a processor. Blocks inside blocks, thousands deep, as a page may have them, are more than its recursion can
 * follow.
 */
function guarded<T>(file: VFile, run: () => T): T {
  try {
    return run()
  }
  catch (error) {
    if (isTooDeep(error))
      refuseDepth(file, { cause: error, place: deepestTag(String(file)) })
    throw error
  }
}
