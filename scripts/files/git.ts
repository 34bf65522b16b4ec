import { execFile } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Whether git has a file as it is: committed, and not changed since.
 *
 * @param path the file
 * @returns false as well where there is no git, or no repository
 */
export async function isInGit(path: string): Promise<boolean> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', ['--no-optional-locks', ...args], { cwd: dirname(path) })
    return stdout
  }
  try {
    const name = `:(literal)${basename(path)}`
    return await git('ls-files', '--', name) !== '' && await git('status', '--porcelain', '--', name) === ''
  }
  catch {
    return false
  }
}
