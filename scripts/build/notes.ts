import type { SlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'

/**
 * The module that has the notes of all slides of a build. Nothing else has them, so that a server can keep them back.
 * Its file is named after it.
 */
export const NOTES_MODULE = '/@lectern/speaker-notes'

/** The file of that module, as Vite names it. */
export const NOTES_FILE = /^speaker-notes-[\w-]+\.js$/i

/** A slide's data as Slidev writes them into a module: all on one line, in which the note is rendered already. */
const DATA_MODULE = /__slidev_(\d+)\.frontmatter$/
export const DATA_LINE = /^( *\.\.\.\()(\{.*"noteHTML":.*\})(\),)$/m

/**
 * A Vite plugin that takes the notes out of the slides' data and puts them into a module of their own: its default
 * export lists, for each slide, the note's HTML.
 *
 * @param slides all slides of the build, in order
 * @returns the plugin
 */
export function notesApart(slides: SlideInfo[]): Plugin {
  const notes = new Map<number, string>()
  return {
    name: 'lectern:notes',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: id => id === NOTES_MODULE ? id : undefined },
    load: { order: 'pre', async handler(id) {
      if (id !== NOTES_MODULE)
        return undefined
      const ids = slides.map(({ source }, index) => `${source.filepath}__slidev_${index + 1}.frontmatter`)
      await Promise.all(ids.map(slide => this.load({ id: slide })))
      return `export default ${JSON.stringify(slides.map((_, index) => notes.get(index + 1)))}`
    } },
    transform: { order: 'pre', handler(code, id) {
      const no = DATA_MODULE.exec(id)?.[1]
      if (no === undefined)
        return undefined
      const line = DATA_LINE.exec(code)
      // Rather no build than one whose notes cannot be kept back.
      if (!line)
        return this.error(`Slidev's data of slide ${no} are not as they were: its note cannot be taken out.`)
      const { noteHTML, ...data } = JSON.parse(line[2]!) as { noteHTML: string }
      notes.set(Number(no), noteHTML)
      const without = JSON.stringify({ ...data, noteHTML: '' })
      const written = code.replace(DATA_LINE, (_, before: string, __, after: string) => before + without + after)
      return { code: written, map: { mappings: '' } }
    } },
  }
}
