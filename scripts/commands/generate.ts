import type { DeckOptions } from '../deck/types.ts'
import type { Article } from '../files/article.ts'
import type { Side } from '../merge/lines.ts'
import type { Console } from './console.ts'
import type { Draft } from './draft.ts'
import type { Regenerated } from './regenerate.ts'
import { basename, extname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { listArticles, readArticle } from '../files/article.ts'
import { recoverFiles } from '../files/commit.ts'
import { refuseOutside } from '../files/folder.ts'
import { withLock } from '../files/lock.ts'
import { readRecord, RECORD_FOLDER } from '../files/record.ts'
import { draft } from './draft.ts'
import { showChanges } from './dry-run.ts'
import { regenerate } from './regenerate.ts'
import { writeDecks } from './write-decks.ts'

/** What a person said on the command line; what is left out comes from the last run, then from the defaults. */
export interface GenerateFlags extends Partial<DeckOptions> {
  out: string
  theme?: string
  encoding?: string
  /** Options of the last run that count no more. */
  forget?: readonly string[]
  dryRun?: boolean
  /** Which side wins where a person and the article have changed the same lines. */
  prefer?: Side
  force?: boolean
}

const SOURCE = 'source'

/**
 * Writes the decks of articles, merged with what people have made of the decks of the last run.
 *
 * @param files the articles; none means every one in `source`
 * @param flags what a person asked for
 * @param console where results and messages go
 * @throws Failure for an article that cannot be read and for a deck that Lectern does not know: nothing is written
 *   then; and, when all is written, for conflicts and for words that are in no deck
 */
export async function generate(files: string[], flags: GenerateFlags, console: Console): Promise<void> {
  const paths = files.length > 0 ? files : await listArticles(SOURCE)
  const folders = paths.map(path => join(flags.out, basename(path, extname(path))))
  const { conflicts, losses } = flags.dryRun
    ? await generateAll(paths, flags, console)
    : await refuseLinks(folders).then(() => withLocks(folders.map(folder => join(folder, RECORD_FOLDER, 'lock')), async () => {
        for (const folder of folders)
          await recover(folder, console)
        return generateAll(paths, flags, console)
      }))
  const faults = [
    ...(conflicts > 0 ? [`${conflicts === 1 ? 'One slide was' : `${conflicts} slides were`} changed by hand and in the article. Decide on each as its message says, or give --ours or --theirs for all.`] : []),
    ...(losses > 0 ? [`Words of the article are in no deck, in ${losses === 1 ? 'one place' : `${losses} places`}. Each message says where.`] : []),
  ]
  if (faults.length > 0)
    throw new Failure(faults.join(' '))
}

/** The lock is the first that is written. */
async function refuseLinks(folders: string[]): Promise<void> {
  for (const folder of folders)
    await refuseOutside(folder, [join(folder, RECORD_FOLDER)])
}

/** Everyone takes locks in one order, so that nobody waits for one who waits. */
function withLocks<T>(paths: string[], action: () => Promise<T>): Promise<T> {
  return [...new Set(paths)].sort().reduceRight<() => Promise<T>>((inner, path) => () => withLock(path, inner), action)()
}

async function recover(folder: string, console: Console): Promise<void> {
  if (await recoverFiles(folder, join(folder, RECORD_FOLDER)))
    console.error(`${folder}: the last run was stopped as it wrote, and is finished now.`)
}

/** All articles have their decks before any is written. */
async function generateAll(paths: string[], flags: GenerateFlags, console: Console): Promise<{ conflicts: number, losses: number }> {
  const all: { made: Draft, decks: Regenerated }[] = []
  for (const article of await readArticles(paths, flags)) {
    const made = await draft(article, flags, console)
    all.push({ made, decks: await regenerate(made, { force: flags.force ?? false, prefer: flags.prefer }) })
  }
  for (const { made, decks } of all)
    await (flags.dryRun ? showChanges : writeDecks)(made, decks, console)
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
  return { conflicts: sum(all.map(({ decks }) => decks.merged.conflicts.length)), losses: sum(all.map(({ made }) => made.losses)) }
}

async function readArticles(paths: string[], flags: GenerateFlags): Promise<Article[]> {
  const articles: Article[] = []
  for (const path of paths) {
    const article = await readArticle(path, { given: flags.encoding, last: flags.forget?.includes('encoding') ? undefined : (await readRecord(join(flags.out, basename(path, extname(path)))))?.encoding })
    const twin = articles.find(other => other.name === article.name)
    if (twin)
      throw new Failure(`${twin.file.path} and ${path} would both make ${join(flags.out, article.name)}. Rename one of them.`)
    articles.push(article)
  }
  return articles
}
