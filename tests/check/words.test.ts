import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { DENSITIES } from '../../scripts/deck/types.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { article as articleOf, SAMPLE } from '../support/articles.ts'
import { RANDOM_TEXT } from '../support/random.ts'
import { generatedFrom, wordsOf } from '../support/words.ts'

const FIXTURES = ['articles', 'held-back'].flatMap((kind) => {
  const folder = fileURLToPath(new URL(`../fixtures/${kind}`, import.meta.url))
  return readdirSync(folder).map(name => join(folder, name, readdirSync(join(folder, name)).find(file => file.startsWith('article.'))!))
})

describe('the rules on words say nothing of what Lectern generates', () => {
  it.each([SAMPLE, ...FIXTURES].map(path => [path.split('/').slice(-2).join('/'), path] as const))('%s', async (_, path) => {
    for (const density of DENSITIES) {
      for (const clicks of [false, true]) {
        const article = generatedFrom((await readArticle(path)).file, { density, clicks })
        const { coverage, messages } = wordsOf(article, article.decks)
        expect(messages.map(({ file, line, ruleId, reason }) => `${density} ${file}:${line} ${ruleId} ${reason}`)).toEqual([])
        expect(coverage).toEqual({ sentences: coverage.sentences, covered: coverage.sentences, removedByHand: 0 })
      }
    }
  })

  it.each(['.txt', '.md'] as const)('random articles, %s', (ending) => {
    fc.assert(fc.property(RANDOM_TEXT, fc.constantFrom(...DENSITIES), fc.boolean(), (words, density, clicks) => {
      fc.pre(/[\p{L}\p{N}]/u.test(words))
      const article = generatedOrNone(articleOf(words, ending), { density, clicks })
      fc.pre(article !== undefined)
      expect(wordsOf(article!, article!.decks).messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([])
    }), { numRuns: 300 })
  })
})

/** Markdown may have words only where nobody reads them. */
function generatedOrNone(...parameters: Parameters<typeof generatedFrom>): ReturnType<typeof generatedFrom> | undefined {
  try {
    return generatedFrom(...parameters)
  }
  catch (error) {
    if (error instanceof VFileMessage && error.ruleId === 'no-words')
      return undefined
    throw error
  }
}
