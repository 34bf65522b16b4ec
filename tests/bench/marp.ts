import { readFile } from 'node:fs/promises'
import { parse } from '@slidev/parser'

/**
 * A Slidev deck as Marp reads one: the same slides with the same words and the same notes.
 *
 * @param path the deck
 * @returns Markdown
 */
export async function marpDeck(path: string): Promise<string> {
  const { slides } = await parse(await readFile(path, 'utf8'), path)
  const { lang, title } = slides[0]!.frontmatter as Record<string, unknown>
  return [
    `---\n${JSON.stringify({ marp: true, lang, title })}\n---`,
    // A line of its own names one of a layout's slots, which Marp does not have.
    slides.map(({ content, note }) => `${content.replace(/^::[\w-]+::$/gm, '')}${note ? `\n\n<!--\n${note}\n-->` : ''}`).join('\n\n---\n\n'),
  ].join('\n\n')
}
