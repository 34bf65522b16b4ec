import type { Plugin } from 'unified'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

/** A reader for each format, by the file's ending. */
const READERS: Readonly<Record<string, Plugin>> = {
  '.txt': plainText as Plugin,
  '.md': markdown as Plugin,
}

/** The endings of files that are articles. */
export const FORMATS: readonly string[] = Object.keys(READERS)

/**
 * The parser of a format.
 *
 * @param format a file's ending, with its dot
 * @returns a unified plugin that parses it as mdast
 * @throws RangeError for a format that is not known; callers check with FORMATS
 */
export function readerFor(format: string): Plugin {
  const reader = READERS[format.toLowerCase()]
  if (!reader)
    throw new RangeError(`No reader for ${format}`)
  return reader
}
