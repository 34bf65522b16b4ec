import type { Output } from './write.ts'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { Failure, fileFault } from '../failure.ts'
import { hasContent } from './write.ts'

/** What becomes of one file: it gets the staged content, or goes; and what it was before. */
interface Step { path: string, staged?: string, was: string | undefined }

const STEPS = 'steps.json'

/**
 * Writes and removes files together: after a run that was stopped anywhere, killed too, the next one finds either all of it to be done or
 * nothing. The files are staged in a folder beside; the moment that this takes the name `next` is the one from which on they count.
 * A file that has its content already is not touched.
 *
 * @param folder the folder that all paths are in
 * @param journal the folder's part that is Lectern's own
 * @param outputs the files to be
 * @param removals the files that go
 * @returns the paths of all that changed
 * @throws Failure where a file cannot be written; before the files count, nothing is changed
 */
export async function commitFiles(folder: string, journal: string, outputs: Output[], removals: string[]): Promise<string[]> {
  const changed: Output[] = []
  for (const output of outputs) {
    if (!await hasContent(output))
      changed.push(output)
  }
  const gone: string[] = []
  for (const path of removals) {
    if (await hashOf(path) !== undefined)
      gone.push(path)
  }
  if (changed.length + gone.length === 0)
    return []
  const stage = join(journal, `.${process.pid}.tmp`)
  const within = (path: string): string => relative(folder, path)
  try {
    await mkdir(stage, { recursive: true })
    const steps: Step[] = []
    for (const [index, { path, content }] of changed.entries()) {
      await writeFile(join(stage, String(index)), content, { flush: true })
      steps.push({ path: within(path), staged: String(index), was: await hashOf(path) })
    }
    for (const path of gone)
      steps.push({ path: within(path), was: await hashOf(path) })
    await writeFile(join(stage, STEPS), JSON.stringify(steps), { flush: true })
    await rename(stage, join(journal, 'next'))
    await finish(folder, join(journal, 'next'))
  }
  catch (error) {
    await rm(stage, { recursive: true, force: true }).catch(() => {})
    throw new Failure(`${(changed[0]?.path ?? gone[0])!}: this cannot be written, ${fileFault(error)}. Choose another place for it.`, 1, { cause: error })
  }
  return [...changed.map(({ path }) => path), ...gone]
}

/**
 * Does what a run that was stopped had left to do, and clears away what it had only begun.
 *
 * @param folder the folder that all paths are in
 * @param journal the folder's part that is Lectern's own
 * @returns whether there was something left to do
 * @throws Failure where it cannot be done now either
 */
export async function recoverFiles(folder: string, journal: string): Promise<boolean> {
  const names = await readdir(journal).catch((): string[] => [])
  for (const name of names.filter(name => /^\.\d+\.tmp$/.test(name)))
    await rm(join(journal, name), { recursive: true, force: true })
  if (!names.includes('next'))
    return false
  try {
    await finish(folder, join(journal, 'next'))
  }
  catch (error) {
    throw new Failure(`${folder}: what the last run was stopped at cannot be finished, ${fileFault(error)}. Make room for it, and run this again.`, 1, { cause: error })
  }
  return true
}

async function finish(folder: string, next: string): Promise<void> {
  // The list goes last of all: without it, nothing is left to do.
  const steps = JSON.parse(await readFile(join(next, STEPS), 'utf8').catch(() => '[]')) as Step[]
  for (const { path, staged, was } of steps) {
    const target = join(folder, path)
    const now = await hashOf(target)
    const isLeft = staged === undefined ? now !== undefined : await hashOf(join(next, staged)) !== undefined
    if (!isLeft)
      continue
    // Somebody has changed the file since the run was stopped.
    if (now !== undefined && now !== was)
      await rename(target, `${target}.orig`)
    if (staged === undefined) {
      await rm(target, { force: true })
      // A folder that holds anything stays.
      await rmdir(dirname(target)).catch(() => {})
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    await rename(join(next, staged), target)
  }
  await rm(next, { recursive: true, force: true })
}

async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
