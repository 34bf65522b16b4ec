/** Something that is done again and again, and never twice at once. */
export interface Turns {
  /** Asks for a run. While one goes on, one more follows it, however often it is asked for. */
  ask: () => void
  /** Lets the run that goes on come to its end, and begins no other. */
  end: () => Promise<void>
}

/**
 * Runs something one at a time.
 *
 * @param run what is done; it must not fail
 * @returns how it is asked for
 */
export function takeTurns(run: () => Promise<void>): Turns {
  let current: Promise<void> | undefined
  let isAsked = false
  let isOver = false
  async function next(): Promise<void> {
    isAsked = false
    await run()
    current = isAsked && !isOver ? next() : undefined
    await current
  }
  return {
    ask() {
      isAsked = true
      current ??= isOver ? undefined : next()
    },
    async end() {
      isOver = true
      await current
    },
  }
}
