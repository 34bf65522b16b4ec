import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SAMPLE } from '../support/articles.ts'
import { makeDocx } from '../support/docx.ts'
import { lossesOf, replacing } from '../support/losses.ts'
import { ALL, drawn, runs } from '../support/random.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ARTICLES = ['fixtures/articles', 'fixtures/held-back', 'bench/articles']
  .flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
  .filter(path => /article\.(?:txt|md|html|docx)$/.test(path))

describe('no word is lost of', () => {
  it.each([SAMPLE, ...drawn(ARTICLES, ARTICLES.length >> 2).map(path => join(ROOT, path))])('%s', async (path) => {
    expect((await lossesOf(path, readFileSync(path))).losses).toEqual([])
  })
})

/** Clauses of articles that people write, no two of which have a word of the lost one: 〔0〕 is where it stands. */
const CLAUSES = ['渡口在村子的东头', '老李把船撑过来', '两岸的人都听得见钟声', '水位比去年高了3.5%', '每天有10~20个人过河', '2023年5月修了石阶', '从对岸带来1,200斤米', 'the boat leaves at seven', 'it costs $5 a day', '走了3—5公里', '气温在-5℃以下', '（见附表2）', '第3条说得明白', '比例是3:2', '“人比船要紧”', '过了12:30就不等']
const sentence = fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 4 }).map(clauses => `${clauses.join('，')}。`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map(sentences => sentences.join(''))
const parts = fc.array(fc.tuple(fc.constantFrom('船', '人的事', '渡口的灯', 'The ferry'), fc.array(paragraph, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })

type Parts = [heading: string, paragraphs: string[]][]

/** One article in every format. */
async function inEach(all: Parts): Promise<[path: string, content: string | Uint8Array][]> {
  const numbered = all.map(([heading, paragraphs], index): [string, string[]] => [`${'一二三四'[index]}、${heading}`, paragraphs])
  const markdown = (text: string): string => text.replace(/[~$*_]/g, '\\$&')
  return [
    ['a.txt', ['水边的渡口', ...numbered.flat(2)].join('\n\n')],
    ['a.md', ['# 水边的渡口', ...numbered.flatMap(([heading, paragraphs]) => [`## ${heading}`, ...paragraphs.map(markdown)])].join('\n\n')],
    ['a.html', `<h1>水边的渡口</h1>${numbered.map(([heading, paragraphs]) => `<h2>${heading}</h2>${paragraphs.map(text => `<p>${text}</p>`).join('')}`).join('')}`],
    ['a.docx', await makeDocx([{ style: 'Title', text: '水边的渡口' }, ...numbered.flatMap(([heading, paragraphs]) => [{ style: 'Heading 1', text: heading }, ...paragraphs])])],
  ]
}

/** Words that stand nowhere else, and what decks could have in their place. */
const LOST = [['7.25', '725'], ['31~47', '3147'], ['91%', '91'], ['8,888', '8888'], ['1949年', '年'], ['蜻蜓', '蜓'], ['櫓', ''], ['lantern', 'lanterns']] as const

describe('of random articles in every format', () => {
  it('no word is lost', async () => {
    await fc.assert(fc.asyncProperty(parts, async (all) => {
      for (const [path, content] of await inEach(all))
        expect((await lossesOf(path, content)).losses, path).toEqual([])
    }), { numRuns: runs(200) })
  })

  it('one word that decks have not, or have otherwise, is one loss that names it', async () => {
    await fc.assert(fc.asyncProperty(parts, fc.nat(), fc.constantFrom(...LOST), async (all, at, [word, other]) => {
      const [heading, paragraphs] = all[at % all.length]!
      const index = at % paragraphs.length
      const changed = all.map((part): Parts[number] => part[0] === heading && part[1] === paragraphs ? [heading, paragraphs.with(index, `${paragraphs[index]}岸上的人说这里有${word}个。`)] : part)
      for (const [path, content] of await inEach(changed)) {
        const written = word.replace('~', '\\~')
        const { losses } = await lossesOf(path, content, replacing(written, other))
        expect(losses, path).toHaveLength(1)
        expect(word.includes(losses[0]!.words) && losses[0]!.words !== '', `${path}: ${losses[0]!.words}`).toBe(true)
      }
    }), { numRuns: runs(200) })
  })

  it('in time that grows with their length', async () => {
    const text = `渡口\n\n${Array.from({ length: ALL ? 1200 : 300 }, (_, index) => `${CLAUSES.join('，')}，共${index}个人。`).join('\n\n')}`
    const { losses } = await lossesOf('a.txt', text)
    expect(losses).toEqual([])
  })
})
