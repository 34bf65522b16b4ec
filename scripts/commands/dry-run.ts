import type { Console } from './console.ts'
import type { Draft, Regenerated } from './model.ts'
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
export async function showChanges({ folder }: Draft, regenerated: Regenerated, console: Console): Promise<void> {
  const { before, merged, gone } = regenerated
  for (const { name, markdown } of merged.decks) {
    const path = join(folder, name)
    const now = before.get(name)
    console.log(`${path}  ${changeOf(now, markdown)}`)
    if (now !== undefined && now !== markdown)
      showPatch(path, now, markdown, console)
  }
  for (const name of gone) {
    const moved = merged.moved.get(name)
    const isKept = merged.removed.some(deck => deck.name === name)
    const removal = `would be removed${isKept ? ', and kept in removed' : ''}`
    console.log(`${join(folder, name)}  ${moved === undefined ? removal : `would be ${join(folder, moved)}`}`)
  }
  tellConflicts(folder, merged.conflicts, console)
}

function changeOf(now: string | undefined, markdown: string): string {
  if (now === undefined)
    return 'would be written'
  return now === markdown ? 'would stay' : 'would change'
}

const COLOURS: readonly (readonly [string, 'bold' | 'cyan' | 'green' | 'red'])[] = [
  ['---', 'bold'],
  ['+++', 'bold'],
  ['@@', 'cyan'],
  ['+', 'green'],
  ['-', 'red'],
]

function showPatch(path: string, before: string, after: string, console: Console): void {
  const patch = createTwoFilesPatch(path, path, before, after, '', '', { context: 3 })
  const lines = patch.replace(/^Index: .*\n=+\n/, '').trimEnd().split('\n')
  for (const [index, line] of lines.entries()) {
    // Below the two names, hyphens begin a line that goes.
    const colour = COLOURS.find(([mark, style]) => line.startsWith(mark) && (style !== 'bold' || index < 2))?.[1]
    // Whether there are colours is the console's to say, not Node's of its own output.
    console.log(colour && console.isColoured ? styleText(colour, line, { validateStream: false }) : line)
  }
}
