import type { Output } from '../files/write.ts'
import type { Conflict } from '../merge/merge.ts'
import type { Wording } from '../messages/model.ts'
import type { Console } from './console.ts'
import type { PreparedDecks, Regenerated } from './model.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commitFiles } from '../files/commit.ts'
import { isInGit } from '../files/git.ts'
import { RECORD_FOLDER, recordFile } from '../files/record.ts'
import { labelsFor } from '../language/labels.ts'
import { isSameText } from '../merge/lines.ts'
import { statesOf } from '../merge/states.ts'
import { wording } from '../messages/wording.ts'
import { print, slideCount, voiceOf } from './console.ts'

/**
 * Writes an article's decks, all or none. A deck that a person has changed is kept as it was: in git where it is
 * committed, else beside it.
 *
 * @param prepared what the article makes
 * @param regenerated the decks as they are and as they are to be
 * @param terminal where is said what was done
 * @throws Failure where a file cannot be written
 */
export async function writeDecks(prepared: PreparedDecks, regenerated: Regenerated, terminal: Console): Promise<void> {
  const { folder, language, decks, images, fonts, record } = prepared
  const { merged, gone } = regenerated
  const removed = new Map(merged.removed.map(({ name, markdown }) =>
    [name, { path: freePath(join(folder, 'removed'), name), content: markdown }]))
  const outputs: Output[] = [
    ...await originals(folder, regenerated),
    ...removed.values(),
    ...images,
    ...fonts.outputs,
    ...merged.decks.map(({ name, markdown }) => ({ path: join(folder, name), content: markdown })),
    ...decks.map(({ name, markdown }) => ({ path: join(folder, RECORD_FOLDER, name), content: markdown })),
    recordFile(folder, record),
  ]
  const goneFiles = gone.flatMap(name => [join(folder, name), join(folder, RECORD_FOLDER, name)])
  const removals = [...fonts.stale, ...goneFiles]
  const changed = new Set(await commitFiles(folder, join(folder, RECORD_FOLDER), outputs, removals))
  for (const name of new Set([...gone, ...removed.keys()])) {
    const kept = removed.get(name)
    const moved = merged.moved.get(name)
    print(fateOf(join(folder, name), moved === undefined ? undefined : join(folder, moved), kept?.path), terminal)
  }
  for (const [index, { slides }] of statesOf(decks, merged.decks, labelsFor(language).conflict).entries()) {
    const path = join(folder, merged.decks[index]!.name)
    const own = slides.filter(({ state }) => state === 'edited' || state === 'own').length
    const edited = own > 0 ? wording('deck-edited', { count: own }) : ''
    const unchanged = changed.has(path) ? '' : wording('deck-unchanged')
    print(wording('deck-written', { path, slides: slideCount(slides.length), edited, unchanged }), terminal)
  }
  tellConflicts(folder, merged.conflicts, terminal)
}

/**
 * Says of each conflict where it is and what to do.
 *
 * @param folder the decks' folder
 * @param conflicts the conflicts of its decks
 * @param terminal where it is said
 */
export function tellConflicts(folder: string, conflicts: Conflict[], terminal: Console): void {
  for (const conflict of conflicts) {
    const { ruleId, key } = { ruleId: 'conflict', key: `conflict-${conflict.kind}` as const }
    const reason = voiceOf(terminal).say(wording(key, { title: conflict.title }))
    terminal.error(`${join(folder, conflict.deck)}:${conflict.line}:1: ${reason} (${ruleId})`)
  }
}

/** What has become of a deck whose part the article no longer has at its place. */
function fateOf(path: string, now: string | undefined, kept: string | undefined): Wording {
  if (now !== undefined)
    return wording('deck-moved', { path, now })
  return kept === undefined ? wording('deck-removed', { path }) : wording('deck-removed-kept', { path, kept })
}

/**
 * The decks that a person has changed and that are written over, under names beside them; git has those that are
 * committed.
 */
async function originals(folder: string, { base, before, merged, gone }: Regenerated): Promise<Output[]> {
  const outputs: Output[] = []
  for (const [name, content] of before) {
    const next = merged.decks.find(deck => deck.name === name)?.markdown
    const isReplaced = next === undefined ? gone.includes(name) : next !== content
    const isKept = isSameText(content, base.get(name) ?? '') || merged.removed.some(deck => deck.name === name)
    if (isReplaced && !isKept && !await isInGit(join(folder, name)))
      outputs.push({ path: join(folder, `${name}.orig`), content })
  }
  return outputs
}

/** A name that no deck has that was removed before. */
function freePath(folder: string, name: string): string {
  const numbered = (index: number): string => index === 0 ? name : name.replace('.md', `-${index + 1}.md`)
  const names = Array.from({ length: 1000 }, (_, index) => join(folder, numbered(index)))
  return names.find(path => !existsSync(path))!
}
