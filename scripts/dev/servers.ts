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

/** What is known of the servers. */
interface State {
  set: DeckSet
  http: Server
  voice: Voice
  tellOnce: (address: string, fault?: Wording) => void
  running: Map<string, Promise<DeckServer>>
  ready: Set<string>
  /** Starts follow each other: together they would take longer, and bundle the same packages twice. */
  last: Promise<unknown>
  isOver: boolean
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
  const about = { set, http, voice, tellOnce: onceEach(voice) }
  const state: State = { ...about, running, ready, last: Promise.resolve(), isOver: false }
  return {
    find: address => find(state, address),
    running: address => running.get(address),
    isReady: address => ready.has(address),
    forget: () => forget(state),
    async close() {
      state.isOver = true
      await Promise.all(Array.from(running.keys(), address => stop(state, address)))
    },
  }
}

async function find(state: State, address: string): Promise<DeckServer | undefined> {
  const file = await deckAt(state.set, address)
  if (file === undefined || state.isOver)
    return undefined
  return await (state.running.get(address) ?? start(state, address, file))
}

function start(state: State, address: string, file: string): Promise<DeckServer> {
  const { set, http, voice, tellOnce, running, ready } = state
  const path = join(set.folder, file)
  const isLast = (): boolean => running.get(address) === starting
  const restart = (what: Wording | string): void => {
    if (!isLast())
      return
    voice.tell(wording('dev-restart', { path, what }))
    void stop(state, address).then(() => find(state, address)).catch(() => {})
  }
  const starting = state.last.then(async () => {
    const { startDeck } = await import('./deck-server.ts')
    await useCache(set.folder)
    return startDeck(set, file, { http, restart, gone: () => void forget(state), voice })
  })
  running.set(address, starting)
  state.last = starting.then(() => {
    tellOnce(address)
    if (isLast())
      ready.add(address)
  }, (error) => {
    if (isLast())
      running.delete(address)
    tellOnce(address, faultOf(path, error))
  })
  return starting
}

async function stop({ running, ready }: State, address: string): Promise<void> {
  const server = running.get(address)
  running.delete(address)
  ready.delete(address)
  await (await server?.catch(() => undefined))?.vite.close()
}

async function forget(state: State): Promise<void> {
  const there = (await listDecks(state.set)).map(addressOf)
  const gone = [...state.running].filter(([address]) => !there.includes(address))
  await Promise.all(gone.map(async ([address, server]) => {
    // Its page loads again, and is led to the first deck.
    (await server.catch(() => undefined))?.vite.ws.send({ type: 'full-reload' })
    await stop(state, address)
  }))
}
