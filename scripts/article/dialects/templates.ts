import { nameToEmoji } from 'gemoji'

/**
 * Whether a name between colons is that of an emoji.
 *
 * @param mark with its colons
 */
export function isShortcode(mark: string): boolean {
  return Object.hasOwn(nameToEmoji, mark.slice(1, -1))
}

/** A piece of a tag that is words: where it begins and ends in it. */
export interface Piece { from: number, to: number }

const NAME = /^\{(?:%-?|\{[<%])\s*[\w/.-]*/
/** A value in quotation marks, with its key where it has one; else what stands between spaces. */
const ARGUMENT = /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|“([^”]*)”)|(?:([\w-]+)=)?([^\s,"'=]+)/g

export interface Argument { key: string | undefined, value: string, quoted: boolean, from: number }

/**
 * The arguments of a tag.
 *
 * @param tag all of it, braces too
 * @returns each with its key, where it has one, and its place
 */
export function argumentsOf(tag: string): Argument[] {
  const start = NAME.exec(tag)?.[0].length ?? 0
  const inner = tag.slice(start).replace(/\s*[-/]?(?:[%>]\}\}|%\})$/, '')
  return Array.from(inner.matchAll(ARGUMENT), (match) => {
    const value = match[2] ?? match[3] ?? match[4] ?? match[6]!
    const quoted = match[6] === undefined
    const end = start + match.index + match[0].length - (quoted ? 1 : 0)
    return { key: match[1] ?? match[5], value, quoted, from: end - value.length }
  })
}

/** Keys whose values are a person's words. */
const WORDED = /^(?:title|caption|alt|text|summary|content|label|desc(?:ription)?|name)$/

/**
 * What of a tag's arguments a reader would see: titles and labels, not addresses or names of styles.
 *
 * @param tag all of it, braces too
 * @returns the pieces in order
 */
export function wordsOfTag(tag: string): Piece[] {
  return argumentsOf(tag).flatMap(({ key, value, quoted, from }): Piece[] => {
    const own = /^@?/.exec(value)![0].length
    const isWords = /[^\0-\x7F]/.test(value) || (quoted && /[a-z] [a-z]/i.test(value))
    const isAddress = /[/\\]|\.(?:html?|md|png|jpe?g|gif|svg|webp)$/i.test(value)
    const isShown = isWords && !isAddress && (key === undefined || WORDED.test(key))
    return isShown ? [{ from: from + own, to: from + value.length }] : []
  })
}
