import type { SlideInfo, SlidevMarkdown } from '@slidev/types'
import { relative } from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/** What Vite and its plugins call a slide's module. */
const MODULE = /__slidev_(\d+)\.(?:md|frontmatter)/
/** The first line that says something: after a kind of error, or after a code such as [UNRESOLVED_IMPORT]. */
const REASON = /(?:^|\n)(?:\w*Error: |\[[A-Z_]+\] )(?:\[\w+\] )?(.+)/

/**
 * Says where a build failed, where that was in a person's slide.
 *
 * @param error what the build threw
 * @param slides all slides of the build, in order
 * @returns a failure that names the slide's file and first line; or the error itself, where it is not about a slide
 */
export function slideFault(error: unknown, slides: SlideInfo[]): unknown {
  const text = error instanceof Error ? stripVTControlCharacters(error.message) : ''
  const source = slides[Number(MODULE.exec(text)?.[1]) - 1]?.source
  const reason = REASON.exec(text)?.[1]
  if (!source || reason === undefined)
    return error
  return faultIn(source, reason.replace(/ in \S+__slidev_\d+\.\w+$/, ''), error)
}

/**
 * Says that a slide cannot be built.
 *
 * @param source where the slide stands
 * @param reason why, as who builds it says it
 * @param cause what that threw
 * @returns a failure that names the slide's file and first line
 */
export function faultIn(source: SlideInfo['source'], reason: string, cause: unknown): Failure {
  const place = { path: relative(process.cwd(), source.filepath), line: source.contentStart + 1 }
  return new Failure(wording('slide-not-built', { ...place, fault: sentenceOf(reason) }), 1, { cause })
}

/**
 * Says where a deck cannot be read as it stands: Slidev passes over frontmatter that is no YAML, and over files that
 * are not there.
 *
 * @param deck a deck as Slidev has read it
 * @returns a failure that names the file and the line, or nothing
 */
export function readingFault({ filepath, slides, errors }: SlidevMarkdown): Failure | undefined {
  const file = relative(process.cwd(), filepath)
  for (const { start, frontmatterDoc } of slides) {
    const [error] = frontmatterDoc?.errors ?? []
    if (error) {
      const place = { path: file, line: start + 1 + (error.linePos?.[0].line ?? 0) }
      return new Failure(wording('slide-not-yaml', { ...place, fault: sentenceOf(error.message) }), 1, { cause: error })
    }
  }
  const [missing] = errors ?? []
  if (missing) {
    const place = { path: file, line: missing.row + 1 }
    return new Failure(wording('slide-not-read', { ...place, fault: sentenceOf(missing.message) }))
  }
}

/** The first line of a message, without the place that it names in its own way. */
function sentenceOf(message: string): string {
  return `${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '')}.`
}
