import type { DeckOptions } from '../deck/types.ts'
import type { Article } from '../files/article.ts'
import type { Output } from '../files/write.ts'
import type { Outline } from '../outline/types.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { GenerateFlags } from './generate.ts'
import { dirname } from 'node:path'
import { frontmatterOf } from '../article/frontmatter.ts'
import { DEFAULT_OPTIONS } from '../deck/plan.ts'
import { DENSITIES } from '../deck/types.ts'
import { readImages } from '../files/images.ts'
import { readRecord } from '../files/record.ts'
import { DEFAULT_THEME, findTheme, themeFrom } from '../files/theme.ts'
import { decksOf, imagesOf } from '../pipeline.ts'

/** An article's decks, before they are anywhere. */
export interface MadeDecks {
  outline: Outline
  decks: DeckFile[]
  images: Output[]
  /** The theme's absolute path. */
  theme: string
}

/**
 * Makes an article's decks. Nothing is written.
 *
 * @param article the article, which gets the messages
 * @param folder where the decks go: slides/NAME
 * @param flags what a person asked for; what is left out comes from the last run, then from the article, then from the defaults
 * @returns the outline, the decks and the pictures that they show
 * @throws Failure for a theme that is not there, and VFileMessage for an article that is none
 */
export async function makeDecks(article: Article, folder: string, flags: Partial<GenerateFlags>): Promise<MadeDecks> {
  const last = await readRecord(folder)
  const own = readSettings(article.file)
  const name = flags.theme ?? last?.options.theme ?? own.theme ?? DEFAULT_THEME
  const theme = findTheme(name, flags.theme === undefined && own.theme === name ? article.file.path : undefined)
  const options: DeckOptions = { ...DEFAULT_OPTIONS, ...definedOptions(own), ...last?.options, ...definedOptions(flags) }
  const images = await readImages(imagesOf(article.file), dirname(article.file.path), folder)
  return { ...decksOf(article.file, { ...options, theme: themeFrom(theme, folder), images: images.placed }), images: images.outputs, theme }
}

/** What a Markdown article's frontmatter asks of its decks. */
function readSettings(file: Article['file']): Partial<GenerateFlags> {
  const { theme, density, minutes } = frontmatterOf(file)
  const known = DENSITIES.find(one => one === density)
  const time = Number(minutes)
  if (density !== undefined && !known)
    file.message(`Unexpected density \`${density}\` in the frontmatter, expected ${DENSITIES.join(', ')}: correct it, or remove the line`, { place: lineOf('density', file), ruleId: 'frontmatter', source: 'lectern' })
  if (minutes !== undefined && !(time >= 1))
    file.message(`Unexpected minutes \`${minutes}\` in the frontmatter, expected a number such as 45: correct it, or remove the line`, { place: lineOf('minutes', file), ruleId: 'frontmatter', source: 'lectern' })
  return { ...(theme !== undefined && { theme }), ...(known && { density: known }), ...(time >= 1 && { minutes: time }) }
}

function lineOf(key: string, file: Article['file']): { line: number, column: number } {
  return { line: String(file).split(/\r?\n/).findIndex(line => line.startsWith(`${key}:`)) + 1, column: 1 }
}

/**
 * The options that a person has given.
 *
 * @param flags what was said on the command line, or in an article
 * @returns those that say something
 */
export function definedOptions({ ratio, density, minutes, clicks, questions }: Partial<GenerateFlags>): Partial<DeckOptions> {
  return {
    ...(ratio !== undefined && { ratio }),
    ...(density !== undefined && { density }),
    ...(minutes !== undefined && { minutes }),
    ...(clicks !== undefined && { clicks }),
    ...(questions !== undefined && { questions }),
  }
}
