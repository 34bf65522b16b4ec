import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/** What came of a test file: whether it failed, and how many of its tests passed. */
export interface Outcome { failed: boolean, passed: number }

/** Vitest's JSON report, as far as it matters here. */
interface Report { numPassedTests: number, testResults: unknown[] }

/** A test file that takes longer, in milliseconds, does not end: a program that is broken may go round in a circle. */
const LONGEST = 15 * 60_000

/**
 * Runs one test file of a copy of the project.
 *
 * @param root the copy
 * @param file the test file
 * @param how the suite, and when it ends
 * @param how.all runs it as the whole suite does, else as the fast one does
 * @param how.bail ends at the first test that fails
 * @returns what came of it; nothing where the suite has no such file
 */
export async function runTests(
  root: string,
  file: string,
  how: { all: boolean, bail: boolean },
): Promise<Outcome | undefined> {
  const path = join(root, '.report.json')
  const flags = [...(how.all ? ['--mode', 'all'] : []), ...(how.bail ? ['--bail', '1'] : [])]
  const ending = await run(root, ['run', file, ...flags, '--reporter', 'json', '--outputFile', path])
  const report = await readFile(path, 'utf8').then(text => JSON.parse(text) as Report, () => undefined)
  await rm(path, { force: true })
  if (ending === 'endless')
    return { failed: true, passed: 0 }
  return report && report.testResults.length > 0 ? { failed: ending !== 0, passed: report.numPassedTests } : undefined
}

/** Vitest and all that it starts are a group of processes, which ends with it, and with this one. */
function run(cwd: string, args: string[]): Promise<number | 'endless' | null> {
  // Examples are the same each time but where CI is set: a test that fails then fails because of the mutation.
  const { CI: _, ...env } = process.env
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { cwd, env, stdio: 'ignore', detached: true })
  const kill = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    }
    catch {
      // All of them have ended.
    }
  }
  process.on('exit', kill)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      kill()
      resolve('endless')
    }, LONGEST)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      kill()
      process.off('exit', kill)
      resolve(code)
    })
  })
}
