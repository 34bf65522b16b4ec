import type { Server } from 'node:http'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckServer } from './deck-server.ts'
import type { DeckSet } from './decks.ts'
import { join } from 'node:path'
import { wording } from '../messages/wording.ts'
import { faultOf, startDeck } from './deck-server.ts'
import { addressOf, listDecks } from './decks.ts'

/** The servers of decks, by the decks' part of the address. */
export interface DeckServers {
  /** A deck's server, started where it is not; none where there is no such deck. */
  find: (name: string) => Promise<DeckServer | undefined>
  /** Whether a deck's server can answer now. */
  isReady: (name: string) => boolean
  /** Starts the server of the deck that follows one, before it is asked for. */
  prepareNext: (name: string) => Promise<void>
  /** Ends the servers of decks that are not there any more. */
  forget: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Keeps Slidev's servers of decks: each starts when it is first asked for, starts anew when it must, and ends with its deck.
 *
 * @param set the decks
 * @param http the server that browsers come to
 * @param voice says what happens to a deck's server
 * @returns the servers; none is started
 */
export function keepServers(set: DeckSet, http: Server, voice: Voice): DeckServers {
  const running = new Map<string, Promise<DeckServer>>()
  const ready = new Set<string>()
  let isOver = false
  /** Starts follow each other: together they would take longer, and bundle the same packages twice. */
  let last: Promise<unknown> = Promise.resolve()

  /** Of each deck what was told of it last: a page that shows a fault asks again each second. */
  const told = new Map<string, string>()
  function tellOnce(name: string, fault: Wording): void {
    const words = voice.say(fault)
    if (told.get(name) !== words)
      voice.tell(fault)
    told.set(name, words)
  }

  async function find(name: string): Promise<DeckServer | undefined> {
    const file = (await listDecks(set)).find(one => addressOf(one) === name)
    return file === undefined || isOver ? undefined : await (running.get(name) ?? start(name, file))
  }

  function start(name: string, file: string): Promise<DeckServer> {
    const path = join(set.folder, file)
    const starting = last.then(() => startDeck(set, file, {
      http,
      restart(what) {
        if (running.get(name) !== starting)
          return
        voice.tell(wording('dev-restart', { path, what }))
        void stop(name).then(() => find(name)).catch(() => {})
      },
      gone: () => void forget(),
      voice,
    }))
    running.set(name, starting)
    last = starting.then(() => {
      told.delete(name)
      return running.get(name) === starting && ready.add(name)
    }, (error) => {
      if (running.get(name) === starting)
        running.delete(name)
      tellOnce(name, faultOf(path, error))
    })
    return starting
  }

  async function stop(name: string): Promise<void> {
    const server = running.get(name)
    running.delete(name)
    ready.delete(name)
    await (await server?.catch(() => undefined))?.vite.close()
  }

  async function forget(): Promise<void> {
    const there = (await listDecks(set)).map(addressOf)
    await Promise.all([...running].filter(([name]) => !there.includes(name)).map(async ([name, server]) => {
      // Its page loads again, and is led to the first deck.
      (await server.catch(() => undefined))?.vite.ws.send({ type: 'full-reload' })
      await stop(name)
    }))
  }

  async function prepareNext(name: string): Promise<void> {
    const names = (await listDecks(set)).map(addressOf)
    const next = names[names.indexOf(name) + 1]
    if (next !== undefined && !running.has(next))
      await (await find(next))?.warmUp()
  }

  return { find, isReady: name => ready.has(name), prepareNext, forget, async close() {
    isOver = true
    await Promise.all(Array.from(running.keys(), stop))
  } }
}
