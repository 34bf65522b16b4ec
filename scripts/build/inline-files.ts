import { Buffer } from 'node:buffer'
import { posix } from 'node:path'
import { parse } from 'es-module-lexer'

/** Gives a file of the built pages as an address that has all of it: its path → `data:`. */
export type Inline = (file: string) => Promise<string>

/**
 * The name of a module that is in the same file.
 *
 * @param file its path
 */
export function moduleName(file: string): string {
  return `lectern:${file}`
}

/**
 * Binds a module: its imports by name, nothing to load beside them, and the files that it names inside it.
 *
 * @param code the module
 * @param name its path
 * @param inline gives the files
 * @returns its code
 */
export async function bindModule(code: string, name: string, inline: Inline): Promise<string> {
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
  return replaceAsync(bound, ADDRESS, async ([, file]) => JSON.stringify(await inline(beside(name, file!))))
}

/** A file that a module names. */
const ADDRESS = /(?:""\s*\+\s*)?new URL\(\s*["'`]([^"'`$]+)["'`]\s*,\s*import\.meta\.url\)\.href/g

/**
 * Puts the files that a style sheet names inside it.
 *
 * @param css the style sheet
 * @param name its path
 * @param inline gives the files; fonts are packed anew there
 * @returns CSS that asks for nothing
 */
export async function inlineUrls(css: string, name: string, inline: Inline): Promise<string> {
  const harmless = css.replace(/<\/style/gi, '<\\/style')
  const inlined = await replaceAsync(harmless, /url\(([^)]+)\)/g, async ([whole, value]) => {
    const file = value!.trim().replace(/^["']|["']$/g, '').replace(/[?#].*$/, '')
    return file === '' || file.startsWith('data:') ? whole : `url(${await inline(beside(name, file))})`
  })
  return inlined.replace(FORMAT, 'woff')
}

/** The format of a font that was packed anew. */
const FORMAT = /(?<=url\(data:font\/woff;base64,[\w+/=]*\)\s*format\(["']?)(?:woff2|truetype|opentype)/g

function beside(name: string, file: string): string {
  return posix.join(posix.dirname(name), file)
}

type Replacement = (match: RegExpExecArray) => Promise<string>

async function replaceAsync(text: string, pattern: RegExp, replacement: Replacement): Promise<string> {
  let result = ''
  let from = 0
  for (const match of text.matchAll(pattern)) {
    result += text.slice(from, match.index) + await replacement(match)
    from = match.index + match[0].length
  }
  return result + text.slice(from)
}

const TYPES: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
}

/**
 * Writes a file as an address (RFC 2397).
 *
 * @param name its name, whose ending says what it is
 * @param bytes its bytes
 */
export function dataUrl(name: string, bytes: Uint8Array): string {
  const type = TYPES[name.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
