import type { Output } from './write.ts'
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import process from 'node:process'
import { Failure, fileFault, writeFailure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { makeFolder, refuseOutside } from './folder.ts'
import { hashOf } from './hash.ts'
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
export async function commitFiles(
  folder: string,
  journal: string,
  outputs: Output[],
  removals: string[],
): Promise<string[]> {
  const changed: Output[] = []
  for (const output of outputs) {
    if (!await hasContent(output))
      changed.push(output)
  }
  const gone = await existing(removals)
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
      steps.push({ path: within(path), staged: String(index), was: await hashAt(path) })
    }
    for (const path of gone)
      steps.push({ path: within(path), was: await hashAt(path) })
    await writeFile(join(stage, STEPS), JSON.stringify(steps), { flush: true })
    await rename(stage, join(journal, 'next'))
    await finish(folder, join(journal, 'next'))
  }
  catch (error) {
    await rm(stage, { recursive: true, force: true }).catch(() => {})
    throw writeFailure((changed[0]?.path ?? gone[0])!, error)
  }
  return [...changed.map(({ path }) => path), ...gone]
}

async function existing(paths: string[]): Promise<string[]> {
  const hashes = await Promise.all(paths.map(hashAt))
  return paths.filter((_, index) => hashes[index] !== undefined)
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
    throw new Failure(wording('run-not-finished', { folder, fault: fileFault(error) }), 1, { cause: error })
  }
  return true
}

async function finish(folder: string, next: string): Promise<void> {
  // The list goes last of all: without it, nothing is left to do.
  const steps = await readSteps(folder, next)
  for (const { path, staged, was } of steps) {
    const target = join(folder, path)
    const now = await hashAt(target)
    const isLeft = staged === undefined ? now !== undefined : await hashAt(join(next, staged)) !== undefined
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
  if (!Array.isArray(steps) || !steps.every(isStep) || !await areStaged(steps, next))
    throw new Failure(wording('steps-unknown', { path, next }))
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
  const areTexts = [staged, was].every(value => value === undefined || typeof value === 'string')
  return typeof path === 'string' && !isAbsolute(path) && areTexts && /^\d*$/.test(String(staged ?? ''))
}

/**
 * A link would take the deck's place, and lead elsewhere who writes to the deck. What has been done already is not
 * there.
 */
async function isStaged({ staged }: Step, next: string): Promise<boolean> {
  if (staged === undefined)
    return true
  const file = staged === '' ? undefined : await lstat(join(next, staged)).catch(() => undefined)
  return staged !== '' && (file?.isFile() ?? true)
}

async function areStaged(steps: Step[], next: string): Promise<boolean> {
  const staged = await Promise.all(steps.map(step => isStaged(step, next)))
  return staged.every(Boolean)
}

async function hashAt(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && hashOf(bytes)
}
