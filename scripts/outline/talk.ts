import type { VFile } from 'vfile'
import type { Frontmatter } from '../article/frontmatter.ts'
import type { Talk } from './types.ts'
import { refuseKey } from '../article/frontmatter.ts'
import { withoutInvisible } from '../article/invisible.ts'
import { hasWords } from '../language/marks.ts'
import { wording } from '../messages/wording.ts'

/** The words of a talk, in the order in which they are shown. */
export const TALK_KEYS = ['speaker', 'organization', 'date'] as const
export type TalkKey = typeof TALK_KEYS[number]

/** A line of a cover holds no more: characters, and how many of them may be as wide as they are high. */
export const LONGEST_TALK = { all: 60, wide: 30 }
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/gu
/** The same in words. */
export const TALK_WORDS = wording('expected-talk-words', LONGEST_TALK)

/**
 * A file's path below a folder, in letters that mean nothing to a shell of addresses: no scheme, no way up, no query.
 */
const BELOW = /^(?=\S)(?:\.\/)?(?:(?!\.\.?(?:\/|$))[^/\\:?#]+\/)*(?!\.\.?$)[^/\\:?#]+$/

/**
 * Whether words may say whose talk it is: a line of a cover.
 *
 * @param value from any source
 * @returns false for what has no words, is long, has several lines, or characters that nobody sees
 */
export function isTalkWords(value: unknown): value is string {
  if (typeof value !== 'string' || !hasWords(value) || !isPlain(value))
    return false
  return Array.from(value).length <= LONGEST_TALK.all && (value.match(WIDE)?.length ?? 0) <= LONGEST_TALK.wide
}

/**
 * Whether an article may name a file as its logo: a path below the article's own folder.
 *
 * @param value what it says
 * @returns false for addresses, absolute paths and ways out of the folder
 */
export function isLogoBelow(value: string): boolean {
  return BELOW.test(value) && isPlain(value)
}

function isPlain(value: string): boolean {
  return withoutInvisible(value) === value && !/[\t\r\n]/.test(value)
}

/**
 * Whose talk it is, as an article's frontmatter says.
 *
 * @param meta the frontmatter
 * @param file takes a message of what no cover can show. A date that is too long for it is the byline's alone
 * @returns what it says that can be shown
 */
export function talkOfMeta(meta: Frontmatter, file: VFile): Talk {
  const talk: Talk = {}
  for (const key of TALK_KEYS) {
    const value = meta[key]
    if (isTalkWords(value))
      talk[key] = value
    else if (value !== undefined && key !== 'date')
      refuseKey(file, key, value, TALK_WORDS)
  }
  if (meta.logo !== undefined && isLogoBelow(meta.logo)) {
    talk.logo = meta.logo
  }
  else if (meta.logo !== undefined) {
    refuseKey(file, 'logo', meta.logo, wording('expected-logo'), wording('correct-logo'))
  }
  return talk
}
