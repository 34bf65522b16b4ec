import type { PageFacts } from '../page-facts.ts'
import type { StartFacts } from '../start-page.ts'
import type { CompiledArticle } from './article.ts'
import type { DeckFile, DeckFiles } from './deck.ts'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
export async function writePages({ shell, decks }: CompiledArticle, pages: PageFacts[], start: StartFacts | undefined, out: string): Promise<string[]> {
  await cp(join(shell.folder, 'assets'), join(out, 'assets'), { recursive: true })
  const fonts = await extraFonts(dirname(decks[0]!.deck.path))
  const notes = notesFile(decks.map(({ deck, slides }) => [deck.name, slides]))
  await writeAssets([...fonts, notes], out)
  const own = fonts.slice(0, 1).map(({ name }) => `assets/${name}`)
  const template = await readFile(join(shell.folder, 'deck.html'), 'utf8')
  for (const [index, { deck, slides, config }] of decks.entries()) {
    const files = await deckFiles(deck.name, slides, notes, shell.module)
    await writeAssets([files.module, ...files.assets], out)
    const { lang, author } = config as { lang?: string, author?: string }
    const page = pages[index]!
    const html = filled(withScripts(withStyles(template, [...own, ...shell.styles]), page, files), { title: page.title, language: lang ?? 'en', author: author ?? '' })
    await writeFile(join(out, `${deck.name}.html`), html)
  }
  if (start)
    await writeFile(join(out, 'index.html'), filled(withStyles(await readFile(join(shell.folder, 'index.html'), 'utf8'), own), { title: start.title, language: start.language, author: '' }))
  return decks.flatMap(({ slides }) => slides.flatMap(({ assets }) => assets))
}

async function writeAssets(files: readonly DeckFile[], out: string): Promise<void> {
  for (const { name, content } of files)
    await writeFile(join(out, 'assets', name), content)
}

/** The deck's own module comes before the page's. */
function withScripts(template: string, page: PageFacts, { module }: DeckFiles): string {
  const script = `${pageScript(page)}\n  <script type="module" crossorigin src="./assets/${module.name}"></script>\n`
  return template.replace(/ *<script type="module"/, found => script + found)
}

/** Style sheets after those that a page has. */
function withStyles(template: string, styles: readonly string[]): string {
  const links = styles.filter(style => !template.includes(style)).map(style => `  <link rel="stylesheet" crossorigin href="./${style}">\n`)
  return template.replace('</head>', end => links.join('') + end)
}

/** Puts a deck's own words in their places. A deck without an author has no place for one. */
function filled(template: string, { title, language, author }: Record<keyof typeof PLACEHOLDERS, string>): string {
  return template
    .replace(author === '' ? /^<meta name="author".*\n/m : '', '')
    .replaceAll(PLACEHOLDERS.title, () => escapeHtml(title))
    .replaceAll(PLACEHOLDERS.language, () => escapeHtml(language))
    .replaceAll(PLACEHOLDERS.author, () => escapeHtml(author))
}
