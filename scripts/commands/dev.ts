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
import { wording } from '../messages/wording.ts'
import { faultOf, print, tell, voiceOf } from './console.ts'

const PORT = 3030

/**
 * Shows an article's decks on one server, and makes them anew when their article is saved.
 *
 * @param path a deck, or a folder of decks; without one, the only folder under `slides`
 * @param terminal where addresses and messages go
 * @param stopped resolves when the server is to stop
 * @throws Failure where there is no deck
 */
export async function dev(path: string | undefined, terminal: Console, stopped: Promise<void>): Promise<void> {
  const set = await findDecks(path ?? await onlyFolder())
  tell(cacheFault(process.env), terminal)
  tell(await whatRuns(set.folder).catch(() => undefined), terminal)
  const front = await serveDecks(set, PORT, voiceOf(terminal))
  print(wording('dev-open', { url: front.url }), terminal)
  for (const name of await listDecks(set))
    terminal.log(deckLine(set, name, front))
  if (front.port !== PORT)
    tell(wording('port-in-use', { port: PORT, command: 'dev', own: front.port }), terminal)
  const unwatch = await followArticle(set, front, terminal)
  await stopped
  await unwatch()
  await front.close()
}

async function onlyFolder(): Promise<string> {
  const [only, ...others] = await listDeckFolders() as [string, ...string[]]
  if (others.length > 0)
    throw new Failure(wording('dev-name-one', { folder: SLIDES, names: [only, ...others] }), 2)
  return only
}

function deckLine({ folder }: DeckSet, name: string, { url }: Front): string {
  return `${url}${addressOf(name)}/  ${join(folder, name)}`
}

/** Generates again whenever the article is saved; what it gives ends that. */
async function followArticle(set: DeckSet, front: Front, terminal: Console): Promise<() => Promise<void>> {
  const { folder } = set
  const record = set.isArticle ? await readRecord(folder) : undefined
  if (!record) {
    tell(wording('dev-no-article', { folder }), terminal)
    return async () => {}
  }
  const article = join(folder, record.article)
  const name = basename(article, extname(article))
  if (name !== basename(folder)) {
    tell(wording('dev-other-folder', { article, place: join(dirname(folder), name), folder }), terminal)
    return async () => {}
  }
  const turns = takeTurns(() => makeAgain(article, set, front, terminal))
  const bytes = await readWholeFile(article).catch(() => undefined)
  if (bytes) {
    const isCurrent = hashOf(bytes) === record.hash
    tell(wording(isCurrent ? 'dev-watching' : 'dev-watching-changed', { article }), terminal)
  }
  const unwatch = watchPath(article, {
    saved: turns.ask,
    missing: () => tell(wording('dev-article-gone', { article }), terminal),
  })
  return async () => {
    unwatch()
    await turns.end()
  }
}

/** Makes the decks anew and says what became of them. Whatever goes wrong, the server goes on. */
async function makeAgain(article: string, set: DeckSet, front: Front, terminal: Console): Promise<void> {
  const before = await listDecks(set)
  tell(wording('dev-saved', { article }), terminal)
  const flags = { out: dirname(set.folder) }
  // Loaded when an article is saved: the first slide does not wait for it.
  const { generate } = await import('./generate.ts')
  await generate([article], flags, terminal).catch((error: unknown) => tell(faultOf(error), terminal))
  const after = await listDecks(set)
  for (const name of after.filter(name => !before.includes(name)))
    print(wording('dev-new', { deck: deckLine(set, name, front) }), terminal)
  for (const name of before.filter(name => !after.includes(name)))
    print(wording('dev-gone', { deck: deckLine(set, name, front) }), terminal)
  await front.forget()
}
