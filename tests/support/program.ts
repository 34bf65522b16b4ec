import type { Console } from '../../scripts/commands/console.ts'
import { execFile, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { main } from '../../scripts/cli.ts'

/** The program's path. */
export const PROGRAM = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url))

/** What a run of the program came to. */
export interface Outcome { code: number, stdout: string, stderr: string }

/**
 * Runs a command line in this process, in a folder of its own: one after the other, since a process stands in one
 * folder at a time.
 */
export function lectern(folder: string, ...args: string[]): Promise<Outcome> {
  return lecternWith({}, folder, ...args)
}

/** The same, with other surroundings: variables beside the environment's own, and whether the terminal has colours. */
export async function lecternWith(
  { env = {}, isColoured = false }: { env?: NodeJS.ProcessEnv, isColoured?: boolean },
  folder: string,
  ...args: string[]
): Promise<Outcome> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const before = process.cwd()
  try {
    const terminal: Console = {
      log: line => stdout.push(`${line}\n`),
      error: line => stderr.push(`${line}\n`),
      isColoured,
      progress: () => ({ update: () => {}, done: () => {} }),
    }
    const code = await main(args, { terminal, cwd: folder, env: { ...process.env, ...env } })
    return { code, stdout: stdout.join(''), stderr: stderr.join('') }
  }
  finally {
    process.chdir(before)
  }
}

/** Runs the program as a person would, in a process of its own. */
export function spawnLectern(folder: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

/** A program that goes on. */
export interface Started {
  /** What it printed that was waited for. */
  match: RegExpExecArray
  /** All that it has printed, to either stream. */
  output: () => string
  /** Ends it by a signal, such as Ctrl-C's, and gives its exit code; none where it did not end by itself. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts a program that goes on, and waits until it prints something that fits. */
export async function start(program: string, args: string[], cwd: string, pattern: RegExp): Promise<Started> {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: Uint8Array): void => {
      output += String(chunk)
      // eslint-disable-next-line no-control-regex
      const found = pattern.exec(output.replace(/\x1B\[[0-9;]*m/g, ''))
      if (found)
        resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', code => reject(new Error(`ended with ${code}: ${output}`)))
  })
  return { match, output: () => output, stop: (signal = 'SIGINT') => new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null)
      return resolve(child.exitCode)
    child.once('exit', code => resolve(code))
    child.kill(signal)
  }) }
}

/** Every file below a folder with its content. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(await Promise.all(files.map(async file => [file, await readFile(file, 'latin1')])))
}
