import type { Side } from '../merge/lines.ts'
import type { Merged, Versions } from '../merge/merge.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { PreparedDecks, Regenerated } from './model.ts'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, fileFault } from '../failure.ts'
import { readWholeFile } from '../files/read.ts'
import { RECORD_FOLDER } from '../files/record.ts'
import { labelsFor } from '../language/labels.ts'
import { mergeDecks } from '../merge/merge.ts'
import { wording } from '../messages/wording.ts'
import { DECK_NAME } from '../slidev/names.ts'

/**
 * Merges an article's decks with what a person has made of them.
 *
 * @param prepared what the article makes now
 * @param how what a person asked for
 * @param how.force takes what is generated, whatever is there
 * @param how.prefer the side that wins where both have changed the same lines
 * @returns the decks as they are and as they are to be
 * @throws Failure for a deck that cannot be read or that Lectern has not generated, and for one of which it cannot be
 *   said where its slides end
 */
export async function regenerate(
  { folder, decks, language }: PreparedDecks,
  how: { force: boolean, prefer: Side | undefined },
): Promise<Regenerated> {
  const base = await readDecks(join(folder, RECORD_FOLDER))
  const before = await readDecks(folder)
  if (!how.force)
    refuseStrangers(folder, before, base, decks)
  const names = [...base.keys()]
  // A deck that was taken away is made again.
  const ours = names.map(name => ({ name, markdown: before.get(name) ?? base.get(name)! }))
  const versions: Versions = { base: toFiles(base), ours, theirs: decks }
  const merged: Merged = how.force
    ? { decks, moved: new Map(), removed: [], conflicts: [], open: [] }
    : mergeDecks(versions, labelsFor(language).conflict, how.prefer)
  const [open] = merged.open
  if (open)
    throw new Failure(wording('slide-not-closed', { path: join(folder, open.deck), line: open.line }))
  return { base, before, merged, gone: names.filter(name => !decks.some(deck => deck.name === name)) }
}

/** A deck that Lectern has not generated is not written over. */
function refuseStrangers(
  folder: string,
  before: ReadonlyMap<string, string>,
  base: ReadonlyMap<string, string>,
  decks: DeckFile[],
): void {
  const isStranger = ([name, text]: [string, string]): boolean =>
    !base.has(name) && decks.some(deck => deck.name === name && deck.markdown !== text)
  const strangers = [...before].filter(isStranger).map(([name]) => join(folder, name))
  if (strangers.length === 0)
    return
  throw new Failure(wording('not-generated', { paths: strangers, count: strangers.length }))
}

/**
 * Reads the decks of a folder to the last byte.
 *
 * @param folder the folder
 * @returns their texts by name, in order; none where there is no such folder
 * @throws Failure for one that cannot be read, or is not UTF-8
 */
export async function readDecks(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder).catch(() => [])).filter(name => DECK_NAME.test(name)).sort()
  return new Map(await Promise.all(names.map(async name => [name, await readDeckFile(join(folder, name))] as const)))
}

/** A deck that is not read to the last byte would be written back without what was not read. */
async function readDeckFile(path: string): Promise<string> {
  const bytes = await readWholeFile(path).catch((error: unknown) => {
    throw new Failure(wording('deck-unreadable', { path, fault: fileFault(error) }), 1, { cause: error })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  }
  catch (error) {
    throw new Failure(wording('deck-not-utf-8', { path }), 1, { cause: error })
  }
}

function toFiles(decks: Map<string, string>): DeckFile[] {
  return Array.from(decks, ([name, markdown]) => ({ name, markdown }))
}
