import type { Console } from './console.ts'
import type { PreparedDecks, Regenerated } from './model.ts'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { createTwoFilesPatch } from 'diff'
import { wording } from '../messages/wording.ts'
import { print } from './console.ts'
import { tellConflicts } from './write-decks.ts'

/**
 * Says what would become of an article's decks, line by line, and writes nothing.
 *
 * @param prepared what the article makes
 * @param prepared.folder the decks' folder
 * @param regenerated the decks as they are and as they are to be
 * @param terminal where it is said; in colour where it has any
 */
export async function showChanges(
  { folder }: PreparedDecks,
  regenerated: Regenerated,
  terminal: Console,
): Promise<void> {
  const { before, merged, gone } = regenerated
  for (const { name, markdown } of merged.decks) {
    const path = join(folder, name)
    const now = before.get(name)
    print(wording(changeOf(now, markdown), { path }), terminal)
    if (now !== undefined && now !== markdown)
      showPatch(path, now, markdown, terminal)
  }
  for (const name of gone) {
    const path = join(folder, name)
    const moved = merged.moved.get(name)
    const isKept = merged.removed.some(deck => deck.name === name)
    const removal = wording(isKept ? 'would-be-removed-kept' : 'would-be-removed', { path })
    print(moved === undefined ? removal : wording('would-be-moved', { path, now: join(folder, moved) }), terminal)
  }
  tellConflicts(folder, merged.conflicts, terminal)
}

type Change = 'would-be-written' | 'would-stay' | 'would-change'

function changeOf(now: string | undefined, markdown: string): Change {
  if (now === undefined)
    return 'would-be-written'
  return now === markdown ? 'would-stay' : 'would-change'
}

const COLOURS: readonly (readonly [string, 'bold' | 'cyan' | 'green' | 'red'])[] = [
  ['---', 'bold'],
  ['+++', 'bold'],
  ['@@', 'cyan'],
  ['+', 'green'],
  ['-', 'red'],
]

function showPatch(path: string, before: string, after: string, terminal: Console): void {
  const patch = createTwoFilesPatch(path, path, before, after, '', '', { context: 3 })
  const lines = patch.replace(/^Index: .*\n=+\n/, '').trimEnd().split('\n')
  for (const [index, line] of lines.entries()) {
    // Below the two names, hyphens begin a line that goes.
    const colour = COLOURS.find(([mark, style]) => line.startsWith(mark) && (style !== 'bold' || index < 2))?.[1]
    // Whether there are colours is the terminal's to say, not Node's of its own output.
    terminal.log(colour && terminal.isColoured ? styleText(colour, line, { validateStream: false }) : line)
  }
}
