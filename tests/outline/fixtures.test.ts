import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { DENSITIES } from '../../scripts/deck/types.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { squeeze } from '../support/promises.ts'
import { ALL, inTurn, SEED } from '../support/random.ts'
import { spokenText, verifyDecks } from '../support/verify.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

/** An outline's shape: its titles, and how many paragraphs stand under each. */
function shapeOf(file: VFile): unknown {
  const { title, subtitle, byline, lead, parts, closing } = toJson(outlineOf(file))
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(byline !== undefined && { byline }),
    lead: lead.length,
    parts: parts.map(part => ({
      title: part.title,
      lead: part.lead.length,
      points: part.points.map(point => ({ title: point.title, paragraphs: point.paragraphs.length })),
      closing: part.closing.length,
    })),
    closing: closing.length,
  }
}

// The articles in `held-back` were put away before the rules were tried on any.
describe.each(['articles', 'held-back'])('%s', (group) => {
  it.each(readdirSync(`${FIXTURES}/${group}`).map((name, index) => [name, index] as const))('%s', (name, index) => {
    const folder = `${FIXTURES}/${group}/${name}`
    const path = `${folder}/${readdirSync(folder).find(file => file.startsWith('article.'))}`
    const file = new VFile({ path, value: readFileSync(path, 'utf8') })
    if (existsSync(`${folder}/outline.json`))
      expect(shapeOf(file)).toEqual(JSON.parse(readFileSync(`${folder}/outline.json`, 'utf8')))
    if (path.endsWith('.txt')) {
      // Of plain text nothing is left out but the title block and the headings that stand alone.
      const outline = outlineOf(file)
      const head = [outline.title, ...outline.subtitle, ...outline.byline]
      const below = outline.parts.flatMap(part => [part.title, ...part.points.map(point => point.title)])
      const headings = [...head, ...below]
      const rest = squeeze(String(file)).length - squeeze(spokenText(outline)).length
      const alone = headings.filter(title => !('runIn' in title)).reduce((sum, title) => sum + squeeze(title.value).length, 0)
      expect(rest).toBeLessThanOrEqual(alone + headings.length * 8)
    }
    // Every second one, the others with the next seed.
    for (const density of ALL || (SEED + index) % 2 === 0 ? inTurn(DENSITIES, index >> 1) : [])
      verifyDecks(file, { density })
  })
})
