import type { InlineConfig, Plugin } from 'vite'
import type { DeckGroup } from './groups.ts'
import type { PageFacts } from './page-facts.ts'
import type { StartFacts } from './start-page.ts'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { ViteSlidevPlugin } from '@slidev/cli'
import { build, mergeConfig } from 'vite'
import { notesApart } from './notes.ts'
import { deckPages } from './pages.ts'
import { rootConfigs } from './root-configs.ts'
import { slideFault } from './slide-fault.ts'
import { startPage } from './start-page.ts'

/**
 * Builds the pages of decks: one Vite build for all of them.
 *
 * @param group decks that share their options
 * @param pages their pages
 * @param start what the article's start page shows, where this build is to make it
 * @param out the folder to write to; what is there stays
 * @returns the paths of all files that went in
 * @throws Failure where a slide cannot be built
 */
export async function buildHtml(
  group: DeckGroup,
  pages: PageFacts[],
  start: StartFacts | undefined,
  out: string,
): Promise<string[]> {
  const { options } = group
  const parts = [
    deckPages(pages, options.utils.indexHtml, options.userRoot),
    ...(start ? [startPage(start, options.userRoot, options.themeRoots)] : []),
  ]
  const input = Object.assign({}, ...parts.map(part => part.input)) as Record<string, string>
  // Vue is built as for production whatever the shell says: only that is free of the machine's paths.
  process.env.NODE_ENV = 'production'
  const folder = dirname(group.decks[0]!.path)
  const config = await rootConfigs(options.roots, 'build')
  const read = new Set<string>()
  const made = build(mergeConfig(config, {
    configFile: false,
    root: options.userRoot,
    base: './',
    logLevel: 'silent', // what fails is thrown
    define: { __VUE_PROD_DEVTOOLS__: false },
    plugins: [
      ...parts.map(({ plugin }) => plugin),
      notesApart(options.data.slides),
      await ViteSlidevPlugin(options, config.slidev),
      filesRead(read),
    ],
    build: {
      outDir: resolve(out),
      emptyOutDir: false,
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rollupOptions: { input },
    },
  } satisfies InlineConfig))
  await made.catch(error => Promise.reject(slideFault(error, group.decks.flatMap(({ data }) => data.slides))))
  return Array.from(read, path => moved(path, options.userRoot, folder))
}

/** The path that a file of one folder has in another one that holds the same; a file from elsewhere keeps its path. */
function moved(path: string, from: string, to: string): string {
  return path.startsWith(from) ? join(to, path.slice(from.length)) : path
}

/** A Vite plugin that notes what a build reads: modules, and the sources of assets. */
function filesRead(read: Set<string>): Plugin {
  return { name: 'lectern:files-read', generateBundle(_, bundle) {
    const assets = Object.values(bundle).flatMap(file => file.type === 'asset' ? file.originalFileNames : [])
    const sources = assets.map(name => resolve(this.environment.config.root, name))
    const paths = [...this.getModuleIds(), ...sources].map(id => id.replace(/[?#].*$/, ''))
    for (const path of paths) {
      if (isAbsolute(path) && existsSync(path))
        read.add(path)
    }
  } }
}
