import type { SlideInfo } from '@slidev/types'
import type { PlainKey, Wording } from '../../messages/model.ts'
import type { LoadedDeck } from '../decks.ts'
import { existsSync, realpathSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fontImport, STYLE_FILES } from '../../files/deck-fonts.ts'
import { FONT_FILE, FONT_FOLDER } from '../../files/fonts.ts'
import { wording } from '../../messages/wording.ts'
import { ROOT } from '../../root.ts'
import { DECK_NAME } from '../../slidev/names.ts'
import { inDeck, LongWay } from './long-way.ts'
import { unknownClass } from './markup.ts'

/** What a deck's headmatter may say: all else may change how Slidev builds. */
const HEAD_KEYS = ['theme', 'title', 'titleTemplate', 'author', 'logo', 'lang', 'aspectRatio', 'duration']
/** What a slide's frontmatter may say beside its class. */
const SLIDE_KEYS = [
  ...['layout', 'class', 'id', 'title', 'kicker', 'logo', 'values'],
  ...['cue', 'next', 'clicks', 'hide', 'level'],
]

/**
 * Looks whether decks can be built the fast way, as far as that can be told before their slides are compiled.
 *
 * @param decks an article's decks
 * @returns the folder of their theme
 * @throws LongWay with the reason, where they cannot
 */
export async function checkDecks(decks: LoadedDeck[]): Promise<string> {
  const theme = themeOf(decks[0]!)
  await checkFolder(dirname(decks[0]!.path))
  for (const deck of decks) {
    if (themeOf(deck) !== theme)
      throw new LongWay(wording('way-themes'))
    await inDeck(deck.name, () => checkDeck(deck))
  }
  return theme
}

/**
 * Looks at what stands beside decks. Slidev looks there for components, layouts, styles and set-ups: there may only be
 * what it certainly passes over, and Lectern's fonts.
 */
async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folder)
  for (const name of names.filter(name => !DECK_NAME.test(name) && !isPassedOver(name))) {
    if (!await isOfFonts(folder, name))
      throw new LongWay(wording('way-beside', { file: name }))
  }
}

function isPassedOver(name: string): boolean {
  const isDocument = name !== 'og-image.png' && DOCUMENTS.has(extname(name).toLowerCase())
  return isDocument || ['images', 'node_modules'].includes(name) || /^\.(?!env)/.test(name) || BACKUP.test(name)
}

/** What an editor leaves beside the file that it saves. */
const BACKUP = /~$|^#.*#$|\.(?:orig|bak|swp|tmp)$/i
const DOCUMENTS = new Set(['.docx', '.jpeg', '.jpg', '.md', '.pdf', '.png', '.svg', '.txt', '.webp'])

/** Whether something beside decks is as `generate` makes it where they need more fonts than the theme's. */
async function isOfFonts(folder: string, name: string): Promise<boolean> {
  if (name === FONT_FOLDER)
    return (await readdir(join(folder, name))).every(file => FONT_FILE.test(file))
  return STYLE_FILES.includes(name) && await readFile(join(folder, name), 'utf8') === fontImport(name)
}

function themeOf({ path, data }: LoadedDeck): string {
  const { theme } = data.headmatter
  const named = typeof theme === 'string' && /^[./]/.test(theme) ? resolve(dirname(path), theme) : ''
  // Some package managers install links.
  const folder = existsSync(named) ? realpathSync(named) : ''
  if (dirname(folder) !== realpathSync(join(ROOT, 'themes')))
    throw new LongWay(wording('way-theme'))
  return folder
}

function checkDeck({ path, data }: LoadedDeck): void {
  const { headmatter, features, markdownFiles, slides } = data
  const known = [...HEAD_KEYS, ...SLIDE_KEYS]
  refuse(Object.keys(headmatter).find(key => !known.includes(key)), key => wording('way-headmatter', { key }))
  refuse(Object.entries(features).find(([, used]) => used)?.[0], feature => wording('way-feature', { feature }))
  const other = Object.keys(markdownFiles).find(file => file !== path)
  refuse(other, file => wording('way-slides', { file: basename(file) }))
  // UnoCSS writes groups of variants out, in text too.
  if (/[:-]\(/.test(markdownFiles[path]!.raw))
    throw new LongWay(wording('way-uno'))
  slides.forEach(checkSlide)
}

function checkSlide({ frontmatter, content }: SlideInfo, index: number): void {
  const known = index === 0 ? [...HEAD_KEYS, ...SLIDE_KEYS] : SLIDE_KEYS
  refuse(Object.keys(frontmatter).find(key => !known.includes(key)), key => wording('way-frontmatter', { key }))
  refuse(unknownClass(String(frontmatter.class ?? '')), name => wording('way-class', { name }))
  const strange = STRANGE_CODE.find(([pattern]) => pattern.test(content))
  if (strange)
    throw new LongWay(wording(strange[1]))
}

const STRANGE_CODE: readonly [pattern: RegExp, reason: PlainKey][] = [
  [/^\s*<<</m, 'way-code-file'],
  [/twoslash/, 'way-code-types'],
  [/\bmagic-move\b/, 'way-code-moving'],
]

function refuse(found: string | undefined, reason: (found: string) => Wording): void {
  if (found !== undefined)
    throw new LongWay(reason(found))
}
