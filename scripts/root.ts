import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Lectern's own folder, with its package.json and its themes: the program may run from its source or compiled. */
export const ROOT = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  const isOurs = existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'themes'))
  return isOurs ? folder : above(dirname(folder))
}
