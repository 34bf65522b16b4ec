import type { Change, Markup } from './writer.ts'
import { changed, Writer } from './writer.ts'

/** A heading, its signs as many as its depth (AsciiDoc Language Documentation, “Section Titles and Levels”). */
const HEADING = /^(={1,6})[ \t]+(\S.*)$/
/** The title, and below it who wrote the document and which version it is (“Document Header”). */
const TITLE = /^=[ \t]+(\S.*)$/
const AUTHORS = /^\p{L}[\p{L}.'’ -]{0,60}(?:<[^<>]+>)?(?:;[ \t]*\p{L}[\p{L}.'’ -]{0,60}(?:<[^<>]+>)?)*$/u
const REVISION = /^v?\d[\d.]*,.*$|^v\d[\d.]*$/
const SETTING = /^:!?[\w-]+!?:(?:[ \t].*)?$/
/** What is set of the next block: its style, its language, whose words it has. */
const ATTRIBUTES = /^\[(?:[a-z][\w-]*(?:[,%.#].*)?|[#.%].+|\w+=.*|\[[\w:-]+(?:,.*)?\])\]$/i
const EDGE = /^(?:-{4,}|={4,}|\.{4,}|\*{4,}|_{4,}|\/{4,}|\+{4,}|--|[|,]={3,}|`{3,}\w*)$/
const BLOCK_TITLE = /^\.([^\s.].*)$/
const LABEL = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)/
const ITEM = /^[ \t]*(\*{1,5}|-|\.{1,5}|\d+\.)[ \t]+(\S.*)$/
const TERM = /^(\S[^:\n]*):{2,4}(?:[ \t](.*))?$/
const PICTURE = /^image::([^\s[]+)\[([^\],]*)(?:,[^\]]*)?\]$/

const INLINE: readonly Change[] = [
  [/image:([^\s[\]:][^\s[\]]{0,300})\[([^\],]*)(?:,[^\]]*)?\]/g, '![$2]($1)'],
  [/(?:link:)?(https?:\/\/[^\s[\]]+)\[([^\]^,]+)(?:[\^,][^\]]*)?\]/g, '[$2]($1)'],
  [/(?:link|xref):([^\s[\]]+)\[([^\]^,]+)(?:[\^,][^\]]*)?\]/g, '[$2](<$1>)'],
  [/<<[^<>,]+,([^<>]+)>>/g, (_, words) => words!.trim()],
  [/<<([^<>,]+)>>/g, '$1'],
  [/footnote:\w*\[([^\]]+)\]/g, '^[$1]'],
  [/(?:kbd|btn|menu):\[([^\]]+)\]/g, '$1'],
  [/\[[\w.#-]+\]#([^#\n]+)#/g, '$1'],
  [/\[\[[\w-]+\]\]/g, ''],
  [/`\+([^`]+)\+`/g, '`$1`'],
  [/(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, '**$1**'],
  [/ \+$/g, '  '],
]

/**
 * Reads a text in AsciiDoc as Markdown.
 *
 * @param lines the text's lines
 * @returns nothing where it has fewer than two such headings, on lines of their own
 */
export function readAsciidoc(lines: readonly string[]): Markup | undefined {
  const isApart = (index: number): boolean => {
    const before = lines[index - 1]?.trim() ?? ''
    return before === '' || [SETTING, ATTRIBUTES, EDGE].some(form => form.test(before))
  }
  const headings = lines.filter((line, index) => HEADING.test(line) && !/=\s*$/.test(line) && isApart(index))
  if (headings.length < 2 || !headings.some(line => line.startsWith('== ')))
    return undefined
  const reader = new Reader(lines)
  while (reader.at < lines.length)
    reader.readLine()
  return reader.writer.markup()
}

/** A document that is read line by line. */
class Reader {
  at = 0
  readonly writer = new Writer()
  readonly #lines: readonly string[]
  /** What is set of the next block. */
  #attributes = ''

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  readLine(): void {
    const line = this.#lines[this.at]!.trimEnd()
    const title = TITLE.exec(line)
    if (title && this.writer.lines.every(before => before.trim() === ''))
      return this.#readHead(changed(title[1]!, INLINE))
    if (EDGE.test(line))
      return this.#readBlock(line)
    this.at++
    if (ATTRIBUTES.test(line)) {
      this.#attributes = line.slice(1, -1)
      // Whose words a quotation has is said.
      return this.writer.leave(/^\[(?:quote|verse),/.test(line) ? line.replace(/,.*/, '') : line)
    }
    if (line.startsWith('//'))
      return this.#leaveRemark(line)
    if (SETTING.test(line) || /^(?:<<<|\+|include::.*)$/.test(line))
      return this.writer.leave(line)
    this.#attributes = line === '' ? this.#attributes : ''
    const [, mark, words] = ITEM.exec(line) ?? []
    if (mark !== undefined)
      return this.writer.item(mark, /[.\d]/.test(mark) ? '1.' : '-', changed(words!, INLINE))
    this.writer.put(this.#lineOf(line))
  }

  /** The title, and what stands right below it. */
  #readHead(title: string): void {
    this.writer.name('title', title)
    this.writer.put('')
    this.at++
    for (let line = this.#next(); line !== undefined && line !== ''; line = this.#next()) {
      if (AUTHORS.test(line) && this.#lines[this.at - 1]?.startsWith('= ')) {
        this.writer.name('author', line.replace(/[ \t]*<[^<>]+>/g, ''))
        this.writer.put('')
        this.writer.left.push(...Array.from(line.matchAll(/<([^<>]+)>/g), ([, address]) => address!))
      }
      else if (SETTING.test(line) || REVISION.test(line)) {
        this.writer.leave(line)
      }
      else {
        return
      }
      this.at++
    }
  }

  /** What only whoever writes the document reads: one line that is read, or those from here on. */
  #leaveRemark(words: string): void {
    const lines = words.split('\n')
    this.writer.unseen.push({ kind: 'comment', words, line: lines.length > 1 ? this.at + 1 : this.at })
    lines.forEach(() => this.writer.put(''))
  }

  #next(): string | undefined {
    return this.#lines[this.at]?.trimEnd()
  }

  /** A block between two edges alike. */
  #readBlock(edge: string): void {
    const end = this.#lines.findIndex((line, index) => index > this.at && line.trimEnd() === edge.replace(/\w+$/, ''))
    const inner = this.#lines.slice(this.at + 1, end < 0 ? undefined : end)
    const attributes = this.#attributes
    this.#attributes = ''
    if (edge.startsWith('|') || edge.startsWith(','))
      this.#readTable(inner, attributes)
    else if (/^[-.`]{3,}|^\+{4}/.test(edge) && edge !== '--')
      this.#readCode(inner, /^source,[ \t]*(\w+)/.exec(attributes)?.[1] ?? /\w*$/.exec(edge)![0])
    else if (edge.startsWith('/'))
      this.#leaveRemark(['', ...inner, ''].join('\n'))
    else if (edge.startsWith('_') || attributes.startsWith('quote'))
      this.#readQuotation(inner, attributes)
    else
      return this.#skipEdge()
    this.at += inner.length + (end < 0 ? 1 : 2)
  }

  #skipEdge(): void {
    this.writer.put('')
    this.at++
  }

  #readCode(inner: readonly string[], language: string): void {
    for (const line of [`\`\`\`${language}`, ...inner, '```'])
      this.writer.lines.push(line)
  }

  #readQuotation(inner: readonly string[], attributes: string): void {
    const [, ...credit] = attributes.split(/,[ \t]*/)
    const words = credit.join('，')
    this.writer.put('')
    inner.forEach((line, index) => {
      const ends = index === inner.length - 1 && words !== ''
      this.writer.put(`> ${changed(line, INLINE)}${ends ? '  ' : ''}`)
    })
    this.writer.put(words === '' ? '' : `> ${words}`)
  }

  #readTable(inner: readonly string[], attributes: string): void {
    const cellsOf = (line: string): string[] =>
      line.trimStart().startsWith('|') ? line.trim().slice(1).split(/(?<!\\)[ \t]*[\d.+*]*[<^>]?[aehlmsv]?\|/) : []
    const first = inner.find(line => line.trim() !== '') ?? ''
    const given = /cols="?([^"\]]+)/.exec(attributes)?.[1]
    const columns = given ? Number(/^(\d+)\*/.exec(given)?.[1] ?? given.split(',').length) : cellsOf(first).length
    const cells = inner.flatMap(cellsOf).map(cell => changed(cell.trim(), INLINE))
    const width = Math.max(1, columns)
    const rows = Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
      cells.slice(row * width, (row + 1) * width))
    this.writer.put('')
    this.writer.table(rows, inner.length + 1)
  }

  /** A line as Markdown has it. */
  #lineOf(line: string): string {
    const heading = HEADING.exec(line)
    if (heading)
      return `${'#'.repeat(heading[1]!.length)} ${changed(heading[2]!, INLINE)}`
    const picture = PICTURE.exec(line)
    if (picture)
      return `![${picture[2]}](${picture[1]})`
    const title = BLOCK_TITLE.exec(line)
    if (title)
      return `${changed(title[1]!, INLINE)}  `
    const [, term, text = ''] = TERM.exec(line) ?? []
    if (term !== undefined)
      return `**${changed(term, INLINE)}** ${changed(text, INLINE)}`.trimEnd()
    const [label] = LABEL.exec(line) ?? []
    if (label !== undefined)
      this.writer.left.push(label)
    return changed(line.slice(label?.length ?? 0), INLINE)
  }
}
