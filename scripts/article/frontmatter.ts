import type { VFile } from 'vfile'
import type { Datum } from '../messages/model.ts'
import { parse } from 'yaml'
import { wording } from '../messages/wording.ts'
import { headDataOf } from './head-data.ts'
import { withoutInvisible } from './invisible.ts'
import { warn } from './warn.ts'

/** What an article's frontmatter may say: of the article, and of the decks that are wanted. */
export interface Frontmatter {
  title?: string
  subtitle?: string
  author?: string
  date?: string
  speaker?: string
  organization?: string
  logo?: string
  /** BCP 47. */
  lang?: string
  theme?: string
  density?: string
  minutes?: string
}

/** Keys whose lines stay lines. */
const KEEPS_LINES: ReadonlySet<string> = new Set(['title', 'subtitle', 'author'])

/** The time of day behind a date (ISO 8601), which programs write there. */
const TIME = /(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:.*$/

/**
 * Reads frontmatter. Lists, of `authors` say, are joined with 、 or commas; lines of a title, a subtitle and of
 * authors stay lines, and a date has no time of day. Keys that are none of ours are passed over.
 *
 * @param yaml what stands between the `---` lines
 * @returns its values as text
 * @throws YAMLParseError where it is no YAML
 */
export function readFrontmatter(yaml: string): Frontmatter {
  const data: unknown = parse(yaml, { logLevel: 'error' })
  if (typeof data !== 'object' || data === null)
    return {}
  const { authors, ...own } = data as Record<string, unknown>
  const named = { ...(authors !== undefined && { author: authors }), ...own }
  const entries = Object.entries(named).flatMap(([key, value]): [string, string][] => {
    const values = [value].flat().map(one => textOf(key, one)).filter(one => one !== '')
    const comma = /\p{Script=Han}/u.test(values.join('')) ? '、' : ', '
    return values.length > 0 ? [[key, values.join(comma)]] : []
  })
  return Object.fromEntries(entries)
}

/** A value on one line, or on several where a key may have several; empty where it is no text. */
function textOf(key: string, value: unknown): string {
  const one = key === 'author' ? nameOf(value) : value
  if (!['string', 'number'].includes(typeof one) || (key === 'date' && COMPUTED.test(String(one))))
    return ''
  const lineEnd = KEEPS_LINES.has(key) ? '\n' : ' '
  const text = String(one).replace(/\s*[\r\n]\s*/g, lineEnd).trim()
  return key === 'date' ? text.replace(TIME, '') : text
}

/** Dates that another program reckons when it runs (Quarto, “Dates and Date Formatting”; R Markdown). */
export const COMPUTED = /^(?:today|now|last-modified|\\today|.*Sys\.(?:Date|time)\(\).*)$/i

/**
 * Somebody who is written as an object, with a name in one or in parts (Quarto, “Authors & Affiliations”; CSL, names):
 * in Chinese the family's comes first.
 */
function nameOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return value
  const { name, literal, given, family } = value as Record<string, unknown>
  if (typeof given === 'string' && typeof family === 'string')
    return /\p{Script=Han}/u.test(given + family) ? family + given : `${given} ${family}`
  return nameOf(name ?? literal ?? family ?? given)
}

/**
 * The frontmatter at the head of a Markdown article, before it is parsed.
 *
 * @param file the article
 * @returns what it says; nothing for other formats, and where it is no YAML: whoever parses the article tells that
 */
export function frontmatterOf(file: VFile): Frontmatter {
  const yaml = file.extname === '.md' ? headDataOf(String(file))?.yaml : undefined
  try {
    return yaml === undefined ? {} : readFrontmatter(yaml)
  }
  catch {
    return {}
  }
}

/**
 * Says that a key of the frontmatter asks for what there is not.
 *
 * @param file the article, which gets the message
 * @param key the key
 * @param value what it says
 * @param expected what it may say, in words
 * @param cure what to do about it, besides removing the line
 */
export function refuseKey(
  file: VFile,
  key: keyof Frontmatter,
  value: string,
  expected: Datum,
  cure = wording('correct-it'),
): void {
  const reason = wording('frontmatter-key', { key, value: withoutInvisible(value), expected, cure })
  warn(file, 'frontmatter', placeOfKey(file, key), reason)
}

/**
 * Where a key of the frontmatter stands.
 *
 * @param file the article
 * @param key the key
 * @returns its line; the frontmatter's first where it is written otherwise, over two lines say
 */
export function placeOfKey(file: VFile, key: keyof Frontmatter): { line: number, column: number } {
  const lines = String(file).split(/\r?\n/)
  return { line: Math.max(0, lines.findIndex(line => KEY_OF_LINE.exec(line)?.[1] === key)) + 1, column: 1 }
}

/** `title:` of YAML, `title =` of TOML, `"title":` of JSON. */
const KEY_OF_LINE = /^\s*["']?([\w-]+)["']?\s*[:=]/
