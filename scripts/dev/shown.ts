import type { LoadedDeck } from '../build/decks.ts'
import type { PageFacts } from '../build/page-facts.ts'
import type { CompiledArticle } from '../build/shell/article.ts'
import type { DeckFile } from '../build/shell/deck.ts'
import type { LiveState } from '../build/shell/live.ts'
import type { Shell } from '../build/shell/load.ts'
import type { DeckPage } from '../build/shell/pages.ts'
import type { DeckSet } from './decks.ts'
import { join } from 'node:path'
import process from 'node:process'
import { loadDeck } from '../build/decks.ts'
import { hashOwn } from '../build/inputs.ts'
import { pageOf } from '../build/page-facts.ts'
import { pageFacts, pageScript } from '../build/pages.ts'
import { compileArticle } from '../build/shell/article.ts'
import { LIVE } from '../build/shell/live.ts'
import { makeDeckPages, withStyles } from '../build/shell/pages.ts'
import { shortHash } from '../files/hash.ts'
import { addressOf, pagesBeside } from './decks.ts'

/** A deck as it is shown on the shell. */
export interface ShownDeck {
  html: string
  /** What its page shows, as the page is told when the deck changes. */
  state: LiveState
  /** What its page asks for in `ASSETS` that is not the shell's. */
  assets: DeckFile[]
  /** The folder of the shell's own. */
  shell: string
  /** The paths of the files that it was made from: the deck, and what its slides show. */
  files: string[]
}

/** What pages ask for that is no deck's: no deck's address begins like this. */
const OWN = '/@lectern/'
/** Where the files are that pages load. */
export const ASSETS = `${OWN}assets/`
/** Where a page hears of changes of a deck, whose address follows. */
export const CHANGES = `${OWN}changes/`

/** Makes a deck's page on the shell, by its file's name. */
export type ShowDeck = (name: string) => Promise<ShownDeck>

/**
 * Makes pages on the shell, as `build` does. Lectern itself stays as it is now; slides that stay as they were are not
 * compiled again.
 *
 * @param set the decks
 * @returns what makes a page; it throws Failure for a deck that cannot be read, and LongWay for one that Slidev's own
 *   server is to show
 */
export function deckShower(set: DeckSet): ShowDeck {
  const own = hashOwn()
  return async (name) => {
    const loaded = await loadDeck(set.folder, name)
    const compiled = await compileArticle([loaded], own, process.env)
    return pageOn(compiled, loaded, set, name)
  }
}

async function pageOn(article: CompiledArticle, loaded: LoadedDeck, set: DeckSet, name: string): Promise<ShownDeck> {
  const { shell, decks: [compiled] } = article
  const { config, slides } = compiled!
  // A file that is edited may have any name.
  const deck = { ...loaded, name: 'shown' }
  const facts = pageOf(deck, [deck], config, shell.config)
  Object.assign(facts.config, await pagesBeside(set, name))
  const { pages: [page], assets } = await makeDeckPages({ shell, decks: [{ deck, slides, config }] }, [facts])
  const state = stateOf(page!, facts)
  const files = [join(set.folder, name), ...slides.flatMap(slide => slide.assets)]
  return { html: liveHtml(page!, state, shell, addressOf(name)), state, assets, shell: shell.folder, files }
}

/** A page takes in other slides, and what it knows of itself; all else that it says is its frame. */
function stateOf({ html, module }: DeckPage, facts: PageFacts): LiveState {
  const frame = shortHash(html.replace(module, '').replace(pageScript(facts), ''))
  return { frame, module: `${ASSETS}${module}`, facts: pageFacts(facts) }
}

/** Adds what a page has while it is edited. */
function liveHtml({ html }: DeckPage, state: LiveState, { live }: Shell, address: string): string {
  const known = JSON.stringify({ changes: `${CHANGES}${address}`, state }).replace(/</g, '\\u003C')
  const script = `<script>globalThis.${LIVE} = ${known}</script>
  <script type="module" crossorigin src="./${live.module}"></script>
`
  return withStyles(html, live.styles)
    .replace('</head>', end => script + end)
    .replace(/(src|href)="\.\/assets\//g, (_, name: string) => `${name}="${ASSETS}`)
}
