import { existsSync, readdirSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../failure.ts'
import { either, wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'

/** The themes that come with Lectern. */
const THEMES = join(ROOT, 'themes')

/**
 * Finds a theme's folder.
 *
 * @param name a theme of ours, or a path to a theme's folder
 * @returns the folder's absolute path
 * @throws Failure for a theme that does not exist
 */
export function findTheme(name: string): string {
  const folder = /^\.{0,2}[/\\]/.test(name) || isAbsolute(name) ? resolve(name) : join(THEMES, name)
  if (!existsSync(join(folder, 'package.json'))) {
    const ours = readdirSync(THEMES).filter(entry => existsSync(join(THEMES, entry, 'package.json')))
    throw new Failure(wording('theme-unknown', { name, ours: either(ours) }), 2)
  }
  return folder
}

/**
 * A theme as a deck names it.
 *
 * @param folder the theme's absolute path
 * @param deckFolder the deck's folder
 * @returns a path relative to the deck, with forward slashes
 */
export function themeFrom(folder: string, deckFolder: string): string {
  const path = relative(resolve(deckFolder), folder).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}
