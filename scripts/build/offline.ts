import type { PageFacts } from './page-facts.ts'
import type { StartFacts } from './start-page.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { init, parse } from 'es-module-lexer'
import { subsetFonts } from './offline-fonts.ts'
import { pageFacts } from './pages.ts'
import { startBody } from './start-page.ts'

/**
 * Makes one file of an article's built pages: start page and every deck, with their code, styles, fonts and pictures inside. It opens from
 * `file://`, where a browser loads no module and no font from beside it: the modules are kept packed, and are given to the browser
 * under names that an import map knows (HTML Standard, 8.1.5.2). `?deck=01` says which deck is shown; without it, the start page is.
 *
 * @param folder the built pages
 * @param pages the decks' pages
 * @param start the article, as its start page shows it
 * @param pictures the picture of each deck's cover, where there is one
 * @returns the file's text
 */
export async function offlinePage(folder: string, pages: PageFacts[], start: StartFacts, pictures: Map<string, Uint8Array>): Promise<string> {
  await init
  const files = (await readdir(join(folder, 'assets'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  const [startHtml, ...deckHtml] = await Promise.all(['index', ...pages.map(page => page.name)].map(name => read(`${name}.html`))) as [string, string, ...string[]]
  const ofStart = assetsOf(startHtml)
  const assets = new Map(pages.map((page, index) => [page.name, assetsOf(deckHtml[index]!)]))
  const scripts = await Promise.all(files.filter(name => name.endsWith('.js')).map(async name => [name, await read(name)] as const))
  const body = startBody(start, name => ({ slide: number => `?deck=${name}#/${number}`, presenter: `?deck=${name}#/presenter/1`, picture: dataUrl('.webp', pictures.get(name) ?? new Uint8Array()) }))
  const fonts = await subsetFonts(files.filter(name => /\.(?:woff2?|ttf|otf)$/.test(name)).map(name => join(folder, name)), scripts.map(([, code]) => code).join('') + body)
  const inline = async (name: string): Promise<string> => {
    const font = fonts.get(join(folder, name))
    return font ? dataUrl('.woff', font) : dataUrl(name, await readFile(join(folder, name)))
  }

  const faces = new Set<string>()
  const styles = async (names: string[]): Promise<string> => {
    const sheets = await Promise.all(names.map(async name => inlineUrls(await read(name), name, inline)))
    // Start page and decks have the same fonts: once is enough.
    return sheets.join('\n').replace(/@font-face\s*\{[^}]*\}/g, face => faces.add(face) && '')
  }
  // Decks of another theme or shape were built apart, with styles of their own; what is loaded late is shared. Those that a page names
  // itself come first, as they would load.
  const named = new Map<string, string[]>([[ofStart.styles.join(), ['start']]])
  for (const [name, { styles: own }] of assets)
    named.set(own.join(), [...named.get(own.join()) ?? [], name])
  const late = files.filter(name => name.endsWith('.css') && ![...named.keys()].some(own => own.split(',').includes(name)))
  const sheets: string[] = []
  for (const [own, names] of named)
    sheets.push(`<style data-for="${names.join(' ')}">${await styles([...own.split(','), ...(names[0] === 'start' ? [] : late)])}</style>`)
  const modules = Object.fromEntries(await Promise.all(scripts.map(async ([name, code]) => [moduleName(name), gzipSync(await bind(code, name, inline), { level: 9 }).toString('base64')] as const)))
  const decks = Object.fromEntries(pages.map(page => [page.name, { ...pageFacts(page), title: page.title, entries: assets.get(page.name)!.scripts.map(moduleName), config: inOneFile(pageFacts(page).config) }]))

  const head = deckHtml[0]!.slice(0, deckHtml[0]!.indexOf('</head>')).replace(/<script[\s\S]*?<\/script>|<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '').trimEnd()
  return `${head.replace(/<title>[\s\S]*?<\/title>/, () => startHtml.match(/<title>[\s\S]*?<\/title>/)![0])}
<style>${[...faces].join('\n')}</style>
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

/** Runs in the page: shows the start page, or unpacks the modules and starts the deck that the address names. */
const BOOT = `
async function boot(decks, packed) {
  const name = new URLSearchParams(location.search).get('deck')
  const deck = decks[name]
  for (const style of document.querySelectorAll('style[data-for]')) {
    if (!style.dataset.for.split(' ').includes(deck ? name : 'start'))
      style.remove()
  }
  if (!deck)
    return document.getElementById('app').remove()
  document.getElementById('start').remove()
  document.title = deck.title
  globalThis.lecternPage = deck
  const unpack = async ([name, text]) => {
    const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
    const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob()
    return [name, URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))]
  }
  const map = document.createElement('script')
  map.type = 'importmap'
  map.textContent = JSON.stringify({ imports: Object.fromEntries(await Promise.all(Object.entries(packed).map(unpack))) })
  document.head.append(map)
  for (const entry of deck.entries)
    await import(entry)
}`.trim()

/** JSON that ends no script. */
function script(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003C')
}

/** The decks beside a deck are in the same file. */
function inOneFile(config: Record<string, unknown>): Record<string, unknown> {
  const deckOf = (page: unknown): string | undefined => typeof page === 'string' ? `?deck=${page.replace(/\.html$/, '')}` : undefined
  return { ...config, nextPage: deckOf(config.nextPage), previousPage: deckOf(config.previousPage) }
}

function assetsOf(html: string): { styles: string[], scripts: string[] } {
  const named = (pattern: RegExp): string[] => Array.from(html.matchAll(pattern), match => posix.normalize(match[1]!))
  return { styles: named(/<link rel="stylesheet"[^>]*href="([^"]+)"/g), scripts: named(/<script type="module"[^>]*src="([^"]+)"/g) }
}

function moduleName(file: string): string {
  return `lectern:${file}`
}

/** A module's code with its imports by name, nothing to load beside them, and the files that it names inside it. */
async function bind(code: string, name: string, inline: (file: string) => Promise<string>): Promise<string> {
  let bound = code
  const [imports] = parse(code)
  for (const { n: plain, s: from, e: to, d: dynamic } of [...imports].reverse()) {
    // The name of a lazy module may be written between backticks.
    const source = plain ?? /^`([^`$]+)`$/.exec(code.slice(from, to))?.[1]
    if (!source?.startsWith('.'))
      continue
    const target = moduleName(posix.join(posix.dirname(name), source))
    bound = bound.slice(0, from) + (dynamic >= 0 ? JSON.stringify(target) : target) + bound.slice(to)
  }
  // Vite's list of the styles and modules that go with a lazy import: all of them are here already.
  bound = bound.replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]')
  return replaceAsync(bound, /(?:""\s*\+\s*)?new URL\(\s*["'`]([^"'`$]+)["'`]\s*,\s*import\.meta\.url\)\.href/g, async ([, file]) => JSON.stringify(await inline(posix.join(posix.dirname(name), file!))))
}

/** A style sheet with the files that it names inside it: fonts are packed anew there. */
async function inlineUrls(css: string, name: string, inline: (file: string) => Promise<string>): Promise<string> {
  const inlined = await replaceAsync(css.replace(/<\/style/gi, '<\\/style'), /url\(([^)]+)\)/g, async ([whole, value]) => {
    const file = value!.trim().replace(/^["']|["']$/g, '').replace(/[?#].*$/, '')
    return file === '' || file.startsWith('data:') ? whole : `url(${await inline(posix.join(posix.dirname(name), file))})`
  })
  return inlined.replace(/(?<=url\(data:font\/woff;base64,[\w+/=]*\)\s*format\(["']?)(?:woff2|truetype|opentype)/g, 'woff')
}

async function replaceAsync(text: string, pattern: RegExp, replacement: (match: RegExpExecArray) => Promise<string>): Promise<string> {
  let result = ''
  let from = 0
  for (const match of text.matchAll(pattern)) {
    result += text.slice(from, match.index) + await replacement(match)
    from = match.index + match[0].length
  }
  return result + text.slice(from)
}

const TYPES: Readonly<Record<string, string>> = { woff2: 'font/woff2', woff: 'font/woff', ttf: 'font/ttf', otf: 'font/otf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp', svg: 'image/svg+xml' }

function dataUrl(name: string, bytes: Uint8Array): string {
  return `data:${TYPES[name.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream'};base64,${Buffer.from(bytes).toString('base64')}`
}
