import type { Plugin } from 'vite'
import type { PageFacts } from './page-facts.ts'
import { join, resolve, sep } from 'node:path'
import { ROOT } from '../root.ts'
import { escapeHtml } from './html-text.ts'
import { NOTES_MODULE } from './notes.ts'
import { WAKE_LOCK } from './wake-lock.ts'

/** What a deck's page tells the shared code about itself, before that runs. */
export const PAGE_GLOBAL = 'lecternPage'

/**
 * A Vite plugin that makes one page for each deck out of one Slidev build: all pages share the code and the slides'
 * chunks, and each sees only its own slides, numbered from 1, under its own title. Slidev names the channel between
 * presenter and show after the title, so decks do not drive each other.
 *
 * @param pages the decks' pages
 * @param indexHtml Slidev's page
 * @param root the folder that the pages are named in
 * @returns the plugin, and the inputs for Vite
 */
export function deckPages(
  pages: PageFacts[],
  indexHtml: string,
  root: string,
): { plugin: Plugin, input: Record<string, string> } {
  const input = Object.fromEntries(pages.map(page => [page.name, resolve(root, `${page.name}.html`)]))
  const byPath = new Map(pages.map(page => [input[page.name]!, page]))
  const wrap = wrapModules(WRAPPERS)
  return { input, plugin: {
    name: 'lectern:pages',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: (id, importer) => byPath.has(id) ? id : wrap.resolve(id, importer) },
    load: { order: 'pre', handler(id) {
      const page = byPath.get(id)
      return page ? pageHtml(page, indexHtml) : wrap.load(id)
    } },
    transform: { order: 'pre', handler(code, id) {
      return id === TITLES ? { code: sideBySide(code), map: { mappings: '' } } : undefined
    } },
  } }
}

const PREFIX = '\0lectern:'

/** Slidev's module of all slides' titles, in Markdown. */
const TITLES = '/@slidev/title-renderer.md'

/**
 * Puts all titles side by side: each asks for its own number. Slidev chains them, each the `else` of those before it,
 * and with two thousand slides Vue's compiler has no stack left.
 */
function sideBySide(titles: string): string {
  return titles.replace(/^<template v-else-if=(?="no === \d+">$)/gm, '<template v-if=')
}

/** A plugin's way to modules that take the place of others. */
interface Wrapping {
  resolve: (id: string, importer: string | undefined) => string | undefined
  load: (id: string) => { code: string, map: { mappings: '' } } | undefined
}

/**
 * Puts a wrapper in the place of modules: it imports the real one.
 *
 * @param wrappers the wrappers' code, by the name of the module
 * @returns what a plugin resolves and loads
 */
export function wrapModules(wrappers: Readonly<Record<string, string>>): Wrapping {
  const wrapped = (id: string): string => `${PREFIX}${id}`
  return {
    resolve: (id, importer) => id in wrappers && importer !== wrapped(id) ? wrapped(id) : undefined,
    load: (id) => {
      const original = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : ''
      return original in wrappers ? { code: wrappers[original]!, map: { mappings: '' } } : undefined
    },
  }
}

/** How the pages keep the timer. */
const TIMER = join(ROOT, 'themes', 'shared', 'composables', 'timer.ts').split(sep).join('/')

