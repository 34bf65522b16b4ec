import type { Plugin } from 'vite'
import type { HandoutKind } from './handout/kinds.ts'
import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { labelsFor } from '../language/labels.ts'
import { ROOT } from '../root.ts'
import { handoutFile } from './handout/kinds.ts'
import { escapeHtml, phrasedHtml } from './html-text.ts'

/** A deck as the start page lists it. */
export interface StartDeck {
  /** 01 */
  name: string
  title: string
  slides: number
  /** As Slidev writes it: 12min. */
  duration?: string
  pdf: boolean
}

/** An article as its start page shows it. */
export interface StartFacts {
  title: string
  subtitle?: string
  byline?: string
  language: string
  decks: StartDeck[]
  /** The handouts beside the page. */
  handouts: HandoutKind[]
}

/** The article's own fonts, of the characters that the theme's lack. */
const EXTRA_FONTS = 'fonts/lectern-extra.css'
const STYLES = join(ROOT, 'scripts/build/start-page.css')

/**
 * A Vite plugin that adds an article's start page to a build, in the theme's colours and fonts.
 *
 * @param facts what it shows
 * @param root Vite's root
 * @param themeRoots the theme's folder
 * @returns the plugin and its input
 */
export function startPage(facts: StartFacts, root: string, themeRoots: string[]): { plugin: Plugin, input: Record<string, string> } {
  const path = resolve(root, 'index.html')
  const styles = [...[...themeRoots.map(theme => join(theme, 'styles/tokens.css')), join(root, EXTRA_FONTS)].filter(existsSync), STYLES]
  const links = styles.map(file => `<link rel="stylesheet" href="${escapeHtml(relative(root, file).split(sep).join('/'))}">`)
  return { input: { index: path }, plugin: {
    name: 'lectern:start-page',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: id => id === path ? id : undefined },
    load: { order: 'pre', handler: id => id === path ? startHtml(facts, links) : undefined },
  } }
}

function startHtml(facts: StartFacts, head: string[]): string {
  return page(facts.language, facts.title, head, startBody(facts, name => ({ show: `${name}.html#/1`, presenter: `${name}.html#/presenter/1`, pdf: `${name}.pdf` }), facts.handouts))
}

/** Where a deck is shown, where its presenter view is, and its PDF. */
export interface DeckLinks { show: string, presenter: string, pdf?: string }

/**
 * The start page's content.
 *
 * @param facts what it shows
 * @param linksOf a deck's addresses, by its name
 * @param handouts those beside the page
 * @returns HTML
 */
export function startBody(facts: StartFacts, linksOf: (name: string) => DeckLinks, handouts: HandoutKind[] = []): string {
  const labels = labelsFor(facts.language)
  const below = [facts.subtitle, facts.byline].filter(text => text !== undefined)
  return `
<header>
  <h1>${phrasedHtml(facts.title)}</h1>
  ${below.map(text => `<p>${phrasedHtml(text!)}</p>`).join('\n  ')}
</header>
<main>
  <ol>
${facts.decks.map(deck => deckItem(deck, facts.language, linksOf(deck.name))).join('\n')}
  </ol>
</main>
<footer>
  <p>${escapeHtml([labels.start.slides(facts.decks.reduce((sum, deck) => sum + deck.slides, 0)), minutesOf(facts)].filter(Boolean).join(' · '))}</p>
  ${handouts.length === 0 ? '' : `<nav>${handouts.map(kind => `<a href="${handoutFile(kind)}">${escapeHtml(labels.start.handout(kind === 'notes' ? 0 : Number(kind)))}</a>`).join('\n    ')}</nav>`}
</footer>`
}

function minutesOf(facts: StartFacts): string {
  const minutes = facts.decks.map(deck => Number.parseInt(deck.duration ?? ''))
  return minutes.some(Number.isNaN) ? '' : labelsFor(facts.language).minutes(minutes.reduce((sum, value) => sum + value, 0))
}

function deckItem(deck: StartDeck, language: string, { show, presenter, pdf }: DeckLinks): string {
  const { start, minutes } = labelsFor(language)
  const time = Number.parseInt(deck.duration ?? '')
  const about = [start.slides(deck.slides), ...(Number.isNaN(time) ? [] : [minutes(time)])].join(' · ')
  const title = escapeHtml(deck.title)
  const link = (href: string, label: string): string => `<a href="${href}" aria-label="${escapeHtml(label)}: ${title}">${escapeHtml(label)}</a>`
  return `    <li>
      <h2><a href="${show}">${phrasedHtml(deck.title)}</a></h2>
      <p>${escapeHtml(about)}</p>
      <nav>
        ${[link(show, start.show), link(presenter, start.presenter), ...(deck.pdf && pdf ? [link(pdf, start.pdf)] : [])].join('\n        ')}
      </nav>
    </li>`
}

/**
 * The page that lists several articles.
 *
 * @param articles their folders and titles
 * @returns HTML that stands alone
 */
export function articlesPage(articles: { name: string, title: string, language: string }[]): string {
  const language = articles[0]?.language ?? 'en'
  const items = articles.map(({ name, title, language }) => `    <li lang="${escapeHtml(language)}"><a href="${encodeURIComponent(name)}/index.html">${escapeHtml(title)}</a></li>`)
  const style = '<style>body{margin:12vh auto;max-width:40rem;padding:0 1.5rem;font:1.25rem/1.8 serif;color:#2b2320;background:#faf6ee}a{color:#9a1b1e}li{margin:.6em 0}</style>'
  return page(language, 'Lectern', [style], `
<main>
  <ul>
${items.join('\n')}
  </ul>
</main>`)
}

function page(language: string, title: string, head: string[], body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head.join('\n')}
</head>
<body>${body}
</body>
</html>
`
}
