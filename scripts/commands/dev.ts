import type { DeckSet } from '../dev/decks.ts'
import type { Front } from '../dev/front.ts'
import type { Console } from './console.ts'
import { basename, dirname, extname, join } from 'node:path'
import process from 'node:process'
import { cacheFault } from '../build/cache.ts'
import { listDeckFolders, SLIDES } from '../build/deck-folders.ts'
import { whatRuns } from '../build/what-runs.ts'
import { addressOf, findDecks, listDecks } from '../dev/decks.ts'
import { serveDecks } from '../dev/front.ts'
import { takeTurns } from '../dev/turns.ts'
import { watchPath } from '../dev/watch-file.ts'
import { Failure } from '../failure.ts'
import { hashOf } from '../files/hash.ts'
import { readWholeFile } from '../files/read.ts'
import { readRecord } from '../files/record.ts'
import { describeError, tellOf } from './console.ts'
import { generate } from './generate.ts'

const PORT = 3030

/**
 * Runs Slidev's own server on the decks of an article, and makes them anew when their article is saved.
 *
 * @param path a deck, or a folder of decks; without one, the only folder under `slides`
 * @param console where addresses and messages go
 * @param stopped resolves when the server is to stop
 * @throws Failure where there is no deck
 */
export async function dev(path: string | undefined, console: Console, stopped: Promise<void>): Promise<void> {
  const set = await findDecks(path ?? await onlyFolder())
  tellOf(cacheFault(process.env), console)
  tellOf(await whatRuns(set.folder).catch(() => undefined), console)
  const front = await serveDecks(set, PORT, console.error)
  console.log(`Open ${front.url} in a browser. Ctrl-C ends it.`)
  for (const name of await listDecks(set))
    console.log(deckLine(set, name, front))
  if (front.port !== PORT) {
    const other = `Port ${PORT} is in use by another program, perhaps another \`lectern dev\``
    console.error(`${other}: this one has port ${front.port}.`)
  }
  const unwatch = await followArticle(set, front, console)
  await stopped
  await unwatch()
  await front.close()
}

async function onlyFolder(): Promise<string> {
  const [only, ...others] = await listDeckFolders() as [string, ...string[]]
  if (others.length > 0) {
    const names = [only, ...others].join(', ')
    throw new Failure(`${SLIDES}: there are decks of several articles in this folder. Name one: ${names}.`, 2)
  }
  return only
}

function deckLine({ folder }: DeckSet, name: string, { url }: Front): string {
  return `${url}${addressOf(name)}/  ${join(folder, name)}`
}

/** Generates again whenever the article is saved; what it gives ends that. */
async function followArticle(set: DeckSet, front: Front, console: Console): Promise<() => Promise<void>> {
  const { folder } = set
  const record = set.isArticle ? await readRecord(folder) : undefined
  if (!record) {
    const unknown = 'it is not known which article these decks are from, so none is watched.'
    console.error(`${folder}: ${unknown} \`lectern generate\` notes it.`)
    return async () => {}
  }
  const article = join(folder, record.article)
  const name = basename(article, extname(article))
  if (name !== basename(folder)) {
    const place = join(dirname(folder), name)
    const unwatched = `this article's decks would go to ${place}, so it is not watched`
    console.error(`${article}: ${unwatched}. Give ${folder} the article's name.`)
    return async () => {}
  }
  const turns = takeTurns(() => makeAgain(article, set, front, console))
  const bytes = await readWholeFile(article).catch(() => undefined)
  if (bytes) {
    const stale = hashOf(bytes) === record.hash ? '' : ' It has changed since they were made.'
    console.error(`${article}: the decks are made again when it is saved.${stale}`)
  }
  const missing = 'there is no such file now. The decks stay as they are, and are made again when it is back.'
  const unwatch = watchPath(article, {
    saved: turns.ask,
    missing: () => console.error(`${article}: ${missing}`),
  })
  return async () => {
    unwatch()
    await turns.end()
  }
}

/** Makes the decks anew and says what became of them. Whatever goes wrong, the server goes on. */
async function makeAgain(article: string, set: DeckSet, front: Front, console: Console): Promise<void> {
  const before = await listDecks(set)
  console.error(`${article}: saved, the decks are made again.`)
  const flags = { out: dirname(set.folder) }
  await generate([article], flags, console).catch((error: unknown) => console.error(describeError(error)))
  const after = await listDecks(set)
  for (const name of after.filter(name => !before.includes(name)))
    console.log(`${deckLine(set, name, front)}  new`)
  for (const name of before.filter(name => !after.includes(name)))
    console.log(`${deckLine(set, name, front)}  gone`)
  await front.forget()
}
