import type { Change, Markup, Unseen } from './writer.ts'
import { changed, Writer } from './writer.ts'

const SECTION = /^\\(chapter|section|subsection|subsubsection)\*?(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}(.*)$/
const DEPTHS: Readonly<Record<string, number>> = { chapter: 1, section: 2, subsection: 3, subsubsection: 4 }
const NAMED = /^\\(title|author|date)\{((?:[^{}]|\{[^{}]*\})*)\}/
const ITEM = /^\\item(?:\[([^\]]*)\])?(.*)$/
const OPENS = /^\\begin\{(\w+\*?)\}(?:\[[^\]]*\])?(?:\{[^}]*\})*/
const CODE = /^(?:verbatim|lstlisting|minted|Verbatim)\*?$/
const FORMULA = /^(?:equation|align|gather|multline|displaymath|eqnarray|math)\*?$/
const QUOTES = /^(?:quote|quotation|verse|displayquote)$/
const RULE = /\\(?:hline|toprule|midrule|bottomrule|cline\{[^}]*\})/g
const REMARK = /(?<!\\)%.*$/
/** Commands whose words are those of the machine: a name, a size, a place. */
const MUTE = new RegExp([
  String.raw`\\(?:label|ref|eqref|pageref|autoref|cref|cite[a-z]*|index|vspace|hspace|input|include|bibliography\w*`,
  String.raw`|pagestyle|thispagestyle|usepackage|documentclass|setlength|newcommand|graphicspath)\*?`,
  String.raw`(?:\[[^\]]*\])*(?:\{(?:[^{}]|\{[^{}]*\})*\})+`,
].join(''), 'g')
const INNER = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`
const THANKS = new RegExp(String.raw`\\thanks${INNER}`, 'g')

const INLINE: readonly Change[] = [
  [new RegExp(String.raw`\\footnote${INNER}`, 'g'), '^[$1]'],
  [/\\includegraphics(?:\[[^\]]*\])?\{([^{}]+)\}/g, '![]($1)'],
  [new RegExp(String.raw`\\caption(?:\[[^\]]*\])?${INNER}`, 'g'), '$1'],
  [new RegExp(String.raw`\\(?:textbf|bf)${INNER}`, 'g'), '**$1**'],
  [new RegExp(String.raw`\\(?:emph|textit|textsl)${INNER}`, 'g'), '*$1*'],
  [new RegExp(String.raw`\\(?:texttt|verb)${INNER}`, 'g'), '`$1`'],
  [/\\verb\*?([|+!])(.+?)\1/g, '`$2`'],
  [/\\href\{([^{}]*)\}\{([^{}]*)\}/g, '[$2]($1)'],
  [/\\url\{([^{}]*)\}/g, '<$1>'],
  [new RegExp(String.raw`\\(?:paragraph|subparagraph)\*?${INNER}[ \t]*`, 'g'), '**$1** '],
  [/``|“/g, '“'],
  [/(?<!')''/g, '”'],
  [/(?<!-)---(?!-)/g, '——'],
  [/(?<!-)--(?!-)/g, '–'],
  [/\\(?:ldots|dots|cdots)(?![a-z])(?:\{\})?/g, '…'],
  [/\\(LaTeX|TeX)(?![a-zA-Z])(?:\{\})?/g, '$1'],
  [/\\\\(?:\[[^\]]*\])?[ \t]*$/g, '  '],
  [/(?<!\\)~|\\[,;:! ]|\\q?quad(?![a-z])/g, ' '],
  [/\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?/g, ''],
  [new RegExp(String.raw`\\(?!item)[a-zA-Z]+\*?${INNER}`, 'g'), '$1'],
  [/\\(?!item)[a-zA-Z]+\*?(?:\{\})?[ \t]*/g, ''],
  [/\\([%&#])/g, '$1'],
]

/**
 * Reads a document in LaTeX as Markdown. Formulas stay as they are: Markdown has them too.
 *
 * @param lines the text's lines
 * @returns nothing where it has no heading of its kind, or one alone without the frame of a document
 */
export function readLatex(lines: readonly string[]): Markup | undefined {
  const sections = lines.filter(line => SECTION.test(line.trim())).length
  const begin = lines.findIndex(line => /^\s*\\begin\{document\}/.test(line))
  if (sections < (begin < 0 ? 2 : 1))
    return undefined
  const reader = new Reader(lines)
  while (reader.at < lines.length)
    reader.readLine(reader.at <= begin)
  return reader.writer.markup()
}

/** A document that is read line by line. */
class Reader {
  at = 0
  readonly writer = new Writer()
  readonly #lines: readonly string[]
  /** The lists that are open, the innermost last. */
  readonly #lists: { name: string, level: number }[] = []
  #quoted = false

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  readLine(isBefore: boolean): void {
    const whole = this.#lines[this.at]!.trim()
    const line = this.#unseen('comment', whole, REMARK, this.at).trim()
    const named = NAMED.exec(line)
    const opens = OPENS.exec(line)
    if (named)
      return this.#readName(named)
    if (isBefore || /^\\(?:maketitle|tableofcontents|newpage|clearpage|appendix|end\{document\})/.test(line))
      return this.#leave(whole)
    if (opens && CODE.test(opens[1]!))
      return this.#readWhole(opens[1]!, '```')
    if ((opens && FORMULA.test(opens[1]!)) || line === '\\[')
      return this.#readWhole(opens?.[1], '$$')
    if (opens && /^(?:tabular|longtable|tabularx)\*?$/.test(opens[1]!))
      return this.#readTable(opens[1]!)
    this.at++
    if (opens || /^\\end\{/.test(line))
      return this.#turn(opens?.[1], line)
    if (whole !== '' && line === '')
      return void this.writer.lines.push('')
    this.#readText(line)
  }

  #readName([, key, words]: RegExpExecArray): void {
    this.at++
    const own = this.#unseen('note', words!, THANKS, this.at - 1)
    const value = changed(this.#without(own, MUTE), INLINE).replace(/\s*\\and\s*/g, '、').trim()
    this.writer.put('')
    if (value !== '')
      this.writer.name(key as 'title', value)
  }

  #leave(line: string): void {
    this.at++
    this.writer.leave(line)
  }

  #readText(line: string): void {
    const section = SECTION.exec(line)
    if (section) {
      const [, kind, title, rest] = section
      this.writer.left.push(rest!.trim())
      return this.writer.put(`${'#'.repeat(DEPTHS[kind!]!)} ${changed(title!, INLINE)}`)
    }
    const own = this.#without(line, MUTE)
    const [, term, words] = ITEM.exec(own) ?? []
    const list = this.#lists.at(-1)
    if (words !== undefined && list) {
      const text = changed(`${term === undefined ? '' : `**${term}** `}${words.trim()}`, INLINE)
      return this.writer.item(`${list.name}${list.level}`, list.name === 'enumerate' ? '1.' : '-', text)
    }
    const text = changed(own, INLINE)
    const indent = list && text !== '' ? '  ' : ''
    this.writer.put((this.#quoted ? '> ' : indent) + text)
  }

  /** An environment begins or ends. */
  #turn(opened: string | undefined, line: string): void {
    const closed = /^\\end\{(\w+)/.exec(line)?.[1]
    if (opened !== undefined && /^(?:itemize|enumerate|description)/.test(opened))
      this.#lists.push({ name: opened, level: this.#lists.length })
    if (closed !== undefined && this.#lists.at(-1)?.name === closed)
      this.#lists.pop()
    if (QUOTES.test(opened ?? closed ?? ''))
      this.#quoted = opened !== undefined
    const [mark] = /^\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?/.exec(line)!
    this.writer.left.push(mark)
    const rest = line.slice(mark.length).trim()
    if (rest === '')
      this.writer.lines.push('')
    else
      this.#readText(rest)
  }

  /** What is kept as it stands: code, and formulas. */
  #readWhole(name: string | undefined, fence: string): void {
    const isEnd = (line: string): boolean => line.trim() === (name === undefined ? '\\]' : `\\end{${name}}`)
    const end = this.#lines.findIndex((line, index) => index > this.at && isEnd(line))
    const inner = this.#lines.slice(this.at + 1, end < 0 ? undefined : end)
    const isAligned = name !== undefined && /^(?:align|gather|eqnarray)/.test(name)
    const own = inner.map(line => fence === '```' ? line : this.#without(line, MUTE))
    this.writer.left.push(this.#lines[this.at]!, name ?? '')
    this.writer.lines.push(isAligned ? `${fence}\n\\begin{aligned}` : fence)
    this.writer.lines.push(...own, isAligned ? `\\end{aligned}\n${fence}` : fence)
    this.at += inner.length + 2
  }

  #readTable(name: string): void {
    const end = this.#lines.findIndex((line, index) => index > this.at && line.includes(`\\end{${name}}`))
    const inner = this.#lines.slice(this.at + 1, end < 0 ? undefined : end)
    const text = inner.map((line, index) =>
      this.#unseen('comment', line, REMARK, this.at + 1 + index).replace(RULE, ''))
    const rows = text.join(' ').split(/\\\\/).filter(row => row.trim() !== '')
    this.writer.left.push(this.#lines[this.at]!)
    this.writer.lines.push('')
    const cells = rows.map(row => row.split(/(?<!\\)&/).map(cell => changed(cell.trim(), INLINE)))
    this.writer.table(cells, inner.length + 1)
    this.at += inner.length + 2
  }

  /** A line, its index given, without what no reader of the document sees, or none at that place. */
  #unseen(kind: Unseen['kind'], line: string, form: RegExp, index: number): string {
    return line.replace(form, (words) => {
      this.writer.unseen.push({ kind, words, line: index + 1 })
      return ''
    })
  }

  /** A line without what is no text in it. */
  #without(line: string, form: RegExp): string {
    return line.replace(form, (found) => {
      this.writer.left.push(found)
      return ''
    })
  }
}
