import type { Inline } from './inline-files.ts'
import type { PageFacts } from './page-facts.ts'
import type { StartFacts } from './start-page.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { init } from 'es-module-lexer'
import { bindModule, dataUrl, inlineUrls, moduleName } from './inline-files.ts'
import { BOOT } from './offline-boot.ts'
import { subsetFonts } from './offline-fonts.ts'
import { pageFacts } from './pages.ts'
import { startBody } from './start-page.ts'

/** A page's text, and what it begins with. */
interface BuiltPage { html: string, styles: string[], scripts: string[] }

/** The built pages of an article. */
interface Built {
  folder: string
  /** The paths of all that they share, in order. */
  files: string[]
  start: BuiltPage
  decks: Map<string, BuiltPage>
  /** The code of each module, by its path. */
  modules: [name: string, code: string][]
}

/**
 * Makes one file of an article's built pages: start page and every deck, with their code, styles, fonts and pictures
 * inside. It opens from `file://`, where a browser loads no module and no font from beside it: the modules are kept
 * packed, and are given to the browser under names that an import map knows (HTML Standard, 8.1.5.2). `?deck=01` says
 * which deck is shown; without it, the start page is.
 *
 * @param folder the built pages
 * @param pages the decks' pages
 * @param start the article, as its start page shows it
 * @param pictures waits for the picture of each deck's cover, where there is one; it is asked last
 * @param env the environment, for fonts that are kept unpacked
 * @returns the file's text
 */
export async function offlinePage(
  folder: string,
  pages: PageFacts[],
  start: StartFacts,
  pictures: () => Promise<Map<string, Uint8Array>>,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  await init
  const built = await readPages(folder, pages.map(page => page.name))
  const inline = await inliner(built, bodyOf(start, new Map()), env)
  const { faces, sheets } = await stylesOf(built, inline)
  const modules = await packModules(built.modules, inline)
  const decks = Object.fromEntries(pages.map(page => [page.name, deckFacts(page, built.decks.get(page.name)!)]))
  const body = bodyOf(start, await pictures())
  return `${headOf(built)}
<style>${faces.join('\n')}</style>
${sheets.join('\n')}
</head>
<body>
<div id="start">${body}</div>
<div id="app"></div>
<script>
${BOOT}
boot(${script(decks)}, ${script(modules)})
</script>
</body>
</html>
`
}

async function readPages(folder: string, names: string[]): Promise<Built> {
  const entries = await readdir(join(folder, 'assets'), { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  const pageOf = async (name: string): Promise<BuiltPage> => withAssets(await read(`${name}.html`))
  const decks = await Promise.all(names.map(async (name): Promise<[string, BuiltPage]> => [name, await pageOf(name)]))
  const modules = files.filter(name => name.endsWith('.js'))
    .map(async (name): Promise<[string, string]> => [name, await read(name)])
  const start = await pageOf('index')
  return { folder, files, start, decks: new Map(decks), modules: await Promise.all(modules) }
}

function withAssets(html: string): BuiltPage {
  const named = (pattern: RegExp): string[] =>
    Array.from(html.matchAll(pattern), match => posix.normalize(match[1]!))
  return {
    html,
    styles: named(/<link rel="stylesheet"[^>]*href="([^"]+)"/g),
    scripts: named(/<script type="module"[^>]*src="([^"]+)"/g),
  }
}

function bodyOf(start: StartFacts, pictures: Map<string, Uint8Array>): string {
  return startBody(start, name => ({
    slide: number => `?deck=${name}#/${number}`,
    presenter: `?deck=${name}#/presenter/1`,
    picture: dataUrl('.webp', pictures.get(name) ?? new Uint8Array()),
  }))
}

/** Fonts have the characters that some page shows. */
async function inliner({ folder, files, modules }: Built, body: string, env: NodeJS.ProcessEnv): Promise<Inline> {
  const fontFiles = files.filter(name => /\.(?:woff2?|ttf|otf)$/.test(name)).map(name => join(folder, name))
  const fonts = await subsetFonts(fontFiles, modules.map(([, code]) => code).join('') + body, env)
  return async (name) => {
    const font = fonts.get(join(folder, name))
    return font ? dataUrl('.woff', font) : dataUrl(name, await readFile(join(folder, name)))
  }
}

/** What an article's pages look like. */
interface Styles {
  /** The faces of fonts, each once: start page and decks have the same. */
  faces: string[]
  /** Style elements, each for the pages that it names. */
  sheets: string[]
}

async function stylesOf({ folder, files, start, decks }: Built, inline: Inline): Promise<Styles> {
  const faces = new Set<string>()
  const joined = async (names: string[]): Promise<string> => {
    const sheets = await Promise.all(names.map(async name =>
      inlineUrls(await readFile(join(folder, name), 'utf8'), name, inline)))
    return sheets.join('\n').replace(/@font-face\s*\{[^}]*\}/g, face => faces.add(face) && '')
  }
  // Decks of another theme or shape were built apart, with styles of their own; what is loaded late is shared. Those
  // that a page names itself come first, as they would load.
  const named = new Map<string, string[]>([[start.styles.join(), ['start']]])
  for (const [name, { styles }] of decks)
    named.set(styles.join(), [...named.get(styles.join()) ?? [], name])
  const own = new Set([...named.keys()].flatMap(styles => styles.split(',')))
  const late = files.filter(name => name.endsWith('.css') && !own.has(name))
  const sheets: string[] = []
  for (const [styles, names] of named) {
    const all = [...styles.split(','), ...names[0] === 'start' ? [] : late]
    sheets.push(`<style data-for="${names.join(' ')}">${await joined(all)}</style>`)
  }
  return { faces: [...faces], sheets }
}

async function packModules(modules: Built['modules'], inline: Inline): Promise<Record<string, string>> {
  const packed = modules.map(async ([name, code]) => {
    const bytes = await promisify(gzip)(await bindModule(code, name, inline), { level: 9 })
    return [moduleName(name), bytes.toString('base64')] as const
  })
  return Object.fromEntries(await Promise.all(packed))
}

/** What the page tells the code that decks share about a deck. */
function deckFacts(page: PageFacts, { scripts }: BuiltPage): object {
  const facts = pageFacts(page)
  return { ...facts, title: page.title, entries: scripts.map(moduleName), config: inOneFile(facts.config) }
}

/** The decks beside a deck are in the same file. */
function inOneFile(config: Record<string, unknown>): Record<string, unknown> {
  const deckOf = (page: unknown): string | undefined =>
    typeof page === 'string' ? `?deck=${page.replace(/\.html$/, '')}` : undefined
  return { ...config, nextPage: deckOf(config.nextPage), previousPage: deckOf(config.previousPage) }
}

/** A deck's own, without what it loads, under the start page's title. */
function headOf({ start, decks }: Built): string {
  const { html } = [...decks.values()][0]!
  const title = /<title>[\s\S]*?<\/title>/
  return html.slice(0, html.indexOf('</head>'))
    .replace(/<script[\s\S]*?<\/script>|<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .trimEnd()
    .replace(title, () => title.exec(start.html)![0])
}

/** JSON that ends no script. */
function script(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003C')
}
