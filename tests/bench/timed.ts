import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** What a program took. */
export interface Taken {
  seconds: number
  /** The largest resident memory of the program itself, in MB, as Linux counts it; nought elsewhere. */
  megabytes: number
}

/**
 * Runs a program to its end.
 *
 * @param command the program and its arguments
 * @param cwd where it runs
 * @param env variables beside the environment's own
 * @returns wall time and memory
 * @throws Error where it fails, with what it said
 */
export async function timed(command: string[], cwd: string, env: Record<string, string> = {}): Promise<Taken> {
  const start = performance.now()
  const child = spawn(command[0]!, command.slice(1), { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (data: string) => said += data)
  child.stderr.on('data', (data: string) => said += data)
  let megabytes = 0
  const watch = setInterval(() => megabytes = Math.max(megabytes, peakOf(child.pid!)), 20)
  const [code] = await once(child, 'close') as [number]
  clearInterval(watch)
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code}:\n${said}`)
  return { seconds: (performance.now() - start) / 1000, megabytes }
}

function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  }
  catch {
    return 0
  }
}
