import type { Overlap } from './overlap.ts'
import type { Suite } from './suite.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maskHtml } from '../../../scripts/witness/html.ts'
import { FORMULA, JOINT, plainOf } from '../../../scripts/witness/plain.ts'
import { overlapOf, wordsIn } from './overlap.ts'
import { read, readJson } from './read.ts'
import { mean, outOf } from './suite.ts'

/** A page below this has lost its article, or has another one. */
const POOR = 0.8

/** Saved pages, with the text that Readability gets out of them and the authors that it finds. */
export const readability: Suite = {
  folder: 'readability',
  source: 'github.com/mozilla/readability, its folder test/test-pages',
  async measure(folder, tell) {
    const overlaps: Overlap[] = []
    const authors = { equal: 0, partly: 0, all: 0 }
    let lost = 0
    for (const name of (await readdir(folder)).sort()) {
      const [source, expected] = await Promise.all(['source.html', 'expected.html'].map(file => readFile(join(folder, name, file), 'utf8')))
      const { byline } = await readJson<{ byline?: string | null }>(join(folder, name, 'expected-metadata.json'))
      const reading = await read(`${name}.html`, source!)
      const [body, found] = 'body' in reading ? [reading.body, reading.byline] : ['', '']
      const overlap = overlapOf(wordsIn(withoutFormulas(plainOf(maskHtml(expected!)).text.replaceAll(JOINT, ''))), wordsIn(body))
      overlaps.push(overlap)
      if (overlap.f1 < 0.98)
        tell(`${name}: F1 ${overlap.f1.toFixed(3)}, precision ${overlap.precision.toFixed(3)}, recall ${overlap.recall.toFixed(3)}`)
      for (const { words, paragraph } of 'losses' in reading ? reading.losses : [])
        tell(`${name}: lost “${words.slice(0, 60)}” in “${paragraph.slice(0, 60)}”`)
      lost += 'losses' in reading ? reading.losses.length : 0
      const match = byline ? compareNames(byline, found) : undefined
      if (match !== undefined)
        authors.all++
      if (match === 'equal' || match === 'partly')
        authors[match]++
      if (match === 'none' || match === 'partly')
        tell(`${name}: byline “${found}”, expected “${byline!.replace(/\s+/g, ' ')}”`)
    }
    return [
      { what: `word F1 of ${overlaps.length} pages (precision, recall)`, value: `${mean(overlaps.map(({ f1 }) => f1)).toFixed(3)} (${mean(overlaps.map(({ precision }) => precision)).toFixed(3)}, ${mean(overlaps.map(({ recall }) => recall)).toFixed(3)})` },
      { what: `pages under ${POOR}`, value: String(overlaps.filter(({ f1 }) => f1 < POOR).length) },
      { what: 'authors named: equal, partly', value: `${authors.equal}, ${authors.partly} of ${authors.all}` },
      { what: 'losses without a message', value: outOf(lost, overlaps.length) },
    ]
  },
}

function withoutFormulas(text: string): string {
  return text.replace(new RegExp(`${FORMULA.start}[^${FORMULA.end}]*${FORMULA.end}`, 'g'), ' ')
}

/** A byline is equal where it has the same words, partly so where it has all that are expected, or is made of such. */
function compareNames(expected: string, found: string): 'equal' | 'partly' | 'none' {
  const [one, other] = [wordsIn(expected), wordsIn(found)]
  if (one.join(' ') === other.join(' '))
    return 'equal'
  const holds = (words: string[], part: string[]): boolean => part.length > 0 && ` ${words.join(' ')} `.includes(` ${part.join(' ')} `)
  return holds(other, one) || holds(one, other) ? 'partly' : 'none'
}
