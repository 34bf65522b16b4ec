import type { ResolvedSlidevOptions } from '@slidev/types'
import type { InlineConfig, Plugin, Rollup } from 'vite'
import type { StartFacts } from '../start-page.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { build, mergeConfig } from 'vite'
import { hashOf } from '../../files/hash.ts'
import { inFolder } from '../groups.ts'
import { rootConfigs } from '../root-configs.ts'
import { startPage } from '../start-page.ts'
import { LIVING, modules, SHELL } from './modules.ts'
import { PLACEHOLDERS } from './names.ts'

/** What of a built client compiled slides and their pages need to know. */
export interface Client {
  /** The file of the module that slides import from, relative to the folder. */
  module: string
  /** Style sheets that its layouts bring, beside those that the page names. */
  styles: string[]
  /** The module of pages that are edited, and its own style sheets: built pages do without. */
  live: { module: string, styles: string[] }
  /** The layouts that slides may have: the theme's own. */
  layouts: string[]
  /** Slidev's configuration as the client has it. */
  config: Record<string, unknown>
}

/**
 * Builds Slidev's client and a theme without a deck: a page for decks, a start page, and the module that compiled
 * slides import from.
 *
 * @param theme the theme's folder
 * @param out an empty folder
 * @returns what is in it
 */
export async function buildClient(theme: string, out: string): Promise<Client> {
  const folder = join(out, '.deck')
  const options = await emptyDeck(theme, folder)
  const layouts = await themeLayouts(options, theme)
  const config = await rootConfigs(options.roots, 'build')
  const start = startPage(EMPTY_START, folder, options.themeRoots)
  const deckPage = resolve(folder, 'deck.html')
  const found: Found = { module: '', styles: [], live: { module: '', styles: [] } }
  process.env.NODE_ENV = 'production'
  await build(mergeConfig(config, {
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'silent',
    define: { __VUE_PROD_DEVTOOLS__: false },
    plugins: [
      start.plugin,
      modules(deckPage, options.utils.indexHtml, layouts),
      await ViteSlidevPlugin(options, { ...config.slidev, vue: NAMED_BY_SOURCE }),
      note(found),
    ],
    build: {
      outDir: out,
      emptyOutDir: false,
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rollupOptions: {
        input: { ...start.input, deck: deckPage, shell: SHELL, live: LIVING },
        preserveEntrySignatures: 'strict',
      },
    },
  } satisfies InlineConfig))
  const asJson = JSON.parse(JSON.stringify(options.data.config)) as Record<string, unknown>
  return { ...found, layouts: Object.keys(layouts).sort(), config: asJson }
}

/** A start page before it is known what is on it. */
const EMPTY_START: StartFacts = {
  title: PLACEHOLDERS.title,
  language: PLACEHOLDERS.language,
  decks: [],
  wholePdf: false,
  handouts: [],
  offline: false,
}

/**
 * Names scopes of styles after what is in a component, not after its place: a shell is the same wherever it is built.
 */
const NAMED_BY_SOURCE = {
  features: {
    componentIdGenerator: (_: string, source: string | undefined) => hashOf(Buffer.from(source ?? '')).slice(0, 8),
  },
}

/** Slidev's options for a deck of one empty slide. */
async function emptyDeck(theme: string, folder: string): Promise<ResolvedSlidevOptions> {
  const { title, author, language } = PLACEHOLDERS
  await mkdir(folder, { recursive: true })
  const entry = join(folder, '01.md')
  await writeFile(entry, `---\n${JSON.stringify({ theme, title, titleTemplate: '%s', author, lang: language })}\n---\n`)
  const options = inFolder(folder, await resolveOptions({ entry, routerMode: 'hash' }, 'build'))
  options.data.config.twoslash = false
  // The print route is what the PDFs are made from.
  options.utils.define.__SLIDEV_FEATURE_PRINT__ = 'true'
  return options
}

/** The theme's own layouts by name, each with its file. */
async function themeLayouts({ utils }: ResolvedSlidevOptions, theme: string): Promise<Record<string, string>> {
  const all = Object.entries(await utils.getLayouts())
  return Object.fromEntries(all.filter(([, path]) => path.startsWith(`${theme}/`)))
}

/** What is known of a client's files once they are written. */
type Found = Pick<Client, 'module' | 'styles' | 'live'>

/** Notes where the modules are that pages name, and which styles come with them. */
function note(found: Found): Plugin {
  return { name: 'lectern:shell-files', enforce: 'post', generateBundle: { order: 'post', handler(_, bundle) {
    const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
    const byFile = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
    const [shell, live] = [SHELL, LIVING].map(id => chunks.find(({ facadeModuleId }) => facadeModuleId === id)!)
    found.module = shell!.fileName
    found.styles = [...stylesOf(shell!, byFile, new Set())]
    found.live = { module: live!.fileName, styles: [...live!.viteMetadata?.importedCss ?? []] }
  } } }
}

/** The style sheets of a chunk, those of what it imports first. */
function stylesOf(chunk: Rollup.OutputChunk, byFile: Map<string, Rollup.OutputChunk>, seen: Set<string>): Set<string> {
  const styles = new Set<string>()
  for (const name of chunk.imports.filter(name => byFile.has(name) && !seen.has(name))) {
    seen.add(name)
    stylesOf(byFile.get(name)!, byFile, seen).forEach(style => styles.add(style))
  }
  chunk.viteMetadata?.importedCss.forEach(style => styles.add(style))
  return styles
}
