import type { Change, Markup } from './writer.ts'
import { changed, Writer } from './writer.ts'

/** A heading between signs alike (MediaWiki, “Help:Formatting”). */
const HEADING = /^(={1,6})([^=].*)$/
/** What only this markup has. */
const OWN = /'''[^'\n]{1,200}'''|\[\[[^\]\n]{1,200}\]\]|\{\{[^{}\n]{1,200}\}\}|^\{\||<ref[ >]|^\{\{\w/gm
const FEWEST = 2
const NOTES = /^(?:\{\{(?:reflist|notelist|references|参考文献|參考文獻|註腳|脚注)[^{}]*\}\}|<references\b[^<>]*>)$/i
const ITEM = /^([*#]+)([^*#].*)$/
const PICTURE = String.raw`\[\[(?:File|Image|文件|图像|檔案):([^\]|\n]+)((?:\|(?:\[\[[^\]\n]*\]\]|[^[\]\n])*)?)\]\]`
const SIZED = new RegExp([
  String.raw`^(?:thumb|thumbnail|frame|frameless|left|right|center|none|(?:\d+x|x)?\d+px|缩略图|右|左|居中)$`,
  '^(?:upright|alt=|link=)',
].join('|'), 'i')
/** What a page belongs to, and how it is called in other languages. */
const FILED = /\[\[(?:Category|分类|分類|[a-z]{2,3}(?:-[a-z]+)?):[^\]\n]+\]\]/gi

const INLINE: readonly Change[] = [
  [new RegExp(PICTURE, 'gi'), (_, file, options) => `![${captionOf(options!)}](${file!.trim().replace(/ /g, '_')})`],
  [/<ref\b[^<>]*\/>/gi, ''],
  [/<ref\b[^<>]*>([^<>]*)<\/ref>/gi, '^[$1]'],
  [/<nowiki>(.*?)<\/nowiki>/gi, '$1'],
  [/\{\{(?:lang|link-\w+|le|tsl)\|[^{}|]*\|(?:[^{}|]*\|)*([^{}|]+)\}\}/gi, '$1'],
  [/\[\[[^[\]|\n]{1,300}\|([^[\]\n]{1,300})\]\]/g, '$1'],
  [/\[\[:?([^[\]|\n]{1,300})\]\]/g, '$1'],
  [/\[(https?:\/\/[^\s\]]+)[ \t]([^\]\n]+)\]/g, '[$2]($1)'],
  [/'{5}([^'\n]+)'{5}/g, '***$1***'],
  [/'''(?=\S)(.+?)'''/g, '**$1**'],
  [/''(?=\S)(.+?)''/g, '*$1*'],
  [/^:+[ \t]*/, ''],
  [/^;([^:\n]+):(.*)$/, (_, term, words) => `**${term!.trim()}** ${words!.trim()}`],
  [/^;(.+)$/, (_, term) => `**${term!.trim()}**  `],
]

/** What stands below a picture: the last of its options that is no size. */
function captionOf(options: string): string {
  const caption = options.split('|').findLast(option => option.trim() !== '' && !SIZED.test(option.trim())) ?? ''
  return caption.replace(/\[\[(?:[^\]|]+\|)?([^\]]+)\]\]/g, '$1')
}

/**
 * Reads the source of an encyclopedia's page as Markdown.
 *
 * @param lines the text's lines
 * @returns nothing where it has no heading of its kind, or little else that such pages have
 */
export function readWiki(lines: readonly string[]): Markup | undefined {
  const others = lines.join('\n').match(OWN)?.length ?? 0
  if (!lines.some(line => headingOf(line)) || others < FEWEST)
    return undefined
  const reader = new Reader(lines)
  const lead = lines.slice(0, lines.findIndex(line => headingOf(line))).join('\n')
  // What a page is about stands in bold type in its first sentence (Wikipedia, “MOS:BOLDTITLE”).
  const [, title] = /'''([^'\n]+)'''/.exec(lead) ?? []
  if (title !== undefined)
    reader.writer.name('title', title)
  while (reader.at < lines.length)
    reader.readLine()
  return reader.writer.markup()
}

