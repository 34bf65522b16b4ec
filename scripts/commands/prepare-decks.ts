import type { Article } from '../files/article.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Console } from './console.ts'
import type { GenerateFlags, PreparedDecks } from './model.ts'
import { join, relative, resolve, sep } from 'node:path'
import { reportMissing } from '../article/missing.ts'
import { definedOptions } from '../deck/options.ts'
import { shownByline, talkBesideByline, talkOf } from '../deck/talk.ts'
import { placeFonts } from '../files/deck-fonts.ts'
import { extraFonts } from '../files/fonts.ts'
import { hashOf } from '../files/hash.ts'
import { readRecord } from '../files/record.ts'
import { joinLines } from '../outline/json.ts'
import { charactersOf } from '../slidev/characters.ts'
import { reportMessages } from './console.ts'
import { tellLosses } from './losses.ts'
import { makeDecks } from './make-decks.ts'

/**
 * Makes an article's decks, and tells its messages. Nothing is written.
 *
 * @param article the article
 * @param flags what a person asked for; what is left out comes from the last run, then from the article, then from the
 *   defaults
 * @param terminal where messages go
 * @returns all that is to be written
 * @throws Failure for a theme that is not there, and VFileMessage for an article that is none
 */
export async function prepareDecks(article: Article, flags: GenerateFlags, terminal: Console): Promise<PreparedDecks> {
  const folder = join(flags.out, article.name)
  const last = withoutForgotten(await readRecord(folder), flags.forget)
  const { outline, decks, images, theme, talk } = await makeDecks(article, folder, last, flags)
  const { outputs, missing } = await extraFonts(charactersOf(decks), theme, folder)
  const byline = shownByline(outline, talk)
  const lines = talkBesideByline(outline, talk)
  const { speaker } = talkOf(outline, talk)
  reportMissing(missing, article.file)
  const losses = await tellLosses(article, decks)
  reportMessages(article, terminal)
  return {
    folder,
    language: outline.language,
    decks,
    images,
    fonts: await placeFonts(outputs, folder),
    record: {
      article: pathFrom(folder, article.file.path),
      hash: hashOf(article.bytes),
      encoding: article.encoding,
      options: {
        ...last?.options,
        ...definedOptions(flags),
        ...(flags.logo !== undefined && { logo: pathFrom(folder, flags.logo) }),
        ...(flags.theme !== undefined && { theme: flags.theme }),
      },
      title: outline.title.value,
      ...(outline.subtitle.length > 0 && { subtitle: joinLines(outline.subtitle) }),
      ...(byline.length > 0 && { byline: joinLines(byline) }),
      ...(lines.length > 0 && { talk: lines.join('\u3000') }),
      ...(speaker !== undefined && { speaker }),
    },
    losses,
  }
}

function pathFrom(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/')
}

/** What the last run was told, without what is to be told no more. */
function withoutForgotten(record: DeckRecord | undefined, forget: readonly string[] = []): DeckRecord | undefined {
  if (!record)
    return undefined
  const options = Object.entries(record.options).filter(([option]) => !forget.includes(option))
  return { ...record, options: Object.fromEntries(options) }
}
