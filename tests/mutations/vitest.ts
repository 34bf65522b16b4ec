import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/** What came of a test file: whether it failed, and how many of its tests passed. */
export interface Outcome { failed: boolean, passed: number }

/** Vitest's JSON report, as far as it matters here. */
interface Report { numPassedTests: number, testResults: unknown[] }

/**
 * Runs one test file of a copy of the project.
 *
 * @param root the copy
 * @param file the test file
 * @param how.all runs it as the whole suite does, else as the fast one does
 * @param how.bail ends at the first test that fails
 * @returns what came of it; nothing where the suite has no such file
 */
export async function runTests(root: string, file: string, how: { all: boolean, bail: boolean }): Promise<Outcome | undefined> {
  const path = join(root, '.report.json')
  const flags = [...(how.all ? ['--mode', 'all'] : []), ...(how.bail ? ['--bail', '1'] : [])]
  const args = ['node_modules/vitest/vitest.mjs', 'run', file, ...flags, '--reporter', 'json', '--outputFile', path]
  // Examples are the same each time but where CI is set: a test that fails then fails because of the mutation.
  const { CI: _, ...env } = process.env
  const failed = await new Promise<boolean>(resolve => execFile(process.execPath, args, { cwd: root, env, maxBuffer: 2 ** 28 }, error => resolve(error !== null)))
  const report = await readFile(path, 'utf8').then(text => JSON.parse(text) as Report, () => undefined)
  await rm(path, { force: true })
  return report && report.testResults.length > 0 ? { failed, passed: report.numPassedTests } : undefined
}
