import type { DeckOptions } from '../deck/types.ts'
import type { Article } from '../files/article.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Output } from '../files/write.ts'
import type { PipelineOptions } from '../pipeline.ts'
import type { GenerateFlags, MadeDecks } from './model.ts'
import { dirname, join } from 'node:path'
import { definedOptions } from '../deck/options.ts'
import { DEFAULT_OPTIONS } from '../deck/plan.ts'
import { settingsOf } from '../deck/settings.ts'
import { THEMES } from '../deck/types.ts'
import { Failure } from '../failure.ts'
import { readImages, readLogo } from '../files/images.ts'
import { findTheme, themeFrom } from '../files/theme.ts'
import { wording } from '../messages/wording.ts'
import { logoOf, tellLogo } from '../outline/logo.ts'
import { decksOf, imagesOf } from '../pipeline.ts'

/**
 * Makes an article's decks. Nothing is written.
 *
 * @param article the article, which gets the messages
 * @param folder where the decks go: slides/NAME
 * @param last what is known of the last run, where there was one
 * @param flags what a person asked for; what is left out comes from the last run, then from the article, then from the
 *   defaults
 * @returns the outline, the decks and the pictures that they show
 * @throws Failure for a theme that is not there, and VFileMessage for an article that is none
 */
export async function makeDecks(
  article: Article,
  folder: string,
  last: DeckRecord | undefined,
  flags: Partial<GenerateFlags> = {},
): Promise<MadeDecks> {
  const own = settingsOf(article.file)
  const theme = findTheme(flags.theme ?? last?.options.theme ?? own.theme ?? THEMES[0])
  const options: DeckOptions = {
    ...DEFAULT_OPTIONS,
    ...definedOptions(own),
    ...last?.options,
    ...definedOptions(flags),
  }
  const images = await readImages(imagesOf(article.file), dirname(article.file.path), folder)
  const lastLogo = last?.options.logo === undefined ? undefined : join(folder, last.options.logo)
  const logo = await logoFor(article, folder, flags.logo ?? lastLogo)
  return {
    ...decksOf(article.file, { ...options, ...logo.options, theme: themeFrom(theme, folder), images: images.placed }),
    images: [...images.outputs, ...logo.outputs],
    theme,
    talk: { ...options, ...logo.options },
  }
}

interface Logo {
  options: Pick<PipelineOptions, 'logo' | 'ownLogo'>
  outputs: Output[]
}

/** A person's logo may lie anywhere; an article's, which may be anybody's, lies below the article. */
async function logoFor({ file }: Article, folder: string, asked: string | undefined): Promise<Logo> {
  const own = logoOf(file)
  if (asked === undefined) {
    if (own === undefined)
      return { options: {}, outputs: [] }
    const { placed, outputs } = await readLogo(join(dirname(file.path), own), folder, dirname(file.path))
    return { options: { ownLogo: placed }, outputs }
  }
  const { placed, outputs } = await readLogo(asked, folder)
  if ('fault' in placed)
    throw new Failure(wording('logo-not-shown', { path: asked, fault: placed.fault }))
  tellLogo(asked, placed, file)
  return { options: { logo: placed.path }, outputs }
}
