import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import sirv from 'sirv'

/** A web server of built files. */
export interface StaticServer {
  /** http://127.0.0.1:PORT/ */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a folder. Paths outside it are never served.
 *
 * @param folder the files
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @returns the server, listening
 */
export async function serveFolder(folder: string, host = '127.0.0.1', port = 0): Promise<StaticServer> {
  const files = sirv(folder, { dev: true, etag: true, dotfiles: false })
  const server = createServer((request, response) => files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('Not found\n')
  }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
