import type { Dirent } from 'node:fs'
import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { hashOf, hashOfFile } from '../files/hash.ts'
import { ROOT } from '../root.ts'
import { DECK_NAME } from '../slidev/names.ts'

/** The hash of each file that something is made from, by its path, in order. */
export type Inputs = [path: string, hash: string][]

/**
 * What a build read outside the decks' folder and outside Lectern: a theme of one's own, a picture beside the folder.
 * Paths are relative to the decks' folder.
 */
export interface Elsewhere {
  folders: string[]
  files: string[]
}

/** Lectern's own program and themes: its source in a checkout, compiled in an installed package. */
const OWN = ['scripts', 'lib', 'themes']

/**
 * Hashes all files of the decks' folder, but those whose names begin with a dot.
 *
 * @param folder the decks' folder
 * @returns paths relative to it
 */
export function hashDecks(folder: string): Inputs {
  return hashTree(folder)
}

/**
 * Hashes Lectern's own program and themes. The fonts of rare characters are not among them: `generate` puts
 * those that decks need beside the decks.
 *
 * @returns the hashes, each path relative to Lectern's folder
 */
export function hashOwn(): Inputs {
  const trees = OWN.flatMap(name => hashTree(ROOT, name))
  return [...trees, ...['package.json', 'package-lock.json'].map(name => hashFile(ROOT, name))]
}

/**
 * Hashes what a build reads outside the decks' folder: Lectern itself, and what the last build found.
 *
 * @param folder the decks' folder
 * @param elsewhere what the last build found
 * @param own the hashes of Lectern itself
 * @returns one hash of all
 */
export function hashElsewhere(folder: string, elsewhere: Elsewhere, own: Inputs): string {
  const trees = elsewhere.folders.flatMap(name => hashTree(resolve(folder, name)))
  const all = [...own, ...trees, ...elsewhere.files.map(name => hashFile(folder, name))]
  return hashOf(Buffer.from(JSON.stringify(all)))
}

/**
 * Sorts out what of the files that a build read is to be remembered.
 *
 * @param folder the decks' folder
 * @param roots folders that count whole: a theme's, an addon's
 * @param files paths of single files
 * @returns those outside the decks' folder, Lectern and installed packages
 */
export function elsewhereOf(folder: string, roots: string[], files: string[]): Elsewhere {
  const known = [resolve(folder), ...OWN.map(name => join(ROOT, name))]
  const isNew = (path: string): boolean => !known.some(root => isInside(path, root))
  const folders = [...new Set(roots.map(root => resolve(root)).filter(isNew))].sort()
  const isInstalled = (path: string): boolean => path.includes(`${sep}node_modules${sep}`)
  const isAlone = (path: string): boolean => !folders.some(root => isInside(path, root))
  const single = [...new Set(files.filter(isNew))].filter(path => !isInstalled(path) && isAlone(path)).sort()
  const toRelative = (path: string): string => relative(folder, path).split(sep).join('/')
  return { folders: folders.map(toRelative), files: single.map(toRelative) }
}

/**
 * The key of a result: as long as it is the same, making the result again would make the same.
 *
 * @param facts what else goes in
 * @param decks the decks' folder
 * @param elsewhere the hash of what is read outside it
 * @param from the names of the decks that the result is made from; without it, all are
 * @returns a hash
 */
export function keyOf(facts: unknown, decks: Inputs, elsewhere: string, from?: string[]): string {
  const names = decks.map(([path]) => path).filter(path => DECK_NAME.test(path))
  const own = decks.filter(([path]) => !from || !DECK_NAME.test(path) || from.includes(path))
  return hashOf(Buffer.from(JSON.stringify([facts, names, own, elsewhere])))
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep)
}

/** Fonts that are taken from a theme's folder when decks are generated. */
const LEFT_OUT = join(ROOT, 'themes/shared/fonts/more')

/**
 * Hashes all files of a folder. Installed packages and hidden files are left out. A link is followed to a file, not to
 * a folder: it may lead round in a circle.
 *
 * @param root the folder
 * @param within a folder in it, whose files alone are hashed
 * @returns paths relative to the folder; none where it is not there
 */
function hashTree(root: string, within = ''): Inputs {
  const entries = entriesOf(join(root, within))
  const isKnown = ({ name }: { name: string }): boolean =>
    !name.startsWith('.') && name !== 'node_modules' && join(root, within, name) !== LEFT_OUT
  const known = entries.filter(isKnown).sort((one, other) => one.name < other.name ? -1 : 1)
  return known.flatMap((entry): Inputs => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    return entry.isDirectory() ? hashTree(root, path) : [hashFile(root, path)]
  })
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  }
  catch {
    return []
  }
}

function hashFile(folder: string, name: string): Inputs[number] {
  return [name, hashOfFile(resolve(folder, name)) ?? '']
}
