import type { Suite } from './suite.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { countsOf, f1Of, sharedOf } from './overlap.ts'
import { read, readJson } from './read.ts'
import { mean } from './suite.ts'

/** How many words in a row are compared as one. */
const SHINGLE = 4

interface Scores { precision: number | undefined, recall: number | undefined }

/** Saved pages of newspapers and magazines, and their articles' text as persons have marked it. */
export const extraction: Suite = {
  folder: 'article-extraction-benchmark',
  source: 'github.com/scrapinghub/article-extraction-benchmark, its folder html and ground-truth.json',
  async measure(folder, tell) {
    const truth = await readJson<Record<string, { articleBody: string, url: string }>>(join(folder, 'ground-truth.json'))
    const scores: Scores[] = []
    let lost = 0
    for (const [name, { articleBody, url }] of Object.entries(truth)) {
      const reading = await read(`${name}.html`, await promisify(gunzip)(await readFile(join(folder, 'html', `${name}.html.gz`))))
      const found = scoresOf(articleBody, 'text' in reading ? reading.text : '')
      scores.push(found)
      if ((found.precision ?? 0) < 0.97 || (found.recall ?? 0) < 0.97)
        tell(`${name.slice(0, 8)}: precision ${found.precision?.toFixed(3)}, recall ${found.recall?.toFixed(3)}, ${url}`)
      for (const { words, paragraph } of 'losses' in reading ? reading.losses : [])
        tell(`${name.slice(0, 8)}: lost “${words.slice(0, 60)}” in “${paragraph.slice(0, 60)}”`)
      lost += 'losses' in reading ? reading.losses.length : 0
    }
    const precision = mean(scores.flatMap(score => score.precision ?? []))
    const recall = mean(scores.flatMap(score => score.recall ?? []))
    return [
      { what: `F1 of ${scores.length} pages by its own measure (precision, recall)`, value: `${f1Of(precision, recall).toFixed(3)} (${precision.toFixed(3)}, ${recall.toFixed(3)})` },
      { what: 'losses without a message', value: String(lost) },
    ]
  },
}

/** Its `evaluate.py`: rows of four words, counted; a text without any is not scored. */
function scoresOf(expected: string, found: string): Scores {
  const [one, other] = [shinglesIn(expected), shinglesIn(found)]
  const shared = sharedOf(countsOf(one), countsOf(other))
  return { precision: shareOf(shared, other.length), recall: shareOf(shared, one.length) }
}

function shareOf(shared: number, all: number): number | undefined {
  return all === 0 ? undefined : shared / all
}

function shinglesIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE + 1)
  return Array.from({ length: count }, (_, at) => words.slice(at, at + SHINGLE).join(' '))
}
