import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { watchFolders } from './watch-folders.ts'

/** A file must stay as it is for so long before it is read, in milliseconds: saving changes it several times. */
const SETTLED = 50

/**
 * Watches a file by its path: it may be written in place, replaced by another of its name, or go away and come back.
 *
 * @param path the file
 * @param told what to do when it was saved, and when it is not there
 * @param told.saved it has another content, or came back
 * @param told.missing it is not there; said at once where it is not there to begin with
 * @returns ends the watch
 */
export function watchPath(path: string, told: { saved: () => void, missing: () => void }): () => void {
  let known: string | undefined
  const look = async (): Promise<void> => {
    const now = await stat(path).then(({ size, mtimeMs }) => `${size} ${mtimeMs}`, () => MISSING)
    const before = known
    known = now
    if (now === before)
      return
    if (now === MISSING)
      told.missing()
    else if (before !== undefined)
      told.saved()
  }
  const watching = watchFolders(async () => [path], () => void look(), SETTLED)
  watching.add(dirname(path))
  void look()
  return watching.end
}

const MISSING = ''
