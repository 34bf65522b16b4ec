import type { PageFacts } from '../page-facts.ts'
import type { StartFacts } from '../start-page.ts'
import type { CompiledArticle, CompiledDeck } from './article.ts'
import type { DeckFile } from './deck.ts'
import type { Shell } from './load.ts'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { escapeHtml } from '../html-text.ts'
import { pageScript } from '../pages.ts'
import { deckFiles, notesFile } from './deck.ts'
import { extraFonts } from './extra-fonts.ts'
import { PLACEHOLDERS } from './names.ts'

/**
 * Writes the pages of an article whose slides are compiled.
 *
 * @param article the slides, and their shell
 * @param pages the decks' pages
 * @param start what the article's start page shows, where there is to be one
 * @param out the folder to write to; what is there stays
 * @returns the paths of the files that went in, beside the decks
 */
export async function writePages(
  article: CompiledArticle,
  pages: PageFacts[],
  start: StartFacts | undefined,
  out: string,
): Promise<string[]> {
  const { shell, decks } = article
  await copyAssets(shell, out)
  const made = await makeDeckPages(article, pages)
  for (const { name, html } of made.pages)
    await writeFile(join(out, `${name}.html`), html)
  for (const { name, content } of made.assets)
    await writeFile(join(out, 'assets', name), content)
  if (start) {
    const template = withStyles(await readFile(join(shell.folder, 'index.html'), 'utf8'), made.styles)
    await writeFile(join(out, 'index.html'), filled(template, { ...start, author: '' }))
  }
  return decks.flatMap(({ slides }) => slides.flatMap(({ assets }) => assets))
}

/** What pages have while they are edited stays behind. */
async function copyAssets({ folder, live }: Shell, out: string): Promise<void> {
  const left = [live.module, ...live.styles]
  const filter = (path: string): boolean => !left.includes(relative(folder, path).replaceAll('\\', '/'))
  await cp(join(folder, 'assets'), join(out, 'assets'), { recursive: true, filter })
}

/** A deck's page. */
export interface DeckPage {
  /** 01 */
  name: string
  html: string
  /** The file in `assets` of the module that has the deck's slides. */
  module: string
}

/** The pages of decks, and what of `assets` is theirs. */
export interface DeckPages {
  pages: DeckPage[]
  assets: DeckFile[]
  /** The style sheets among them, relative to the pages. */
  styles: string[]
}

/**
 * Makes the pages of decks whose slides are compiled.
 *
 * @param article the slides, and their shell
 * @param article.shell the shell
 * @param article.decks the decks, of one folder
 * @param facts the decks' pages
 * @returns the pages, and the files that they need beside the shell's
 */
export async function makeDeckPages({ shell, decks }: CompiledArticle, facts: PageFacts[]): Promise<DeckPages> {
  const fonts = await extraFonts(dirname(decks[0]!.deck.path))
  const styles = fonts.slice(0, 1).map(({ name }) => `assets/${name}`)
  const notes = notesFile(decks.map(({ deck, slides }) => [deck.name, slides]))
  const template = withStyles(await readFile(join(shell.folder, 'deck.html'), 'utf8'), [...styles, ...shell.styles])
  const pages: DeckPage[] = []
  const assets = [...fonts, notes]
  for (const [index, { deck, slides, config }] of decks.entries()) {
    const files = await deckFiles(deck.name, slides, notes, shell.module)
    assets.push(files.module, ...files.assets)
    const html = deckHtml(template, facts[index]!, files.module.name, config)
    pages.push({ name: deck.name, html, module: files.module.name })
  }
  return { pages, assets, styles }
}

function deckHtml(template: string, page: PageFacts, module: string, config: CompiledDeck['config']): string {
  const { lang, author } = config as { lang?: string, author?: string }
  const words = { title: page.title, language: lang ?? 'en', author: author ?? '' }
  return filled(withScripts(template, page, module), words)
}

/** The deck's own module comes before the page's. */
function withScripts(template: string, page: PageFacts, module: string): string {
  const script = `${pageScript(page)}\n  <script type="module" crossorigin src="./assets/${module}"></script>\n`
  return template.replace(/ *<script type="module"/, found => script + found)
}

/**
 * Adds style sheets to a page, after those that it has.
 *
 * @param template the page
 * @param styles the style sheets, relative to it
 * @returns the page with those that it did not have
 */
export function withStyles(template: string, styles: readonly string[]): string {
  const links = styles
    .filter(style => !template.includes(style))
    .map(style => `  <link rel="stylesheet" crossorigin href="./${style}">\n`)
  return template.replace('</head>', end => links.join('') + end)
}

/** A page's own words. */
type Words = Record<keyof typeof PLACEHOLDERS, string>

/** Puts a deck's own words in their places. A deck without an author has no place for one. */
function filled(template: string, { title, language, author }: Words): string {
  return template
    .replace(author === '' ? /^<meta name="author".*\n/m : '', '')
    .replaceAll(PLACEHOLDERS.title, () => escapeHtml(title))
    .replaceAll(PLACEHOLDERS.language, () => escapeHtml(language))
    .replaceAll(PLACEHOLDERS.author, () => escapeHtml(author))
}
