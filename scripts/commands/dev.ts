import type { Console } from './console.ts'
import { existsSync, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createServer, parser, resolveOptions } from '@slidev/cli'
import { listDeckFolders, SLIDES } from '../build/deck-folders.ts'
import { Failure } from '../failure.ts'
import { readRecord } from '../files/record.ts'
import { DECK_NAME } from '../slidev/names.ts'
import { generate } from './generate.ts'

const PORT = 3030
/** A file that is being saved changes several times; this long after the last it is read, in milliseconds. */
const SETTLED = 200

/**
 * Runs Slidev's own server on decks, and makes them anew when their article changes.
 *
 * @param path a deck, or a folder of decks; without one, the only folder under `slides`
 * @param console where addresses and messages go
 * @param stopped resolves when the servers are to stop
 * @throws Failure where there is no deck
 */
export async function dev(path: string | undefined, console: Console, stopped: Promise<void>): Promise<void> {
  const decks = await findDecks(path ?? await onlyFolder())
  const servers = []
  for (const [index, deck] of decks.entries()) {
    const server = await serveDeck(deck, PORT + index)
    servers.push(server)
    console.log(`${server.resolvedUrls?.local[0] ?? `http://localhost:${PORT + index}/`}  ${deck}`)
  }
  const watcher = await watchArticle(dirname(decks[0]!), console)
  await stopped
  watcher?.close()
  await Promise.all(servers.map(server => server.close()))
}

async function onlyFolder(): Promise<string> {
  const [only, ...others] = await listDeckFolders() as [string, ...string[]]
  if (others.length > 0)
    throw new Failure(`${SLIDES}: there are decks of several articles in this folder. Name one: ${[only, ...others].join(', ')}.`, 2)
  return only
}

async function findDecks(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile())
    return [path]
  const names = found ? (await readdir(path)).filter(name => DECK_NAME.test(name)).sort() : []
  if (names.length === 0)
    throw new Failure(`${path}: there are no decks here. Make them with \`lectern generate\`.`)
  return names.map(name => join(path, name))
}

async function serveDeck(deck: string, port: number): ReturnType<typeof createServer> {
  const options = await resolveOptions({ entry: resolve(deck) }, 'dev')
  const { userRoot, userWorkspaceRoot, roots } = options
  const server = await createServer(options, { server: { port, host: '127.0.0.1', strictPort: false, open: false }, logLevel: 'warn' }, {
    // Slidev asks for the deck again when its file has changed; a change of theme needs a new start.
    loadData: async loaded => ({ ...options.data, ...await parser.load({ userRoot, roots, allowedRoots: [userWorkspaceRoot, ...roots] }, resolve(deck), loaded, 'dev') }),
  })
  return server.listen()
}

/** Generates again when the article is saved. */
async function watchArticle(folder: string, console: Console): Promise<{ close: () => void } | undefined> {
  const record = await readRecord(folder)
  const article = record && join(folder, record.article)
  if (!article || !existsSync(article))
    return undefined
  let timer: NodeJS.Timeout | undefined
  return watch(article, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      generate([article], { out: dirname(folder) }, console).catch((error: Error) => console.error(error.message))
    }, SETTLED)
  })
}
