import { parse, stringify } from 'yaml'
import { withKnownKeys } from './head-keys.ts'
import { readToml } from './toml.ts'

/**
 * What stands above a Markdown article's text and is data: YAML between `---`, TOML between `+++`, JSON in braces, keys
 * and values without anything round them.
 */
export interface HeadData {
  /** Its values as YAML. Of what is YAML the lines stay lines. */
  yaml: string
  /** The offset after its last character, its line's end apart. */
  end: number
}

const YAML = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/
const TOML = /^\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?=\r?\n|$)/
/** Keys and values above the first empty line (MultiMarkdown, “Metadata”). */
const PLAIN = /^(?:[a-z][\w -]{0,30}:[ \t]+\S.*\r?\n)+(?=[ \t]*\r?\n)/i
/** Keys that say whose text it is: two of them are no part of it. */
const OWN_KEY = /^(?:title|subtitle|author|date|keywords|abstract|language|affiliation|email):/gim
/** JSON above three semicolons (Hexo, “Front-matter”), or between them. */
const SEMICOLONS = /^(?:;;;[ \t]*\r?\n)?(\s*[{"][\s\S]*?)\r?\n;;;[ \t]*(?=\r?\n|$)/
/** A line that may end an object: nothing stands behind its brace. */
const JSON_END = /\}[ \t]*(?=\r?\n|$)/g
/** An object with more keys is no head of an article. */
const MOST_ENDS = 200

/**
 * Finds the data at the head of a Markdown article.
 *
 * @param text the article
 * @returns its values and its end; nothing where the article begins with its text: what stands between two lines `---`
 *   and is no list of keys is text
 */
export function headDataOf(text: string): HeadData | undefined {
  const yaml = YAML.exec(text)
  if (yaml) {
    const lines = quotedWhereNeeded(withKnownKeys(yaml[1]!))
    return isMapping(lines) ? { yaml: lines, end: yaml[0].length } : undefined
  }
  const toml = TOML.exec(text)
  const data = toml ? readToml(toml[1]!) : undefined
  return toml && data ? { yaml: stringify(data), end: toml[0].length } : jsonAtHead(text) ?? plainAtHead(text)
}

/** Metadata without marks: a title, and another key that says whose text it is. */
function plainAtHead(text: string): HeadData | undefined {
  const head = PLAIN.exec(text)?.[0].trimEnd()
  if (head === undefined || !/^title:/im.test(head) || head.match(OWN_KEY)!.length < 2)
    return undefined
  const lines = Array.from(head.matchAll(/^([^:\n]+):(.*)$/gm))
  const values = new Map<string, string[]>()
  for (const [, key, value] of lines) {
    const name = key!.toLowerCase()
    values.set(name, [...values.get(name) ?? [], value!.trim()])
  }
  // A key that stands twice, Author, has both values.
  const pairs = Array.from(values, ([key, all]) => [key, all.length > 1 ? all : all[0]!])
  return { yaml: stringify(Object.fromEntries(pairs)), end: head.length }
}

function jsonAtHead(text: string): HeadData | undefined {
  const semicolons = SEMICOLONS.exec(text)
  const pairs = semicolons && pairsOf(semicolons[1]!)
  if (semicolons && pairs)
    return { yaml: stringify(pairs), end: semicolons[0].length }
  if (!/^\{\s*"/.test(text))
    return undefined
  JSON_END.lastIndex = 0
  for (let count = 0; count < MOST_ENDS; count++) {
    const match = JSON_END.exec(text)
    if (!match)
      return undefined
    try {
      return { yaml: stringify(JSON.parse(text.slice(0, match.index + 1))), end: match.index + match[0].length }
    }
    catch {
      // The brace ends a value, not the whole.
    }
  }
  return undefined
}

/** The values of an object that needs no braces. */
function pairsOf(text: string): unknown {
  const words = text.trim()
  try {
    return JSON.parse(words.startsWith('{') ? words : `{${words}}`) as unknown
  }
  catch {
    return undefined
  }
}

const KEY_LINE = /^([A-Z_][\w-]*)([ \t]*:[ \t]+)(\S.*)$/i

/** A value that goes on in the lines below, or whose quotation mark or bracket has no other. */
const OPEN = /^(?:[|>]|"[^"]*$|'[^']*$|\[[^\]]*$|\{[^}]*$)/

/**
 * YAML with quotation marks round the values that cannot do without: `title: A: B`, `author: @name` (YAML 1.2.2,
 * 7.3.3). Each is a line that is no YAML by itself; nothing is done where that does not make YAML of the whole.
 */
function quotedWhereNeeded(yaml: string): string {
  if (parsed(yaml) !== undefined)
    return yaml
  const lines = yaml.split(/\r?\n/).map((line) => {
    const match = KEY_LINE.exec(line)
    const isPlain = match && parsed(line) === undefined && !OPEN.test(match[3]!)
    return isPlain ? `${match[1]}${match[2]}${JSON.stringify(match[3]!.trimEnd())}` : line
  }).join('\n')
  return parsed(lines) === undefined ? yaml : lines
}

/**
 * Whether a text is a list of keys and their values, be it with a fault. 注意: 明天停航 is none: its key is of no program.
 */
function isMapping(yaml: string): boolean {
  const data = parsed(yaml)
  if (data !== undefined) {
    const keys = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : []
    return keys.some(key => /^[\w-]+$/.test(key))
  }
  const lines = yaml.split(/\r?\n/).filter(line => /^[^\s#-]/.test(line))
  const keys = lines.filter(line => /^[\w-]+[ \t]*:(?:\s|$)/.test(line))
  return keys.length > 0 && keys.length >= lines.length / 2
}

/** What a text is as YAML; undefined where it is none. */
function parsed(yaml: string): unknown {
  try {
    return parse(yaml, { logLevel: 'error' }) as unknown
  }
  catch {
    return undefined
  }
}

/**
 * An article with the data at its head out of the way of Markdown: every character of it a space. Two lines `---` that
 * hold no data are thematic breaks: the second is no underline of a heading.
 *
 * @param text the article
 * @param data what `headDataOf` has found
 * @returns a text of the same length
 */
export function withoutHeadData(text: string, data: HeadData | undefined): string {
  if (data)
    return text.slice(0, data.end).replace(/[^\r\n]/g, ' ') + text.slice(data.end)
  const head = YAML.exec(text)?.[0]
  return head ? head.replace(/^---|---(?=[ \t]*$)/g, '***') + text.slice(head.length) : text
}
