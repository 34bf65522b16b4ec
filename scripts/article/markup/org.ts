import type { Change, Markup } from './writer.ts'
import { changed, Writer } from './writer.ts'

/** A headline, and in it how it stands, its priority and its tags (Org Manual, “Headlines”, “TODO Items”, “Tags”). */
const HEADLINE = /^(\*+)[ \t]+(\S.*)$/
const STATES = /^(?:(?:TODO|DONE|NEXT|WAITING|STARTED|CANCELL?ED)[ \t]+)?(?:\[#[A-Z]\][ \t]*)?/
const TAGS = /[ \t]:[\p{L}\p{N}_@#%:]+:$/u
const KEY = /^#\+([A-Z]\w*):(.*)$/i
const NAMES = ['title', 'subtitle', 'author', 'date'] as const
const OPENS = /^#\+begin_(\w+)(?:[ \t]+([\w-]+))?/i
const DRAWER = /^:[\w-]+:$/
const PLANNED = /^(?:SCHEDULED|DEADLINE|CLOSED):/
const ITEM = /^([ \t]*)([-+]|\d{1,3}[.)])[ \t]+(\S.*)$/
const RULE = /^\|[+:]*-[-+:|]*$/
/** What only this markup has. */
const OWN = new RegExp([
  String.raw`^#\+(?:title|author|options|startup|begin_\w+|filetags|property|language|email|date):?(?:[ \t]|$)`,
  '^:PROPERTIES:$',
].join('|'), 'i')

/** Marks stand between what is no word (Org Manual, “Emphasis and Monospace”). */
function around(mark: string): RegExp {
  const words = String.raw`(?=[^\s${mark}])([^${mark}\n]{0,300}[^\s${mark}])`
  return new RegExp(String.raw`(?<![\w${mark}])${mark}${words}${mark}(?![\w${mark}])`, 'g')
}
const PICTURE = /\[\[(?:file:)?([^[\]\n]{1,300}\.(?:png|jpe?g|gif|svg|webp))\](?:\[([^\]\n]*)\])?\]/gi
const INLINE: readonly Change[] = [
  [PICTURE, (_, url, words = '') => `![${words}](${url})`],
  [/\[\[(https?:[^[\]\n]{1,500})\]\[([^[\]\n]{1,500})\]\]/g, '[$2]($1)'],
  [/\[\[[^[\]\n]{1,500}\]\[([^[\]\n]{1,500})\]\]/g, '$1'],
  [/\[\[(?:file:)?([^[\]\n]{1,500})\]\]/g, '$1'],
  [/^\[fn:([\w-]+)\][ \t]+/, '[^$1]: '],
  [/\[fn:([\w-]+)\]/g, '[^$1]'],
  [/\[fn::([^[\]\n]{1,800})\]/g, '^[$1]'],
  [around('\\*'), '**$1**'],
  [around('/'), '*$1*'],
  [around('='), '`$1`'],
  [around('~'), '`$1`'],
  [/\\\\$/, '  '],
]

/**
 * Reads an outline of Emacs as Markdown.
 *
 * @param lines the text's lines
 * @returns nothing where it has no headline, or nothing that only such outlines have
 */
export function readOrg(lines: readonly string[]): Markup | undefined {
  const first = lines.find(line => line.trim() !== '') ?? ''
  const isOwn = lines.some(line => OWN.test(line.trim())) || areHeadlines(lines)
  // A remark looks as a heading of Markdown does: only under Org's own keys it is one.
  const isMarkdown = !OWN.test(first.trim()) && lines.some(line => /^#{1,6} /.test(line))
  if (!lines.some(line => HEADLINE.test(line)) || !isOwn || isMarkdown)
    return undefined
  const reader = new Reader(lines)
  while (reader.at < lines.length)
    reader.readLine()
  return reader.writer.markup()
}

/** Whether lines that begin with stars stand over text, as no items do: none has another right above it. */
function areHeadlines(lines: readonly string[]): boolean {
  const filled = lines.filter(line => line.trim() !== '')
  const heads = filled.flatMap((line, at) => HEADLINE.test(line) ? [at] : [])
  const depths = heads.map(at => /^\*+/.exec(filled[at]!)![0].length)
  const isOver = heads.every((at, index) => {
    const below = filled[at + 1]
    const isDeeper = heads[index + 1] === at + 1 && depths[index + 1]! > depths[index]!
    return isDeeper || (below !== undefined && !/^[ \t]*\*/.test(below) && !/^[ \t]/.test(below))
  })
  return heads.length > 1 && depths[0] === 1 && isOver && lines.every((line, at) =>
    !HEADLINE.test(line) || at === 0 || lines[at - 1]!.trim() === '' || HEADLINE.test(lines[at - 1]!))
}

/** An outline that is read line by line. */
class Reader {
  at = 0
  readonly writer = new Writer()
  readonly #lines: readonly string[]
  #isTitled = false

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  readLine(): void {
    const line = this.#lines[this.at]!.trimEnd()
    const opens = OPENS.exec(line.trim())
    if (opens)
      return this.#readBlock(opens[1]!.toLowerCase(), opens[2] ?? '')
    if (/^[ \t]*\|/.test(line))
      return this.#readTable()
    if (DRAWER.test(line.trim()))
      return this.#skipDrawer()
    this.at++
    const [, key, value] = KEY.exec(line.trim()) ?? []
    if (key !== undefined)
      return this.#readKey(key.toLowerCase(), value!.trim(), line)
    if (/^[ \t]*# /.test(line)) {
      this.writer.unseen.push({ kind: 'comment', words: line, line: this.at })
      return this.writer.put('')
    }
    if (PLANNED.test(line.trim()))
      return this.writer.leave(line)
    const head = HEADLINE.exec(line)
    if (head)
      return this.#readHeadline(head)
    const [, indent, mark, words] = ITEM.exec(line) ?? []
    if (mark !== undefined)
      return this.writer.item(indent!, /\d/.test(mark) ? '1.' : '-', itemOf(words!))
    this.writer.put(changed(line.trim(), INLINE))
  }

  #readKey(key: string, value: string, line: string): void {
    const name = NAMES.find(one => one === key)
    this.#isTitled ||= name === 'title'
    if (name && value !== '') {
      this.writer.name(name, value)
      this.writer.put('')
    }
    else if (key === 'caption') {
      this.writer.put(`${changed(value, INLINE)}  `)
    }
    else {
      this.writer.leave(line)
    }
  }

  #readHeadline([, stars, whole]: RegExpExecArray): void {
    const [state] = STATES.exec(whole!)!
    const tags = TAGS.exec(whole!)?.[0] ?? ''
    const words = whole!.slice(state.length, whole!.length - tags.length).trimEnd()
    this.writer.left.push(state, tags)
    const depth = Math.min(6, stars!.length + (this.#isTitled ? 1 : 0))
    this.writer.put(`${'#'.repeat(depth)} ${changed(words, INLINE)}`)
  }

  #skipDrawer(): void {
    const end = this.#lines.findIndex((line, index) => index > this.at && /^[ \t]*:END:[ \t]*$/i.test(line))
    const next = end < 0 ? this.at + 1 : end + 1
    for (; this.at < next; this.at++)
      this.writer.leave(this.#lines[this.at]!)
  }

  #readBlock(name: string, language: string): void {
    const ends = new RegExp(`^[ \\t]*#\\+end_${name}[ \\t]*$`, 'i')
    const end = this.#lines.findIndex((line, index) => index > this.at && ends.test(line))
    const inner = this.#lines.slice(this.at + 1, end < 0 ? undefined : end)
    const isCode = /^(?:src|example|export)$/.test(name)
    const own = inner.map(line => isCode ? line.replace(/^,(?=[*#])/, '') : changed(line.trim(), INLINE))
    const open = isCode ? `\`\`\`${name === 'src' ? language : ''}` : ''
    const sign = name === 'quote' ? '> ' : ''
    const tail = name === 'verse' ? '  ' : ''
    this.writer.put(open)
    own.forEach(line => this.writer.lines.push(line === '' ? sign.trim() : sign + line + tail))
    this.writer.put(isCode ? '```' : '')
    this.at += inner.length + 2
  }

  #readTable(): void {
    const rest = this.#lines.slice(this.at)
    const length = rest.findIndex(line => !/^[ \t]*\|/.test(line))
    const rows = rest.slice(0, length < 0 ? undefined : length).map(line => line.trim())
    this.writer.table(rows.filter(row => !RULE.test(row)).map(cellsOf), rows.length)
    this.at += rows.length
  }
}

function cellsOf(row: string): string[] {
  return row.replace(/^\||\|$/g, '').split('|').map(cell => changed(cell.trim(), INLINE))
}

/** An item; what it explains stands before two colons (Org Manual, “Plain Lists”). */
function itemOf(words: string): string {
  const at = words.indexOf(' :: ')
  const [term, text] = [words.slice(0, Math.max(0, at)), words.slice(at + 4)]
  return at < 0 ? changed(words, INLINE) : `**${changed(term.trim(), INLINE)}** ${changed(text.trim(), INLINE)}`
}
