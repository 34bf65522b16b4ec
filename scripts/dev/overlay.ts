import type { ViteDevServer } from 'vite'

/** What is wrong with a deck, shown over its page. */
export interface Overlay {
  show: (fault: string) => void
  clear: () => void
}

/**
 * Shows over the page of Slidev's server what is wrong with its deck.
 *
 * @param vite gives the server, once it is there
 * @returns the overlay, not shown
 */
export function overlayOf(vite: () => ViteDevServer): Overlay {
  let shown: string | undefined
  let isHeard = false
  const send = (): void => {
    if (shown !== undefined)
      vite().ws.send({ type: 'error', err: { message: shown, stack: '' } })
  }
  return {
    show(fault) {
      shown = fault
      send()
      // A page that is opened or loaded again has it as well.
      if (!isHeard)
        vite().ws.on('connection', send)
      isHeard = true
    },
    clear() {
      if (shown !== undefined)
        vite().ws.send({ type: 'full-reload' })
      shown = undefined
    },
  }
}
