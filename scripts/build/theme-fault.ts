import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'

/** What a deck's headmatter names. */
interface Headmatter {
  /** A path, a package, or Slidev's short name of one. */
  theme?: unknown
  /** The same, in a list. */
  addons?: unknown
}

type Kind = 'theme' | 'addon'

/**
 * Says which theme or addon a deck names that is not there. Slidev itself would ask on the terminal to install it, or
 * end the process.
 *
 * @param path the deck's absolute path
 * @param headmatter its first slide's frontmatter
 * @returns a failure that names the deck; nothing where all are there
 */
export function themeFault(path: string, { theme, addons }: Headmatter): Failure | undefined {
  const file = relative(process.cwd(), path)
  if (theme === undefined && !isThere('theme', 'default', path))
    return new Failure(wording('theme-not-named', { path: file }))
  const ofAddons = [addons ?? []].flat().map((name): [Kind, unknown] => ['addon', name])
  const named: [Kind, unknown][] = [['theme', theme], ...ofAddons]
  const missing = named.find(([kind, name]) => typeof name === 'string' && !isThere(kind, name, path))
  if (!missing)
    return undefined
  const [kind, name] = missing
  return new Failure(wording('theme-missing', { path: file, kind: wording(`kind-${kind}`), name: String(name) }))
}

/** As Slidev looks for it: a path from the deck, or a package of one of three names. */
function isThere(kind: Kind, name: string, path: string): boolean {
  if (name === 'none' || name === '')
    return true
  if (name.startsWith('@/'))
    return existsSync(join(dirname(path), name.slice(2)))
  if (/^[./]/.test(name) || (!name.startsWith('@') && name.includes('/')))
    return existsSync(resolve(dirname(path), name))
  const packages = [`@slidev/${kind}-${name}`, `slidev-${kind}-${name}`, name]
  return packages.some(one => [dirname(path), ROOT].some(from => isInstalled(one, from)))
}

/** Whether a package stands in the `node_modules` of a folder or of one above it. */
function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', name, 'package.json')))
    return true
  const above = dirname(folder)
  return above !== folder && isInstalled(name, above)
}
