import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './guests.ts'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { findFile } from './find-file.ts'
import { answerGuest } from './guests.ts'
import { keepPlaces, mostConnections, openFilesLimit } from './http/places.ts'
import { sendFile } from './http/send-file.ts'
import { takeTurns } from './http/turns.ts'
import { isFromHere, THIS_MACHINE, urlOf } from './network.ts'

/** A web server of built files. */
export interface StaticServer {
  /** http://127.0.0.1:PORT/ */
  url: string
  port: number
  close: () => Promise<void>
}

/** How a folder is served. */
export interface ServeOptions {
  /** The IP addresses to listen on, all at the same port; without them, this machine's own. */
  addresses?: string[]
  /** The port; without one, any that is free. */
  port?: number
  /** Gives other machines the notes as well. */
  shareNotes?: boolean
  /** Gives other bytes than a file's own, where there are some: its path → what is sent for it. */
  instead?: (path: string) => Promise<Uint8Array | undefined>
  /** Says that no file in `assets` ever changes, so that a browser asks for each once. */
  immutable?: boolean
}

/**
 * Serves a folder: to this machine all of it, to others what has no notes. Nothing outside it and no hidden file is
 * ever served. No request and no state of the folder ends the server.
 *
 * @param folder the files
 * @param options how
 * @returns the server, listening
 * @throws what Node throws where an address cannot be listened on; then none is
 */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { addresses = [THIS_MACHINE] } = options
  const root = await realpath(folder)
  const places = keepPlaces(mostConnections(openFilesLimit()))
  const turns = takeTurns()
  const servers: Server[] = []
  const close = async (): Promise<void> => void await Promise.all(servers.map(server => stop(server)))
  let port = options.port ?? 0
  try {
    for (const address of addresses) {
      const server = createServer(LIMITS, (request, response) => {
        const onMove = (): void => places.move(request.socket)
        onMove()
        const respond = (): Promise<void> => answer(root, options, request, response, onMove)
        turns(request, response, () => respond().catch(error => fail(response, error)))
      })
      server.maxRequestsPerSocket = MOST_REQUESTS
      server.timeout = STILL
      places.watch(server)
      port = await listen(server, address, port)
      servers.push(server)
    }
  }
  catch (error) {
    await close()
    throw error
  }
  return { url: urlOf(addresses[0]!, port), port, close }
}

/**
 * How long a client may take for a request's head and for all of it, and how long a connection may stand still, in
 * milliseconds.
 */
const LIMITS = { headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 }
const STILL = 120_000
/** After so many requests a connection is opened anew: what is kept for those that wait has a bound. */
const MOST_REQUESTS = 1000

async function answer(
  root: string,
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
  onMove: () => void,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, NOT_ALLOWED, { Allow: 'GET, HEAD', Connection: 'close' })
  const name = await findFile(root, request.url ?? '/')
  if (name === undefined)
    return send(response, NOT_FOUND)
  const isShared = options.shareNotes || isFromHere(request)
  const instead = isShared ? undefined : await answerGuest(root, name)
  if (instead)
    return send(response, instead)
  const path = join(root, name)
  const cacheControl = options.immutable && name.startsWith('assets/') ? 'max-age=31536000, immutable' : undefined
  const bytes = await options.instead?.(path)
  if (bytes) {
    const file = { status: 200, type: 'application/octet-stream', body: bytes }
    return send(response, file, { 'Cache-Control': cacheControl ?? 'no-store' })
  }
  // By its real name: the file that was judged is the file that is sent.
  await sendFile(request, response, path, { cacheControl: cacheControl ?? 'no-cache', onMove })
}

const NOT_FOUND = inWords(404, 'Not found\n')
const NOT_ALLOWED = inWords(405, 'Only GET and HEAD are answered here.\n')
const TOO_BUSY = inWords(503, 'Too many files are open. Try again in a moment.\n')

function inWords(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body }
}

/**
 * Answers where a file cannot be sent. One that has gone since it was found is not there; if too many are open, some
 * will be free in a moment. Half an answer ends with its connection.
 */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed)
    response.destroy()
  else if (['EMFILE', 'ENFILE'].includes((error as NodeJS.ErrnoException).code ?? ''))
    send(response, TOO_BUSY, { 'Retry-After': '1' })
  else
    send(response, NOT_FOUND)
}

type Sent = Omit<Answer, 'body'> & { body: string | Uint8Array }

function send(response: ServerResponse, { status, type, body }: Sent, headers: OutgoingHttpHeaders = {}): void {
  const common = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' }
  response.writeHead(status, { ...common, ...headers })
  response.end(body)
}

/** The port that it listens on. */
function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Heard to the end: a connection that cannot be taken, because too many files are open say, is a fault of the
    // server's as well.
    server.on('error', reject)
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Browsers keep connections for later: they do not hold up the end. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
