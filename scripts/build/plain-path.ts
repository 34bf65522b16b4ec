import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'

/** In an address these end the path, and Vite takes a file's path for one: `C#.md`, `为什么?.md`. */
const ODD = /[#?]/

/**
 * Gives decks in a folder that Vite cannot name a path that it can: that of a copy in the temporary folder, or of a
 * link there.
 *
 * @param folder the decks' folder
 * @param options Slidev's options; their list of roots is changed in place, for Slidev's own functions hold it
 * @param make makes the copy, or the link: Vite follows a link, unless it is asked to `preserveSymlinks`
 * @returns the options; the same where Vite can name the folder
 */
export function withPlainPath(
  folder: string,
  options: ResolvedSlidevOptions,
  make: Place = copied,
): ResolvedSlidevOptions {
  if (!ODD.test(folder))
    return options
  const copy = join(mkdtempSync(join(tmpdir(), 'lectern-')), 'decks')
  make(folder, copy)
  const isInside = (path: string): boolean => path === folder || path.startsWith(folder + sep)
  const plain = (path: string): string => isInside(path) ? copy + path.slice(folder.length) : path
  const { data, roots } = options
  roots.splice(0, roots.length, ...roots.map(plain))
  data.slides = data.slides.map((slide): SlideInfo => {
    const filepath = plain(slide.source.filepath)
    return { ...slide, source: { ...slide.source, filepath } }
  })
  const files = Object.entries(data.markdownFiles).map(([path, file]) => ({ ...file, filepath: plain(path) }))
  data.markdownFiles = Object.fromEntries(files.map(file => [file.filepath, file]))
  const utils = { ...options.utils, iconsResolvePath: options.utils.iconsResolvePath.map(plain) }
  return { ...options, userRoot: copy, entry: plain(options.entry), utils }
}

/** Has what stands in one folder stand in another. */
type Place = (folder: string, at: string) => void

const copied: Place = (folder, at) => cpSync(folder, at, { recursive: true })

/** What is changed there is changed in the folder itself. */
export const linked: Place = (folder, at) => symlinkSync(folder, at, 'junction')
