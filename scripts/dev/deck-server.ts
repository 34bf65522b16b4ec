import type { ResolvedSlidevOptions, SlidevData } from '@slidev/types'
import type { Server } from 'node:http'
import type { InlineConfig, Plugin, ViteDevServer } from 'vite'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parser, resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { createServer, mergeConfig } from 'vite'
import { loadDeck } from '../build/decks.ts'
import { linked, withPlainPath } from '../build/plain-path.ts'
import { rootConfigs } from '../build/root-configs.ts'
import { readText } from '../files/write.ts'
import { wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'
import { DECK_NAME } from '../slidev/names.ts'
import { cacheOf } from './cache.ts'
import { askInFolder, deckClient } from './client.ts'
import { addressOf, pagesBeside } from './decks.ts'
import { faultOf } from './fault.ts'

/** Slidev's own server of one deck. */
export interface DeckServer {
  vite: ViteDevServer
  /** The deck's folder in the address: /01/. */
  base: string
  /** Makes ready what the deck's page loads, as far as it is known before. */
  warmUp: () => Promise<void>
  /** Resolves when Slidev knows the deck's file as it is, so that what it writes takes nothing back; after a while in any case. */
  isCurrent: () => Promise<void>
}

/** What a deck's server needs of the others'. */
export interface DeckContext {
  /** The server that all decks share: what moves in a file comes to the browser through it. */
  http: Server
  /** Something changed that only a new start takes in. */
  restart: (what: Wording | string) => void
  /** The deck's file is not there any more. */
  gone: () => void
  /** Says what went wrong. */
  voice: Voice
}

/** Slidev's own list: what of a deck's headmatter, and which files of its folder and its theme's, only a new start takes in. */
const RESTART_FIELDS = ['theme', 'addons', 'monaco', 'routerMode', 'fonts', 'css', 'mdc', 'editor', 'seoMeta'] as const
const RESTART_FILES = /^(?:setup\/(?:shiki|katex|preparser|transformers|unocss|vite-plugins)\.ts|(?:uno|unocss)\.config\.ts|vite\.config\.m?[jt]s)$/

/** Slidev hears of a file's change within a tenth of a second, in milliseconds. */
const PATIENCE = 500

/**
 * Starts Slidev's server of a deck. It listens nowhere: what it is to answer is handed to it.
 *
 * @param set the decks
 * @param name the deck's file
 * @param context the decks' common server, and whom to tell what
 * @returns the server
 * @throws Failure for a deck that cannot be read, or whose theme is not there; what Slidev throws otherwise
 */
export async function startDeck(set: DeckSet, name: string, context: DeckContext): Promise<DeckServer> {
  const entry = resolve(set.folder, name)
  await loadDeck(set.folder, name)
  const base = `/${addressOf(name)}/`
  const own = await resolveOptions({ entry, base, routerMode: 'hash' }, 'dev')
  const options = withPlainPath(dirname(entry), own, linked)
  Object.assign(options.data.config, await pagesBeside(set, name))
  options.utils.indexHtml = askInFolder(options.utils.indexHtml, base)
  // Slidev's pages are served as for development, whatever the shell says.
  process.env.NODE_ENV = 'development'
  const config = await rootConfigs(options.roots, 'serve')
  const faults = overlayOf(() => vite)
  const slidev = await ViteSlidevPlugin(options, config.slidev, { loadData: async loaded => reload(set, name, options, loaded, { ...context, ...faults }) })
  const vite: ViteDevServer = await createServer(mergeConfig(config, {
    configFile: false,
    root: options.userRoot,
    base,
    cacheDir: cacheOf(set.folder),
    plugins: [deckClient(), heardThrough(context.http), slidev],
    logLevel: 'error',
    optimizeDeps: { entries: [join(options.clientRoot, 'main.ts')] },
    server: { middlewareMode: true, fs: { allow: [join(ROOT, 'themes')] } },
    ...(options !== own && { resolve: { preserveSymlinks: true } }),
    define: { __VUE_PROD_DEVTOOLS__: false },
  } satisfies InlineConfig))
  watchBeside(vite, options.entry, options.roots, context)
  const isCurrent = async (): Promise<void> => {
    for (const start = performance.now(); performance.now() - start < PATIENCE && await readText(entry) !== options.data.markdownFiles[options.entry]?.raw;)
      await new Promise(resolve => setTimeout(resolve, 20))
  }
  return { vite, base, isCurrent, warmUp: () => vite.warmupRequest(`/@fs/${options.clientRoot.replace(/^\//, '')}/main.ts`) }
}

/** Last of all plugins: merged into Slidev's own configuration, it would make Vite warn of an option that nobody gave. */
function heardThrough(server: Server): Plugin {
  return { name: 'lectern:dev-server', enforce: 'post', config: { order: 'post', handler: () => ({ server: { ws: { server } } }) } }
}

/** What is wrong with a deck, shown over its page. */
interface Overlay { show: (fault: string) => void, clear: () => void }

function overlayOf(vite: () => ViteDevServer): Overlay {
  let shown: string | undefined
  let isHeard = false
  const send = (): void => shown === undefined ? undefined : vite().ws.send({ type: 'error', err: { message: shown, stack: '' } })
  return {
    show(fault) {
      shown = fault
      send()
      // A page that is opened or loaded again has it as well.
      if (!isHeard)
        vite().ws.on('connection', send)
      isHeard = true
    },
    clear() {
      if (shown !== undefined)
        vite().ws.send({ type: 'full-reload' })
      shown = undefined
    },
  }
}

/** Slidev asks for the deck again when its file has changed. Nothing is shown of a deck that cannot be read, or whose server starts anew. */
async function reload(set: DeckSet, name: string, options: ResolvedSlidevOptions, loaded: Record<string, string>, { restart, voice, show, clear }: DeckContext & Overlay): Promise<SlidevData | false> {
  try {
    const { data } = options
    // It throws for what Slidev passes over, or ends the process for.
    await loadDeck(set.folder, name)
    const next = await parser.load(options, options.entry, loaded, 'dev')
    const { addons = [], ...own } = parser.resolveConfig(next.headmatter, data.themeMeta, options.entry)
    const config = { ...own, addons, theme: String(next.headmatter.theme ?? 'default'), routerMode: 'hash' as const, ...await pagesBeside(set, name) }
    const changed = RESTART_FIELDS.find(field => JSON.stringify(config[field]) !== JSON.stringify(field === 'addons' ? data.config.addons ?? [] : data.config[field]))
    const feature = (['katex', 'monaco'] as const).find(one => next.features[one] && !data.features[one])
    clear()
    if (changed ?? feature) {
      restart(wording('dev-setting', { what: String(changed ?? feature) }))
      return false
    }
    return { ...data, ...next, config }
  }
  catch (error) {
    const fault = faultOf(join(set.folder, name), error)
    voice.tell(wording('dev-shown-before', { fault }))
    show(voice.say(fault))
    return false
  }
}

/** A deck beside it that changes, comes or goes may be its next one or the one before; a set-up file asks for a new start. */
function watchBeside({ watcher }: ViteDevServer, entry: string, roots: string[], { restart, gone }: DeckContext): void {
  const isRestarting = (file: string): boolean => roots.some(root => RESTART_FILES.test(relative(root, file).replaceAll('\\', '/')))
  watcher.add(roots.filter(root => !root.includes('node_modules')).flatMap(root => ['setup', 'vite.config.ts', 'uno.config.ts'].map(name => join(root, name)).filter(existsSync)))
  watcher.on('all', (event, path) => {
    const file = resolve(path)
    if (file === entry) {
      if (event === 'unlink')
        gone()
    }
    else if (isRestarting(file)) {
      restart(basename(file))
    }
    else if (dirname(file) === dirname(entry) && DECK_NAME.test(basename(file))) {
      watcher.emit('change', entry)
    }
  })
}
