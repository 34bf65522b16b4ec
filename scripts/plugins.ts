import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { DeckOptions, Decks } from './deck/types.ts'
import type { Outline } from './outline/types.ts'
import type { DeckFile } from './slidev/stringify.ts'
import { unified } from 'unified'
import { placeFootnotes } from './article/footnotes.ts'
import { checkFormulas } from './article/formulas.ts'
import { becomesMarkdown } from './article/markup/markup.ts'
import { readerFor } from './article/readers.ts'
import { resolveLinks } from './article/references.ts'
import { checkOptions, DECK_RULES, definedOptions } from './deck/options.ts'
import { DEFAULT_OPTIONS, planDecks } from './deck/plan.ts'
import { inferHeadings } from './outline/infer.ts'
import { toOutline } from './outline/outline.ts'
import { toArticleMarkdown } from './outline/to-markdown.ts'
import { toSlidev } from './slidev/stringify.ts'

/** What `lecternParse` needs to know. */
export interface ParseOptions {
  /**
   * The article's format, as a file's ending: .txt, .md, .html, or .docx for the HTML of a Word document. Without it
   * the file's own.
   */
  format?: string
}

/**
 * A parser that reads an article's text as mdast, with the places of all of it. Plain text is parted into paragraphs as
 * its own separators say; of a web page only the article is read.
 *
 * @param options the format, where the file's path does not say it
 */
export const lecternParse: Plugin<[ParseOptions?], string, Root> = function (options = {}) {
  this.parser = (_, file) => {
    const format = options.format ?? file.extname ?? ''
    const reader = unified().use(readerFor(becomesMarkdown(file, format) ? '.md' : format)).freeze()
    const tree = reader.runSync(reader.parse(file), file) as Root
    return unified().use(resolveLinks).use(checkFormulas).use(placeFootnotes).runSync(tree, file)
  }
}

/**
 * A transformer that finds the headings of an article that has none: the title, parts (depth 2) and points (depth 3).
 * It takes any mdast, that of remark-parse too, with or without positions; a tree with headings passes. The `data` of
 * what it makes says why.
 */
export const lecternHeadings: Plugin<[], Root, Root> = inferHeadings

/**
 * A transformer from mdast with headings to an Outline: title, lead, parts, points, closing, doubts. The file gets
 * warnings.
 */
export const lecternOutline: Plugin<[], Root, Outline> = toOutline

/**
 * A transformer from an Outline to Decks, one for each part: slides as data.
 *
 * @param options what is not as by default
 * @throws OptionError for an option that is none
 */
export const lecternDecks: Plugin<[Partial<DeckOptions>?], Outline, Decks> = function (options = {}) {
  checkOptions(options, DECK_RULES)
  return planDecks({ ...DEFAULT_OPTIONS, ...definedOptions(options) })
}

/**
 * A compiler that writes Decks as Slidev's Markdown. The result is a list: `file.result`, not the file's text.
 *
 * @param options the theme as the decks name it
 */
export const lecternSlidev: Plugin<[{ theme: string }], Decks, DeckFile[]> = toSlidev as never

/**
 * A compiler that writes mdast with its inferred headings as Markdown, for a person to correct. It reads as the same
 * outline.
 */
export const lecternMarkdown: Plugin<[], Root, string> = toArticleMarkdown as never
