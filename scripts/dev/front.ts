import type { Server } from 'node:http'
import type { Voice } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import { createServer } from 'node:http'
import { THIS_MACHINE, urlOf } from '../build/network.ts'
import { answer, nameOf, prepare } from './answer.ts'
import { refuse } from './answers.ts'
import { faultOf } from './fault.ts'
import { isOwn } from './own-pages.ts'
import { keepPages } from './pages.ts'
import { keepServers } from './servers.ts'

/** One address for all decks. */
export interface Front {
  /** http://127.0.0.1:PORT/ */
  url: string
  port: number
  /** Ends Slidev's servers of decks that are not there any more. */
  forget: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Serves decks to this machine alone: at `/` the first, each in a folder of its own. A deck's page is made on the
 * shell, as it is built. Where it cannot be, and where Slidev's editor is asked for, Slidev's own server of the deck
 * starts.
 *
 * @param set the decks
 * @param port the port; the next one that is free where it is in use
 * @param voice says what happens to a deck
 * @returns the server, listening
 * @throws what Node throws where no port can be listened on
 */
export async function serveDecks(set: DeckSet, port: number, voice: Voice): Promise<Front> {
  const http = createServer((request, response) => void answer(desk, request, response).catch(error =>
    refuse(response, 500, voice.say(faultOf(set.folder, error)))))
  const servers = keepServers(set, http, voice)
  const pages = keepPages(set, voice)
  const desk = { set, pages, servers, voice }
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
  void prepare(desk, set.first).catch(() => {})
  return { url: urlOf(THIS_MACHINE, free), port: free, forget: servers.forget, async close() {
    const closed = new Promise(resolve => http.close(resolve))
    await Promise.all([pages.close(), servers.close()])
    http.closeAllConnections()
    await closed
  } }
}

/** The port that it listens on. */
function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(listen(http, port + 1)) : reject(error))
    http.listen(port, THIS_MACHINE, () => {
      http.removeAllListeners('error')
      resolve(port)
    })
  })
}
