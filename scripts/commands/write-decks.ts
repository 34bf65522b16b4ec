import type { Output } from '../files/write.ts'
import type { Conflict } from '../merge/merge.ts'
import type { Console } from './console.ts'
import type { Draft, Regenerated } from './model.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commitFiles } from '../files/commit.ts'
import { isInGit } from '../files/git.ts'
import { RECORD_FOLDER, recordFile } from '../files/record.ts'
import { labelsFor } from '../language/labels.ts'
import { isSameText } from '../merge/lines.ts'
import { statesOf } from '../merge/states.ts'
import { countSlides } from './console.ts'

/**
 * Writes an article's decks, all or none. A deck that a person has changed is kept as it was: in git where it is
 * committed, else beside it.
 *
 * @param draft what the article makes
 * @param regenerated the decks as they are and as they are to be
 * @param console where is said what was done
 * @throws Failure where a file cannot be written
 */
export async function writeDecks(draft: Draft, regenerated: Regenerated, console: Console): Promise<void> {
  const { folder, language, decks, images, fonts, record } = draft
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
    const keptIn = kept ? `; as you had changed it, it is kept in ${kept.path}` : ''
    const fate = moved === undefined
      ? `removed: the article has no such part any more${keptIn}`
      : `is ${join(folder, moved)} now`
    console.log(`${join(folder, name)}  ${fate}`)
  }
  for (const [index, { slides }] of statesOf(decks, merged.decks, labelsFor(language).conflict).entries()) {
    const path = join(folder, merged.decks[index]!.name)
    const own = slides.filter(({ state }) => state === 'edited' || state === 'own').length
    const edited = own > 0 ? `, ${own} of them changed by hand` : ''
    console.log(`${path}  ${countSlides(slides.length)}${edited}${changed.has(path) ? '' : ', unchanged'}`)
  }
  tellConflicts(folder, merged.conflicts, console)
}

/**
 * Says of each conflict where it is and what to do.
 *
 * @param folder the decks' folder
 * @param conflicts the conflicts of its decks
 * @param console where it is said
 */
export function tellConflicts(folder: string, conflicts: Conflict[], console: Console): void {
  for (const conflict of conflicts) {
    const { ruleId, reason } = messageOf(conflict)
    console.error(`${join(folder, conflict.deck)}:${conflict.line}:1: ${reason} (${ruleId})`)
  }
}

function messageOf({ title, kind }: Conflict): { ruleId: string, reason: string } {
  const reasons: Record<Conflict['kind'], string[]> = {
    changed: [
      `Unexpected changes of “${title}” by hand and in the article, expected one of them:`,
      'your slide stays, and the article\'s is hidden after it; keep one of the two and delete the other',
    ],
    gone: [
      `Unexpected changes by hand of “${title}”, which the article has no more, expected none:`,
      'your slide stays; delete it, or keep it as your own',
    ],
    back: [
      `Unexpected words on “${title}”, which was deleted by hand, expected none that stand elsewhere:`,
      'the article has moved some here from a slide that you have kept, and the slide is back;',
      'delete it again, or keep it',
    ],
    rejoined: [
      `Unexpected words on “${title}” of a slide that was deleted by hand, expected none of them:`,
      'they stand with words of a slide that you have kept; take them out again, or keep them',
    ],
    returned: [
      `Unexpected words on “${title}” of a slide that was moved by hand, expected them where it was put:`,
      'they stand with words of another slide now; move that one, or leave it',
    ],
  }
  return { ruleId: 'conflict', reason: reasons[kind].join(' ') }
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
