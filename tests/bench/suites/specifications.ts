import type { Figure, Suite } from './suite.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toString } from 'mdast-util-to-string'
import { read, treeOf } from './read.ts'
import { outOf } from './suite.ts'

/** An example of the specification: its Markdown, tabs as arrows. */
const EXAMPLE = /^`{32} example[^\n]*\n([\s\S]*?)^\.\n[\s\S]*?^`{32}$/gm

/** The examples of Markdown's specifications: what it may be at its oddest. */
export const specifications: Suite = {
  folder: 'specifications',
  source: 'github.com/commonmark/commonmark-spec, spec.txt as commonmark.txt, and github.com/github/cmark-gfm, test/spec.txt as gfm.txt',
  async measure(folder, tell) {
    return [...await measureOne(folder, 'commonmark', tell), ...await measureOne(folder, 'gfm', tell)]
  },
}

async function measureOne(folder: string, name: string, tell: (line: string) => void): Promise<Figure[]> {
  const specification = await readFile(join(folder, `${name}.txt`), 'utf8')
  const examples = Array.from(specification.matchAll(EXAMPLE), ([, markdown]) => markdown!.replaceAll('→', '\t'))
  let [lost, glued, refused] = [0, 0, 0]
  for (const [index, markdown] of examples.entries()) {
    const reading = await read('example.md', markdown)
    if (!('outline' in reading)) {
      if (reading.ruleId !== 'no-words') {
        refused++
        tell(`${name} ${index + 1}: refused, ${reading.reason}`)
      }
      continue
    }
    if (reading.losses.length > 0) {
      lost++
      tell(`${name} ${index + 1}: lost ${reading.losses.map(({ words }) => `“${words}”`).join(', ')} of ${JSON.stringify(markdown)}`)
    }
    if (isGlued(reading.title, reading.file)) {
      glued++
      tell(`${name} ${index + 1}: title “${reading.title}” of ${JSON.stringify(markdown)}`)
    }
  }
  return [
    { what: `${name}: examples with words lost without a message`, value: outOf(lost, examples.length) },
    { what: `${name}: list or table glued into the title`, value: outOf(glued, examples.length) },
    { what: `${name}: refused, though there are words`, value: outOf(refused, examples.length) },
  ]
}

/** Whether a title is made of the items of a list or the cells of a table. */
function isGlued(title: string, file: Parameters<typeof treeOf>[0]): boolean {
  const squeeze = (text: string): string => text.replace(/\s+/g, '')
  const parted = treeOf(file).children.filter(({ type }) => type === 'list' || type === 'table')
  return parted.some((node) => {
    const pieces = 'children' in node ? node.children.flatMap(child => 'children' in child && child.type === 'tableRow' ? child.children : [child]) : []
    const whole = squeeze(toString(node))
    return pieces.filter(piece => squeeze(toString(piece)) !== '').length > 1 && whole !== '' && squeeze(title).startsWith(whole)
  })
}
