import type { Stats } from 'node:fs'
import { lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/**
 * Makes a folder with those above it. (Node's own `recursive` never ends where a system refuses a folder as if the one
 * above it were not there, as Linux does in `/proc`.) Another run may take a folder away while this one makes the next
 * below it: then it is tried again.
 *
 * @param path the folder
 * @param tries how often
 * @returns the uppermost folder that was not there; nothing where all were
 * @throws what the file system throws where it cannot be made
 */
export async function makeFolder(path: string, tries = 20): Promise<string | undefined> {
  const folder = resolve(path)
  try {
    await mkdir(folder)
    return folder
  }
  catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const there = code === 'EEXIST' ? await whatIsAt(folder) : undefined
    if (there?.isDirectory())
      return undefined
    if (there || (code !== 'ENOENT' && code !== 'EEXIST'))
      throw error
    const above = dirname(folder)
    if (above === folder || tries === 0)
      throw Object.assign(new Error('No folder can be made here.', { cause: error }), { code: 'EPERM' })
    const uppermost = await makeFolder(above, tries - 1)
    const made = await makeFolder(folder, tries - 1)
    return uppermost ?? made
  }
}

/** What a path leads to; a link that leads nowhere is there itself. */
async function whatIsAt(path: string): Promise<Stats | undefined> {
  return await stat(path).catch(() => lstat(path)).catch(() => undefined)
}

/**
 * Refuses paths that lead out of a folder, by `..`, by a place of their own or by links: what is written there would be
 * somebody else's.
 *
 * @param folder the folder, itself wherever it is
 * @param paths the paths
 * @throws Failure for the first one that leads outside
 */
export async function refuseOutside(folder: string, paths: string[]): Promise<void> {
  const root = await realPlace(folder)
  for (const path of paths) {
    const place = await realPlace(path)
    if (!isInside(root, place))
      throw new Failure(wording('leads-outside', { path, folder, place }))
  }
}

function isInside(root: string, place: string): boolean {
  const way = relative(root, place)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** Where a path really leads; what is not there yet is where it will be made. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path)
  const above = dirname(whole)
  const placeInside = async (): Promise<string> => join(await realPlace(above), basename(whole))
  return await realpath(whole).catch(() => above === whole ? whole : placeInside())
}
