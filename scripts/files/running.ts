import process from 'node:process'

/**
 * Whether a process of this machine still runs.
 *
 * @param pid its number
 * @returns true for one of someone else's as well
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch (error) {
    // A process of someone else's may not be asked, but runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
