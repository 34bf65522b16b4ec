import type { IncomingMessage } from 'node:http'
import { isFromHere } from '../build/network.ts'

/**
 * What acts on this machine: Vite's `/__open-in-editor` and their like, Slidev's `/__slidev/` and what its pages share
 * by a server.
 */
const ACTS = /(?:^|\/)(?:__|@server-re)/
/** A deck's page, or the address that leads to the first. */
const PAGE = /^\/[^/?]*\/?(?:\?[^/]*)?$/

/**
 * Whether a request may be answered while decks are edited. Slidev's server changes files at a page's word, and Vite's
 * opens them in an editor: pages from elsewhere, which a browser here may show as well, are not heard. Another page may
 * lead a person to a deck, and do no more. What acts needs to be asked for by a page of this server: to a GET a browser
 * adds no `Origin`, but `Sec-Fetch-Site` (W3C Fetch Metadata) or, an old one, `Referer`.
 *
 * @param request the request
 */
export function isOwn(request: IncomingMessage): boolean {
  const { headers, url = '/', method } = request
  const { host, origin, referer } = headers
  const site = headers['sec-fetch-site']
  const own = `http://${host}`
  if (!isFromHere(request) || (origin !== undefined && origin !== own))
    return false
  const acts = ACTS.test(decode(url))
  if (site === undefined)
    return !acts || origin === own || /^https?:\/\/[^/]*/.exec(referer ?? '')?.[0] === own
  if (site === 'same-origin' || (site === 'none' && !acts))
    return true
  const leads = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return method === 'GET' && !acts && leads && PAGE.test(url)
}

/** An address may have its letters written as codes. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  }
  catch {
    return url
  }
}
