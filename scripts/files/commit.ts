import type { Output } from './write.ts'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import process from 'node:process'
import { Failure, fileFault } from '../failure.ts'
import { makeFolder, refuseOutside } from './folder.ts'
import { hasContent } from './write.ts'

/** What becomes of one file: it gets the staged content, or goes; and what it was before. */
interface Step { path: string, staged?: string, was: string | undefined }

const STEPS = 'steps.json'

/**
 * Writes and removes files together: after a run that was stopped anywhere, killed too, the next one finds either all
 * of it to be done or nothing. The files are staged in a folder beside; the moment that this takes the name `next` is
 * the one from which on they count. A file that has its content already is not touched.
 *
 * @param folder the folder that all paths are in
 * @param journal the folder's part that is Lectern's own
 * @param outputs the files to be
 * @param removals the files that go
 * @returns the paths of all that changed
 * @throws Failure where a file cannot be written, or would be outside the folder; before the files count, nothing is
 *   changed
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
  await refuseOutside(folder, [journal, ...changed.map(({ path }) => path), ...gone])
  const stage = join(journal, `.${process.pid}.tmp`)
  const within = (path: string): string => relative(folder, path)
  try {
    await makeFolder(journal)
    await mkdir(stage)
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
 * @throws Failure where it cannot be done now either, and where somebody else has written what is to be done
 */
export async function recoverFiles(folder: string, journal: string): Promise<boolean> {
  await refuseOutside(folder, [journal])
  const names = await readdir(journal).catch((): string[] => [])
  for (const name of names.filter(name => /^\.\d+\.tmp$/.test(name)))
    await rm(join(journal, name), { recursive: true, force: true })
  if (!names.includes('next'))
    return false
  try {
    await finish(folder, join(journal, 'next'))
  }
  catch (error) {
    if (error instanceof Failure)
      throw error
    throw new Failure(`${folder}: what the last run was stopped at cannot be finished, ${fileFault(error)}. Make room for it, and run this again.`, 1, { cause: error })
  }
  return true
}

async function finish(folder: string, next: string): Promise<void> {
  // The list goes last of all: without it, nothing is left to do.
  const steps = await readSteps(folder, next)
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
    await makeFolder(dirname(target))
    await rename(join(next, staged), target)
  }
  await rm(next, { recursive: true, force: true })
}

/**
 * The list may have come with the folder, from anywhere: it may name the folder's own files alone, and what was staged
 * beside it.
 */
async function readSteps(folder: string, next: string): Promise<Step[]> {
  await refuseOutside(folder, [next])
  const path = join(next, STEPS)
  const text = await readFile(path, 'utf8').catch(() => '[]')
  const steps = parse(text)
  if (!Array.isArray(steps) || !steps.every(isStep) || !(await Promise.all(steps.map(step => isStaged(step, next)))).every(Boolean))
    throw new Failure(`${path}: Lectern has not written this list of what the last run had left to do. Look at the decks, and delete ${next}.`)
  await refuseOutside(folder, steps.map(step => join(folder, step.path)))
  return steps
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  }
  catch {
    return undefined
  }
}

function isStep(step: unknown): step is Step {
  const { path, staged, was } = (step ?? {}) as Partial<Record<keyof Step, unknown>>
  return typeof path === 'string' && !isAbsolute(path) && [staged, was].every(value => value === undefined || typeof value === 'string') && /^\d*$/.test(String(staged ?? ''))
}

/**
 * A link would take the deck's place, and lead elsewhere who writes to the deck. What has been done already is not
 * there.
 */
async function isStaged({ staged }: Step, next: string): Promise<boolean> {
  return staged === undefined || (staged !== '' && ((await lstat(join(next, staged)).catch(() => undefined))?.isFile() ?? true))
}

async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
