import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFailure } from '../failure.ts'
import { makeFolder } from './folder.ts'
import { readWholeFile } from './read.ts'

/** A file to be: its path and its text or bytes. */
export interface Output {
  path: string
  content: string | Uint8Array
}

/** How many temporary files this process has begun: no two that are written at once have one name. */
let begun = 0

/**
 * Writes files whole: each to a temporary name beside it, and only when all are written does each take its own.
 * A file that has its content already is not touched.
 *
 * @param outputs the files
 * @returns the paths that changed
 * @throws Failure where one cannot be written; then none is changed
 */
export async function writeAll(outputs: Output[]): Promise<string[]> {
  const changed: Output[] = []
  for (const output of outputs) {
    if (!await hasContent(output))
      changed.push(output)
  }
  const temporary = changed.map(({ path }) => join(dirname(path), `.lectern-${process.pid}-${begun++}.tmp`))
  try {
    for (const [index, output] of changed.entries()) {
      await makeFolder(dirname(output.path))
      await writeFile(temporary[index]!, output.content)
    }
    for (const [index, output] of changed.entries())
      await rename(temporary[index]!, output.path)
  }
  catch (error) {
    await Promise.all(temporary.map(path => rm(path, { force: true }).catch(() => {})))
    throw writeFailure(changed[0]!.path, error)
  }
  return changed.map(output => output.path)
}

/**
 * Whether a file is already what it is to be.
 *
 * @param output the file to be
 * @returns false where it differs, or is not there
 */
export async function hasContent({ path, content }: Output): Promise<boolean> {
  const now = await readWholeFile(path).catch(() => undefined)
  return now !== undefined && now.equals(Buffer.from(content as Uint8Array))
}

/**
 * Reads a file that may not be there.
 *
 * @param path the file
 * @returns its text, or nothing
 */
export async function readText(path: string): Promise<string | undefined> {
  return readWholeFile(path).then(String, () => undefined)
}
