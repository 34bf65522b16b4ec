import type { Code, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { ADMONITION } from './dialects/line-marks.ts'

/** What programs have and prose has not; a deeper indent, too. */
const PROGRAM = /^[ \t]|[{};=<>|\\`$]|\/\/|\w\(["')]|^\s*(?:#|--|[\w.-]+:\s|[\w./-]+ )/m
const SENTENCE = /[，。！？；：、]/
/** So much of a paragraph's letters is Chinese. */
const SHARE = 0.6

/**
 * Finds prose that CommonMark takes for code because its lines begin with four spaces or a tab (CommonMark 4.4), as on
 * a typewriter: Chinese with the marks of sentences and with nothing that programs have. Short lines without such marks
 * are prose where others of the text are.
 *
 * @param tree the article as CommonMark has it
 * @param text its text
 * @returns the same text with ideographic spaces for those indents; the text itself where there are none
 */
export function withTypedIndents(tree: Root, text: string): string {
  const blocks: Block[] = []
  visit(tree, 'code', (node) => {
    if (isIndented(node, text))
      blocks.push(...blocksOf(node))
  })
  const lines = text.split(/(?<=\n|\r(?!\n))/)
  const boxed = boxedLines(lines)
  const prose = blocks.filter(({ value, from }) => isProse(value) && !boxed.has(from))
  if (!prose.some(({ value }) => SENTENCE.test(value)))
    return text
  for (const { from, to, column } of prose) {
    for (let line = from; line < to; line++) {
      const content = lines[line]!
      const typed = content.slice(column).replace(/^[ \t]+(?=[\S\u3000])/, space => '\u3000'.repeat(space.length))
      lines[line] = content.slice(0, column) + typed
    }
  }
  return lines.join('')
}

/**
 * Lines between blank ones: their words, the lines from which and up to which they stand, counted from 0, and the
 * column of the first one's indent.
 */
interface Block { value: string, from: number, to: number, column: number }

function blocksOf({ value, position }: Code): Block[] {
  const { line, column } = position!.start
  const blocks: Block[] = []
  for (const [index, words] of value.split(/\r\n|\r|\n/).entries()) {
    const at = line - 1 + index
    const last = blocks.at(-1)
    if (words.trim() !== '' && last?.to === at)
      Object.assign(last, { value: `${last.value}\n${words}`, to: at + 1 })
    else if (words.trim() !== '')
      blocks.push({ value: words, from: at, to: at + 1, column: column - 1 })
  }
  return blocks
}

/** The lines of admonitions' texts, which are indented below their marks: `readDialects` reads them. */
function boxedLines(lines: readonly string[]): ReadonlySet<number> {
  const boxed = new Set<number>()
  let isBox = false
  for (const [index, line] of lines.entries()) {
    if (/^\S/.test(line))
      isBox = ADMONITION.test(line.trimEnd())
    else if (isBox)
      boxed.add(index)
  }
  return boxed
}

/**
 * Whether code is told by its indent, and not by fences (CommonMark 4.4 and 4.5).
 *
 * @param node code
 * @param text the article
 */
export function isIndented({ position }: Code, text: string): boolean {
  return !/[`~]/.test(text[position!.start.offset!] ?? '')
}

function isProse(value: string): boolean {
  const letters = value.match(/\p{L}/gu)?.length ?? 0
  const han = value.match(/\p{Script=Han}/gu)?.length ?? 0
  return letters > 0 && han >= letters * SHARE && !PROGRAM.test(value)
}
