/**
 * How the time for an article grows with it, over texts that repeat or nest every mark that a reader knows. Run it with `npm run bench:shapes`, with
 * a part of a shape's name or ending to try those alone, or with `--all` to see the quick ones as well.
 */
import type { ChildProcess } from 'node:child_process'
import type { Shape } from '../support/shapes.ts'
import { Buffer } from 'node:buffer'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from '../../scripts/generate.ts'
import { SHAPES } from '../support/shapes.ts'

/** What came of an article, and the processor's time in seconds. */
interface Result { seconds: number, said?: string }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' }, from: { type: 'string', default: '16' }, to: { type: 'string', default: '1024' } } })
/** Sizes in thousands of bytes. */
const [FROM, TO] = [Number(values.from), Number(values.to)]
/** More seconds than this are too many for any size; no larger one is tried. */
const LONGEST = 20
/** Shorter times are noise, and their ratio says nothing. */
const SHORTEST = 0.3

/** In a process of its own, so that what does not end can be ended. */
function answer(): void {
  process.on('message', async ({ ending, text }: { ending: string, text: string }) => {
    const before = process.cpuUsage()
    const said = await generate({ path: `article${ending}`, value: text }).then(() => undefined, (error: Error) => error.message)
    const { user, system } = process.cpuUsage(before)
    process.send!({ seconds: (user + system) / 1e6, said })
  })
}

async function measure(): Promise<void> {
  console.log('| shape | at each size: seconds (ratio) | |\n| --- | --- | --- |')
  const wanted = SHAPES.filter(({ name, ending }) => positionals.every(part => name.includes(part) || ending === part))
  const program = new Program()
  let slow = 0
  for (const shape of wanted) {
    const { row, isSlow } = await grown(shape, program)
    slow += isSlow ? 1 : 0
    if (isSlow || values.all)
      console.log(row)
  }
  console.log(`${slow} of ${wanted.length} shapes grow by more than 2.3 a doubling, or take more than ${LONGEST} s`)
  program.end()
}

async function grown({ name, ending, of }: Shape, program: Program): Promise<{ row: string, isSlow: boolean }> {
  const each = Buffer.byteLength(of(1000)) / 1000
  const cells: string[] = []
  let last = 0
  let isSlow = false
  let note = ''
  for (let size = FROM; size <= TO; size *= 2) {
    const { seconds, said } = await program.run(ending, of(Math.ceil(size * 1000 / each)))
    const ratio = seconds / last
    isSlow ||= seconds > LONGEST || (last > SHORTEST && ratio > 2.3)
    cells.push(`${size} KB ${seconds.toFixed(1)}${last > SHORTEST ? ` (${ratio.toFixed(1)})` : ''}`)
    last = seconds
    note = said ?? ''
    if (seconds > LONGEST)
      break
  }
  return { row: `| \`${name}\` ${ending} | ${cells.join(', ')} | ${note.slice(0, 60)} |`, isSlow }
}

class Program {
  private child?: ChildProcess

  async run(ending: string, text: string): Promise<Result> {
    if (!this.child) {
      this.child = fork(fileURLToPath(import.meta.url))
      await this.ask('.txt', '渡口的灯。')
    }
    const late = new AbortController()
    const result = await Promise.race([this.ask(ending, text), setTimeout((LONGEST + 5) * 1000 * 1.5, undefined, { signal: late.signal }).catch(() => undefined)])
    late.abort()
    if (result)
      return result
    this.end()
    return { seconds: Number.POSITIVE_INFINITY, said: 'not ended' }
  }

  end(): void {
    this.child?.kill('SIGKILL')
    delete this.child
  }

  private async ask(ending: string, text: string): Promise<Result> {
    this.child!.send({ ending, text })
    const [result] = await once(this.child!, 'message') as [Result]
    return result
  }
}

if (process.send)
  answer()
else
  await measure()
