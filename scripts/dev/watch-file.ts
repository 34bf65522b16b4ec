import type { Stats } from 'node:fs'
import { unwatchFile, watchFile } from 'node:fs'

/** How often a file is looked at, and how long it must stay as it is before it is read, in milliseconds: saving changes it several times. */
const LOOK = 100
const SETTLED = 200

/**
 * Watches a file by its path: it may be written in place, replaced by another of its name, or go away and come back. Its path is looked at again
 * and again, which sees all of that, on shared folders and drives of the network as well.
 *
 * @param path the file
 * @param told what to do when it was saved, and when it is not there
 * @param told.saved it has another content, or came back
 * @param told.missing it is not there; said at once where it is not there to begin with
 * @returns ends the watch
 */
export function watchPath(path: string, told: { saved: () => void, missing: () => void }): () => void {
  let timer: NodeJS.Timeout | undefined
  const look = ({ nlink }: Stats): void => {
    clearTimeout(timer)
    timer = setTimeout(nlink === 0 ? told.missing : told.saved, SETTLED)
  }
  watchFile(path, { interval: LOOK }, look)
  return () => {
    clearTimeout(timer)
    unwatchFile(path, look)
  }
}
