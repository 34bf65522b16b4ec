import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** What a program took. */
export interface Taken {
  seconds: number
  /** Seconds of all processors, for what it started too, as Linux counts them; nought elsewhere. */
  processor: number
  /** The largest resident memory of the program itself, in MB, as Linux counts it; nought elsewhere. */
  megabytes: number
}

/**
 * Runs a program to its end.
 *
 * @param command the program and its arguments
 * @param cwd where it runs
 * @param env variables beside the environment's own
 * @returns wall time, processor time and memory; processor time is told apart where nothing else runs beside it
 * @throws Error where it fails, with what it said
 */
export async function timed(command: string[], cwd: string, env: Record<string, string> = {}): Promise<Taken> {
  const start = performance.now()
  const before = childrenSeconds()
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
  return { seconds: (performance.now() - start) / 1000, processor: childrenSeconds() - before, megabytes }
}

/** What this process has started and seen end took of all processors (proc_pid_stat(5): cutime, cstime). */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /, '').split(' ')
    return (Number(fields[13]) + Number(fields[14])) / TICKS
  }
  catch {
    return 0
  }
}

/** In a second, on every Linux that Node runs on. */
const TICKS = 100

function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  }
  catch {
    return 0
  }
}
