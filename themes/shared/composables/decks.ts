/** The page of another deck, and a slide of it. */
export interface Way { page: string, slide: number }

/** A number past the last slide leads to the last. */
const LAST = 9999

/**
 * The way to the next deck.
 *
 * @param page its page
 * @returns its first slide
 */
export function wayOn(page: string): Way {
  return { page, slide: 1 }
}

/**
 * The way back to the deck before.
 *
 * @param page its page
 * @returns its last slide
 */
export function wayBack(page: string): Way {
  return { page, slide: LAST }
}

/** Presenter and show go together: they are told on a channel of the deck's own. */
let channel: BroadcastChannel | undefined

function ownChannel(): BroadcastChannel {
  channel ??= new BroadcastChannel(`lectern ${location.pathname}${location.search}`)
  return channel
}

/** Goes where another window of this deck goes. */
export function followOthers(): void {
  ownChannel().onmessage = ({ data }) => go(data as Way)
}

/**
 * Goes to another deck, with all windows of this one.
 *
 * @param way where to
 */
export function lead(way: Way): void {
  ownChannel().postMessage(way)
  go(way)
}

function go({ page, slide }: Way): void {
  const isPresenter = location.hash.startsWith('#/presenter')
  // Back at the end of a slide, as Slidev goes back: what it shows bit by bit is there.
  location.href = `${page}#/${isPresenter ? 'presenter/' : ''}${slide}${slide === LAST ? `?clicks=${LAST}` : ''}`
}
