import type { Wording } from '../messages/model.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { inspect, stripVTControlCharacters } from 'node:util'
import { lastingTemporary } from '../build/temporary.ts'
import { wording } from '../messages/wording.ts'

/** A message is a sentence on a terminal: a library's may be pages long. In characters. */
const LONGEST = 200

/**
 * Says that Lectern itself is at fault. What helps to mend it, such as the stack, is written to a file of its own in
 * the temporary folder: on a terminal it would hide what a person can do.
 *
 * @param error what was thrown, of any type
 * @returns what happened and what to do, with the file's path; without one where none can be written
 */
export function internalError(error: unknown): Wording {
  const message = stripVTControlCharacters(String(error instanceof Error ? error.message : error))
  const what = message.split(/[\r\n]/, 1)[0]!.replace(/[\p{Cc}.\s]+$/u, '')
  const shown = what.length > LONGEST ? `${what.slice(0, LONGEST)}…` : what
  const path = writeDetails(error)
  const where = path === undefined ? wording('internal-no-details') : wording('internal-details', { path })
  return wording('internal-error', { what: shown || wording('internal-unknown'), where })
}

/** The stacks of the error and its causes, and what it ran on. */
function writeDetails(error: unknown): string | undefined {
  try {
    const path = join(mkdtempSync(join(lastingTemporary(), 'lectern-error-')), 'details.txt')
    const details = inspect(error, { depth: 4, maxStringLength: 10_000, maxArrayLength: 100 })
    const system = `Node ${process.version}, ${process.platform} ${process.arch}`
    writeFileSync(path, `${system}\n${process.argv.slice(2).join(' ')}\n\n${details}\n`)
    return path
  }
  catch {
    return undefined
  }
}
