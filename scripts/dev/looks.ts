import type { Wording } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { ShowDeck, ShownDeck } from './shown.ts'
import { LongWay } from '../build/shell/long-way.ts'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { detailOf } from './fault.ts'
import { deckShower } from './shown.ts'

/** A deck as it is now. */
export interface Looked {
  /** Its page on the shell, as it was before where something is wrong with the deck now. */
  shown?: ShownDeck
  /** What is wrong with it. */
  fault?: Wording
  /** Why Slidev's own server shows it, where it does. */
  reason?: Wording
}

/** Decks as they are, each looked at once until it may have changed. */
export interface Looks {
  /** A deck as it is now, by its file's name. */
  look: (file: string) => Promise<Looked>
  /** A deck may have changed; all of them where none is named. */
  forget: (file?: string) => void
  /** The pages that browsers may be on, the newest of each deck first. */
  all: () => ShownDeck[]
  /** Resolves when no deck is being looked at. */
  settled: () => Promise<void>
}

/** So many of a deck's pages are kept beside the last: a browser may still ask for what it was told of before. */
const KEPT = 3

/**
 * Keeps decks as they are.
 *
 * @param set the decks
 * @param found hears of each page that is made
 * @returns the decks; none is looked at
 */
export function keepLooks(set: DeckSet, found: (shown: ShownDeck) => void): Looks {
  const show = deckShower(set)
  const known = new Map<string, Promise<Looked>>()
  const current = new Set<Promise<Looked>>()
  const before = new Map<string, Looked>()
  const kept = new Map<string, ShownDeck[]>()

  async function lookAnew(file: string): Promise<Looked> {
    const looked = await lookAt(show, file, before.get(file))
    const shown = looked.shown && keep(file, looked.shown)
    const now = { ...looked, ...(shown && { shown }) }
    before.set(file, now)
    return now
  }

  /** A picture is in memory once, however many of the kept pages show it: its name says what is in it. */
  function keep(file: string, fresh: ShownDeck): ShownDeck {
    const pages = kept.get(file) ?? []
    const assets = new Map(pages.flatMap(page => page.assets).map(asset => [asset.name, asset]))
    const shown = { ...fresh, assets: fresh.assets.map(asset => assets.get(asset.name) ?? asset) }
    const others = pages.filter(({ state }) => state.module !== shown.state.module)
    kept.set(file, [shown, ...others.slice(0, KEPT)])
    found(shown)
    return shown
  }

  return {
    look(file) {
      const looking = known.get(file) ?? lookAnew(file)
      known.set(file, looking)
      current.add(looking)
      void looking.finally(() => current.delete(looking))
      return looking
    },
    forget: file => file === undefined ? known.clear() : known.delete(file),
    all: () => [...kept.values()].flat(),
    async settled() {
      await Promise.all(current)
    },
  }
}

/** What is wrong with a deck does not take from its page what that shows. */
async function lookAt(show: ShowDeck, file: string, before?: Looked): Promise<Looked> {
  try {
    return { shown: await show(file) }
  }
  catch (error) {
    const failure = error instanceof LongWay ? error.fault : error
    return failure instanceof Failure ? { ...before, fault: failure.wording } : { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): Wording {
  if (error instanceof LongWay)
    return error.wording
  return wording('dev-way-failed', { detail: detailOf(error) })
}
