import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const SCRIPTS = fileURLToPath(new URL('.', import.meta.url))
const CACHE = fileURLToPath(new URL('../node_modules/.cache/lectern', import.meta.url))
const DAY = 24 * 60 * 60 * 1000

/**
 * Packages that stay apart: they find files or native code beside themselves, are what Slidev builds with, or are large
 * and seldom needed.
 */
const APART = [
  ...['@node-rs/jieba', '@sparticuz/chromium', 'fontverter', 'harfbuzzjs', 'open', 'playwright-core', 'subset-font'],
  ...['@slidev/cli', '@slidev/client', 'shiki', 'vite', 'vue'],
  ...['katex', 'mammoth', 'mathml-to-latex'],
]

/** Of these, what few articles ask for: what stands in their place loads them, when something is asked of it. */
const LATER = {
  'katex': 'export default later(() => load(\'katex\'))',
  'mathml-to-latex': 'export const MathMLToLaTeX = later(() => load(\'mathml-to-latex\').MathMLToLaTeX)',
}
const LOAD = [
  'import { createRequire } from \'node:module\'',
  'const load = createRequire(import.meta.url)',
  'const later = own => new Proxy({}, { get: (_, key) => own()[key] })',
].join('\n')

const later = {
  name: 'later',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(LATER).join('|')})$`)
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'later' }))
    build.onLoad({ filter, namespace: 'later' }, ({ path }) => ({ contents: `${LOAD}\n${LATER[path]}` }))
  },
}

/** What CommonJS among the packages asks for. */
const REQUIRE = [
  'import { createRequire as lecternRequire } from \'node:module\'',
  'const require = lecternRequire(import.meta.url)',
].join('\n')

/**
 * Compiles the program to JavaScript. Its packages come along, as far as they can: hundreds of small files take longer
 * to load than to run. The library that others import leaves all packages where they are.
 *
 * @param {string} folder where to
 * @returns {Promise<void>}
 */
export async function compile(folder) {
  // Loaded where there is something to compile.
  const { build } = await import('esbuild')
  const options = {
    outdir: folder,
    bundle: true,
    splitting: true, // a command loads what it needs
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' }, // there is no package.json beside it to say what it is
    target: 'node20',
    logLevel: 'error',
  }
  const plugins = [later]
  const program = { plugins, external: APART, minifySyntax: true, minifyWhitespace: true, banner: { js: REQUIRE } }
  await Promise.all([
    build({ ...options, ...program, entryPoints: ['cli.ts', 'prepare.ts'].map(name => join(SCRIPTS, name)) }),
    build({ ...options, packages: 'external', entryPoints: [join(SCRIPTS, 'index.ts')] }),
  ])
}

/**
 * Compiles the program where its source has changed since.
 *
 * @returns {Promise<URL>} the compiled program's address
 */
export async function compiled() {
  const folder = join(CACHE, fingerprint())
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true })
    forgetOld()
    const temporary = `${folder}.${process.pid}`
    await compile(temporary)
    try {
      renameSync(temporary, folder)
    }
    catch (error) {
      rmSync(temporary, { recursive: true, force: true })
      // Another run was quicker.
      if (!existsSync(folder))
        throw error
    }
  }
  return pathToFileURL(join(folder, 'cli.mjs'))
}

/** The names, sizes and times of the source files. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of readdirSync(SCRIPTS, { recursive: true }).filter(name => /\.m?[jt]s$/.test(name)).sort()) {
    const { mtimeMs, size } = statSync(join(SCRIPTS, name))
    hash.update(`${name}\0${mtimeMs}\0${size}\0`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** A program that still runs may load more of itself: what is younger than a day stays. */
function forgetOld() {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (Date.now() - statSync(path).mtimeMs > DAY)
      rmSync(path, { recursive: true, force: true })
  }
}
