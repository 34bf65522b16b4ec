import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DeckServer } from './deck-server.ts'
import type { DeckSet } from './decks.ts'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { isFromHere, THIS_MACHINE, urlOf } from '../build/network.ts'
import { asAtRoot } from './client.ts'
import { startDeck } from './deck-server.ts'
import { addressOf, listDecks, titlesOf } from './decks.ts'

/** One address for all decks. */
export interface Front {
  /** http://127.0.0.1:PORT/ */
  url: string
  port: number
  /** Ends the servers of decks that are not there any more. */
  forget: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Serves decks to this machine alone: at `/` the first, each in a folder of its own. Slidev's server of a deck starts when the deck is first asked for,
 * the first one's at once, the next one's while a deck is looked at.
 *
 * @param set the decks
 * @param port the port; the next one that is free where it is in use
 * @param tell says what happens to a deck's server
 * @returns the server, listening
 * @throws what Node throws where no port can be listened on
 */
export async function serveDecks(set: DeckSet, port: number, tell: (message: string) => void): Promise<Front> {
  const http = createServer((request, response) => void answer(request, response).catch(error => refuse(response, 500, reasonOf(error))))
  // Each deck's server hears those who ask to be told of changes.
  http.setMaxListeners(0)
  http.on('upgrade', (request, socket) => {
    const name = nameOf(request.url)
    if (!isOwn(request) || !running.has(name))
      socket.destroy()
    // A page from before a new start asks again in a moment.
    if (isOwn(request) && !running.has(name))
      void find(name).catch(() => {})
  })

  const running = new Map<string, Promise<DeckServer>>()
  let isOver = false
  /** Starts follow each other: together they would take longer, and bundle the same packages twice. */
  let last: Promise<unknown> = Promise.resolve()

  async function find(name: string): Promise<DeckServer | undefined> {
    const file = (await listDecks(set)).find(one => addressOf(one) === name)
    return file === undefined || isOver ? undefined : await (running.get(name) ?? start(file))
  }

  function start(file: string): Promise<DeckServer> {
    const name = addressOf(file)
    const path = join(set.folder, file)
    const starting = last.then(() => startDeck(set, file, {
      http,
      restart: (what) => {
        tell(`${path}: ${what} changed, so the deck's server starts anew.`)
        void stop(name).then(() => find(name)).catch(() => {})
      },
      gone: () => void forget(),
      tell,
    }))
    running.set(name, starting)
    last = starting.catch((error) => {
      running.delete(name)
      tell(`${path}: this deck cannot be shown, ${reasonOf(error)}.`)
    })
    return starting
  }

  async function stop(name: string): Promise<void> {
    const server = running.get(name)
    running.delete(name)
    await (await server?.catch(() => undefined))?.vite.close()
  }

  /** The page of a deck that is gone loads again: it is led to the first. */
  async function forget(): Promise<void> {
    const there = (await listDecks(set)).map(addressOf)
    await Promise.all([...running].filter(([name]) => !there.includes(name)).map(async ([name, server]) => {
      (await server.catch(() => undefined))?.vite.ws.send({ type: 'full-reload' })
      await stop(name)
    }))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request))
      return refuse(response, 403, 'Only pages of this server may ask for this.')
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/decks.json')
      return send(response, 200, 'application/json', JSON.stringify(await titlesOf(set)))
    const name = nameOf(pathname)
    const server = await find(name)
    if (!server)
      return pathname === '/' || request.headers.accept?.includes('text/html') ? lead(response, `/${addressOf(await firstDeck(set))}/`) : refuse(response, 404, 'Not found')
    if (pathname === `/${name}`)
      return lead(response, server.base)
    request.url = asAtRoot(request.url!, server.base)
    server.vite.middlewares(request, response, () => refuse(response, 404, 'Not found'))
    if (pathname === server.base)
      void server.vite.waitForRequestsIdle().then(() => prepareNext(name)).catch(() => {})
  }

  /** The deck after one that is looked at. */
  async function prepareNext(name: string): Promise<void> {
    const names = (await listDecks(set)).map(addressOf)
    const next = names[names.indexOf(name) + 1]
    if (next !== undefined && !running.has(next))
      await (await find(next))?.warmUp()
  }

  const free = await listen(port)
  void find(addressOf(set.first)).then(server => server?.warmUp()).catch(() => {})
  return { url: urlOf(THIS_MACHINE, free), port: free, forget, async close() {
    isOver = true
    const closed = new Promise(resolve => http.close(resolve))
    await Promise.all(Array.from(running.keys(), stop))
    http.closeAllConnections()
    await closed
  } }

  function listen(at: number): Promise<number> {
    return new Promise((resolve, reject) => {
      http.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(listen(at + 1)) : reject(error))
      http.listen(at, THIS_MACHINE, () => {
        http.removeAllListeners('error')
        resolve((http.address() as AddressInfo).port)
      })
    })
  }
}

async function firstDeck(set: DeckSet): Promise<string> {
  const names = await listDecks(set)
  return names.includes(set.first) ? set.first : names[0] ?? set.first
}

/** The deck that an address is in: 01 of /01/#/3. */
function nameOf(url = '/'): string {
  return url.split(/[/?#]/)[1] ?? ''
}

/** Slidev's server changes files at a page's word: pages from elsewhere, which a browser here may show as well, are not heard. */
function isOwn(request: IncomingMessage): boolean {
  const { host, origin } = request.headers
  return isFromHere(request) && (origin === undefined || origin === `http://${host}`)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' })
  response.end(body)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  send(response, status, 'text/plain', `${reason}\n`)
}

function lead(response: ServerResponse, place: string): void {
  response.writeHead(302, { 'Location': place, 'Cache-Control': 'no-store' })
  response.end()
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
