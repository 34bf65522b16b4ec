import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Voice } from '../messages/model.ts'
import type { DeckSet } from './decks.ts'
import type { DeckPages } from './pages.ts'
import type { DeckServers } from './servers.ts'
import { lead, refuse, send } from './answers.ts'
import { sendAsset } from './assets.ts'
import { addressOf, deckAt, listDecks, titlesOf } from './decks.ts'
import { faultPage } from './fault-page.ts'
import { faultOf } from './fault.ts'
import { isOwn } from './own-pages.ts'
import { ASSETS, CHANGES } from './shown.ts'
import { asAtRoot } from './slidev-paths.ts'

/** What a browser asks for of a server of decks. */
export interface Answerer {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Makes a deck ready before it is asked for: its file's name. */
  prepare: (file: string) => Promise<void>
}

/**
 * Answers what browsers ask for.
 *
 * @param set the decks
 * @param pages their pages on the shell
 * @param servers Slidev's own servers of them
 * @param voice puts what is wrong into the reader's language
 * @returns what answers
 */
export function answerer(set: DeckSet, pages: DeckPages, servers: DeckServers, voice: Voice): Answerer {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request))
      return refuse(response, 403, 'Only pages of this server may ask for this.')
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/decks.json')
      return send(response, 200, 'application/json', JSON.stringify(await titlesOf(set)))
    if (pathname.startsWith(ASSETS))
      return sendAsset(request, response, pages)
    const isChanges = pathname.startsWith(CHANGES)
    const address = isChanges ? pathname.slice(CHANGES.length) : nameOf(pathname)
    const file = await deckAt(set, address)
    if (file === undefined)
      return answerElsewhere(request, response, pathname)
    if (isChanges)
      return pages.listen(file, response)
    if (pathname === `/${address}`)
      return lead(response, `/${address}/`)
    const isPage = pathname === `/${address}/`
    if (isPage && !searchParams.has('edit') && await show(file, response))
      return
    await askSlidev(file, isPage, request, response)
    if (isPage)
      prepareNext(file)
  }

  /** No deck's address leads to the first, where a person goes there. */
  async function answerElsewhere(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const first = path === '/' || request.headers.accept?.includes('text/html') ? await firstDeck(set) : undefined
    return first === undefined ? refuse(response, 404, 'Not found') : lead(response, `/${addressOf(first)}/`)
  }

  /** Whether the deck's page is the shell's, or there is none. */
  async function show(file: string, response: ServerResponse): Promise<boolean> {
    const { shown, fault, reason } = await pages.look(file)
    if (reason !== undefined)
      return false
    if (shown)
      send(response, 200, 'text/html', shown.html)
    else if (fault)
      send(response, 500, 'text/html', faultPage(fault, voice.say))
    prepareNext(file)
    return true
  }

  /** Slidev's server starts for a page: nothing else asks for it before. */
  async function askSlidev(
    file: string,
    isPage: boolean,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const address = addressOf(file)
    const starting = isPage ? servers.find(address) : servers.running(address)
    const server = await starting?.catch((error: unknown) => {
      send(response, 500, 'text/html', faultPage(faultOf(file, error), voice.say))
    })
    if (!server)
      return response.headersSent ? undefined : refuse(response, 404, 'Not found')
    // A person edits a slide: Slidev writes the whole deck, which may just have been made again.
    if (request.method === 'POST' && request.url!.includes('/__slidev/'))
      await server.isCurrent()
    request.url = asAtRoot(request.url!, server.base)
    server.vite.middlewares(request, response, () => refuse(response, 404, 'Not found'))
  }

  async function prepare(file: string): Promise<void> {
    const { reason } = await pages.look(file)
    if (reason !== undefined)
      await (await servers.find(addressOf(file)))?.warmUp()
  }

  /** The deck that follows is ready when the page of the one before has all that it asked for. */
  function prepareNext(file: string): void {
    const isIdle = servers.running(addressOf(file))?.then(({ vite }) => vite.waitForRequestsIdle())
    void Promise.resolve(isIdle).then(async () => {
      const names = await listDecks(set)
      const next = names[names.indexOf(file) + 1]
      if (next !== undefined)
        await prepare(next)
    }).catch(() => {})
  }

  return { answer, prepare }
}

async function firstDeck(set: DeckSet): Promise<string | undefined> {
  const names = await listDecks(set)
  return names.includes(set.first) ? set.first : names[0]
}

/**
 * The deck that an address is in.
 *
 * @param url a request's target, such as /01/
 * @returns the deck's part of it: 01
 */
export function nameOf(url = '/'): string {
  return url.split(/[/?#]/)[1] ?? ''
}
