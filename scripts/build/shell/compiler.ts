import type { Plugin } from 'vite'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { COMPILER } from './names.ts'

/**
 * Slidev's own functions that make Vue components of slides. It does not export them: they are taken out of its program
 * as it stands.
 */
const TAKEN = ['createLayoutWrapperPlugin', 'createMarkdownPlugin', 'createSlidesLoader', 'customElements'] as const

/** What those functions need of what Slidev's program loads. For the rest something stands in that does nothing. */
const NEEDED = new RegExp(`^(?:${[
  ...[String.raw`\.`, 'node:', '@antfu/utils$', '@comark/', '@shikijs/markdown-it', '@slidev/types$', 'ansis$'],
  ...['fast-deep-equal$', 'lz-string$', 'magic-string-stack$', 'markdown-', 'mlly$', 'pathe$', 'plantuml-encoder$'],
  ...['source-map-js$', 'unplugin-vue-markdown'],
].join('|')})`)
const NOTHING = '\0nothing'
const NOTHING_CODE = [
  'const any = new Proxy(() => any, { get: () => any })',
  'export default any',
  'export const z = any',
  'export const createDebug = any',
].join('\n')

/**
 * Takes Slidev's own Markdown engine with its plugins, and a theme's plugins, out of their programs into one small
 * module: to load the whole of Slidev takes ten times as long.
 *
 * @param theme the theme's folder
 * @param out the folder to write to
 */
export async function buildCompiler(theme: string, out: string): Promise<void> {
  const entry = resolve(out, 'compiler-entry.js')
  await build({
    configFile: false,
    root: out,
    logLevel: 'silent',
    plugins: [taken(entry, await slidevProgram(), theme)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      rollupOptions: {
        shimMissingExports: true,
        treeshake: { moduleSideEffects: false },
        output: { entryFileNames: COMPILER, codeSplitting: false },
      },
    },
  })
}

function taken(entry: string, program: string, theme: string): Plugin {
  const names = TAKEN.join(', ')
  const modules: Readonly<Record<string, string>> = {
    [entry]: `export { ${names} } from ${JSON.stringify(program)}\n${themeCode(theme)}\n${vueCode()}`,
    [NOTHING]: NOTHING_CODE,
    [VITE]: 'export const defineConfig = config => config',
  }
  return {
    name: 'lectern:compiler',
    enforce: 'pre',
    resolveId: { order: 'pre', handler(id, importer = '') {
      if (id === entry || id === VITE)
        return id
      // A native module stays where it is.
      if (id.startsWith('@node-rs/'))
        return { id: import.meta.resolve(id), external: true }
      if (dirname(importer) !== dirname(program))
        return undefined
      return NEEDED.test(id) ? undefined : NOTHING
    } },
    load: { order: 'pre', handler: id => modules[id] },
    transform: { order: 'pre', handler: (code, id) => id === program ? `${code}\nexport { ${names} }` : undefined },
  }
}

/** A theme's configuration asks it for a name alone. */
const VITE = 'vite'

/** What a theme brings for slides: plugins for their Markdown, colours for code. */
function themeCode(theme: string): string {
  const [config, shiki] = ['vite.config.ts', 'setup/shiki.ts'].map(name => JSON.stringify(join(theme, name)))
  return `export { default as theme } from ${config}\nexport { default as shikiOptions } from ${shiki}`
}

/** Vue's compiler, in the one file that is made for browsers: it asks for nothing else. */
function vueCode(): string {
  const { resolve: find } = createRequire(createRequire(import.meta.url).resolve('vue'))
  const path = join(dirname(find('@vue/compiler-sfc')), 'compiler-sfc.esm-browser.js')
  return `export { compileScript, parse } from ${JSON.stringify(path)}`
}

/** Where Slidev's functions are. */
async function slidevProgram(): Promise<string> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@slidev/cli')))
  const name = (await readdir(folder)).find(name => /^serve-[\w-]+\.mjs$/.test(name))
  if (name === undefined)
    throw new Error(`${folder}: Slidev's program is not where it was.`)
  return join(folder, name)
}
