import type { DeckOptions } from '../deck/types.ts'
import type { Article } from '../files/article.ts'
import type { DeckFonts } from '../files/deck-fonts.ts'
import type { DeckRecord } from '../files/record.ts'
import type { Output } from '../files/write.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Console } from './console.ts'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { frontmatterOf } from '../article/frontmatter.ts'
import { reportMissing } from '../article/missing.ts'
import { DEFAULT_OPTIONS } from '../deck/plan.ts'
import { DENSITIES } from '../deck/types.ts'
import { Failure } from '../failure.ts'
import { listArticles, readArticle } from '../files/article.ts'
import { placeFonts, removeFiles } from '../files/deck-fonts.ts'
import { extraFonts } from '../files/fonts.ts'
import { readImages } from '../files/images.ts'
import { hashOf, readRecord, RECORD_FOLDER, recordFile } from '../files/record.ts'
import { DEFAULT_THEME, findTheme, themeFrom } from '../files/theme.ts'
import { readText, writeAll } from '../files/write.ts'
import { joinLines } from '../outline/json.ts'
import { decksOf, imagesOf } from '../pipeline.ts'
import { charactersOf } from '../slidev/characters.ts'
import { DECK_NAME } from '../slidev/names.ts'
import { reportMessages } from './console.ts'

/** What a person said on the command line; what is left out comes from the last run, then from the defaults. */
export interface GenerateFlags extends Partial<DeckOptions> {
  out: string
  theme?: string
  encoding?: string
  dryRun?: boolean
  force?: boolean
}

const SOURCE = 'source'

/**
 * Writes the decks of articles.
 *
 * @param files the articles; none means every one in `source`
 * @param flags what a person asked for
 * @param console where results and messages go
 * @throws Failure for an article that cannot be read, and for decks that a person has changed
 */
export async function generate(files: string[], flags: GenerateFlags, console: Console): Promise<void> {
  const paths = files.length > 0 ? files : await listArticles(SOURCE)
  const articles: Article[] = []
  for (const path of paths) {
    const article = await readArticle(path, { given: flags.encoding, last: await recordedEncoding(path, flags.out) })
    const twin = articles.find(other => other.name === article.name)
    if (twin)
      throw new Failure(`${twin.file.path} and ${path} would both make ${join(flags.out, article.name)}. Rename one of them.`)
    articles.push(article)
  }
  const plans = []
  for (const article of articles)
    plans.push(await plan(article, flags, console))
  for (const one of plans)
    await write(one, flags, console)
}

async function recordedEncoding(path: string, out: string): Promise<string | undefined> {
  const name = path.split(/[/\\]/).at(-1)!.replace(/\.[^.]+$/, '')
  return (await readRecord(join(out, name)))?.encoding
}

/** All that is to be written for one article: nothing is, before all articles have their plan. */
interface Plan {
  folder: string
  decks: DeckFile[]
  images: Output[]
  /** Of the characters that the theme's fonts lack. */
  fonts: DeckFonts
  record: DeckRecord
  /** Decks of the last run that this one has no more. */
  stale: string[]
}

async function plan(article: Article, flags: GenerateFlags, console: Console): Promise<Plan> {
  const folder = join(flags.out, article.name)
  const last = await readRecord(folder)
  const own = readSettings(article.file)
  const theme = flags.theme ?? last?.options.theme ?? own.theme ?? DEFAULT_THEME
  const themeFolder = findTheme(theme, flags.theme === undefined && own.theme === theme ? article.file.path : undefined)
  const options: DeckOptions = { ...DEFAULT_OPTIONS, ...definedOptions(own), ...last?.options, ...definedOptions(flags) }
  const images = await readImages(imagesOf(article.file), dirname(article.file.path), folder)
  const { outline, decks } = decksOf(article.file, { ...options, theme: themeFrom(themeFolder, folder), images: images.placed })
  const { outputs, missing } = await extraFonts(charactersOf(decks), themeFolder, folder)
  reportMissing(missing, article.file)
  reportMessages(article, console)
  const stale = await staleDecks(folder, decks)
  if (!flags.force)
    await refuseEdited(folder, decks, stale)
  return {
    folder,
    decks,
    images: images.outputs,
    fonts: await placeFonts(outputs, folder),
    stale,
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

function definedOptions({ ratio, density, minutes, clicks, questions }: Partial<GenerateFlags>): Partial<DeckOptions> {
  return {
    ...(ratio !== undefined && { ratio }),
    ...(density !== undefined && { density }),
    ...(minutes !== undefined && { minutes }),
    ...(clicks !== undefined && { clicks }),
    ...(questions !== undefined && { questions }),
  }
}

async function staleDecks(folder: string, decks: DeckFile[]): Promise<string[]> {
  const names = await readdir(join(folder, RECORD_FOLDER)).catch(() => [])
  return names.filter(name => DECK_NAME.test(name) && !decks.some(deck => deck.name === name))
}

/** Until edits can be merged, a deck that differs from the last one generated is a person's, and stays. */
async function refuseEdited(folder: string, decks: DeckFile[], stale: string[]): Promise<void> {
  const edited: string[] = []
  for (const name of [...decks.map(deck => deck.name), ...stale]) {
    const now = await readText(join(folder, name))
    const base = await readText(join(folder, RECORD_FOLDER, name))
    const next = decks.find(deck => deck.name === name)?.markdown
    if (now !== undefined && now !== base && now !== next)
      edited.push(join(folder, name))
  }
  if (edited.length > 0)
    throw new Failure(`${edited.join(', ')}: changed by hand since ${edited.length > 1 ? 'they were' : 'it was'} generated, and nothing is written. Move the changes elsewhere, or give --force to lose them.`)
}

async function write({ folder, decks, images, fonts, record, stale }: Plan, flags: GenerateFlags, console: Console): Promise<void> {
  const outputs = [
    ...decks.map(deck => ({ path: join(folder, deck.name), content: deck.markdown })),
    ...decks.map(deck => ({ path: join(folder, RECORD_FOLDER, deck.name), content: deck.markdown })),
    ...images,
    ...fonts.outputs,
    recordFile(folder, record),
  ]
  if (flags.dryRun) {
    for (const output of outputs.filter(({ path }) => DECK_NAME.test(path.split(sep).at(-1)!) && dirname(path) === folder)) {
      const now = await readText(output.path)
      console.log(`${output.path}  ${now === undefined ? 'would be written' : now === output.content ? 'would stay' : 'would change'}`)
    }
    stale.forEach(name => console.log(`${join(folder, name)}  would be removed`))
    return
  }
  const changed = new Set(await writeAll(outputs))
  await removeFiles(fonts.stale)
  for (const name of stale) {
    await rm(join(folder, name), { force: true })
    await rm(join(folder, RECORD_FOLDER, name), { force: true })
    console.log(`${join(folder, name)}  removed: the article has no such part any more`)
  }
  for (const deck of decks) {
    const path = join(folder, deck.name)
    const slides = deck.markdown.match(/^layout: /gm)?.length ?? 0
    console.log(`${path}  ${slides} slides${changed.has(path) ? '' : ', unchanged'}`)
  }
}
