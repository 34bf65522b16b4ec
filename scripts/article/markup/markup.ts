import type { VFile } from 'vfile'
import type { Markup, Unseen } from './writer.ts'
import { wording } from '../../messages/wording.ts'
import { leaveOut } from '../left-out.ts'
import { readAsciidoc } from './asciidoc.ts'
import { readLatex } from './latex.ts'
import { readOrg } from './org.ts'
import { readWiki } from './wiki.ts'

declare module 'vfile' {
  interface DataMap {
    /** The article's text was in another markup, and is Markdown now. */
    isMarkdown: true
  }
}

/**
 * Reads an article that was written for another program, AsciiDoc, Org, MediaWiki, LaTeX, as Markdown, whatever its
 * file's ending: its text becomes Markdown, line by line, so that places stay where they are.
 *
 * @param file the article; its value changes, and it takes what is no text
 * @param format its file's ending
 * @returns whether it is Markdown now
 */
export function becomesMarkdown(file: VFile, format: string): boolean {
  if (file.data.isMarkdown || !/^\.(?:md|txt)$/i.test(format))
    return file.data.isMarkdown ?? false
  const found = readMarkup(String(file), format)
  if (!found)
    return false
  file.value = found.markdown
  file.data.isMarkdown = true
  found.left.forEach(words => leaveOut(file, words, wording('left-setting')))
  leaveUnseen(file, found.unseen)
  return true
}

/** A message for each, and one for all remarks. */
function leaveUnseen(file: VFile, unseen: readonly Unseen[]): void {
  const [first, ...others] = unseen.filter(({ kind }) => kind === 'comment')
  for (const one of unseen) {
    const { words, line } = one
    const told = { ruleId: 'unseen', place: { line, column: 1 } } as const
    if (one === first && others.length > 0)
      leaveOut(file, words, wording('left-comments', { count: others.length + 1 }), told)
    else
      leaveOut(file, words, wording(REASONS[one.kind]), one.kind === 'comment' && one !== first ? undefined : told)
  }
}

const REASONS = { comment: 'left-comment', note: 'left-title-note', template: 'left-template' } as const

function readMarkup(text: string, format: string): Markup | undefined {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  return readLatex(lines)
    ?? readWiki(lines)
    ?? readAsciidoc(lines)
    ?? readOrg(lines)
    ?? (format === '.md' || !isMarkdown(lines) ? undefined : { markdown: text, left: [], unseen: [] })
}

const HEADING = /^#{1,6} +\S/
/** So many headings make a plain text Markdown. */
const FEWEST = 3

/** Whether a plain text is Markdown: it has headings over headings, each apart from what stands above it. */
function isMarkdown(lines: readonly string[]): boolean {
  const filled = lines.filter(line => line.trim() !== '')
  const heads = lines.filter((line, index) => HEADING.test(line) && (lines[index - 1] ?? '').trim() === '')
  const depths = new Set(heads.map(line => line.indexOf(' ')))
  return heads.length >= FEWEST && (depths.size > 1 || HEADING.test(filled[0]!)) && filled.length > heads.length
}
