import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { NOTES_FILE } from './notes.ts'

/** An answer that takes the place of a file. */
export interface Answer {
  status: number
  type: string
  body: string
}

/** How the names of files end that pages load: code, styles, fonts, pictures, sound and films. */
const LOADED = [
  ...['m?js', 'css', 'wasm', 'woff2?', 'ttf', 'otf'],
  ...['png', 'jpe?g', 'gif', 'webp', 'avif', 'bmp', 'svg', 'ico'],
  ...['mp[34]', 'm4[av]', 'webm', 'og[agv]', 'wav', 'vtt'],
]

/**
 * What has no notes: pages, the PDFs of slides, and what pages load. Everything else stays on the machine that
 * presents, so that no kind of file is shared before somebody has thought about it.
 */
const SHARED = new RegExp(`(?:^|/)(?:${[
  String.raw`index\.html|all\.pdf`,
  String.raw`\d{2,4}\.(?:html|pdf)`,
  String.raw`[^/]+\.(?:${LOADED.join('|')})`,
].join('|')})$`, 'i')

const REFUSED: Answer = {
  status: 403,
  type: 'text/plain; charset=utf-8',
  body: 'This file stays on the machine that presents: it may have the notes.\n',
}

/**
 * Answers a request of another machine, which may see the slides and not the notes.
 *
 * @param root the folder that is served
 * @param name the path in it of the file that is asked for
 * @returns what is sent in the file's place; nothing where the file may be sent
 */
export async function answerGuest(root: string, name: string): Promise<Answer | undefined> {
  // The pages take an empty module for notes that are kept back: a refusal would be a fault to them.
  if (NOTES_FILE.test(posix.basename(name)))
    return { status: 200, type: 'text/javascript; charset=utf-8', body: '' }
  if (!SHARED.test(name))
    return REFUSED
  if (posix.basename(name) === 'index.html') {
    const html = await readFile(join(root, name), 'utf8')
    return { status: 200, type: 'text/html; charset=utf-8', body: withoutPrivateLinks(html) }
  }
  return undefined
}

/** A start page that leads to nothing which is kept back. */
function withoutPrivateLinks(html: string): string {
  return html.replace(/<a\s(?:[^>]*\s)?href="([^"]*)"[^>]*>[\s\S]*?<\/a>/g, (link, href: string) => {
    const [path, route] = href.split('#')
    return SHARED.test(path!) && !route?.startsWith('/presenter') ? link : ''
  })
}
