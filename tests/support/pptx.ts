import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DOMParser } from '@xmldom/xmldom'
import JSZip from 'jszip'

const run = promisify(execFile)

/**
 * A paragraph's text, and whether its parts stand in the order that the schema has: PowerPoint offers to repair a file
 * where they do not.
 */
export interface Paragraph { text: string, inOrder: boolean }

interface PptxSlide {
  title: string | undefined
  paragraphs: Paragraph[]
  notes: string[]
  languages: string[]
  fonts: string[]
}

/** A PowerPoint file as a reader sees it, its slides in order. */
export interface PptxFile {
  slides: PptxSlide[]
  /** What leads out of the file. */
  targets: string[]
  /** What it says that it has, and has not. */
  missing: string[]
  properties: Record<string, string>
  /** The dates of all its entries. */
  dates: Date[]
  /** Every part's text, for what is to stand nowhere. */
  parts: Map<string, string>
}

/** Reads a PowerPoint file with libraries; every part of it must be XML that parses. */
export async function readPptx(bytes: Uint8Array): Promise<PptxFile> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string>()
  for (const name of Object.keys(zip.files).filter(name => /\.(?:xml|rels)$/.test(name)))
    parts.set(name, await zip.file(name)!.async('string'))
  const trees = new Map(Array.from(parts, ([name, xml]) => [name, parse(name, xml)]))

  const main = relations(trees.get('ppt/_rels/presentation.xml.rels')!)
  const order = all(trees.get('ppt/presentation.xml')!, 'p:sldId').map(({ attributes }) => main.get(attributes.getNamedItem('r:id')!.value)!.target)
  const slides = order.map((target) => {
    const slide = trees.get(`ppt/${target}`)!
    const own = relations(trees.get(`ppt/slides/_rels/${basename(target)}.rels`)!)
    const notes = [...own.values()].find(({ type }) => type.endsWith('/notesSlide'))
    return {
      title: all(slide, 'p:sp').filter(shape => placeholder(shape) === 'title').map(shape => paragraphs(shape).map(({ text }) => text).join(''))[0],
      paragraphs: paragraphs(slide),
      notes: notes ? all(trees.get(`ppt/${notes.target.replace('../', '')}`)!, 'p:sp').filter(shape => placeholder(shape) === 'body').flatMap(shape => paragraphs(shape).map(({ text }) => text)) : [],
      languages: [...new Set(all(slide, 'a:rPr').map(run => run.getAttribute('lang') ?? ''))],
      fonts: [...new Set([...all(slide, 'a:latin'), ...all(slide, 'a:ea')].map(font => font.getAttribute('typeface') ?? ''))],
    }
  })
  return {
    slides,
    targets: Array.from(trees, ([name, tree]) => name.endsWith('.rels') ? [...relations(tree).values()].filter(({ external }) => external).map(({ target }) => target) : []).flat(),
    missing: [
      ...all(trees.get('[Content_Types].xml')!, 'Override').map(part => part.getAttribute('PartName')!.slice(1)),
      ...Array.from(trees, ([name, tree]) => name.endsWith('.rels') ? [...relations(tree).values()].filter(({ external }) => !external).map(({ target }) => join(name.replace(/_rels\/[^/]*$/, ''), target)) : []).flat(),
    ].filter(name => !zip.file(name)),
    properties: Object.fromEntries(Array.from(trees.get('docProps/core.xml')!.childNodes, node => [node.nodeName, node.textContent ?? ''])),
    dates: Object.values(zip.files).map(({ date }) => date),
    parts,
  }
}

function parse(name: string, xml: string): Element {
  return new DOMParser({ errorHandler: (level: string, message: unknown) => { throw new Error(`${name}: ${level} ${String(message)}`) } }).parseFromString(xml, 'text/xml').documentElement
}

function all(element: Element, name: string): Element[] {
  return Array.from(element.getElementsByTagName(name))
}

function relations(tree: Element): Map<string, { type: string, target: string, external: boolean }> {
  return new Map(all(tree, 'Relationship').map(relation => [relation.getAttribute('Id')!, { type: relation.getAttribute('Type')!, target: relation.getAttribute('Target')!, external: relation.getAttribute('TargetMode') === 'External' }]))
}

function placeholder(shape: Element): string | undefined {
  return all(shape, 'p:ph')[0]?.getAttribute('type') ?? undefined
}

function paragraphs(element: Element): Paragraph[] {
  return all(element, 'a:p').map((paragraph) => {
    const names = Array.from(paragraph.childNodes, ({ nodeName }) => nodeName).join(' ')
    return { text: all(paragraph, 'a:t').map(text => text.textContent).join(''), inOrder: /^(?:a:pPr ?)?(?:(?:a:r|a:br|a:fld) ?)*(?:a:endParaRPr)?$/.test(names) }
  })
}

/** Whether LibreOffice is there, and a font that it can set Chinese in. */
export async function hasOffice(): Promise<boolean> {
  return run('soffice', ['--version']).then(() => run('fc-list', [':lang=zh'])).then(({ stdout }) => stdout !== '', () => false)
}

/** Opens a file with LibreOffice, and gives what it sees as a PDF. */
export async function officePdf(file: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-office-'))
  try {
    await run('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { timeout: 120_000 })
    return await readFile(join(folder, basename(file).replace(/\.pptx$/, '.pdf')))
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}
