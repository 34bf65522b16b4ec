import type { Draft } from './draft.ts'
import { isProse } from './draft.ts'

/**
 * Who speaks more than once, 记者：… 老李：…, and heads nothing with it.
 *
 * @param drafts the article's body
 */
export function findSpeakers(drafts: Draft[]): ReadonlySet<string | undefined> {
  const seen = new Set<string | undefined>()
  const speakers = new Set<string | undefined>()
  for (const draft of drafts.filter(isProse)) {
    const speaker = speakerOf(draft)
    if (speaker !== undefined)
      (seen.has(speaker) ? speakers : seen).add(speaker)
  }
  return speakers
}

/**
 * Who speaks in a paragraph, before what they say or on a line above it.
 *
 * @param draft the paragraph
 * @param draft.text its text
 * @returns the name before its colon, or nothing
 */
export function speakerOf({ text }: Draft): string | undefined {
  return /^(\p{L}{1,6}|[\p{L}·.][\p{L}·. ]{0,20}(?=[：:][ \t]*\r?\n))[：:]/u.exec(text)?.[1]
}
