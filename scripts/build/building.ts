import type { Browser } from 'playwright-core'
import type { Wording } from '../messages/model.ts'
import type { LoadedDeck } from './decks.ts'
import type { PageMaking } from './make-pages.ts'
import type { Plan } from './plan.ts'
import type { StartFacts } from './start-page.ts'

/** How an article is built. */
export interface BuildOptions {
  /** Waits for a Chromium, which starts meanwhile; without one, nothing is printed. */
  browser: () => Promise<Browser | undefined>
  /** The date that printed files have. */
  date: Date
  /** The environment, for what is kept. */
  env: NodeJS.ProcessEnv
  /** Hears what goes on. */
  onProgress: (now: Wording) => void
  /** How long a deck may take to be printed, in seconds. */
  timeout?: number | undefined
}

/** An article on its way to its results. */
export interface Building extends Omit<BuildOptions, 'browser'> {
  browser: Browser | undefined
  plan: Plan
  /** The results that are made. */
  made: string[]
  decks: LoadedDeck[]
  making: PageMaking
  start: StartFacts
  /** The folder to write to. */
  out: string
}
