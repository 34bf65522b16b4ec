/**
 * What another markup becomes: Markdown, a line for each of its lines, the words of it that are no text, and what a
 * reader of the page would see that no deck has.
 */
export interface Markup { markdown: string, left: string[], unseen: Unseen[] }

/** A remark of an author's, a note to the title, a page's template such as an infobox; its line, from 1. */
export interface Unseen { kind: 'comment' | 'note' | 'template', words: string, line: number }

/** A pattern of words in a line, and what Markdown has for it. */
export type Change = readonly [pattern: RegExp, by: string | ((...found: string[]) => string)]

/**
 * Changes the signs within a line.
 *
 * @param line the line
 * @param changes in the order in which they are made
 */
export function changed(line: string, changes: readonly Change[]): string {
  return changes.reduce((text, [pattern, by]) => text.replace(pattern, by as string), line)
}

/** Takes down Markdown, a line for each line that is read, so that lines keep their places. */
export class Writer {
  readonly lines: string[] = []
  readonly left: string[] = []
  readonly unseen: Unseen[] = []
  readonly #keys: [key: string, value: string][] = []
  /** The marks of the lists that are open, the outermost first, and how far the words of each are indented. */
  #open: { mark: string, width: number }[] = []

  /** Writes a line. */
  put(line: string): void {
    if (line.trim() !== '' && !/^\s/.test(line))
      this.#open = []
    this.lines.push(line)
  }

  /** Leaves a line out. */
  leave(words: string): void {
    this.left.push(words)
    this.lines.push('')
  }

  /** Notes what the article is called, or whose it is: it comes at the head. */
  name(key: 'title' | 'subtitle' | 'author' | 'date', value: string): void {
    this.#keys.push([key, value])
  }

  /**
   * Writes an item below the items whose marks are other ones: a mark that is open already goes on with its own list.
   *
   * @param mark as the text has it, * or **
   * @param sign as Markdown has it
   * @param words the item's
   */
  item(mark: string, sign: '-' | '1.', words: string): void {
    const at = this.#open.findIndex(list => list.mark === mark)
    const lists = at < 0 ? this.#open : this.#open.slice(0, at)
    const indent = lists.at(-1)?.width ?? 0
    this.lines.push(`${' '.repeat(indent)}${sign} ${words}`)
    this.#open = [...lists, { mark, width: indent + sign.length + 1 }]
  }

  /**
   * Writes a table.
   *
   * @param rows its cells, the head's first
   * @param room how many lines it has in the text
   */
  table(rows: readonly (readonly string[])[], room: number): void {
    const width = Math.max(0, ...rows.map(row => row.length))
    const toLine = (row: readonly string[]): string =>
      `| ${Array.from({ length: width }, (_, at) => (row[at] ?? '').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
    const [head, ...others] = rows.map(toLine)
    const lines = head === undefined ? [] : [head, `|${' --- |'.repeat(width)}`, ...others]
    this.lines.push(...lines, ...Array.from<string>({ length: Math.max(0, room - lines.length) }).fill(''))
  }

  /** What has been written. */
  markup(): Markup {
    const head = this.#keys.map(([key, value]) => `#+${key.toUpperCase()}: ${value}`)
    const blank = this.lines.findIndex(line => line.trim() !== '')
    const room = blank < 0 ? this.lines.length : blank
    const lines = head.length > 0 && room > head.length
      ? [...head, ...this.lines.slice(head.length)]
      : [...head, ...head.length > 0 ? [''] : [], ...this.lines]
    return { markdown: lines.join('\n'), left: this.left, unseen: this.unseen }
  }
}
