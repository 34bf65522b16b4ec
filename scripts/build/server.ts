import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './guests.ts'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { findFile } from './find-file.ts'
import { answerGuest } from './guests.ts'
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
 * Serves a folder: to this machine all of it, to others what has no notes. Nothing outside it and no hidden file is ever served.
 *
 * @param folder the files
 * @param options how
 * @returns the server, listening
 * @throws what Node throws where an address cannot be listened on; then none is
 */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { addresses = [THIS_MACHINE], shareNotes = false } = options
  const root = await realpath(folder)
  const files = sirv(root, { dev: true, etag: true, setHeaders: (response, path) => {
    if (options.immutable && path.startsWith('/assets/'))
      response.setHeader('Cache-Control', IMMUTABLE)
  } })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = await findFile(root, request.url ?? '/')
    const instead = name === undefined ? NOT_FOUND : shareNotes || isFromHere(request) ? undefined : await answerGuest(root, name)
    if (instead)
      return send(response, instead)
    const bytes = await options.instead?.(join(root, name!))
    if (bytes)
      return send(response, { status: 200, type: 'application/octet-stream', body: bytes }, options.immutable ? IMMUTABLE : undefined)
    // By its real name: the file that was judged is the file that is sent.
    request.url = `/${encodeURI(name!).replace(/[?#]/g, encodeURIComponent)}`
    files(request, response, () => send(response, NOT_FOUND))
  }

  const servers: Server[] = []
  const close = async (): Promise<void> => void await Promise.all(servers.map(server => stop(server)))
  let port = options.port ?? 0
  try {
    for (const address of addresses) {
      const server = createServer((request, response) => void answer(request, response).catch(() => send(response, NOT_FOUND)))
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

const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found\n' }

const IMMUTABLE = 'max-age=31536000, immutable'

function send(response: ServerResponse, { status, type, body }: Omit<Answer, 'body'> & { body: string | Uint8Array }, cacheControl = 'no-store'): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': cacheControl })
  response.end(body)
}

/** The port that it listens on. */
function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
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
