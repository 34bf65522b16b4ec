import type { PlacedImage } from '../article/images.ts'
import type { Output } from './write.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileFault } from '../failure.ts'

/** A larger picture is one from a camera that nobody has made smaller: it would weigh on every page of the deck. In bytes. */
const LARGEST = 20_000_000

/** What an article's pictures become. */
export interface Images {
  /** By their addresses in the article. */
  placed: Map<string, PlacedImage>
  /** The files to write. */
  outputs: Output[]
}

/**
 * Reads an article's pictures: those inside it (data URLs), and files beside it or below. None is fetched, and none is read from elsewhere.
 *
 * @param urls their addresses in the article
 * @param articleFolder where the article is
 * @param target the folder of the decks, or of what else shows the pictures
 * @param folder the name of the pictures' own folder in it
 * @returns the files to write beside the decks, and what is wrong with the pictures that are not among them
 */
export async function readImages(urls: string[], articleFolder: string, target: string, folder = 'images'): Promise<Images> {
  const images: Images = { placed: new Map(), outputs: [] }
  for (const url of urls) {
    const bytes = await bytesOf(url, articleFolder)
    const kind = typeof bytes === 'string' ? undefined : kindOf(bytes)
    if (typeof bytes === 'string' || kind === undefined) {
      images.placed.set(url, { fault: typeof bytes === 'string' ? bytes : 'it is no picture that a browser shows; save it as PNG or JPEG' })
      continue
    }
    const name = `${nameOf(url)}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${kind}`
    images.placed.set(url, { path: `./${folder}/${name}` })
    images.outputs.push({ path: join(target, folder, name), content: bytes })
  }
  return images
}

/** A picture's bytes, or why they cannot be had. */
async function bytesOf(url: string, folder: string): Promise<Uint8Array | string> {
  const data = /^data:[^,]*?(;base64)?,/i.exec(url)
  if (data)
    return data[1] ? Buffer.from(url.slice(data[0].length), 'base64') : Buffer.from(safeDecode(url.slice(data[0].length)))
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url))
    return 'it is on another machine; save it beside the article, and name it there'
  const path = resolve(folder, safeDecode(url.replace(/[?#].*$/, '')))
  const below = relative(resolve(folder), path)
  if (below === '' || below.startsWith('..') || isAbsolute(below))
    return 'it is outside the article\'s folder; put it beside the article'
  try {
    const bytes = await readFile(path)
    return bytes.length > LARGEST ? `it has more than ${LARGEST / 1e6} MB; make it smaller` : bytes
  }
  catch (error) {
    return `it cannot be read, ${fileFault(error)}; put it where the article says`
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

/** The ending of a picture by its first bytes, whatever its name says: what browsers show (WHATWG MIME Sniffing, 6.1). */
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
