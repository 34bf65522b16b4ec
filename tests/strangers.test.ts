import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { DENSITIES } from '../scripts/deck/types.ts'
import { readArticle } from '../scripts/files/article.ts'
import { workFolder } from './support/build.ts'
import { ALL, drawn } from './support/random.ts'
import { manualsOfDebian, markdownOfPackages } from './support/strangers.ts'
import { verifyDecks } from './support/verify.ts'
import { generatedFrom, wordsOf } from './support/words.ts'

/**
 * Holds the decks of documents against promises 1, 2 and 6, by `check`'s rules and by the tests' own; gives back how
 * many slides that are.
 */
async function hold(paths: string[]): Promise<number> {
  let slides = 0
  const broken: string[] = []
  for (const [index, path] of paths.entries()) {
    const options = { density: DENSITIES[index % DENSITIES.length]!, clicks: index % 2 === 0 }
    const { file } = await readArticle(path)
    slides += verifyDecks(new VFile({ path: file.path, value: file.value }), options).flat().length
    const article = generatedFrom(file, options)
    broken.push(...wordsOf(article, article.decks).messages.map(({ ruleId, reason }) => `${path}: ${ruleId} ${reason}`))
  }
  expect(broken).toEqual([])
  return slides
}

describe('documents that nobody here wrote keep the promises', () => {
  it('markdown of installed packages', async () => {
    const paths = await markdownOfPackages()
    expect(paths.length).toBeGreaterThan(30)
    expect(await hold(drawn(paths, 3))).toBeGreaterThan(ALL ? 1_000 : 10)
  }, 900_000)

  it.runIf(ALL)('manuals of Debian in Chinese, pages and text', async ({ skip }) => {
    const folder = await workFolder()
    try {
      const paths = await manualsOfDebian(folder.path)
      skip(paths.length === 0, 'there is no apt-get here, or it reaches no mirror')
      expect(await hold(paths)).toBeGreaterThan(2_000)
    }
    finally {
      await folder.clean()
    }
  }, 900_000)
})
