import type { Setting } from './breaks.ts'
import type { Line } from './lines.ts'
import type { TextTable } from './tables.ts'
import { hasWords } from '../../language/marks.ts'
import { judge } from './breaks.ts'
import { overlines, underlines } from './rules.ts'
import { tablesIn } from './tables.ts'
import { isPoem, isVerse } from './verse.ts'

/** Lines that are one block: a paragraph, verse whose line ends stay, or a table. */
export type Block = { lines: readonly Line[], verse?: true } | { table: TextTable, lines: readonly Line[] }

/** Blocks, and the lines whose ends might be judged otherwise. */
export interface Grouped { blocks: Block[], doubtful: Line[] }

/**
 * Gathers lines to blocks. The lines before and after a line's end decide whether a block ends there.
 *
 * @param lines the lines of the text, without those that are left out
 * @param setting how the text's lines are broken
 * @param text the article
 */
export function groupLines(lines: readonly Line[], setting: Setting, text: string): Grouped {
  const grouped: Grouped = { blocks: [], doubtful: [] }
  const all = stanzas(lines)
  const poem = isPoem(all)
  for (const stanza of all) {
    if ((poem && stanza.length > 1) || isVerse(stanza, setting.indents))
      grouped.blocks.push({ lines: stanza, verse: true })
    else
      groupStanza(stanza, setting, text, grouped)
  }
  return grouped
}

/** Lines without a blank one between. */
function stanzas(lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  let isOpen = false
  for (const line of lines) {
    if (!line.blank && isOpen)
      found.at(-1)!.push(line)
    else if (!line.blank)
      found.push([line])
    isOpen = !line.blank
  }
  return found
}

/** Adds the blocks of lines without a blank one between. */
function groupStanza(stanza: readonly Line[], setting: Setting, text: string, grouped: Grouped): void {
  const tableAt = tablesIn(stanza, text)
  let paragraph: Line[] = []
  const close = (): void => {
    if (paragraph.length > 0)
      grouped.blocks.push({ lines: paragraph })
    paragraph = []
  }
  for (let index = 0; index < stanza.length; index++) {
    const block = tableFrom(stanza, index, tableAt(index)) ?? speechFrom(stanza, index)
    if (block) {
      close()
      grouped.blocks.push(block)
      index += block.lines.length - 1
      continue
    }
    const line = stanza[index]!
    if (isRule(line, paragraph, stanza[index + 1])) {
      close()
      continue
    }
    const previous = paragraph.at(-1)
    const end = previous && judgeEnd(previous, paragraph, line, setting)
    if (end?.doubtful)
      grouped.doubtful.push(previous!)
    if (end?.hard)
      close()
    paragraph.push(line)
  }
  close()
}

function tableFrom(stanza: readonly Line[], index: number, table: TextTable | undefined): Block | undefined {
  return table && { table, lines: stanza.slice(index, index + table.length) }
}

/** A speaker's line, and the line that is spoken. */
function speechFrom(stanza: readonly Line[], index: number): Block | undefined {
  const isSpeech = stanza[index]!.speaks && index < stanza.length - 1
  return isSpeech ? { lines: stanza.slice(index, index + 2), verse: true } : undefined
}

/** Whether a line is a rule: below the only line of a paragraph, or above the first. */
function isRule(line: Line, paragraph: readonly Line[], next: Line | undefined): boolean {
  const previous = paragraph.at(-1)
  return previous ? paragraph.length === 1 && underlines(line, previous) : overlines(line, next)
}

/** Judges the end of a line. A rule or an ornament goes on with the words before it. */
function judgeEnd(
  previous: Line,
  paragraph: readonly Line[],
  line: Line,
  setting: Setting,
): ReturnType<typeof judge> {
  return hasWords(previous.words) || paragraph.length < 2 ? judge(previous, line, setting) : { hard: false }
}
