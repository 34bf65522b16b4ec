import type { Console, Progress } from './commands/console.ts'
import process from 'node:process'
import yoctoSpinner from 'yocto-spinner'
import { faultOf, tell } from './commands/console.ts'
import { harmless } from './commands/harmless.ts'
import { languageOf, takeLanguage } from './messages/language.ts'
import { wording } from './messages/wording.ts'

/** What a command line finds around it. */
export interface Surroundings {
  terminal: Console
  /** The folder that relative paths are relative to. */
  cwd: string
  env: NodeJS.ProcessEnv
}

/** Resolves on Ctrl-C, when the process is told to end, or when its terminal is closed. */
export function interrupted(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  return new Promise((resolve) => {
    const stop = (): void => {
      // A deck's own code may never come to an end; what is left is removed as the process exits.
      setTimeout(() => process.exit(), LAST_MOMENTS).unref()
      resolve()
    }
    signals.forEach(signal => process.once(signal, stop))
  })
}

/** A server has so long to end in, in milliseconds. */
const LAST_MOMENTS = 1500

/**
 * Does what Ctrl-C, or being told to end, ends at once: as the process exits, what was begun is removed, and browsers
 * end with it.
 *
 * @param terminal hears of it
 * @param action what is done
 */
export async function endedBySignals(terminal: Console, action: () => Promise<void>): Promise<void> {
  const handlers = ([['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]] as const).map(([signal, number]) => {
    const handler = (): void => {
      spinner?.stop()
      tell(wording('interrupted'), terminal)
      process.exit(128 + number)
    }
    process.once(signal, handler)
    return { signal, handler }
  })
  try {
    await action()
  }
  finally {
    handlers.forEach(({ signal, handler }) => process.off(signal, handler))
  }
}

/** Says what went wrong where nobody waits for it, as in a callback of a library's: Node would print its stack. */
function endOnFaults(terminal: Console): void {
  process.on('uncaughtException', (error) => {
    spinner?.stop()
    tell(faultOf(error), terminal)
    process.exit(1)
  })
}

/** Goes on where nobody reads what is said any more, as after `| head`: what was begun is done all the same. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE')
        throw error
    })
  }
}

let spinner: ReturnType<typeof yoctoSpinner> | undefined

/** The process itself: its two streams, its folder, its environment. */
export function ownSurroundings(): Surroundings {
  const terminal: Console = {
    log: line => process.stdout.write(`${line}\n`),
    error: line => process.stderr.write(`${line}\n`),
    // Node reads NO_COLOR and FORCE_COLOR for a terminal; a pager is none, but may be told to have colours.
    isColoured: process.stdout.hasColors?.() ?? /^[1-3]$/.test(process.env.FORCE_COLOR ?? ''),
    progress: (text): Progress => {
      if (!process.stderr.isTTY)
        return { update: () => {}, done: () => {} }
      const own = spinner = yoctoSpinner({ text, stream: process.stderr }).start()
      return { update: (next) => { own.text = next }, done: () => own.stop() }
    },
  }
  outliveReaders()
  const { asked } = takeLanguage(process.argv.slice(2))
  endOnFaults({ ...harmless(terminal), language: languageOf(process.env, asked) })
  return { terminal, cwd: process.cwd(), env: process.env }
}
