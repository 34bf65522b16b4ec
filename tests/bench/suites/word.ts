import type { Element, Root } from 'xast'
import type { Reading } from './read.ts'
import type { Suite } from './suite.ts'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import JSZip from 'jszip'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { fromXml } from 'xast-util-from-xml'
import { maskMarkdown } from '../../../scripts/witness/markdown.ts'
import { plainOf } from '../../../scripts/witness/plain.ts'
import { filesBelow, read, treeOf } from './read.ts'
import { outOf } from './suite.ts'

interface Paragraph { words: string, isHeading: boolean }

/** Word documents of the tests of programs that read and write such. */
export const word: Suite = {
  folder: 'docx',
  source: 'the .docx below github.com/jgm/pandoc, /plutext/docx4j, /python-openxml/python-docx and /mwilliamson/mammoth.js, less those that are templates or damaged on purpose',
  async measure(folder, tell) {
    const counts = { files: 0, refused: 0, headings: 0, kept: 0, paragraphs: 0, whole: 0, lost: 0 }
    for (const path of await filesBelow(folder, /\.docx$/i)) {
      const bytes = await readFile(path)
      const paragraphs = await paragraphsOf(bytes).catch(() => [])
      const reading = await read(path, bytes)
      if (!('outline' in reading)) {
        counts.refused++
        tell(`${relative(folder, path)}: refused, ${reading.reason}; it has ${paragraphs.length} paragraphs`)
        continue
      }
      counts.files++
      const headings = headingsIn(reading)
      const shown = squeeze(textOf(reading))
      for (const { words, isHeading } of paragraphs) {
        const isWhole = shown.includes(squeeze(words))
        counts.paragraphs++
        counts.whole += Number(isWhole)
        if (!isWhole)
          tell(`${relative(folder, path)}: not whole “${words.slice(0, 80)}”`)
        if (isHeading) {
          const isKept = headings.some(heading => heading.includes(squeeze(words)))
          counts.headings++
          counts.kept += Number(isKept)
          if (!isKept)
            tell(`${relative(folder, path)}: no heading “${words.slice(0, 80)}”`)
        }
      }
      counts.lost += reading.losses.length
      for (const loss of reading.losses)
        tell(`${relative(folder, path)}: lost “${loss.words.slice(0, 80)}” in “${loss.paragraph.slice(0, 60)}”`)
    }
    return [
      { what: `marked headings kept, of ${counts.files} files`, value: outOf(counts.kept, counts.headings) },
      { what: 'paragraphs found whole, or named', value: outOf(counts.whole, counts.paragraphs) },
      { what: 'losses without a message', value: String(counts.lost) },
      { what: 'files refused', value: String(counts.refused) },
    ]
  },
}

/** The words of all decks, and those that were knowingly left out. */
function textOf({ decks, file }: Reading): string {
  const shown = decks.map(({ markdown }) => plainOf(maskMarkdown(markdown, true)).text)
  return [...shown, ...(file.data.leftOut ?? []).map(({ words }) => words)].join('\n')
}

function headingsIn({ outline, file }: Reading): string[] {
  const headings = treeOf(file).children.flatMap(node => node.type === 'heading' ? [toString(node)] : [])
  return [outline.title.value, ...outline.subtitle.map(({ value }) => value), ...headings].map(squeeze)
}

/**
 * The paragraphs of a document's text that have words, and whether their style or they themselves have the rank of a
 * heading (ECMA-376 1, 17.3.1.20).
 */
async function paragraphsOf(bytes: Uint8Array): Promise<Paragraph[]> {
  const zip = await JSZip.loadAsync(bytes)
  const [document, styles] = await Promise.all(['word/document.xml', 'word/styles.xml'].map(async name => fromXml(await zip.file(name)?.async('string') ?? '<none/>')))
  const ranked = rankedStyles(styles!)
  const paragraphs: Paragraph[] = []
  visit(document!, 'element', (paragraph) => {
    if (paragraph.name !== 'w:p')
      return
    const words = wordsOf(paragraph)
    const style = valueOf(paragraph, 'w:pStyle') ?? ''
    if (/[\p{L}\p{N}]/u.test(words))
      paragraphs.push({ words, isHeading: Number(valueOf(paragraph, 'w:outlineLvl') ?? 9) < 9 || ranked.has(style) })
  })
  return paragraphs
}

/** The names of the styles that are headings, be it by what they are based on. */
function rankedStyles(styles: Root): ReadonlySet<string> {
  const based = new Map<string, string>()
  const ranked = new Set<string>()
  visit(styles, 'element', (style) => {
    if (style.name !== 'w:style')
      return
    const id = style.attributes['w:styleId'] ?? ''
    based.set(id, valueOf(style, 'w:basedOn') ?? '')
    if (Number(valueOf(style, 'w:outlineLvl') ?? 9) < 9 || /^heading [1-9]$/i.test(valueOf(style, 'w:name') ?? ''))
      ranked.add(id)
  })
  const isRanked = (id: string, depth = 0): boolean => {
    const base = depth < 20 ? based.get(id) : undefined
    return ranked.has(id) || (base !== undefined && isRanked(base, depth + 1))
  }
  return new Set([...based.keys()].filter(id => isRanked(id)))
}

function valueOf(element: Element, name: string): string | undefined {
  let found: string | undefined
  visit(element, 'element', (inner) => {
    if (inner.name === name)
      found ??= inner.attributes['w:val'] ?? undefined
    // What stands in a text box has properties of its own.
    return inner !== element && inner.name === 'w:p' ? 'skip' : undefined
  })
  return found
}

/** A paragraph's own words: not those of a text box in it, which has paragraphs of its own. */
function wordsOf(paragraph: Element): string {
  const pieces: string[] = []
  visit(paragraph, 'element', (inner) => {
    if (inner !== paragraph && inner.name === 'w:p')
      return 'skip'
    if (inner.name === 'w:t')
      pieces.push(inner.children.map(child => child.type === 'text' ? child.value : '').join(''))
    if (/^w:(?:tab|br)$/.test(inner.name))
      pieces.push(' ')
    return undefined
  })
  return pieces.join('')
}

/** Letters and digits alone: marks of Markdown, spaces and escapes apart. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}
