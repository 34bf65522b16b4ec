import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DeckPages } from './pages.ts'
import { join } from 'node:path'
import { findFile } from '../build/find-file.ts'
import { sendFile, typeOf } from '../build/http/send-file.ts'
import { refuse } from './answers.ts'
import { ASSETS } from './shown.ts'

/** The names of all files say what is in them: a browser asks for each once. */
const CACHE = 'max-age=31536000, immutable'

/**
 * Sends a file that a page on the shell asks for: one of its own, or one of the shell's.
 *
 * @param request the request, for an address in `ASSETS`
 * @param response its answer
 * @param pages the pages
 */
export async function sendAsset(request: IncomingMessage, response: ServerResponse, pages: DeckPages): Promise<void> {
  const { pathname } = new URL(request.url!, 'http://localhost')
  const target = pathname.slice(ASSETS.length - 1)
  const shown = pages.all()
  const own = shown.flatMap(({ assets }) => assets).find(({ name }) => `/${name}` === target)
  if (own) {
    response.writeHead(200, { 'Content-Type': typeOf(own.name), 'Cache-Control': CACHE })
    response.end(own.content)
    return
  }
  for (const shell of new Set(shown.map(({ shell }) => shell))) {
    const folder = join(shell, 'assets')
    const name = await findFile(folder, target)
    if (name !== undefined)
      return sendFile(request, response, join(folder, name), { cacheControl: CACHE, onMove: () => {} })
  }
  refuse(response, 404, 'Not found')
}
