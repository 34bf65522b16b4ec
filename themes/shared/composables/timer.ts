/** Slidev's timer, as its windows share it. */
export interface Timer {
  status: 'stopped' | 'running' | 'paused'
  slides: Record<number, { start?: number, end?: number }>
  startedAt: number
  pausedAt: number
}

/** How Slidev shares state between windows, as far as it matters here. */
export interface TimerSync {
  init: (channel: string, update: (state: TimerState) => void) => Send | undefined
}

interface TimerState { timer: Timer }
type Send = (state: TimerState, updating?: boolean) => void

/** A timer that was started longer ago than this is that of another meeting, in milliseconds. */
const MEETING = 8 * 60 * 60 * 1000

/**
 * Reads a timer that was kept.
 *
 * @param kept its JSON, where there is one
 * @param now the time
 * @returns the timer; none where it is that of another meeting
 */
export function readTimer(kept: string | null | undefined, now: number): Timer | undefined {
  const timer = kept ? JSON.parse(kept) as Timer : undefined
  return timer && (timer.status === 'stopped' || now - timer.startedAt < MEETING) ? timer : undefined
}

/**
 * Keeps Slidev's timer in the browser, so that it goes on from deck to deck, in every window of an article, and when a
 * page is loaded again. Slidev itself knows it only while a deck's page is open, and each page that is opened would
 * stop it for the others.
 *
 * @param key the article's own
 * @param storage where the browser keeps things; a browser may refuse to
 * @returns what Slidev's `addSyncMethod` takes
 */
export function keepTimer(key: string, storage: Storage | undefined): TimerSync {
  return { init(channel, update) {
    // Slidev has other states, drawings among them.
    if (!channel.endsWith(' - shared'))
      return undefined
    let known: string | undefined
    const read = (): void => {
      const timer = readTimer(storage?.getItem(key), Date.now())
      known = JSON.stringify(timer)
      if (timer)
        update({ timer })
    }
    read()
    window.addEventListener('storage', event => event.key === key && read())
    // A page that the browser kept while it was left has missed what was told meanwhile.
    window.addEventListener('pageshow', event => event.persisted && read())
    return ({ timer }, updating) => {
      const now = JSON.stringify(timer)
      if (now === known)
        return
      // A window that turns a slide tells its timer along with it: one of before, where this page's was pressed at the
      // same moment. Who presses keeps the timer too, so what is kept is the newest.
      if (updating)
        return read()
      known = now
      try {
        storage?.setItem(key, now)
      }
      catch {
        // Full, or refused: then the timer is this page's alone.
      }
    }
  } }
}

/**
 * Where the browser keeps things.
 *
 * @returns none where it is told not to keep any
 */
export function storageOf(): Storage | undefined {
  try {
    return localStorage
  }
  catch {
    return undefined
  }
}
