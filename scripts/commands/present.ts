import type { Console } from './console.ts'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import open from 'open'
import { serveFolder } from '../build/server.ts'
import { Failure, fileFault } from '../failure.ts'

/** What a person asked for. */
export interface PresentFlags {
  host: string
  /** Opens the start page in the browser of the desktop. */
  open: boolean
}

const DIST = 'dist'
const PORT = 4040

/**
 * Serves a built article on this machine and opens its start page.
 *
 * @param folder the built article; without one, `dist`, or the only article in it
 * @param flags what a person asked for
 * @param console where the address goes
 * @param stopped resolves when the server is to stop
 * @throws Failure where nothing is built, or the address is taken
 */
export async function present(folder: string | undefined, flags: PresentFlags, console: Console, stopped: Promise<void>): Promise<void> {
  const root = folder ?? await findBuilt()
  if (!existsSync(join(root, 'index.html')))
    throw new Failure(`${root}: there is no built article in this folder. Build it with \`lectern build\`.`)
  const server = await listen(root, flags.host)
  console.log(server.url)
  if (!['127.0.0.1', 'localhost', '::1'].includes(flags.host))
    console.error(`Listening on ${flags.host}: other machines on the network can read these pages, notes too.`)
  if (flags.open)
    await open(server.url).catch(() => console.error(`Open ${server.url} in a browser.`))
  await stopped
  await server.close()
}

/** The only article in `dist`, or the page that lists several. */
async function findBuilt(): Promise<string> {
  if (existsSync(join(DIST, 'index.html')))
    return DIST
  const entries = await readdir(DIST, { withFileTypes: true }).catch(() => [])
  const built = entries.filter(entry => entry.isDirectory() && existsSync(join(DIST, entry.name, 'index.html')))
  return built.length === 1 ? join(DIST, built[0]!.name) : DIST
}

/** The usual port where it is free, so that a bookmark goes on working; any other else. */
async function listen(root: string, host: string): ReturnType<typeof serveFolder> {
  try {
    return await serveFolder(root, host, PORT).catch((error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? serveFolder(root, host) : Promise.reject(error))
  }
  catch (error) {
    throw new Failure(`${host}: this address cannot be listened on, ${fileFault(error)}. Leave --host out, or give an address of this machine.`, 1, { cause: error })
  }
}
