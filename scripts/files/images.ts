import type { LostImage, PlacedImage } from '../article/images.ts'
import type { Wording } from '../messages/model.ts'
import type { Output } from './write.ts'
import { realpath } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { hashOf } from './hash.ts'
import { readWholeFile } from './read.ts'

/**
 * A larger picture is one from a camera that nobody has made smaller: it would weigh on every page of the deck. In
 * bytes.
 */
const LARGEST = 20_000_000

/** What an article's pictures become. */
export interface Images {
  /** By their addresses in the article. */
  placed: Map<string, PlacedImage>
  /** The files to write. */
  outputs: Output[]
}

/**
 * Reads an article's pictures: those inside it (data URLs), and files beside it or below. None is fetched, and none is
 * read from elsewhere.
 *
 * @param urls their addresses in the article
 * @param articleFolder where the article is
 * @param target the folder of the decks, or of what else shows the pictures
 * @param folder the name of the pictures' own folder in it
 * @returns the files to write beside the decks, and what is wrong with the pictures that are not among them
 */
export async function readImages(
  urls: string[],
  articleFolder: string,
  target: string,
  folder = 'images',
): Promise<Images> {
  const images: Images = { placed: new Map(), outputs: [] }
  for (const url of urls) {
    const picture = await shownAs(await bytesOf(url, articleFolder))
    const isShown = !('fault' in picture)
    const { placed, outputs } = isShown ? placeIn(picture, url, target, folder) : { placed: picture, outputs: [] }
    images.placed.set(url, placed)
    images.outputs.push(...outputs)
  }
  return images
}

/** A picture as it may be shown. */
interface Picture { bytes: Uint8Array, kind: string, left?: string[] }

/**
 * Reads the picture of whose talk it is.
 *
 * @param path the file
 * @param target the folder of the decks
 * @param within the folder that it must lie in, links followed: that of the article which names it
 * @returns the file to write beside the decks, or what is wrong with it
 */
export async function readLogo(
  path: string,
  target: string,
  within?: string,
): Promise<{ placed: PlacedImage, outputs: Output[] }> {
  const real = await realPath(path)
  const root = await realPath(within ?? '.')
  const isOutside = within !== undefined && !isBelow(real, root)
  const picture = isOutside ? { fault: OUTSIDE } : await shownAs(await bytesIn(real))
  if ('fault' in picture)
    return { placed: picture, outputs: [] }
  const { placed, outputs } = placeIn(picture, path, target, 'images')
  return { placed: { ...placed, path: placed.path.replace(/^\.\//, '') }, outputs }
}

interface Placed {
  placed: Exclude<PlacedImage, LostImage>
  outputs: Output[]
}

function placeIn({ bytes, kind, left }: Picture, url: string, target: string, folder: string): Placed {
  const name = `${nameOf(url)}-${hashOf(bytes).slice(0, 8)}.${kind}`
  const outputs = [{ path: join(target, folder, name), content: bytes }]
  return { placed: { path: `./${folder}/${name}`, ...(left && { left }) }, outputs }
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function shownAs(bytes: Uint8Array | Wording): Promise<Picture | LostImage> {
  if ('key' in bytes)
    return { fault: bytes }
  const kind = kindOf(bytes)
  if (kind === undefined)
    return { fault: wording('picture-no-picture') }
  return kind === 'svg' ? cleanSvg(bytes) : { bytes, kind }
}

/** An SVG is a program as well as a picture. What makes it the latter alone is loaded for SVGs only. */
async function cleanSvg(bytes: Uint8Array): Promise<Picture | LostImage> {
  const { sanitizeSvg } = await import('../article/svg/sanitize.ts')
  const text = xmlText(bytes)
  const clean = text === undefined ? undefined : sanitizeSvg(text)
  if (!clean)
    return { fault: wording('picture-no-svg') }
  return { bytes: new TextEncoder().encode(clean.svg), kind: 'svg', left: clean.left }
}

/** A picture's bytes, or why they cannot be had. */
async function bytesOf(url: string, folder: string): Promise<Uint8Array | Wording> {
  const data = /^data:[^,]*?(;base64)?,/i.exec(url)
  if (data) {
    const content = url.slice(data[0].length)
    return data[1] ? Buffer.from(content, 'base64') : Buffer.from(safeDecode(content))
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url))
    return wording('picture-elsewhere')
  const path = resolve(folder, safeDecode(url.replace(/[?#].*$/, '')))
  if (!isBelow(path, resolve(folder)))
    return OUTSIDE
  const real = await realpath(path).catch(() => undefined)
  // A link that came with an article leads nowhere else, whatever becomes of it meanwhile.
  return real === undefined || isBelow(real, await realPath(folder)) ? bytesIn(real ?? path) : OUTSIDE
}

const OUTSIDE = wording('picture-outside')

function isBelow(path: string, folder: string): boolean {
  const below = relative(folder, path)
  return below !== '' && !/^\.\.(?:[/\\]|$)/.test(below) && !isAbsolute(below)
}

async function bytesIn(path: string): Promise<Uint8Array | Wording> {
  try {
    return await readWholeFile(path, LARGEST)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EFBIG')
      return wording('picture-too-large', { size: LARGEST / 1e6 })
    return wording('picture-unreadable', { fault: fileFault(error) })
  }
}

/** XML's text is in the encoding that its first line names, or UTF-8 (XML 1.0, 4.3.3); nothing where it is not. */
function xmlText(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    return undefined
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}

/** A file name's letters and digits; a picture inside the article has none. */
function nameOf(url: string): string {
  const name = url.startsWith('data:') ? '' : basename(safeDecode(url), extname(url))
  return name.replace(/[^a-z\d]+/gi, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 40) || 'image'
}

/**
 * The ending of a picture by its first bytes, whatever its name says: what browsers show (WHATWG MIME Sniffing, 6.1).
 */
function kindOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['png', /^\x89PNG\r\n/],
    ['jpg', /^\xFF\xD8\xFF/],
    ['gif', /^GIF8[79]a/],
    ['webp', /^RIFF.{4}WEBP/s],
    ['avif', /^.{4}ftypavi[fs]/s],
    ['bmp', /^BM/],
    ['svg', /^\s*(?:\xEF\xBB\xBF\s*)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b/is],
  ]
  return kinds.find(([, pattern]) => pattern.test(head))?.[0]
}
