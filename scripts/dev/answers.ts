import type { ServerResponse } from 'node:http'

/**
 * Answers with what is so only now. An answer that has begun ends with its connection: a browser may leave while it is
 * sent a file.
 *
 * @param response the answer
 * @param status its HTTP status
 * @param type its media type, of text
 * @param body the text
 */
export function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' })
  response.end(body)
}

/**
 * Answers that there is nothing to answer with.
 *
 * @param response the answer
 * @param status its HTTP status
 * @param reason why
 */
export function refuse(response: ServerResponse, status: number, reason: string): void {
  send(response, status, 'text/plain', `${reason}\n`)
}

/**
 * Leads to another address for now.
 *
 * @param response the answer
 * @param place the address
 */
export function lead(response: ServerResponse, place: string): void {
  response.writeHead(302, { 'Location': place, 'Cache-Control': 'no-store' })
  response.end()
}
