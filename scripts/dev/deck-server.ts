import type { ResolvedSlidevOptions, SlidevData } from '@slidev/types'
import type { Server } from 'node:http'
import type { InlineConfig, Plugin, ViteDevServer } from 'vite'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { Overlay } from './overlay.ts'
import { dirname, join, resolve } from 'node:path'
import { parser, resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { createServer, mergeConfig } from 'vite'
import { loadDeck } from '../build/decks.ts'
import { linked, withPlainPath } from '../build/plain-path.ts'
import { rootConfigs } from '../build/root-configs.ts'
import { readText } from '../files/write.ts'
import { wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'
import { cacheOf } from './cache.ts'
import { askInFolder, deckClient } from './client.ts'
import { addressOf, pagesBeside } from './decks.ts'
import { faultOf } from './fault.ts'
import { overlayOf } from './overlay.ts'
import { restartingSetting, watchBeside } from './restarts.ts'

/** Slidev's own server of one deck. */
export interface DeckServer {
  vite: ViteDevServer
  /** The deck's folder in the address: /01/. */
  base: string
  /** Makes ready what the deck's page loads, as far as it is known before. */
  warmUp: () => Promise<void>
  /**
   * Resolves when Slidev knows the deck's file as it is, so that what it writes takes nothing back; after a while in
   * any case.
   */
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
  const vite = await serve(options, options !== own, set, name, context)
  watchBeside(vite, options.entry, options.roots, context)
  const client = `/@fs/${options.clientRoot.replace(/^\//, '')}/main.ts`
  const isRead = async (): Promise<boolean> => await readText(entry) === options.data.markdownFiles[options.entry]?.raw
  return { vite, base, warmUp: () => vite.warmupRequest(client), isCurrent: () => awaited(isRead) }
}

async function serve(
  options: ResolvedSlidevOptions,
  isLinked: boolean,
  set: DeckSet,
  name: string,
  context: DeckContext,
): Promise<ViteDevServer> {
  // Slidev's pages are served as for development, whatever the shell says.
  process.env.NODE_ENV = 'development'
  const config = await rootConfigs(options.roots, 'serve')
  const overlay = overlayOf(() => vite)
  const slidev = await ViteSlidevPlugin(options, config.slidev, {
    loadData: async loaded => reload(set, name, options, loaded, { ...context, overlay }),
  })
  const vite: ViteDevServer = await createServer(mergeConfig(config, {
    configFile: false,
    root: options.userRoot,
    base: `/${addressOf(name)}/`,
    cacheDir: cacheOf(set.folder),
    plugins: [deckClient(), heardThrough(context.http), slidev],
    logLevel: 'error',
    optimizeDeps: { entries: [join(options.clientRoot, 'main.ts')] },
    server: { middlewareMode: true, fs: { allow: [join(ROOT, 'themes')] } },
    ...(isLinked && { resolve: { preserveSymlinks: true } }),
    define: { __VUE_PROD_DEVTOOLS__: false },
  } satisfies InlineConfig))
  return vite
}

/** Slidev hears of a file's change within a tenth of a second. It is waited for, and looked at, in milliseconds. */
const [PATIENCE, LOOK] = [500, 20]

async function awaited(isSo: () => Promise<boolean>): Promise<void> {
  for (const start = performance.now(); performance.now() - start < PATIENCE && !await isSo();)
    await new Promise(resolve => setTimeout(resolve, LOOK))
}

/** Last of all plugins: merged into Slidev's own configuration, Vite would warn of an option that nobody gave. */
function heardThrough(server: Server): Plugin {
  const handler = (): object => ({ server: { ws: { server } } })
  return { name: 'lectern:dev-server', enforce: 'post', config: { order: 'post', handler } }
}

/**
 * Slidev asks for the deck again when its file has changed. Nothing is shown of a deck that cannot be read, or whose
 * server starts anew.
 */
async function reload(
  set: DeckSet,
  name: string,
  options: ResolvedSlidevOptions,
  loaded: Record<string, string>,
  { restart, voice, overlay }: DeckContext & { overlay: Overlay },
): Promise<SlidevData | false> {
  try {
    const { data } = options
    // It throws for what Slidev passes over, or ends the process for.
    await loadDeck(set.folder, name)
    const next = await parser.load(options, options.entry, loaded, 'dev')
    const theme = String(next.headmatter.theme ?? 'default')
    const { addons = [], ...own } = parser.resolveConfig(next.headmatter, data.themeMeta, options.entry)
    const config = { ...own, addons, theme, routerMode: 'hash' as const, ...await pagesBeside(set, name) }
    const setting = restartingSetting(data, { ...next, config })
    overlay.clear()
    if (setting !== undefined) {
      restart(wording('dev-setting', { what: setting }))
      return false
    }
    return { ...data, ...next, config }
  }
  catch (error) {
    const fault = faultOf(join(set.folder, name), error)
    voice.tell(wording('dev-shown-before', { fault }))
    overlay.show(voice.say(fault))
    return false
  }
}
