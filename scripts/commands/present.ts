import type { ServeOptions, StaticServer } from '../build/server.ts'
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
 * @param console where the address goes
 * @param stopped resolves when the server is to stop
 * @throws Failure where nothing is built, or the address cannot be listened on
 */
export async function present(
  folder: string | undefined,
  flags: PresentFlags,
  console: Console,
  stopped: Promise<void>,
): Promise<void> {
  const { host = THIS_MACHINE, shareNotes = false } = flags
  const root = folder ?? await findBuilt()
  if (!existsSync(join(root, 'index.html')))
    throw new Failure(`${root}: there is no built article in this folder. Build it with \`lectern build\`.`)
  const address = await resolveHost(host)
  if (!isLoopback(address) && !shareNotes)
    await refuseMixedNotes(root)
  const server = await listen(root, host, { addresses: withThisMachine(address), shareNotes }, console)
  const url = urlOf(isLoopback(address) ? address : THIS_MACHINE, server.port)
  console.log(url)
  tellOthers(address, server.port, shareNotes, console)
  if (flags.open)
    await open(url).catch(() => console.error(`Open ${url} in a browser.`))
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
  if (mixed !== undefined) {
    throw new Failure([
      `${join(root, mixed)}: the notes in these pages cannot be kept from other machines,`,
      'an earlier version of Lectern built them.',
      'Build them again with `lectern build`, or give --share-notes.',
    ].join(' '))
  }
}

/** The IP address that a host's name stands for. */
async function resolveHost(host: string): Promise<string> {
  // Node takes no name for every address, which nobody asked for: it may come from a variable that is not set.
  const found = host === '' ? undefined : await lookup(host).catch(() => undefined)
  if (!found)
    throw new Failure(`--host ${host || '\'\''}: there is no machine of this name. ${hostAdvice()}`)
  return found.address
}

/** The usual port where it is free, so that a bookmark goes on working; any other else. */
async function listen(root: string, host: string, options: ServeOptions, console: Console): Promise<StaticServer> {
  try {
    return await serveFolder(root, { ...options, port: PORT }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE')
        throw error
      const server = await serveFolder(root, options)
      const other = `Port ${PORT} is in use by another program, perhaps another \`lectern present\``
      console.error(`${other}: this one has port ${server.port}.`)
      return server
    })
  }
  catch (error) {
    const unknown = (error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL'
    const fault = unknown ? 'it is none of this machine\'s' : fileFault(error)
    const reason = `--host ${host}: this address cannot be listened on, ${fault}. ${hostAdvice()}`
    throw new Failure(reason, 1, { cause: error })
  }
}

function hostAdvice(): string {
  const own = addressesForOthers('::', networkInterfaces())
  return `Leave --host out, or give ${[...own, '0.0.0.0 for all of this machine\'s addresses'].join(', or ')}.`
}

/** Says who else can read what. */
function tellOthers(address: string, port: number, shareNotes: boolean, console: Console): void {
  if (isLoopback(address)) {
    if (shareNotes)
      console.error('--share-notes changes nothing here: without --host, no other machine can open these pages.')
    return
  }
  const urls = addressesForOthers(address, networkInterfaces()).map(other => urlOf(other, port))
  const stay = `The notes and the presenter view stay on this machine, at the address ${urlOf(THIS_MACHINE, port)}.`
  console.error(urls.length > 0
    ? `Other machines can open ${urls.join(' or ')}.`
    : 'This machine is on no network: no other machine can open these pages yet.')
  console.error(shareNotes
    ? 'The notes and the presenter view are shared with them.'
    : `${stay} --share-notes shares them.`)
}
