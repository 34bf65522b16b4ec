import type { DeckFile } from '../build/shell/deck.ts'
import type { LiveState } from '../build/shell/live.ts'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { ShownDeck } from './shown.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LongWay } from '../build/shell/long-way.ts'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { listDecks } from './decks.ts'
import { keepListeners } from './listeners.ts'
import { showDeck } from './shown.ts'
import { onceEach } from './told-once.ts'
import { takeTurns } from './turns.ts'
import { watchFolders } from './watch-folders.ts'

/** A deck as it is now. */
export interface Looked {
  /** Its page on the shell, as it was before where something is wrong with the deck now. */
  shown?: ShownDeck
  /** What is wrong with it. */
  fault?: Wording
  /** Why Slidev's own server shows it, where it does. */
  reason?: Wording | string
}

/** The pages of decks that are shown on the shell. */
export interface DeckPages {
  /** A deck as it is now: its file's name → what there is to show. */
  look: (file: string) => Promise<Looked>
  /** A file of a page's own, by its name. */
  asset: (name: string) => DeckFile | undefined
  /** The folders of the shells that pages are on. */
  shells: () => string[]
  /** Tells of a deck's changes, the deck as it is first. */
  listen: ReturnType<typeof keepListeners>['add']
  close: () => void
}

/** So many of a deck's pages are kept beside the last. */
const KEPT = 3
/** A file that is being saved may be away, or half of it, for so long, in milliseconds. */
const PATIENCE = 150

/**
 * Keeps the pages of decks as the decks' files are, and tells those who show one when it changes.
 *
 * @param set the decks
 * @param voice says what is wrong with a deck
 * @returns the pages; none is made
 */
export function keepPages(set: DeckSet, voice: Voice): DeckPages {
  const known = new Map<string, Promise<Looked>>()
  const before = new Map<string, Looked>()
  const kept = new Map<string, ShownDeck[]>()
  const tellOnce = onceEach(voice)
  const listeners = keepListeners()
  const turns = takeTurns(refresh)
  const watching = watchFolders(filesOf, () => {
    known.clear()
    turns.ask()
  })
  watching.add(set.folder)

  function look(file: string): Promise<Looked> {
    const found = known.get(file) ?? lookAnew(set, file, before.get(file)).then((looked) => {
      before.set(file, looked)
      keep(file, looked)
      return looked
    })
    known.set(file, found)
    return found
  }

  function keep(file: string, { shown }: Looked): void {
    if (!shown)
      return
    // A page may still ask for what it was told of just before.
    const others = (kept.get(file) ?? []).filter(({ state }) => state.module !== shown.state.module)
    kept.set(file, [shown, ...others.slice(0, KEPT)])
    shown.files.forEach(path => watching.add(dirname(path)))
  }

  function all(): ShownDeck[] {
    return [...kept.values()].flat()
  }

  async function filesOf(): Promise<string[]> {
    const decks = (await listDecks(set)).map(name => join(set.folder, name))
    return [...new Set([...decks, ...all().flatMap(({ files }) => files)])]
  }

  async function refresh(): Promise<void> {
    for (const file of listeners.files())
      listeners.tell(file, await stateOf(file))
  }

  /** What a page of a deck is told; one that is gone is to be asked for again. */
  async function stateOf(file: string): Promise<LiveState> {
    if (await isWrong(file)) {
      await new Promise(resolve => setTimeout(resolve, PATIENCE))
      known.delete(file)
    }
    if (!existsSync(join(set.folder, file)))
      return {}
    const { shown, fault, reason } = await lookAndTell(file)
    if (fault)
      return { ...shown?.state, fault: voice.say(wording('dev-shown-before', { fault })) }
    return reason === undefined && shown ? shown.state : {}
  }

  async function isWrong(file: string): Promise<boolean> {
    return !existsSync(join(set.folder, file)) || (await look(file)).fault !== undefined
  }

  async function lookAndTell(file: string): Promise<Looked> {
    const looked = await look(file)
    tellOnce(file, wordsOn(join(set.folder, file), looked))
    return looked
  }

  return {
    look: lookAndTell,
    asset: name => all().flatMap(({ assets }) => assets).find(asset => asset.name === name),
    shells: () => [...new Set(all().map(({ shell }) => shell))],
    listen: (file, response) => {
      listeners.add(file, response)
      turns.ask()
    },
    close() {
      watching.end()
      listeners.close()
    },
  }
}

/** Looks at a deck's file. What is wrong with it does not take from the page what it shows. */
async function lookAnew(set: DeckSet, file: string, before?: Looked): Promise<Looked> {
  try {
    return { shown: await showDeck(set, file) }
  }
  catch (error) {
    const failure = error instanceof LongWay ? error.fault : error
    return failure instanceof Failure ? { ...before, fault: failure.wording } : { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): Wording | string {
  if (error instanceof LongWay)
    return error.wording
  return error instanceof Error ? error.message : String(error)
}

/** What there is to say of a deck in the terminal. What is wrong with one that Slidev shows is said by its server. */
function wordsOn(path: string, { shown, fault, reason }: Looked): Wording | undefined {
  if (reason !== undefined)
    return wording('dev-long-way', { path, reason })
  return fault && shown ? wording('dev-shown-before', { fault }) : fault
}
