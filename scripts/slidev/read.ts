import { parseSync } from '@slidev/parser'

/** A slide of a deck's file, cut into pieces that give its text back when they are joined. */
export interface SlideText {
  /** The line that parts it from the slide before, and opens its frontmatter; none at the head of a file. */
  open: string
  /** YAML, each line with its end. */
  frontmatter: string
  /** The line that closes the frontmatter. */
  close: string
  body: string
  /** The comment at the end, with the white space before it. */
  note: string
  /** The white space after it. */
  tail: string
  /** The frontmatter, as Slidev reads it. */
  data: Record<string, unknown>
  /** Where it begins, from 1. */
  line: number
}

/**
 * Reads a deck as Slidev does, and keeps every byte.
 *
 * @param markdown the deck's file
 * @returns its slides; joined by `slideMarkdown` they are the file again
 */
export function readDeck(markdown: string): SlideText[] {
  const lines = markdown.split(/(?<=\n)/)
  const { slides } = parseSync(markdown, '')
  const heads = slides.map(({ start, contentStart }, index) => {
    const opening = start === contentStart ? start - 1 : start
    return { from: index === 0 ? 0 : opening, start, contentStart }
  })
  return slides.map(({ frontmatter }, index) => {
    const { from, start, contentStart } = heads[index]!
    const text = lines.slice(contentStart, heads[index + 1]?.from ?? lines.length).join('')
    const head = start === contentStart
      ? { open: lines.slice(from, start).join(''), frontmatter: '', close: '' }
      : {
          open: lines[start]!,
          frontmatter: lines.slice(start + 1, contentStart - 1).join(''),
          close: lines[contentStart - 1] ?? '',
        }
    return { ...head, ...cutText(text), data: isRecord(frontmatter) ? frontmatter : {}, line: from + 1 }
  })
}

/** Slidev's rule: the last comment is the note where nothing comes after it. */
function cutText(text: string): Pick<SlideText, 'body' | 'note' | 'tail'> {
  const words = text.trimEnd()
  const comment = Array.from(words.matchAll(/<!--[\s\S]*?-->/g)).at(-1)
  const at = comment && comment.index + comment[0].length === words.length ? comment.index : words.length
  const body = words.slice(0, at).trimEnd()
  return { body, note: words.slice(body.length), tail: text.slice(words.length) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A slide's text as it stands in its file.
 *
 * @param slide the slide, cut into pieces
 * @returns its Markdown
 */
export function slideMarkdown({ open, frontmatter, close, body, note, tail }: SlideText): string {
  return open + frontmatter + close + body + note + tail
}
