import type { Console } from './console.ts'
import type { Draft } from './draft.ts'
import type { Regenerated } from './regenerate.ts'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { createTwoFilesPatch } from 'diff'
import { tellConflicts } from './write-decks.ts'

/**
 * Says what would become of an article's decks, line by line, and writes nothing.
 *
 * @param draft what the article makes
 * @param draft.folder the decks' folder
 * @param regenerated the decks as they are and as they are to be
 * @param console where it is said; in colour where it has any
 */
export async function showChanges({ folder }: Draft, { before, merged, gone }: Regenerated, console: Console): Promise<void> {
  for (const { name, markdown } of merged.decks) {
    const path = join(folder, name)
    const now = before.get(name)
    console.log(`${path}  ${now === undefined ? 'would be written' : now === markdown ? 'would stay' : 'would change'}`)
    if (now !== undefined && now !== markdown)
      showPatch(path, now, markdown, console)
  }
  for (const name of gone)
    console.log(`${join(folder, name)}  ${merged.moved.has(name) ? `would be ${join(folder, merged.moved.get(name)!)}` : `would be removed${merged.removed.some(deck => deck.name === name) ? ', and kept in removed' : ''}`}`)
  tellConflicts(folder, merged.conflicts, console)
}

const COLOURS: readonly (readonly [string, 'bold' | 'cyan' | 'green' | 'red'])[] = [['---', 'bold'], ['+++', 'bold'], ['@@', 'cyan'], ['+', 'green'], ['-', 'red']]

function showPatch(path: string, before: string, after: string, console: Console): void {
  const lines = createTwoFilesPatch(path, path, before, after, '', '', { context: 3 }).replace(/^Index: .*\n=+\n/, '').trimEnd().split('\n')
  for (const [index, line] of lines.entries()) {
    // Below the two names, hyphens begin a line that goes.
    const colour = COLOURS.find(([mark, style]) => line.startsWith(mark) && (style !== 'bold' || index < 2))?.[1]
    // Whether there are colours is the console's to say, not Node's of its own output.
    console.log(colour && console.isColoured ? styleText(colour, line, { validateStream: false }) : line)
  }
}
