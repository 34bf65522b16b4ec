/**
 * How the time for an article grows with it, over texts that repeat or nest every mark that a reader knows: reading,
 * planning, writing, and the second reading that looks for lost words. Run it with `npm run bench:shapes`, with a part
 * of a shape's name or ending to try those alone, or with `--all` to see the quick ones as well. `--random 100 --seed
 * 7` puts so many shapes together by chance; `--from 8 --to 64 --step 8` are the sizes in thousands of bytes, each so
 * many times the one before.
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
import fc from 'fast-check'
import { openArticle } from '../../scripts/article/open.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { settingsOf } from '../../scripts/deck/settings.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { findLosses } from '../../scripts/witness/witness.ts'
import { packed } from '../support/docx-shapes.ts'
import { randomShapes } from '../support/random-shapes.ts'
import { SHAPES } from '../support/shapes.ts'

/** What came of an article, and the processor's time in seconds. */
interface Result { seconds: number, said?: string }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    from: { type: 'string', default: '16' },
    to: { type: 'string', default: '1024' },
    step: { type: 'string', default: '2' },
    random: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
/** Sizes in thousands of bytes. */
const [FROM, TO, STEP] = [Number(values.from), Number(values.to), Number(values.step)]
/** The time may grow by so much with each size: 2.3 times where the text is twice as long. */
const MOST = 2.3 ** Math.log2(STEP)
/** More seconds than this are too many for any size; no larger one is tried. */
const LONGEST = 20
/** Shorter times are noise, and their ratio says nothing. */
const SHORTEST = 0.3

/** In a process of its own, so that what does not end can be ended. */
function answer(): void {
  process.on('message', async ({ ending, text }: { ending: string, text: string }) => {
    const before = process.cpuUsage()
    const value = ending === '.docx' ? await packed(text) : text
    const said = await wholeWay(`article${ending}`, value).then(() => undefined, (error: Error) => error.message)
    const { user, system } = process.cpuUsage(before)
    process.send!({ seconds: (user + system) / 1e6, said })
  })
}

async function wholeWay(path: string, value: string | Uint8Array): Promise<void> {
  const { file, encoding } = await openArticle(path, value)
  const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, ...settingsOf(file), theme: 'study' })
  const bytes = Buffer.from(value as string)
  const slides = decks.flatMap(({ markdown }) => readDeck(markdown))
  await findLosses({ path, bytes, encoding, leftOut: file.data.leftOut ?? [] }, slides)
}

async function measure(): Promise<void> {
  console.log('| shape | at each size: seconds (ratio) | |\n| --- | --- | --- |')
  const sampling = { seed: Number(values.seed), numRuns: Number(values.random) }
  const shapes = values.random ? fc.sample(randomShapes, sampling) : SHAPES
  const wanted = shapes.filter(({ name, ending }) => positionals.every(part => name.includes(part) || ending === part))
  const program = new Program()
  let slow = 0
  for (const shape of wanted) {
    const { row, isSlow } = await grown(shape, program)
    slow += isSlow ? 1 : 0
    if (isSlow || values.all)
      console.log(row)
  }
  console.log(`${slow} of ${wanted.length} shapes grow by more than 2.3 with each doubling, or take more than ${LONGEST} s`)
  program.end()
}

async function grown({ name, ending, of }: Shape, program: Program): Promise<{ row: string, isSlow: boolean }> {
  const each = Buffer.byteLength(of(1000)) / 1000
  const cells: string[] = []
  let last = 0
  let isSlow = false
  let note = ''
  for (let size = FROM; size <= TO; size *= STEP) {
    const { seconds, said } = await program.run(ending, of(Math.ceil(size * 1000 / each)))
    const ratio = seconds / last
    isSlow ||= seconds > LONGEST || (last > SHORTEST && ratio > MOST)
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
    const waited = setTimeout((LONGEST + 5) * 1000 * 1.5, undefined, { signal: late.signal }).catch(() => undefined)
    const result = await Promise.race([this.ask(ending, text), waited])
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
