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

/** What decks are shown from. */
export interface Desk {
  set: DeckSet
  /** Their pages on the shell. */
  pages: DeckPages
  /** Slidev's own servers of them. */
  servers: DeckServers
  /** Puts what is wrong into the reader's language. */
  voice: Voice
}

/** A request, and where its answer goes. */
interface Exchange { request: IncomingMessage, response: ServerResponse }

/**
 * Answers what a browser asks for.
 *
 * @param desk what decks are shown from
 * @param request the request
 * @param response its answer
 */
export async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwn(request))
    return refuse(response, 403, 'Only pages of this server may ask for this.')
  if (!URL.canParse(request.url ?? '/', 'http://localhost'))
    return refuse(response, 400, 'This is no address.')
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/decks.json')
    return send(response, 200, 'application/json', JSON.stringify(await titlesOf(desk.set)))
  if (pathname.startsWith(ASSETS))
    return sendAsset(request, response, desk.pages)
  const isChanges = request.method === 'GET' && pathname.startsWith(CHANGES)
  const file = await deckAt(desk.set, isChanges ? pathname.slice(CHANGES.length) : nameOf(pathname))
  if (file === undefined)
    return answerElsewhere(desk, pathname, { request, response })
  return isChanges ? desk.pages.listen(file, response) : answerDeck(desk, file, { request, response })
}

/** No deck's address leads to the first, where a person goes there. */
async function answerElsewhere({ set }: Desk, path: string, { request, response }: Exchange): Promise<void> {
  const isPerson = path === '/' || request.headers.accept?.includes('text/html')
  const first = isPerson ? await firstDeck(set) : undefined
  return first === undefined ? refuse(response, 404, 'Not found') : lead(response, `/${addressOf(first)}/`)
}

async function answerDeck(desk: Desk, file: string, exchange: Exchange): Promise<void> {
  const { pathname, searchParams } = new URL(exchange.request.url!, 'http://localhost')
  const folder = `/${addressOf(file)}/`
  if (`${pathname}/` === folder)
    return lead(exchange.response, folder)
  const isPage = pathname === folder
  if (!isPage || searchParams.has('edit') || !await show(desk, file, exchange.response))
    await askSlidev(desk, file, isPage, exchange)
  if (isPage)
    prepareNext(desk, file)
}

/** Answers with the deck's page on the shell, or with what is wrong; does nothing where Slidev is to show the deck. */
async function show({ pages, voice }: Desk, file: string, response: ServerResponse): Promise<boolean> {
  const { shown, fault, reason } = await pages.look(file)
  if (reason !== undefined)
    return false
  if (shown)
    send(response, 200, 'text/html', shown.html)
  else
    send(response, 500, 'text/html', faultPage(fault!, voice.say))
  return true
}

/** Slidev's server starts for a page: nothing else asks for it before. */
async function askSlidev(desk: Desk, file: string, isPage: boolean, exchange: Exchange): Promise<void> {
  const { servers, voice } = desk
  const { request, response } = exchange
  const address = addressOf(file)
  try {
    const server = await (isPage ? servers.find(address) : servers.running(address))
    if (!server)
      return refuse(response, 404, 'Not found')
    // A person edits a slide: Slidev writes the whole deck, which may just have been made again.
    if (request.method === 'POST' && request.url!.includes('/__slidev/'))
      await server.isCurrent()
    request.url = asAtRoot(request.url!, server.base)
    server.vite.middlewares(request, response, () => refuse(response, 404, 'Not found'))
  }
  catch (error) {
    send(response, 500, 'text/html', faultPage(faultOf(file, error), voice.say))
  }
}

/**
 * Makes a deck ready before it is asked for.
 *
 * @param desk what decks are shown from
 * @param file the deck's file
 */
export async function prepare({ pages, servers }: Desk, file: string): Promise<void> {
  const { reason } = await pages.look(file)
  if (reason !== undefined)
    await (await servers.find(addressOf(file)))?.warmUp()
}

/** The deck that follows is ready when the page of the one before has all that it asked for. */
function prepareNext(desk: Desk, file: string): void {
  const isIdle = desk.servers.running(addressOf(file))?.then(({ vite }) => vite.waitForRequestsIdle())
  void Promise.resolve(isIdle).then(async () => {
    const names = await listDecks(desk.set)
    const next = names[names.indexOf(file) + 1]
    if (next !== undefined)
      await prepare(desk, next)
  }).catch(() => {})
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
