import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { NOTE_MARKDOWN } from '../slidev/note-markdown.ts'
import { CLICK_MARK } from './note-html.ts'

const notes = unified().use(NOTE_MARKDOWN).freeze()

/** The kinds of nodes that have a line each. */
const ON_LINES: readonly string[] = ['heading', 'paragraph', 'code', 'math', 'tableCell']

/**
 * A speaker note as text.
 *
 * @param note Markdown, as it stands in a deck
 * @returns its words, a line for each paragraph, heading, cell, formula or piece of code; '' for an empty note
 */
export function noteText(note: string): string {
  const lines: string[] = []
  visit(notes.parse(note.replace(CLICK_MARK, '')), (node) => {
    if (ON_LINES.includes(node.type))
      lines.push(toString(node, { includeHtml: false }).trim())
  })
  return lines.filter(line => line !== '').join('\n')
}