/** Slidev's virtual modules as one deck sees them. */
export const WRAPPERS: Readonly<Record<string, string>> = {
  '/@slidev/slides': `
import { shallowRef } from 'vue'
import { slides as all } from '/@slidev/slides'
const { first, count } = globalThis.${PAGE_GLOBAL}
export const slides = shallowRef(all.value.slice(first, first + count).map((route, index) => {
  Object.assign(route.meta.slide, { no: index + 1, id: index })
  return { ...route, no: index + 1 }
}))
`,
  '/@slidev/configs': `
import configs from '/@slidev/configs'
export default { ...configs, ...globalThis.${PAGE_GLOBAL}.config }
`,
  '/@slidev/title-renderer': `
import { h } from 'vue'
import Titles from '/@slidev/title-renderer'
import { useSlideContext } from '@slidev/client/context.ts'
export default {
  props: ['no'],
  setup(props) {
    const { $page } = useSlideContext()
    return () => h(Titles, { no: globalThis.${PAGE_GLOBAL}.first + Number(props.no ?? $page.value) })
  },
}
`,
  // One timer for all decks of an article. Slidev keeps windows in step within one browser alone, and trusts only what
  // this machine serves: here what moves in the show moves the presenter view wherever the page comes from, a disk too.
  '/@slidev/setups/root': `
import setups from '/@slidev/setups/root'
import { TRUST_ORIGINS } from '@slidev/client/constants.ts'
import { addSyncMethod } from '@slidev/client/state/syncState.ts'
import { keepTimer, storageOf } from '${TIMER}'
export default [() => {
  TRUST_ORIGINS.push(location.hostname)
  addSyncMethod(keepTimer(
    'lectern timer ' + globalThis.${PAGE_GLOBAL}.config.article + ' ' + location.pathname.replace(/[^/]*$/, ''),
    storageOf(),
  ))
}, ...setups]
`,
  // A number past the last slide leads to the last, not to the first. If the server keeps the notes back, their module
  // is empty, and there is no presenter view either: whoever asks for it gets the show. This comes before other
  // set-ups, so that the router asks here before it goes anywhere.
  '/@slidev/setups/main': `
import configs from '/@slidev/configs'
import setups from '/@slidev/setups/main'
import { slides } from '/@slidev/slides'
const { first } = globalThis.${PAGE_GLOBAL}
${WAKE_LOCK}
const loading = import('${NOTES_MODULE}').then(({ default: notes }) => {
  slides.value.forEach(({ meta }, index) => meta.slide.noteHTML = notes?.[first + index] ?? '')
  // Slidev offers the presenter view only to who has this password, and the router below lets nobody in.
  if (!notes)
    configs.remote = 'none'
  return notes
})
export default [async ({ router }) => {
  router.beforeEach(async ({ name, params, query }) => {
    if (!await loading && !['play', 'print', 'NotFound'].includes(name))
      return { name: 'play', params: { no: params.no || '1' } }
    const count = slides.value.length
    return Number(params.no) > count ? { name, params: { no: String(count) }, query } : true
  })
  await loading
}, ...setups]
`,
}

/** What of Slidev's configuration a page may have of its own, beside what its deck says. */
const PAGE_KEYS = [
  ...['title', 'titleTemplate', 'author', 'duration', 'article'],
  ...['nextPage', 'previousPage', 'startsAt', 'pagesBefore', 'pagesOfAll'],
]

/**
 * What a deck's page tells the shared code about itself.
 *
 * @param page a deck's page
 * @returns which slides are its own, and its own part of Slidev's configuration
 */
export function pageFacts(page: PageFacts): { first: number, count: number, config: Record<string, unknown> } {
  const all = page.config as unknown as Record<string, unknown>
  const ofPage = Object.fromEntries(PAGE_KEYS.map(key => [key, all[key]]))
  return { first: page.first, count: page.count, config: { ...page.own, ...ofPage, slidesTitle: page.title } }
}

/** A title is text, wherever the page says it: Slidev reads it as Markdown for those who link to the page. */
function pageHtml(page: PageFacts, indexHtml: string): string {
  const title = escapeHtml(page.title)
  return indexHtml
    .replace(/<title>[\s\S]*?<\/title>/, () => `<title>${title}</title>`)
    .replace(/(<meta (?:property="og|name="twitter):title" content=")[^"]*/g, (_, start: string) => start + title)
    .replace('</head>', () => `${pageScript(page)}\n</head>`)
}

/**
 * The script by which a deck's page tells the shared code about itself.
 *
 * @param page a deck's page
 * @returns an element for the page's head, before all other scripts
 */
export function pageScript(page: PageFacts): string {
  return `<script>globalThis.${PAGE_GLOBAL} = ${JSON.stringify(pageFacts(page)).replace(/</g, '\\u003C')}</script>`
}
