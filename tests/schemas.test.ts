import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readFrontmatter } from '../scripts/article/frontmatter.ts'
import { headDataOf } from '../scripts/article/head-data.ts'
import { withoutInvisible } from '../scripts/article/invisible.ts'
import { settingsOf } from '../scripts/deck/settings.ts'
import { DENSITIES, LAYOUTS } from '../scripts/deck/types.ts'
import { generate } from '../scripts/generate.ts'
import { outlineOf } from '../scripts/pipeline.ts'
import { readDeck } from '../scripts/slidev/read.ts'
import { HEAD_KEYS } from '../scripts/slidev/stringify.ts'
import { runs } from './support/random.ts'

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

interface Schema { properties: Record<string, { title?: string, description?: string, anyOf?: { enum?: string[] }[] }> }

function load(name: string): { schema: Schema, isValid: (data: unknown) => boolean } {
  const schema = JSON.parse(readFileSync(root(`schemas/${name}.schema.json`), 'utf8')) as Schema
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema)
  return { schema, isValid: data => validate(data) }
}

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(root(folder), { recursive: true, encoding: 'utf8' }).filter(file => pattern.test(file)).map(file => join(root(folder), file))
}

const article = load('frontmatter')
const slide = load('slide')
const words = ['title', 'subtitle', 'author', 'date', 'speaker', 'organization']

/** Whether the program takes a value of a key: it is there afterwards, all of it, and nothing is said against it. */
function isTaken(key: string, value: unknown): boolean {
  if (Array.isArray(value))
    return words.includes(key) && value.length > 0 && value.every(item => !Array.isArray(item) && isTaken(key, item))
  const yaml = stringify({ [key]: value })
  const file = new VFile({ path: 'a.md', value: `---\n${yaml}---\n\n## 渡口\n\n渡船每天早上从对岸过来。\n` })
  settingsOf(file)
  outlineOf(file)
  return file.messages.length === 0 && readFrontmatter(yaml)[key as 'title'] !== undefined
}

const scalar = fc.oneof(
  // Characters that show nothing are left out with a message of their own (`invisible`), which no schema can foretell.
  fc.string({ unit: 'grapheme' }).map(text => withoutInvisible(text)),
  fc.constantFrom(...DENSITIES, 'dense', 'zh-CN', 'en', 'zh_CN', 'x', '45', '45.5', '0', '1440', '1441', '1e3', '', ' ', '\u3000'),
  fc.integer({ min: -5, max: 1500 }),
  fc.double({ min: 0, max: 2000, noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

describe('the schema of an article\'s frontmatter', () => {
  it('takes what the program takes, and nothing else', () => {
    const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.record({ name: fc.string() }))
    const entry = fc.oneof(
      fc.tuple(fc.constantFrom(...Object.keys(article.schema.properties)), value),
      fc.tuple(fc.constantFrom(...words), fc.array(value, { maxLength: 3 })),
    )
    fc.assert(fc.property(entry, ([key, given]) => {
      expect(article.isValid({ [key]: given }), `${key}: ${JSON.stringify(given)}`).toBe(isTaken(key, given))
    }), { numRuns: runs(1000), examples: [[['minutes', 45]], [['minutes', '45']], [['minutes', 0]], [['lang', 'zh_CN']], [['density', 'full']], [['author', ['甲', '乙']]], [['author', []]], [['speaker', '张三']], [['speaker', ['张三', '李四']]], [['speaker', '——']], [['organization', '校'.repeat(31)]], [['organization', '校'.repeat(30)]], [['organization', 'x'.repeat(61)]], [['logo', 'a/b.png']], [['logo', '../b.png']], [['logo', '/b.png']], [['logo', 'https://x.example/b.png']], [['logo', 'a/../b.png']], [['logo', 'a\\b.png']]] })
  })

  it('describes what the program reads, every key in words', () => {
    const { properties } = article.schema
    expect(Object.keys(properties)).toEqual(['title', 'subtitle', 'author', 'date', 'speaker', 'organization', 'logo', 'lang', 'theme', 'density', 'minutes'])
    for (const { title, description } of Object.values(properties))
      expect([title, description]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\.$/)])
  })

  it('takes the frontmatter of every fixture, and keys that are none of Lectern\'s', () => {
    const texts = filesBelow('tests/fixtures', /article\.md$/).flatMap(path => headDataOf(readFileSync(path, 'utf8'))?.yaml ?? [])
    expect(texts.length).toBeGreaterThan(1)
    for (const text of texts)
      expect(article.isValid(parse(text)), text).toBe(true)
    expect(article.isValid({ draft: true })).toBe(true)
  })

  it('may be named in the frontmatter itself', () => {
    const file = new VFile({ path: 'a.md', value: '---\n# yaml-language-server: $schema=node_modules/lectern/schemas/frontmatter.schema.json\ntitle: 渡口\nminutes: 20\n---\n\n渡船每天早上从对岸过来。\n' })
    expect(outlineOf(file).title.value).toBe('渡口')
    expect(settingsOf(file)).toEqual({ minutes: 20 })
  })
})

function takesAll(markdown: string, path: string): void {
  for (const { data } of readDeck(markdown))
    expect(slide.isValid(data), `${path}: ${JSON.stringify(data)}`).toBe(true)
}

describe('the schema of a slide\'s frontmatter', () => {
  it('takes every slide of the sample, and of decks that were changed by hand', () => {
    const paths = [...filesBelow('slides', /\d\.md$/), ...filesBelow('tests/fixtures/merges', /(?:\d|edited|expected)\.md$/)]
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths)
      takesAll(readFileSync(path, 'utf8'), path)
  })

  it('takes every slide that is made of the fixtures', async () => {
    const paths = filesBelow('tests/fixtures/articles', /article\.\w+$/)
    expect(paths.length).toBeGreaterThan(30)
    for (const path of paths) {
      const { decks } = await generate({ path, value: readFileSync(path) }, { minutes: 30 })
      for (const { name, markdown } of decks)
        takesAll(markdown, `${path}, ${name}`)
    }
  })

  it('names all layouts and all keys of a deck, and says of each what it is', () => {
    const { properties } = slide.schema
    expect(properties.layout!.anyOf![0]!.enum).toEqual([...LAYOUTS])
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...HEAD_KEYS]))
    for (const { title, description } of Object.values(properties))
      expect([title, description]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\.$/)])
  })

  it.each([[{ cue: '3:5' }], [{ next: { deck: '02.md' } }], [{ hide: 'yes' }], [{ layout: 3 }]])('refuses %j', (data) => {
    expect(slide.isValid(data)).toBe(false)
  })

  it('takes what else Slidev knows', () => {
    expect(slide.isValid({ layout: 'two-cols', transition: 'fade', hide: true, reset: true, cue: '12:05' })).toBe(true)
  })
})
