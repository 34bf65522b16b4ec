import type { Server } from 'node:http'
import type { Voice, Wording } from '../messages/model.ts'
import type { DeckServer } from './deck-server.ts'
import type { DeckSet } from './decks.ts'
import { join } from 'node:path'
import { wording } from '../messages/wording.ts'
import { useCache } from './cache.ts'
import { addressOf, deckAt, listDecks } from './decks.ts'
import { faultOf } from './fault.ts'
import { onceEach } from './told-once.ts'

/** Slidev's servers of decks, by the decks' part of the address. */
export interface DeckServers {
  /** A deck's server, started where it is not; none where there is no such deck. */
  find: (address: string) => Promise<DeckServer | undefined>
  /** A deck's server where it was started before. */
  running: (address: string) => Promise<DeckServer> | undefined
  /** Whether a deck's server can answer now. */
  isReady: (address: string) => boolean
  /** Ends the servers of decks that are not there any more. */
  forget: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Keeps Slidev's servers of decks: each starts when it is first asked for, starts anew when it must, and ends with its
 * deck. Slidev and Vite are loaded with the first.
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
  const tellOnce = onceEach(voice)

  async function find(address: string): Promise<DeckServer | undefined> {
    const file = await deckAt(set, address)
    return file === undefined || isOver ? undefined : await (running.get(address) ?? start(address, file))
  }

  function start(address: string, file: string): Promise<DeckServer> {
    const path = join(set.folder, file)
    const restart = (what: Wording | string): void => {
      if (running.get(address) !== starting)
        return
      voice.tell(wording('dev-restart', { path, what }))
      void stop(address).then(() => find(address)).catch(() => {})
    }
    const starting = last.then(async () => {
      const { startDeck } = await import('./deck-server.ts')
      await useCache(set.folder)
      return startDeck(set, file, { http, restart, gone: () => void forget(), voice })
    })
    running.set(address, starting)
    last = starting.then(() => {
      tellOnce(address)
      return running.get(address) === starting && ready.add(address)
    }, (error) => {
      if (running.get(address) === starting)
        running.delete(address)
      tellOnce(address, faultOf(path, error))
    })
    return starting
  }

  async function stop(address: string): Promise<void> {
    const server = running.get(address)
    running.delete(address)
    ready.delete(address)
    await (await server?.catch(() => undefined))?.vite.close()
  }

  async function forget(): Promise<void> {
    const there = (await listDecks(set)).map(addressOf)
    const gone = [...running].filter(([address]) => !there.includes(address))
    await Promise.all(gone.map(async ([address, server]) => {
      // Its page loads again, and is led to the first deck.
      (await server.catch(() => undefined))?.vite.ws.send({ type: 'full-reload' })
      await stop(address)
    }))
  }

  async function close(): Promise<void> {
    isOver = true
    await Promise.all(Array.from(running.keys(), stop))
  }

  return { find, running: address => running.get(address), isReady: address => ready.has(address), forget, close }
}
