import type { ServeOptions, StaticServer } from '../build/server.ts'
import type { Wording } from '../messages/model.ts'
import type { Console } from './console.ts'
import { lookup } from 'node:dns/promises'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { basename, dirname, join } from 'node:path'
import open from 'open'
import { addressesForOthers, isLoopback, THIS_MACHINE, urlOf, withThisMachine } from '../build/network.ts'
import { NOTES_FILE } from '../build/notes.ts'
import { serveFolder } from '../build/server.ts'
import { Failure, fileFault } from '../failure.ts'
import { either, wording } from '../messages/wording.ts'
import { tell } from './console.ts'

/** What a person asked for. */
export interface PresentFlags {
  /** An address of this machine, or a name of one; without it, only this machine is listened to. */
  host?: string
  /** Gives other machines the notes as well. */
  shareNotes?: boolean
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
 * @param terminal where the address goes
 * @param stopped resolves when the server is to stop
 * @throws Failure where nothing is built, or the address cannot be listened on
 */
export async function present(
  folder: string | undefined,
  flags: PresentFlags,
  terminal: Console,
  stopped: Promise<void>,
): Promise<void> {
  const { host = THIS_MACHINE, shareNotes = false } = flags
  const root = folder ?? await findBuilt()
  if (!existsSync(join(root, 'index.html')))
    throw new Failure(wording('present-nothing', { root }))
  const address = await resolveHost(host)
  if (!isLoopback(address) && !shareNotes)
    await refuseMixedNotes(root)
  const server = await listen(root, host, { addresses: withThisMachine(address), shareNotes }, terminal)
  const url = urlOf(isLoopback(address) ? address : THIS_MACHINE, server.port)
  terminal.log(url)
  tellOthers(address, server.port, shareNotes, terminal)
  if (flags.open)
    await open(url).catch(() => tell(wording('present-open', { url }), terminal))
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

/** Pages that an earlier version built have the notes among their code, where no server can keep them back. */
async function refuseMixedNotes(root: string): Promise<void> {
  const files = await readdir(root, { recursive: true })
  const apart = new Set(files.filter(file => NOTES_FILE.test(basename(file))).map(file => dirname(dirname(file))))
  const mixed = files.find(file => /^\d{2,4}\.html$/.test(basename(file)) && !apart.has(dirname(file)))
  if (mixed !== undefined)
    throw new Failure(wording('present-mixed', { path: join(root, mixed) }))
}

/** The IP address that a host's name stands for. */
async function resolveHost(host: string): Promise<string> {
  // Node takes no name for every address, which nobody asked for: it may come from a variable that is not set.
  const found = host === '' ? undefined : await lookup(host).catch(() => undefined)
  if (!found)
    throw new Failure(wording('present-no-host', { host: host || '\'\'', advice: hostAdvice() }))
  return found.address
}

/** The usual port where it is free, so that a bookmark goes on working; any other else. */
async function listen(root: string, host: string, options: ServeOptions, terminal: Console): Promise<StaticServer> {
  try {
    return await serveFolder(root, { ...options, port: PORT }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE')
        throw error
      const server = await serveFolder(root, options)
      tell(wording('port-in-use', { port: PORT, command: 'present', own: server.port }), terminal)
      return server
    })
  }
  catch (error) {
    const unknown = (error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL'
    const fault = unknown ? wording('present-not-own') : fileFault(error)
    const reason = wording('present-not-listening', { host, fault, advice: hostAdvice() })
    throw new Failure(reason, 1, { cause: error })
  }
}

function hostAdvice(): Wording {
  const own = addressesForOthers('::', networkInterfaces())
  return wording('present-host-advice', { addresses: either([...own, wording('present-all-addresses')]) })
}

/** Says who else can read what. */
function tellOthers(address: string, port: number, shareNotes: boolean, terminal: Console): void {
  if (isLoopback(address)) {
    if (shareNotes)
      tell(wording('present-share-nothing'), terminal)
    return
  }
  const urls = addressesForOthers(address, networkInterfaces()).map(other => urlOf(other, port))
  const kept = wording('present-kept', { url: urlOf(THIS_MACHINE, port) })
  const open = urls.length > 0 ? wording('present-others', { urls: either(urls) }) : wording('present-no-network')
  tell(open, terminal)
  tell(shareNotes ? wording('present-shared') : kept, terminal)
}
