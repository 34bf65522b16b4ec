import { readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { Failure, folderFailure, isWriteFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { makeFolder } from './folder.ts'
import { isRunning } from './running.ts'

/** How long another run may take before this one gives up, and how often it looks, in milliseconds. */
const PATIENCE = 60_000
const INTERVAL = 50
/** Nobody takes longer to write a lock, or to take one over, than this, in milliseconds. */
const TAKEOVER = 5000

/**
 * Runs an action while nobody else holds a lock. The file names its holder: a lock of a process that has ended,
 * whatever ended it, is taken over at once. (Libraries for locks know that a holder is dead by the time alone, and a
 * book keeps this program busy for longer than that.)
 *
 * @param path the lock's file, which is there as long as the lock is held
 * @param action what is to be done
 * @param patience how long to wait for another one, in milliseconds
 * @returns what the action returns
 * @throws Failure where the file cannot be written, and where another process holds the lock for too long; what the
 *   action throws passes through
 */
export async function withLock<T>(path: string, action: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const holder = `${hostname()} ${process.pid}`
  const last = Date.now() + patience
  let made = await makeLockFolder(dirname(path))
  while (!await take(path, holder)) {
    if (Date.now() > last) {
      const other = (await holderOf(path))?.split(' ')[1] ?? 'unknown'
      throw new Failure(wording('lock-held', { folder: dirname(dirname(path)), process: other, path }))
    }
    if (!await takeOver(path))
      await new Promise(resolve => setTimeout(resolve, INTERVAL))
    // Another run that has left nothing in it has taken the folder away.
    made = await makeLockFolder(dirname(path)) ?? made
  }
  try {
    return await action()
  }
  finally {
    await rm(path, { force: true })
    await removeEmpty(dirname(path), made)
  }
}

/** Makes a folder with those above it: the uppermost that was not there is returned. */
async function makeLockFolder(folder: string): Promise<string | undefined> {
  try {
    return await makeFolder(folder)
  }
  catch (error) {
    throw isWriteFault(error) ? folderFailure(dirname(folder), error) : error
  }
}

/** Where the action has left nothing in the folders that were made for the lock, they go. */
async function removeEmpty(folder: string, made: string | undefined): Promise<void> {
  if (made === undefined)
    return
  for (let path = resolve(folder); path.startsWith(resolve(made)); path = dirname(path)) {
    if (!await rmdir(path).then(() => true, () => false))
      return
  }
}

/** Writes the lock's file, unless it is there, or its folder is not. */
async function take(path: string, holder: string): Promise<boolean> {
  try {
    await writeFile(path, holder, { flag: 'wx' })
    return true
  }
  catch (error) {
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false
    throw isWriteFault(error) ? folderFailure(dirname(dirname(path)), error) : error
  }
}

/** Removes the lock of a process that has ended. One process alone may do so: another's new lock would go. */
async function takeOver(path: string): Promise<boolean> {
  if (!await isLeft(path))
    return false
  const guard = `${path}.takeover`
  try {
    await writeFile(guard, '', { flag: 'wx' })
  }
  catch {
    if (await isOld(guard))
      await rm(guard, { force: true })
    return false
  }
  try {
    if (await isLeft(path))
      await rm(path, { force: true })
    return true
  }
  finally {
    await rm(guard, { force: true })
  }
}

/**
 * Whether the holder has ended without giving the lock back. Of another machine's nobody here knows; one that names
 * nobody was not finished.
 */
async function isLeft(path: string): Promise<boolean> {
  const [host, pid] = (await holderOf(path))?.split(' ') ?? []
  return host === undefined ? await isOld(path) : host === hostname() && !isRunning(Number(pid))
}

async function holderOf(path: string): Promise<string | undefined> {
  return (await readFile(path, 'utf8').catch(() => '')) || undefined
}

/** Whether a file was made longer ago than it takes to do something with it. */
async function isOld(path: string): Promise<boolean> {
  const made = (await stat(path).catch(() => undefined))?.mtimeMs
  return made !== undefined && Date.now() - made > TAKEOVER
}
