import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url))

/** What a run of the program came to. */
export interface Outcome { code: number, stdout: string, stderr: string }

/** Runs the program as a person would, in a folder of its own. */
export function lectern(folder: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: folder }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }))
  })
}

/** Every file below a folder with its content. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(await Promise.all(files.map(async file => [file, await readFile(file, 'latin1')])))
}