/** A heading's depth and words; nothing where a line is none. */
function headingOf(line: string): { depth: number, words: string } | undefined {
  const [, sign, rest] = HEADING.exec(line.trim()) ?? []
  const words = sign !== undefined && rest!.endsWith(sign) ? rest!.slice(0, -sign.length).trim() : ''
  return words === '' ? undefined : { depth: sign!.length, words }
}

/** A page that is read line by line. */
class Reader {
  at = 0
  readonly writer = new Writer()
  readonly #lines: readonly string[]

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  readLine(): void {
    const line = this.#lines[this.at]!.trimEnd()
    if (/^\{\|/.test(line))
      return this.#readTable()
    if (/^\{\{/.test(line) && !/\}\}/.test(line))
      return this.#skipTemplate()
    this.at++
    const own = this.#withoutSettings(line)
    const heading = headingOf(own)
    const [, marks, words] = ITEM.exec(own) ?? []
    if (heading && this.#isMade())
      this.writer.leave(own)
    else if (heading)
      this.writer.put(`${'#'.repeat(heading.depth)} ${changed(heading.words, INLINE)}`)
    else if (marks !== undefined)
      this.writer.item(marks, marks.endsWith('#') ? '1.' : '-', changed(words!.trim(), INLINE))
    else
      this.writer.put(changed(own, INLINE))
  }

  /** Whether below a heading stands only where the page's program lists the notes. */
  #isMade(): boolean {
    const filled = this.#lines.slice(this.at).map(line => line.trim()).filter(line => line !== '')
    const next = filled[1]
    const isLast = next === undefined || headingOf(next) !== undefined || /^\[\[|^\{\{/.test(next)
    return NOTES.test(filled[0] ?? '') && isLast
  }

  /** A line without what is set of the page in it: templates, categories, switches. */
  #withoutSettings(line: string): string {
    const known = changed(line, INLINE.filter(([pattern]) => /lang/.test(pattern.source)))
    return [/\{\{[^{}\n]*\}\}/g, FILED, /__[A-Z]+__/g, /<references\b[^<>]*>/gi].reduce((rest, form) =>
      rest.replace(form, (found) => {
        this.#leaveTemplate(found, this.at)
        return ''
      }), known)
  }

  #skipTemplate(): void {
    const from = this.at
    let depth = 0
    do {
      const line = this.#lines[this.at++]!
      depth += (line.match(/\{\{/g)?.length ?? 0) - (line.match(/\}\}/g)?.length ?? 0)
      this.writer.put('')
    } while (depth > 0 && this.at < this.#lines.length)
    this.#leaveTemplate(this.#lines.slice(from, this.at).join('\n'), from + 1)
  }

  /** One that has words of its own, {{Infobox|…}}, is told of; what only a program reads is not. */
  #leaveTemplate(words: string, line: number): void {
    if (/^\{\{[^{}]*\|/.test(words))
      this.writer.unseen.push({ kind: 'template', words, line })
    else
      this.writer.left.push(words)
  }

  #readTable(): void {
    const end = this.#lines.findIndex((line, index) => index > this.at && /^\|\}/.test(line.trim()))
    const inner = this.#lines.slice(this.at + 1, end < 0 ? undefined : end).map(line => line.trim())
    this.writer.left.push(this.#lines[this.at]!)
    const rows: string[][] = []
    let caption = ''
    for (const line of inner) {
      if (line.startsWith('|+'))
        caption = changed(line.slice(2).trim(), INLINE)
      else if (line.startsWith('|-') || rows.length === 0)
        rows.push([])
      if (/^[!|](?![-+])/.test(line))
        rows.at(-1)!.push(...this.#cellsOf(line))
    }
    this.writer.put(caption)
    this.writer.put('')
    this.writer.table(rows.filter(row => row.length > 0), inner.length)
    this.at += inner.length + (end < 0 ? 1 : 2)
  }

  #cellsOf(line: string): string[] {
    return line.slice(1).split(line.startsWith('!') ? /!!|\|\|/ : /\|\|/).map((cell) => {
      const [, settings, words] = /^([^=[\]{|}]*=[^[\]{|}]*)\|(?!\|)(.*)$/.exec(cell) ?? []
      this.writer.left.push(settings ?? '')
      return changed(this.#withoutSettings((words ?? cell).trim()), INLINE)
    })
  }
}
