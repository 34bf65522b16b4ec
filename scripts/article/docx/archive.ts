import type { Beside } from './beside.ts'
import type { Context } from './rewrite.ts'
import JSZip from 'jszip'
import { toXml } from 'xast-util-to-xml'
import { besideOf, diagramsOf, partOf, relationsOf } from './beside.ts'
import { withBullets, writtenNumbers } from './numbering.ts'
import { rewrite } from './rewrite.ts'
import { readStyles } from './styles.ts'

/**
 * The most that is unpacked, in bytes: a book of three million characters has some 20 MB of XML, and its pictures may
 * have more. More than this would fill the memory.
 */
const LARGEST = { xml: 50_000_000, all: 500_000_000 }

/** The error for an archive that is too large when it is unpacked. */
export class TooLarge extends Error {
  readonly size: number

  /**
   * @param size the most that an archive may have, in MB
   */
  constructor(size: number) {
    super()
    this.size = size
  }
}

/** The parts that hold an article's words (ECMA-376 1, 11.3). */
const NOTES = ['word/footnotes.xml', 'word/endnotes.xml']

/**
 * Rewrites a Word document so that mammoth reads what Word shows.
 *
 * @param bytes a .docx file
 * @returns the same file with its text rewritten, and the words that stand beside the text
 * @throws TooLarge for a file that is too large when it is unpacked; other errors for one that is no archive or no XML
 */
export async function rewriteDocument(bytes: Uint8Array): Promise<{ document: Buffer, beside: Beside[] }> {
  const zip = await JSZip.loadAsync(bytes)
  await refuseBomb(zip)
  const name = Object.keys(zip.files).find(file => /^word\/document\d*\.xml$/.test(file)) ?? 'word/document.xml'
  const styles = readStyles(await partOf(zip, 'word/styles.xml'))
  const body = await partOf(zip, name)
  const numbering = await partOf(zip, 'word/numbering.xml')
  const numbers = body ? writtenNumbers(body, numbering, styles) : new Map<never, never>()
  const relations = await relationsOf(zip, name)
  const included = relations.filter(({ kind }) => kind === 'aFChunk')
  const chunks = new Map(included.map(({ id, target }) => [id, target]))
  const context: Context = { styles, numbers, diagrams: await diagramsOf(zip, relations), chunks }
  if (body)
    zip.file(name, toXml(rewrite(body, context)))
  if (numbering)
    zip.file('word/numbering.xml', toXml(withBullets(numbering)))
  for (const other of NOTES) {
    const notes = await partOf(zip, other)
    if (notes)
      zip.file(other, toXml(rewrite(notes, context)))
  }
  return { document: await packed(zip), beside: await besideOf(zip) }
}

function packed(zip: JSZip): Promise<Buffer> {
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}

/** Unpacks an archive and counts its bytes without keeping them: the sizes in its directory may be false. */
async function refuseBomb(zip: JSZip): Promise<void> {
  const sizes = { xml: 0, all: 0 }
  for (const entry of Object.values(zip.files)) {
    await eachChunk(entry, (length) => {
      sizes.all += length
      sizes.xml += /\.(?:xml|rels)$/i.test(entry.name) ? length : 0
      if (sizes.xml > LARGEST.xml || sizes.all > LARGEST.all)
        throw new TooLarge((sizes.xml > LARGEST.xml ? LARGEST.xml : LARGEST.all) / 1e6)
    })
  }
}

/** Unpacks a part piece by piece, until it ends or its visitor throws. */
function eachChunk(part: JSZip.JSZipObject, visit: (length: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = part.nodeStream()
    stream.on('data', (chunk: Uint8Array) => {
      try {
        visit(chunk.length)
      }
      catch (error) {
        stream.pause()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    stream.on('error', reject)
    stream.on('end', resolve)
  })
}
