import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { NOTE_MARKDOWN } from '../slidev/note-markdown.ts'

/** Tags in a note are left out, and addresses that a browser would run: what stands in a deck is never run. */
const notes = unified().use(NOTE_MARKDOWN).use(remarkRehype).use(rehypeSanitize).use(rehypeStringify).freeze()

/** Where the presenter clicks: no word of the note (https://sli.dev/guide/syntax#click-markers). */
export const CLICK_MARK = /\[click(?::\d+)?\]/g

/**
 * A speaker note as HTML.
 *
 * @param note Markdown, as it stands in a deck
 * @returns HTML without tags of the note's own; '' for an empty note
 */
export function noteHtml(note: string): string {
  return String(notes.processSync(note.replace(CLICK_MARK, ''))).trim()
}
