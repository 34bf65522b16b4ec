import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Voice } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { DeckServers } from './servers.ts'
import { createServer } from 'node:http'
import { THIS_MACHINE, urlOf } from '../build/network.ts'
import { useCache } from './cache.ts'
import { asAtRoot } from './client.ts'
import { faultOf } from './deck-server.ts'
import { addressOf, listDecks, titlesOf } from './decks.ts'
import { faultPage } from './fault-page.ts'
import { isOwn } from './own-pages.ts'
import { keepServers } from './servers.ts'

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
 * @param voice says what happens to a deck's server
 * @returns the server, listening
 * @throws what Node throws where no port can be listened on
 */
export async function serveDecks(set: DeckSet, port: number, voice: Voice): Promise<Front> {
  await useCache(set.folder)
  const http = createServer((request, response) => void answer(set, servers, voice, request, response).catch(error => refuse(response, 500, error instanceof Error ? error.message : String(error))))
  const servers = keepServers(set, http, voice)
  // Each deck's server hears those who ask to be told of changes.
  http.setMaxListeners(0)
  http.on('upgrade', (request, socket) => {
    const name = nameOf(request.url)
    if (isOwn(request) && servers.isReady(name))
      return
    // A page that its server has left asks again and again whether there is a new one, and loads again when there is.
    socket.destroy()
    if (isOwn(request))
      void servers.find(name).catch(() => {})
  })
  const free = await listen(http, port)
  void servers.find(addressOf(set.first)).then(server => server?.warmUp()).catch(() => {})
  return { url: urlOf(THIS_MACHINE, free), port: free, forget: servers.forget, async close() {
    const closed = new Promise(resolve => http.close(resolve))
    await servers.close()
    http.closeAllConnections()
    await closed
  } }
}

/** The port that it listens on. */
function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(listen(http, port + 1)) : reject(error))
    http.listen(port, THIS_MACHINE, () => {
      http.removeAllListeners('error')
      resolve(port)
    })
  })
}

async function answer(set: DeckSet, servers: DeckServers, voice: Voice, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwn(request))
    return refuse(response, 403, 'Only pages of this server may ask for this.')
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/decks.json')
    return send(response, 200, 'application/json', JSON.stringify(await titlesOf(set)))
  const name = nameOf(pathname)
  const server = await servers.find(name).catch((error: unknown) => {
    send(response, 500, 'text/html', faultPage(faultOf(name, error), voice.say))
    return null
  })
  if (server === null)
    return
  if (!server) {
    const first = pathname === '/' || request.headers.accept?.includes('text/html') ? await firstDeck(set) : undefined
    return first === undefined ? refuse(response, 404, 'Not found') : lead(response, `/${addressOf(first)}/`)
  }
  if (pathname === `/${name}`)
    return lead(response, server.base)
  // A person edits a slide: Slidev writes the whole deck, which may just have been made again.
  if (request.method === 'POST' && pathname.includes('/__slidev/'))
    await server.isCurrent()
  request.url = asAtRoot(request.url!, server.base)
  server.vite.middlewares(request, response, () => refuse(response, 404, 'Not found'))
  if (pathname === server.base)
    void server.vite.waitForRequestsIdle().then(() => servers.prepareNext(name)).catch(() => {})
}

async function firstDeck(set: DeckSet): Promise<string | undefined> {
  const names = await listDecks(set)
  return names.includes(set.first) ? set.first : names[0]
}

/** The deck that an address is in: 01 of /01/#/3. */
function nameOf(url = '/'): string {
  return url.split(/[/?#]/)[1] ?? ''
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
