import type { FSWatcher } from 'node:fs'
import { watch } from 'node:fs'
import { stat } from 'node:fs/promises'

/** What changes again and again is told of after so long in any case, in milliseconds. */
const LONGEST = 500
/** How often the files themselves are looked at, in milliseconds. */
const LOOK = 500

/** Watches over folders. */
export interface FolderWatch {
  /** Watches a folder too. */
  add: (folder: string) => void
  /** Ends all of it. */
  end: () => void
}

/**
 * Tells when something changes in folders, however it is saved: in place, or by another file of its name. The system
 * says so at once; where it does not, as on shared folders and drives of the network, the files are looked at.
 *
 * @param files gives the paths of the files that matter
 * @param told what to do then
 * @param settled how long nothing must change before, in milliseconds: saving changes a file several times
 * @returns the watch; there is no folder yet
 */
export function watchFolders(files: () => Promise<string[]>, told: () => void, settled: number): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let since: number | undefined
  let isOver = false
  const tell = (): void => {
    since = undefined
    told()
  }
  const notice = (): void => {
    if (isOver)
      return
    since ??= performance.now()
    clearTimeout(timer)
    timer = setTimeout(tell, Math.min(settled, since + LONGEST - performance.now()))
  }
  let known: string | undefined
  const look = setInterval(() => void signatureOf(files).then((now) => {
    if (known !== undefined && now !== known)
      notice()
    known = now
  }, () => {}), LOOK)
  return {
    add(folder) {
      if (!isOver && !watchers.has(folder))
        watchOver(folder, watchers, notice)
    },
    end() {
      isOver = true
      clearTimeout(timer)
      clearInterval(look)
      watchers.forEach(watcher => watcher.close())
    },
  }
}

/** A folder that cannot be watched is looked at all the same. */
function watchOver(folder: string, watchers: Map<string, FSWatcher>, notice: () => void): void {
  try {
    const watcher = watch(folder, notice)
    watchers.set(folder, watcher)
    watcher.on('error', () => {
      watcher.close()
      watchers.delete(folder)
    })
  }
  catch {
    watchers.delete(folder)
  }
}

/** The names, sizes and times of files. */
async function signatureOf(files: () => Promise<string[]>): Promise<string> {
  const paths = await files()
  const stats = await Promise.all(paths.map(path => stat(path).catch(() => undefined)))
  return JSON.stringify(paths.map((path, index) => [path, stats[index]?.size, stats[index]?.mtimeMs]))
}
