import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Requests that a client may send before the first is answered. No browser sends any. */
const AHEAD = 20

/** Gives an answer when those before it on its connection are given, to the last byte. */
export type Turns = (request: IncomingMessage, response: ServerResponse, answer: () => Promise<void>) => void

/**
 * Answers the requests of each connection one after the other. A client may send the next before it has the answer (RFC
 * 9112, 9.3.2), and Node hands on all of them at once: each would have a file open. One that asks for too much ahead
 * loses its connection.
 *
 * @returns how an answer is given its turn
 */
export function takeTurns(): Turns {
  const lines = new WeakMap<Socket, { last: Promise<void>, waiting: number }>()
  return ({ socket }, response, answer) => {
    const line = lines.get(socket) ?? { last: Promise.resolve(), waiting: 0 }
    lines.set(socket, line)
    if (++line.waiting > AHEAD)
      return void socket.destroy()
    line.last = line.last.then(async () => {
      // Node never closes the answer to somebody who has gone before it was its turn: writing would wait for ever.
      if (!socket.destroyed)
        await Promise.all([answer(), new Promise(resolve => response.once('close', resolve))])
      line.waiting--
    })
  }
}
