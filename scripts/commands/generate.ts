import type { Article } from '../files/article.ts'
import type { Console } from './console.ts'
import type { GenerateFlags, PreparedDecks, Regenerated } from './model.ts'
import { basename, extname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { listArticles, readArticle } from '../files/article.ts'
import { recoverFiles } from '../files/commit.ts'
import { refuseOutside } from '../files/folder.ts'
import { withLock } from '../files/lock.ts'
import { readRecord, RECORD_FOLDER } from '../files/record.ts'
import { wording } from '../messages/wording.ts'
import { tell } from './console.ts'
import { showChanges } from './dry-run.ts'
import { prepareDecks } from './prepare-decks.ts'
import { regenerate } from './regenerate.ts'
import { writeDecks } from './write-decks.ts'

const SOURCE = 'source'

/**
 * Writes the decks of articles, merged with what people have made of the decks of the last run.
 *
 * @param files the articles; none means every one in `source`
 * @param flags what a person asked for
 * @param terminal where results and messages go
 * @throws Failure for an article that cannot be read and for a deck that Lectern does not know: nothing is written
 *   then; and, when all is written, for conflicts and for words that are in no deck
 */
export async function generate(files: string[], flags: GenerateFlags, terminal: Console): Promise<void> {
  const paths = files.length > 0 ? files : await listArticles(SOURCE)
  const folders = paths.map(path => join(flags.out, basename(path, extname(path))))
  const { conflicts, losses } = flags.dryRun
    ? await generateAll(paths, flags, terminal)
    : await generateLocked(paths, folders, flags, terminal)
  const [first, second] = [
    ...(conflicts > 0 ? [wording('changed-both', { count: conflicts })] : []),
    ...(losses > 0 ? [wording('words-lost', { count: losses })] : []),
  ]
  if (first)
    throw new Failure(second ? wording('two-sentences', { first, second }) : first)
}

/** What came of a run: slides to decide on, and places of articles that are in no deck. */
interface Counts { conflicts: number, losses: number }

/** Generates while no other run writes to the same folders. */
async function generateLocked(
  paths: string[],
  folders: string[],
  flags: GenerateFlags,
  terminal: Console,
): Promise<Counts> {
  await refuseLinks(folders)
  return withLocks(folders.map(folder => join(folder, RECORD_FOLDER, 'lock')), async () => {
    for (const folder of folders)
      await recover(folder, terminal)
    return generateAll(paths, flags, terminal)
  })
}

/** The lock is the first that is written. */
async function refuseLinks(folders: string[]): Promise<void> {
  for (const folder of folders)
    await refuseOutside(folder, [join(folder, RECORD_FOLDER)])
}

/** Everyone takes locks in one order, so that nobody waits for one who waits. */
function withLocks<T>(paths: string[], action: () => Promise<T>): Promise<T> {
  const inOrder = [...new Set(paths)].sort()
  return inOrder.reduceRight<() => Promise<T>>((inner, path) => () => withLock(path, inner), action)()
}

async function recover(folder: string, terminal: Console): Promise<void> {
  if (await recoverFiles(folder, join(folder, RECORD_FOLDER)))
    tell(wording('run-finished', { folder }), terminal)
}

/** All articles have their decks before any is written. */
async function generateAll(paths: string[], flags: GenerateFlags, terminal: Console): Promise<Counts> {
  const all: { made: PreparedDecks, decks: Regenerated }[] = []
  for (const article of await readArticles(paths, flags)) {
    const made = await prepareDecks(article, flags, terminal)
    all.push({ made, decks: await regenerate(made, { force: flags.force ?? false, prefer: flags.prefer }) })
  }
  for (const { made, decks } of all)
    await (flags.dryRun ? showChanges : writeDecks)(made, decks, terminal)
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
  return {
    conflicts: sum(all.map(({ decks }) => decks.merged.conflicts.length)),
    losses: sum(all.map(({ made }) => made.losses)),
  }
}

async function readArticles(paths: string[], flags: GenerateFlags): Promise<Article[]> {
  const articles: Article[] = []
  for (const path of paths) {
    const record = await readRecord(join(flags.out, basename(path, extname(path))))
    const last = flags.forget?.includes('encoding') ? undefined : record?.encoding
    const article = await readArticle(path, { given: flags.encoding, last })
    const twin = articles.find(other => other.name === article.name)
    if (twin) {
      const folder = join(flags.out, article.name)
      throw new Failure(wording('same-folder', { one: twin.file.path, other: path, folder }))
    }
    articles.push(article)
  }
  return articles
}
