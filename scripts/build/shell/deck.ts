import type { CompiledSlide } from './slide.ts'
import { readFile } from 'node:fs/promises'
import { extname, parse, posix } from 'node:path'
import { hashOf } from '../../files/hash.ts'

/** A file of a deck's own. */
export interface DeckFile {
  /** Its name in `assets`. */
  name: string
  content: string | Uint8Array
}

/** The files of a deck. */
export interface DeckFiles {
  /** The module that a deck's page begins with. */
  module: DeckFile
  assets: DeckFile[]
}

/**
 * Writes the notes of an article as one module, which a server can keep back.
 *
 * @param decks the slides of each deck, by its name
 * @returns the file
 */
export function notesFile(decks: [deck: string, slides: CompiledSlide[]][]): DeckFile {
  const notes = Object.fromEntries(decks.map(([deck, slides]) => [`deck ${deck}`, slides.map(({ note }) => note)]))
  return named('speaker-notes', '.js', `export default ${JSON.stringify(notes)}`)
}

/**
 * Writes a deck's slides as one module, which the browser asks for first.
 *
 * @param deck the deck's name
 * @param slides its slides
 * @param notes the article's notes
 * @param shell the file of the module that they import from, relative to the pages
 * @returns the files
 */
export async function deckFiles(
  deck: string,
  slides: CompiledSlide[],
  notes: DeckFile,
  shell: string,
): Promise<DeckFiles> {
  const paths = [...new Set(slides.flatMap(({ assets }) => assets))]
  const assets = await Promise.all(paths.map(assetFile))
  const addressOf = (path: string): string => {
    const { name } = assets[paths.indexOf(path)]!
    return `new URL(${JSON.stringify(name)}, import.meta.url).href`
  }
  const module = named(`deck-${deck}`, '.js', [
    `import * as shell from './${posix.relative('assets', shell)}'`,
    `shell.openDeck({`,
    // A server that keeps them back gives an empty module.
    `notes: async () => (await import('./${notes.name}')).default?.['deck ${deck}'],`,
    `titles: [\n${slides.map(({ title }) => title).join(',\n')}\n],`,
    `slides: [\n${slides.map(slide => slideCode(slide, addressOf)).join(',\n')}\n],`,
    `})`,
  ].join('\n'))
  return { module, assets }
}

/** The code that gives the address of a file that slides show. */
type AddressOf = (path: string) => string

function slideCode({ code, data, frontmatter, assets, logo }: CompiledSlide, addressOf: AddressOf): string {
  const own = logo === undefined ? '' : `, logo: ${addressOf(logo)}`
  const addresses = `[${assets.map(addressOf).join(', ')}]`
  return [
    '{',
    `...${JSON.stringify(data)},`,
    `frontmatter: { ...${JSON.stringify(frontmatter)}${own} },`,
    ...assets.length > 0 ? [`files: ${addresses},`] : [],
    `component: (asset => ${code})(index => ${addresses}[index]),`,
    '}',
  ].join('\n')
}

/**
 * Names a file after its content: a browser may keep it.
 *
 * @param stem how its name begins
 * @param ending how its name ends, with a dot
 * @param content what is in it
 * @returns the file
 */
export function named(stem: string, ending: string, content: string | Uint8Array): DeckFile {
  return { name: `${stem}-${hashOf(Buffer.from(content)).slice(0, 8)}${ending}`, content }
}

/**
 * A file that pages show, as it is.
 *
 * @param path where it is
 * @returns the file, named after its own name and its content
 */
export async function assetFile(path: string): Promise<DeckFile> {
  return named(parse(path).name.replace(/[^\w.-]/g, '_'), extname(path).toLowerCase(), await readFile(path))
}
