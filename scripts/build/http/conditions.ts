import type { IncomingHttpHeaders } from 'node:http'

/** By what a client knows the file that it has. */
export interface Validators {
  /** A weak entity tag, such as `W/"9-1f"`: the size and the time say that a file is the same, and do not prove it. */
  etag: string
  /** When the file was changed; seconds are all that HTTP's dates know. */
  modified: Date
}

/**
 * Weighs a request's conditions, in the order that RFC 9110, 13.2.2 gives.
 *
 * @param headers the request's
 * @param file the file as it is now
 * @returns 412 where a condition fails, 304 where the client has the file already, and nothing where it is to be sent
 */
export function conditionOf(headers: IncomingHttpHeaders, { etag, modified }: Validators): 304 | 412 | undefined {
  const seconds = Math.floor(modified.getTime() / 1000)
  const match = headers['if-match']
  // Compared strongly (8.8.3.2), a weak tag is like no other.
  if (match !== undefined ? match.trim() !== '*' : seconds > secondsOf(headers['if-unmodified-since']))
    return 412
  const noneMatch = headers['if-none-match']
  const isKnown = noneMatch !== undefined
    ? noneMatch.trim() === '*' || tagsIn(noneMatch).includes(opaque(etag))
    : seconds <= secondsOf(headers['if-modified-since'], -Infinity)
  return isKnown ? 304 : undefined
}

/** A date that is none leaves the condition out (13.1.3, 13.1.4). */
function secondsOf(date: string | undefined, otherwise = Infinity): number {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? otherwise : time / 1000
}

/** The tags of a list, compared weakly: without the mark of a weak one. */
function tagsIn(list: string): string[] {
  return Array.from(list.matchAll(/"[^"]*"/g), ([tag]) => tag)
}

function opaque(etag: string): string {
  return etag.replace(/^W\//, '')
}
