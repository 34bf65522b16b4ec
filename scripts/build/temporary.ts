import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Failure, fileFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/** What names the temporary folder, on POSIX and on Windows. */
const NAMES = ['TMPDIR', 'TMP', 'TEMP'] as const

/** What removes the folder that is in use, if one is, and the temporary folder that it is in. */
let removes: (() => void) | undefined
let outer: string | undefined

/** The temporary folder for what stays when the process ends. */
export function lastingTemporary(): string {
  return outer ?? tmpdir()
}

/**
 * Does something with a temporary folder that goes when that is done, or when the process exits before, with
 * all that libraries and browsers have left in it.
 *
 * @param action what is done; in it the environment names the folder
 * @returns what it gives
 * @throws Failure where no temporary folder can be made; what the action throws passes through
 */
export async function withTemporary<T>(action: () => Promise<T>): Promise<T> {
  const before = NAMES.map(name => process.env[name])
  const folder = makeTemporary()
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  outer = tmpdir()
  removes = remove
  process.on('exit', remove)
  NAMES.forEach(name => process.env[name] = folder)
  try {
    return await action()
  }
  finally {
    NAMES.forEach((name, index) => {
      if (before[index] === undefined)
        delete process.env[name]
      else
        process.env[name] = before[index]
    })
    process.off('exit', remove)
    removes = outer = undefined
    remove()
  }
}

function makeTemporary(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'lectern-'))
  }
  catch (error) {
    throw new Failure(wording('temporary-unwritable', { path: tmpdir(), fault: fileFault(error) }), 1, { cause: error })
  }
}

/** As the process exits a browser ends in a function of its library's: what it leaves goes after that. */
export function removeLast(): void {
  if (!removes)
    return
  process.off('exit', removes)
  process.on('exit', removes)
}
