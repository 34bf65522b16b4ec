import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { compileScript, parse } from 'vue/compiler-sfc'
import type { Inputs } from '../inputs.ts'
import type { Client } from './client.ts'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { makeFolder } from '../../files/folder.ts'
import { hashOf } from '../../files/hash.ts'
import { cacheFolder, removeOlder } from '../cache.ts'
import { COMPILER } from './names.ts'

/** A theme with Slidev's client, built once for all decks. */
export interface Shell extends Client {
  /** Where it is: `deck.html`, `index.html`, `assets`, and its compiler. */
  folder: string
  compiler: Compiler
}

/** What a shell's compiler exports: Slidev's own functions, what the theme has for them, and Vue's compiler. */
export interface Compiler {
  compileScript: typeof compileScript
  parse: typeof parse
  createLayoutWrapperPlugin: (options: ResolvedSlidevOptions) => Plugin
  createMarkdownPlugin: (options: ResolvedSlidevOptions, config: object) => Promise<Plugin>
  createSlidesLoader: (options: ResolvedSlidevOptions, server: object) => Plugin
  customElements: ReadonlySet<string>
  theme: { slidev: object }
  shikiOptions: () => object
}

/** The file that says what is in a shell. */
const FACTS = 'shell.json'
/** A shell that nothing has used for so long, in milliseconds, goes. */
const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Gives a theme's shell, which is built where there is none yet of this Slidev, this Lectern and this theme.
 *
 * @param theme the folder of one of Lectern's themes
 * @param own the hashes of Lectern itself, its themes among it
 * @param env the environment, for the cache
 * @returns the shell
 */
export async function loadShell(theme: string, own: Inputs, env: NodeJS.ProcessEnv): Promise<Shell> {
  const folder = join(cacheFolder(env), 'shells', `${basename(theme)}-${await keyOf(theme, own)}`)
  const known = await openShell(folder).catch(() => undefined)
  if (known) {
    await utimes(folder, new Date(), new Date()).catch(() => undefined)
    return known
  }
  // There is none, or it is damaged.
  await rm(folder, { recursive: true, force: true })
  await makeShell(theme, folder)
  return await openShell(folder, '?made')
}

/** A module that was loaded once is not read again, were it not by another name. */
async function openShell(folder: string, query = ''): Promise<Shell> {
  const client = JSON.parse(await readFile(join(folder, FACTS), 'utf8')) as Client
  await Promise.all(['deck.html', 'index.html', client.module].map(name => stat(join(folder, name))))
  const compiler = await import(`${pathToFileURL(join(folder, COMPILER)).href}${query}`) as Compiler
  if (typeof compiler.parse !== 'function')
    throw new Error(`${folder}: what is here is damaged.`)
  return { ...client, folder, compiler }
}

/** Two runs may make it at once: it is there whole or not at all, and the first stays. */
async function makeShell(theme: string, folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}`
  await makeFolder(temporary)
  try {
    // What builds is loaded where there is something to build.
    const [{ buildClient }, { buildCompiler }] = await Promise.all([import('./client.ts'), import('./compiler.ts')])
    const client = await buildClient(theme, temporary)
    await buildCompiler(theme, temporary)
    await writeFile(join(temporary, FACTS), JSON.stringify(client))
    await rename(temporary, folder).catch(async error => await stat(folder).catch(() => Promise.reject(error)))
    await removeOlder(dirname(folder), WEEK)
  }
  finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The hash of all that goes in. The compiler names a native module by its place: that goes in as well. */
async function keyOf(theme: string, own: Inputs): Promise<string> {
  const name = basename(theme)
  const isIn = ([path]: Inputs[number]): boolean =>
    SOURCES.some(source => path === source || (source.endsWith('/') && path.startsWith(source)))
    || path.startsWith(`themes/${name}/`)
  return hashOf(Buffer.from(JSON.stringify([theme, own.filter(isIn), await installed()]))).slice(0, 16)
}

/**
 * What of Lectern goes into a shell beside its theme: what builds it, and what themes take in; in an installed package
 * the program is one. `tests/build/shell.test.ts` holds it against what they import.
 */
export const SOURCES = [
  ...['package.json', 'package-lock.json', 'lib/', 'themes/shared/', 'scripts/language/'],
  ...['client', 'compiler', 'live', 'modules', 'names', 'opened', 'turn'].map(name => `scripts/build/shell/${name}.ts`),
  ...['groups', 'html-text', 'notes', 'pages', 'plain-path', 'results'].map(name => `scripts/build/${name}.ts`),
  ...['html-page', 'root-configs', 'start-page', 'wake-lock'].map(name => `scripts/build/${name}.ts`),
  ...['scripts/build/start-page.css', 'scripts/build/shell/live.css', 'scripts/build/handout/kinds.ts'],
  ...['scripts/files/hash.ts', 'scripts/root.ts'],
] as const

/**
 * The versions of all packages that are installed beside Slidev, as npm lists them; without such a list, Slidev's
 * alone.
 */
async function installed(): Promise<string> {
  const own = fileURLToPath(import.meta.resolve('@slidev/client/package.json'))
  const list = await readFile(join(dirname(own), '../../.package-lock.json'), 'utf8').catch(() => '')
  return hashOf(Buffer.from(list + await readFile(own, 'utf8')))
}
