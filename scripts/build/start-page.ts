import type { Plugin } from 'vite'
import type { HandoutKind } from './handout/kinds.ts'
import type { Point } from './points.ts'
import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { labelsFor } from '../language/labels.ts'
import { ROOT } from '../root.ts'
import { handoutFile } from './handout/kinds.ts'
import { page } from './html-page.ts'
import { escapeHtml, phrasedHtml } from './html-text.ts'
import { OFFLINE, pictureFile, WHOLE_PDF } from './results.ts'

/** A deck as the start page lists it. */
export interface StartDeck {
  /** 01 */
  name: string
  title: string
  slides: number
  /** As Slidev writes it: 12min. */
  duration?: string
  points: Point[]
  pdf: boolean
  /** Whether there is a picture of its cover. */
  picture: boolean
}

/** An article as its start page shows it. */
export interface StartFacts {
  title: string
  subtitle?: string
  byline?: string
  /** Whose talk it is, on one line, and who speaks. */
  talk?: string
  speaker?: string
  language: string
  decks: StartDeck[]
  /** The handouts beside the page. */
  handouts: HandoutKind[]
  /** Whether the PDF of all decks is beside the page. */
  wholePdf: boolean
  /** Whether the offline file is beside the page. */
  offline: boolean
}

/** The article's own fonts, of the characters that the theme's lack. */
const EXTRA_FONTS = 'fonts/lectern-extra.css'
const STYLES = join(ROOT, 'scripts/build/start-page.css')

/**
 * A Vite plugin that adds an article's start page to a build, in the theme's colours and fonts, with nothing on it: see
 * `withBody`.
 *
 * @param facts what it shows
 * @param root Vite's root
 * @param themeRoots the theme's folder
 * @returns the plugin and its input
 */
export function startPage(
  facts: StartFacts,
  root: string,
  themeRoots: string[],
): { plugin: Plugin, input: Record<string, string> } {
  const path = resolve(root, 'index.html')
  const tokens = themeRoots.map(theme => join(theme, 'styles/tokens.css'))
  const styles = [...[...tokens, join(root, EXTRA_FONTS)].filter(existsSync), STYLES]
  const addresses = styles.map(file => relative(root, file).split(sep).join('/'))
  const links = addresses.map(address => `<link rel="stylesheet" href="${escapeHtml(address)}">`)
  return { input: { index: path }, plugin: {
    name: 'lectern:start-page',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: id => id === path ? id : undefined },
    load: { order: 'pre', handler: id => id === path ? page(facts.language, facts.title, links, '') : undefined },
  } }
}

/**
 * Fills a start page: what it leads to is known last.
 *
 * @param html the page, empty or as it was filled before
 * @param facts what it shows
 * @returns the page with all links
 */
export function withBody(html: string, facts: StartFacts): string {
  const links = (name: string): DeckLinks => ({
    slide: number => `${name}.html#/${number}`,
    presenter: `${name}.html#/presenter/1`,
    pdf: `${name}.pdf`,
    picture: pictureFile(name),
  })
  const body = startBody(facts, links, filesBeside(facts))
  return html.replace(/<body>[\s\S]*<\/body>/, () => `<body>${facts.offline ? FROM_DISK : ''}${body}\n</body>`)
}

/** What there is beside a page that is the whole article's. */
function filesBeside({ language, wholePdf, handouts, offline }: StartFacts): FileLink[] {
  const labels = labelsFor(language).start
  return [
    ...wholePdf ? [{ href: WHOLE_PDF, label: labels.wholePdf }] : [],
    ...handouts.map(kind => ({ href: handoutFile(kind), label: labels.handout(kind === 'notes' ? 0 : Number(kind)) })),
    ...offline ? [{ href: OFFLINE, label: labels.offline }] : [],
  ]
}

/** A link to a file. */
interface FileLink { href: string, label: string }

/**
 * Leads from a start page on a disk to the offline file. Browsers load neither modules nor fonts from there (WHATWG
 * URL, 4.7: a file's origin is opaque).
 */
const FROM_DISK = `<script>if (location.protocol === 'file:') location.replace('${OFFLINE}')</script>`

/** Where a deck's slides are shown, where its presenter view is, its PDF, and the picture of its cover. */
export interface DeckLinks { slide: (number: number) => string, presenter: string, pdf?: string, picture: string }

/**
 * The start page's content.
 *
 * @param facts what it shows
 * @param linksOf a deck's addresses, by its name
 * @param files what else there is beside the page, to print or to take along
 * @returns HTML
 */
export function startBody(facts: StartFacts, linksOf: (name: string) => DeckLinks, files: FileLink[] = []): string {
  const labels = labelsFor(facts.language)
  const slides = facts.decks.reduce((sum, deck) => sum + deck.slides, 0)
  const whole = [labels.start.slides(slides), minutesOf(facts)].filter(Boolean).join(' · ')
  const below = [facts.subtitle, facts.byline, facts.talk].filter(text => text !== undefined)
  return `
<header>
  <h1>${phrasedHtml(facts.title)}</h1>
  ${below.map(text => `<p>${phrasedHtml(text)}</p>`).join('\n  ')}
  <p class="whole">${escapeHtml(whole)}</p>
</header>
<main>
  <ol class="decks">
${facts.decks.map(deck => deckItem(deck, facts, linksOf(deck.name))).join('\n')}
  </ol>
</main>
${footer(files)}`
}

function footer(files: FileLink[]): string {
  const links = files.map(({ href, label }) => `<a href="${href}">${escapeHtml(label)}</a>`)
  return links.length === 0 ? '' : `<footer>\n  <nav>${links.join('\n    ')}</nav>\n</footer>`
}

function minutesOf(facts: StartFacts): string {
  const minutes = facts.decks.map(deck => Number.parseInt(deck.duration ?? ''))
  const sum = minutes.reduce((sum, value) => sum + value, 0)
  return minutes.some(Number.isNaN) ? '' : labelsFor(facts.language).minutes(sum)
}

function deckItem(deck: StartDeck, facts: StartFacts, { slide, presenter, pdf, picture }: DeckLinks): string {
  const { start, minutes } = labelsFor(facts.language)
  const time = Number.parseInt(deck.duration ?? '')
  const about = [start.slides(deck.slides), ...(Number.isNaN(time) ? [] : [minutes(time)])].join(' · ')
  const title = escapeHtml(deck.title)
  const link = (href: string, label: string): string =>
    `<a href="${href}" aria-label="${escapeHtml(label)}: ${title}">${escapeHtml(label)}</a>`
  const image = deck.picture ? `<img src="${picture}" alt="">` : ''
  const links = [
    link(slide(1), start.show),
    link(presenter, start.presenter),
    ...(deck.pdf && pdf ? [link(pdf, start.pdf)] : []),
  ]
  const points = deck.points.map(point => `<li><a href="${slide(point.slide)}">${phrasedHtml(point.title)}</a></li>`)
  // The picture repeats the title's link: whoever goes by keyboard or by ear meets one.
  return `    <li>
      <a class="picture" href="${slide(1)}" tabindex="-1" aria-hidden="true">${image}</a>
      <div>
        <h2><a href="${slide(1)}">${phrasedHtml(deck.title)}</a></h2>
        <p>${escapeHtml(about)}</p>
        ${points.length === 0 ? '' : `<ol class="points">${points.join('\n          ')}</ol>`}
        <nav>${links.join('\n          ')}</nav>
      </div>
    </li>`
}
