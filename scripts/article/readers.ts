import type { Pluggable, Preset } from 'unified'
import { tellDiagrams } from './diagrams.ts'
import { dropBadges } from './dialects/badges.ts'
import { readDialects } from './dialects/dialects.ts'
import { partPictureLines } from './dialects/picture-lines.ts'
import { readRawHtml } from './dialects/raw-html.ts'
import { liftFormulas } from './dollars.ts'
import { plainHtml, webPage } from './html/html.ts'
import { resolveImages } from './images.ts'
import { dropInvisible } from './invisible.ts'
import { trimLineStarts } from './line-starts.ts'
import { keepCountedParagraphs } from './lone-items.ts'
import { markdown } from './markdown.ts'
import { mendText } from './mend-text.ts'
import { keepNumberedHeads } from './numbered-heads.ts'
import { plainText } from './plain-text.ts'
import { keepQuotedLines } from './quoted-lines.ts'
import { dropStruckTitles } from './struck.ts'
import { partTypedLines } from './typed-lines.ts'
import { tellUnread } from './unread.ts'
import { keepWordedDefinitions } from './worded-definitions.ts'

/** A reader for each format, by the file's ending: it parses the article's text as mdast. */
const READERS: Readonly<Record<string, Preset>> = {
  '.txt': { plugins: [plainText as Pluggable, mendText as Pluggable, dropInvisible as Pluggable] },
  '.md': {
    plugins: [
      markdown as Pluggable,
      tellUnread as Pluggable,
      keepWordedDefinitions as Pluggable,
      readDialects as Pluggable,
      liftFormulas as Pluggable,
      trimLineStarts as Pluggable,
      keepCountedParagraphs as Pluggable,
      keepNumberedHeads as Pluggable,
      partTypedLines as Pluggable,
      keepQuotedLines as Pluggable,
      readRawHtml as Pluggable,
      dropBadges as Pluggable,
      partPictureLines as Pluggable,
      dropStruckTitles as Pluggable,
      tellDiagrams as Pluggable,
      resolveImages as Pluggable,
      dropInvisible as Pluggable,
    ],
  },
  '.html': webPage,
  '.htm': webPage,
  '.docx': plainHtml, // what `docxToHtml` has made of it
}

/** The endings of files that are articles. */
export const FORMATS: readonly string[] = Object.keys(READERS)

/**
 * The reader of a format.
 *
 * @param format a file's ending, with its dot
 * @returns a unified preset: a parser, and what makes mdast of its tree
 * @throws RangeError for a format that is not known
 */
export function readerFor(format: string): Preset {
  const reader = READERS[format.toLowerCase()]
  if (!reader) {
    const expected = FORMATS.join(', ')
    const found = `Unexpected format \`${format}\`, expected ${expected}`
    throw new RangeError(`${found}: name the article's file, or give its format`)
  }
  return reader
}
