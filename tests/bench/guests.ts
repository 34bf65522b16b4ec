/**
 * What `lectern present` bears: 100,000 random and hostile requests, beside readers, connections that read nothing, and
 * builds of what it serves. It ends with 1 where the server ends, tears a file, or goes on growing. `npm run
 * bench:guests`, or `-- --requests 10000`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildCrowdFolder, letIn } from '../support/crowd.ts'
import { PROGRAM } from '../support/program.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } })
const ROUNDS = 10
/** After the first round the memory may go up and down by so much, in MB. */
const FLAT = 60

const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
const root = join(folder, 'talk')
await buildCrowdFolder(root, 0)
const child = spawn(process.execPath, [PROGRAM, 'present', root, '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] })
const [line] = await once(child.stdout, 'data') as [Uint8Array]
const port = Number(/:(\d+)\//.exec(String(line))![1])
const memory: number[] = []
let torn = 0
for (let round = 0; round < ROUNDS; round++) {
  const requests = Math.ceil(Number(values.requests) / ROUNDS)
  const before = performance.now()
  const seed = Number(values.seed) + round
  const seen = await letIn(port, root, { requests, atOnce: 200, readers: 20, slow: 200, seed })
  torn += seen.torn
  memory.push(megabytesOf(child.pid!))
  const seconds = ((performance.now() - before) / 1000).toFixed(0)
  console.log(`${requests} requests in ${seconds} s: ${JSON.stringify(seen)}, ${memory.at(-1)} MB`)
}
const isRunning = child.exitCode === null
child.kill('SIGTERM')
const [code] = isRunning ? await once(child, 'exit') as [number | null] : [child.exitCode]
await rm(folder, { recursive: true })
const later = memory.slice(1)
const growth = Math.max(...later) - Math.min(...later)
console.log(`still serving: ${isRunning}; ended with ${code}; torn files: ${torn}; memory from the second round on: ${Math.min(...later)} to ${Math.max(...later)} MB`)
process.exitCode = isRunning && code === 0 && torn === 0 && growth < FLAT ? 0 : 1

/** Resident memory, as Linux counts it; nought elsewhere. */
function megabytesOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
  }
  catch {
    return 0
  }
}
