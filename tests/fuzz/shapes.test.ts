import type { Shape } from '../support/shapes.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { generate } from '../../scripts/generate.ts'
import { packed } from '../support/docx-shapes.ts'
import { randomShapes } from '../support/random-shapes.ts'
import { drawn, runs } from '../support/random.ts'
import { SHAPES } from '../support/shapes.ts'

/** In characters, more or less: how the time grows is measured by `npm run bench:shapes`. */
const LENGTH = 2000

/** Has an article of one shape made, or refused as one is. */
async function tried({ ending, of }: Shape): Promise<void> {
  const text = of(Math.ceil(LENGTH / Math.max(1, of(100).length / 100)))
  const value = ending === '.docx' ? await packed(text) : text
  const said = await generate({ path: `article${ending}`, value }).then(({ decks }) => decks.length > 0 ? 'decks' : 'nothing', (error: unknown) => error)
  if (said !== 'decks')
    expect(said).toMatchObject({ name: expect.any(String) as string, source: 'lectern', ruleId: expect.stringMatching(/^(?:too-deep|no-words)$/) as string })
}

it.each(drawn([...SHAPES], 20))('a text of one mark again and again becomes decks, or is refused with a message: $name ($ending)', tried, 60_000)

it('and so does a text of several marks again and again', async () => {
  await fc.assert(fc.asyncProperty(randomShapes, tried), { numRuns: runs(400) })
}, 600_000)
