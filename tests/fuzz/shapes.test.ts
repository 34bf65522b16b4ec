import { expect, it } from 'vitest'
import { generate } from '../../scripts/generate.ts'
import { drawn } from '../support/random.ts'
import { SHAPES } from '../support/shapes.ts'

/** In characters, more or less: how the time grows is measured by `npm run bench:shapes`. */
const LENGTH = 2000

it.each(drawn([...SHAPES], 20))('a text of one mark again and again becomes decks, or is refused with a message: $name ($ending)', async ({ ending, of }) => {
  const text = of(Math.ceil(LENGTH / Math.max(1, of(100).length / 100)))
  const said = await generate({ path: `article${ending}`, value: text }).then(({ decks }) => decks.length > 0 ? 'decks' : 'nothing', (error: unknown) => error)
  if (said !== 'decks')
    expect(said).toMatchObject({ name: expect.any(String) as string, source: 'lectern', ruleId: expect.stringMatching(/^(?:too-deep|no-words)$/) as string })
}, 60_000)
