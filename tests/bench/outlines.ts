/**
 * Precision and recall of the parts and points that are inferred, over folders of articles with their expected
 * outlines. Run it with `npm run bench:outlines`, or name folders of your own.
 */
import type { OutlineJson } from '../../scripts/outline/json.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'

interface Expected { parts: 'guessed' | { title: string, points: (string | { title: string })[] }[] }
interface Count { found: number, expected: number, right: number }

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['tests/fixtures/articles', 'tests/fixtures/held-back']
console.log('| articles | parts: precision, recall | points: precision, recall |\n| --- | --- | --- |')
for (const folder of folders) {
  const parts: Count = { found: 0, expected: 0, right: 0 }
  const points: Count = { found: 0, expected: 0, right: 0 }
  let articles = 0
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
    const files = readdirSync(join(folder, name), { withFileTypes: true }).map(entry => entry.name)
    const article = files.find(file => file.startsWith('article.'))
    if (!article || !files.includes('outline.json'))
      continue
    const expected = JSON.parse(readFileSync(join(folder, name, 'outline.json'), 'utf8')) as Expected
    if (expected.parts === 'guessed')
      continue
    const path = join(folder, name, article)
    compare(expected.parts, toJson(outlineOf(new VFile({ path, value: readFileSync(path, 'utf8') }))), parts, points)
    articles++
  }
  console.log(`| ${folder}: ${articles} | ${share(parts)} | ${share(points)} |`)
}

/** A point is right where it stands under the right part. */
function compare(expected: Exclude<Expected['parts'], string>, found: OutlineJson, parts: Count, points: Count): void {
  add(parts, expected.map(part => part.title), found.parts.map(part => part.title))
  add(points, expected.flatMap(part => part.points.map(point => `${part.title}\0${typeof point === 'string' ? point : point.title}`)), found.parts.flatMap(part => part.points.map(point => `${part.title}\0${point.title}`)))
}

function add(count: Count, expected: string[], found: string[]): void {
  count.expected += expected.length
  count.found += found.length
  count.right += found.filter(title => expected.includes(title)).length
}

function share({ found, expected, right }: Count): string {
  return `${(100 * right / Math.max(1, found)).toFixed(1)} %, ${(100 * right / Math.max(1, expected)).toFixed(1)} % (${right} of ${expected})`
}
