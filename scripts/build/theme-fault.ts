import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'

/**
 * Says which theme or addon a deck names that is not there. Slidev itself would ask on the terminal to install it, or end the process.
 *
 * @param path the deck's absolute path
 * @param headmatter its first slide's frontmatter
 * @param headmatter.theme a path, a package, or Slidev's short name of one
 * @param headmatter.addons the same, in a list
 * @returns a failure that names the deck; nothing where all are there
 */
export function themeFault(path: string, { theme, addons }: { theme?: unknown, addons?: unknown }): Failure | undefined {
  const file = relative(process.cwd(), path)
  if (theme === undefined && !isThere('theme', 'default', path))
    return new Failure(wording('theme-not-named', { path: file }))
  const named: ['theme' | 'addon', unknown][] = [['theme', theme], ...[addons ?? []].flat().map((name): ['addon', unknown] => ['addon', name])]
  const [missing] = named.filter(([kind, name]) => typeof name === 'string' && !isThere(kind, name, path))
  return missing && new Failure(wording('theme-missing', { path: file, kind: wording(`kind-${missing[0]}`), name: String(missing[1]) }))
}

/** As Slidev looks for it: a path from the deck, or a package of one of three names. */
function isThere(kind: 'theme' | 'addon', name: string, path: string): boolean {
  if (name === 'none' || name === '')
    return true
  if (name.startsWith('@/'))
    return existsSync(join(dirname(path), name.slice(2)))
  if (/^[./]/.test(name) || (!name.startsWith('@') && name.includes('/')))
    return existsSync(resolve(dirname(path), name))
  return [`@slidev/${kind}-${name}`, `slidev-${kind}-${name}`, name].some(one => [dirname(path), ROOT].some(from => isInstalled(one, from)))
}

/** Whether a package stands in the `node_modules` of a folder or of one above it. */
function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', name, 'package.json')))
    return true
  const above = dirname(folder)
  return above !== folder && isInstalled(name, above)
}
