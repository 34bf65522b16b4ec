import { existsSync, renameSync, rmSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { Failure, fileFault, isWriteFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { makeFolder } from './folder.ts'
import { isRunning } from './running.ts'

/**
 * Makes a folder anew, whole or not at all: it is filled under a temporary name beside its place and then takes its
 * own. Where the process ends before that, the folder stays as it was, and what was begun is removed: at once, or,
 * where the process was killed, the next time.
 *
 * @param target the folder
 * @param fill fills the temporary folder
 * @param how what becomes of what is there: `keep` names files and folders of the old folder that stay, `only` names
 *   the files of the new one that are wanted, all others staying
 * @param how.keep names
 * @param how.only file names
 * @throws Failure where the folder cannot be written; what else `fill` throws passes through
 */
export async function replaceFolder(
  target: string,
  fill: (temporary: string) => Promise<void>,
  how: { keep?: string[], only?: string[] },
): Promise<void> {
  const parent = dirname(target)
  const temporary = join(parent, `.${basename(target)}.${process.pid}.tmp`)
  const old = join(parent, `.${basename(target)}.${process.pid}.old`)
  const remove = (): void => {
    try {
      for (const path of [temporary, old].filter(path => existsSync(path)))
        rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    }
    catch {
      // What went wrong before is what is told. The next build tries again.
    }
  }
  process.on('exit', remove)
  try {
    await guard(target, async () => {
      await recover(target)
      await makeFolder(parent)
      // Not with its parents: on a read-only disk Node would call that "no such file".
      await mkdir(temporary)
      await fill(temporary)
      if (how.only)
        await moveFiles(how.only, temporary, target)
      else
        await moveFolder(temporary, target, old, how.keep ?? [])
    })
  }
  finally {
    process.off('exit', remove)
    remove()
  }
}

/**
 * What processes left that were killed: a folder that was moved aside goes back, unless another has taken its place.
 */
async function recover(target: string): Promise<void> {
  const parent = dirname(target)
  const left = (await readdir(parent).catch((): string[] => [])).flatMap((name) => {
    const [, of, pid, kind] = /^\.(.+)\.(\d+)\.(tmp|old)$/.exec(name) ?? []
    return of === basename(target) && !isRunning(Number(pid)) ? [{ path: join(parent, name), kind }] : []
  })
  for (const { path, kind } of left) {
    if (kind === 'old' && !existsSync(target))
      await rename(path, target)
    else
      await rm(path, { recursive: true, force: true })
  }
}

async function guard<T>(target: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  }
  catch (error) {
    if (!isWriteFault(error))
      throw error
    throw new Failure(wording('folder-not-replaced', { folder: target, fault: fileFault(error) }), 1, { cause: error })
  }
}

async function moveFiles(names: string[], from: string, to: string): Promise<void> {
  await makeFolder(to)
  for (const name of names)
    await rename(join(from, name), join(to, name))
}

async function moveFolder(from: string, to: string, old: string, kept: string[]): Promise<void> {
  for (const name of kept)
    await cp(join(to, name), join(from, name), { preserveTimestamps: true })
  // One right after the other: no signal is heard between them.
  if (existsSync(to))
    renameSync(to, old)
  renameSync(from, to)
}
