import type { Page } from 'playwright-core'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What Slidev's export of editable slides is given: it calls `go`, and reads the page. The file's name is given apart.
 */
interface ExportContext {
  page: Page
  slides: { title?: string, note?: string, frontmatter?: Record<string, unknown> }[]
  /** The canvas, in pixels. */
  width: number
  height: number
  /** The numbers of the slides, from 1. */
  pages: number[]
  go: (where: string) => Promise<void>
}

/** What it could not do. */
export interface ExportResult {
  fallbackSlides: { no: number, reason: string }[]
  imagesDropped: number
  rastersFailed: number
}

type ExportPptxEditable = (context: ExportContext, file: string) => Promise<ExportResult>

/**
 * Loads Slidev's own export of editable slides (`slidev export --format pptx-editable`). Its command starts a server
 * and a browser for each deck; this is the part of it that reads a page and writes a file. It stands in a module of its
 * own, whose name ends in a hash.
 *
 * @returns the function
 * @throws Error where this version of Slidev has none
 */
export async function slidevExport(): Promise<ExportPptxEditable> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'dist')
  const names = (await readdir(folder)).filter(name => /^pptx-[\w-]+\.mjs$/.test(name))
  for (const name of names) {
    const address = pathToFileURL(join(folder, name)).href
    const { exportPptxEditable } = await import(address) as { exportPptxEditable?: ExportPptxEditable }
    if (exportPptxEditable)
      return exportPptxEditable
  }
  throw new Error('This version of Slidev has no export of editable slides.')
}
