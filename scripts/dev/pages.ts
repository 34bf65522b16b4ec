import type { ServerResponse } from 'node:http'
import type { LiveState } from '../build/shell/live.ts'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { Listeners } from './listeners.ts'
import type { Looked, Looks } from './looks.ts'
import type { ShownDeck } from './shown.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { wording } from '../messages/wording.ts'
import { listDecks } from './decks.ts'
import { keepListeners } from './listeners.ts'
import { keepLooks } from './looks.ts'
import { onceEach } from './told-once.ts'
import { takeTurns } from './turns.ts'
import { watchFolders } from './watch-folders.ts'

/** The pages of decks that are shown on the shell. */
export interface DeckPages {
  /** A deck as it is now, by its file's name. */
  look: (file: string) => Promise<Looked>
  /** The pages that browsers may be on. */
  all: () => ShownDeck[]
  /** Tells of a deck's changes, the deck as it is first. */
  listen: (file: string, response: ServerResponse) => void
  /** Ends the watch; resolves when no deck is being made any more. */
  close: () => Promise<void>
}

/** Saving changes a file several times: it is read when it has stayed as it is for so long, in milliseconds. */
const SETTLED = 15
/** A file that is being saved may be away, or half of it, for so long, in milliseconds. */
const PATIENCE = 150

/** What tells browsers of decks. */
interface Telling {
  set: DeckSet
  voice: Voice
  looks: Looks
  listeners: Listeners
  tellOnce: (file: string, words?: Wording) => void
}

/**
 * Keeps the pages of decks as the decks' files are, and tells those who show one when it changes.
 *
 * @param set the decks
 * @param voice says what is wrong with a deck
 * @returns the pages; none is made
 */
export function keepPages(set: DeckSet, voice: Voice): DeckPages {
  const listeners = keepListeners()
  const looks = keepLooks(set, ({ files }) => files.forEach(path => watching.add(dirname(path))))
  const telling = { set, voice, looks, listeners, tellOnce: onceEach(voice) }
  const turns = takeTurns(() => tellAll(telling))
  const watching = watchFolders(() => filesOf(telling), () => {
    looks.forget()
    turns.ask()
  }, SETTLED)
  watching.add(set.folder)
  return {
    look: file => lookAndTell(telling, file),
    all: looks.all,
    listen(file, response) {
      listeners.add(file, response)
      turns.ask()
    },
    async close() {
      watching.end()
      listeners.close()
      await turns.end()
      await looks.settled()
    },
  }
}

/** The decks, and what their slides show. */
async function filesOf({ set, looks }: Telling): Promise<string[]> {
  const decks = (await listDecks(set)).map(name => join(set.folder, name))
  return [...new Set([...decks, ...looks.all().flatMap(({ files }) => files)])]
}

async function tellAll(telling: Telling): Promise<void> {
  for (const file of telling.listeners.files())
    telling.listeners.tell(file, await stateOf(telling, file))
}

/** What a page of a deck is told; one that is gone is to be asked for again. */
async function stateOf(telling: Telling, file: string): Promise<LiveState> {
  const { set, voice, looks } = telling
  const isThere = (): boolean => existsSync(join(set.folder, file))
  const isDoubtful = async (): Promise<boolean> => {
    const { fault, reason } = await looks.look(file)
    return fault !== undefined || reason !== undefined
  }
  if (!isThere() || await isDoubtful()) {
    await new Promise(resolve => setTimeout(resolve, PATIENCE))
    looks.forget(file)
  }
  if (!isThere())
    return {}
  const { shown, fault, reason } = await lookAndTell(telling, file)
  if (fault)
    return { ...shown?.state, fault: voice.say(wording('dev-shown-before', { fault })) }
  return reason === undefined && shown ? shown.state : {}
}

async function lookAndTell({ set, looks, tellOnce }: Telling, file: string): Promise<Looked> {
  const looked = await looks.look(file)
  tellOnce(file, wordsOn(join(set.folder, file), looked))
  return looked
}

/** What there is to say of a deck in the terminal. What is wrong with one that Slidev shows is said by its server. */
function wordsOn(path: string, { shown, fault, reason }: Looked): Wording | undefined {
  if (reason !== undefined)
    return wording('dev-long-way', { path, reason })
  return fault && shown ? wording('dev-shown-before', { fault }) : fault
}
