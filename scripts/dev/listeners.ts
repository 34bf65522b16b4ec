import type { ServerResponse } from 'node:http'
import type { LiveState } from '../build/shell/live.ts'

/** Pages that hear of their decks' changes. */
export interface Listeners {
  /** Takes in a page of a deck, by the deck's file. */
  add: (file: string, response: ServerResponse) => void
  /** The decks that are listened for. */
  files: () => string[]
  /** Tells the pages of a deck how it is now, each only what it does not know. */
  tell: (file: string, state: LiveState) => void
  close: () => void
}

/**
 * Keeps the pages that hear of their decks' changes, as server-sent events (WHATWG HTML, 9.2).
 *
 * @returns the pages; there are none
 */
export function keepListeners(): Listeners {
  const listeners = new Map<ServerResponse, { file: string, known?: string }>()
  return {
    add(file, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(`retry: ${AGAIN}\n\n`)
      listeners.set(response, { file })
      response.once('close', () => listeners.delete(response))
    },
    files: () => [...new Set(Array.from(listeners.values(), ({ file }) => file))],
    tell(file, state) {
      const message = JSON.stringify(state)
      for (const [response, listener] of listeners) {
        if (listener.file !== file || listener.known === message)
          continue
        listener.known = message
        response.write(`data: ${message}\n\n`)
      }
    },
    close() {
      const responses = [...listeners.keys()]
      listeners.clear()
      responses.forEach(response => response.end())
    },
  }
}

/** A page that has lost its server asks for it again after so long, in milliseconds. */
const AGAIN = 500
