import type { Article } from '../files/article.ts'
import type { DeckFonts } from '../files/deck-fonts.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Output } from '../files/write.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Console } from './console.ts'
import type { GenerateFlags } from './generate.ts'
import { join, relative, resolve, sep } from 'node:path'
import { reportMissing } from '../article/missing.ts'
import { definedOptions } from '../deck/options.ts'
import { placeFonts } from '../files/deck-fonts.ts'
import { extraFonts } from '../files/fonts.ts'
import { hashOf, readRecord } from '../files/record.ts'
import { joinLines } from '../outline/json.ts'
import { charactersOf } from '../slidev/characters.ts'
import { reportMessages } from './console.ts'
import { makeDecks } from './make-decks.ts'

/** What an article makes, before it meets what is there. */
export interface Draft {
  /** Where its decks go: slides/NAME. */
  folder: string
  language: string
  decks: DeckFile[]
  images: Output[]
  /** Of the characters that the theme's fonts lack. */
  fonts: DeckFonts
  record: DeckRecord
}

/**
 * Makes an article's decks, and tells its messages. Nothing is written.
 *
 * @param article the article
 * @param flags what a person asked for; what is left out comes from the last run, then from the article, then from the defaults
 * @param console where messages go
 * @returns all that is to be written
 * @throws Failure for a theme that is not there, and VFileMessage for an article that is none
 */
export async function draft(article: Article, flags: GenerateFlags, console: Console): Promise<Draft> {
  const folder = join(flags.out, article.name)
  const last = await readRecord(folder)
  const { outline, decks, images, theme } = await makeDecks(article, folder, last, flags)
  const { outputs, missing } = await extraFonts(charactersOf(decks), theme, folder)
  reportMissing(missing, article.file)
  reportMessages(article, console)
  return {
    folder,
    language: outline.language,
    decks,
    images,
    fonts: await placeFonts(outputs, folder),
    record: {
      article: relative(resolve(folder), resolve(article.file.path)).split(sep).join('/'),
      hash: hashOf(article.bytes),
      encoding: article.encoding,
      options: { ...last?.options, ...definedOptions(flags), ...(flags.theme !== undefined && { theme: flags.theme }) },
      title: outline.title.value,
      ...(outline.subtitle.length > 0 && { subtitle: joinLines(outline.subtitle) }),
      ...(outline.byline.length > 0 && { byline: joinLines(outline.byline) }),
    },
  }
}
