import type { Root } from 'mdast'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as api from '../scripts/index.ts'
import { toJson } from '../scripts/outline/json.ts'
import { SAMPLE } from './support/articles.ts'
import { parseDeck } from './support/promises.ts'

const { generate, OptionError } = api
const { lecternDecks, lecternHeadings, lecternMarkdown, lecternOutline, lecternParse, lecternSlidev } = api
const SAMPLE_DECKS = fileURLToPath(new URL('../slides/flesh-and-blood-ties/', import.meta.url))
const theme = '../../themes/study'

describe('lectern', () => {
  it('exports these and nothing else', () => {
    expect(Object.keys(api).sort()).toEqual(['OptionError', 'generate', 'lecternDecks', 'lecternHeadings', 'lecternMarkdown', 'lecternOutline', 'lecternParse', 'lecternSlidev'])
  })
})

describe('generate', () => {
  it('makes of the sample what the command writes, byte for byte, from text and from bytes', async () => {
    const bytes = await readFile(SAMPLE)
    for (const value of [bytes, bytes.toString('utf8')]) {
      const { decks, messages } = await generate({ path: 'article.txt', value }, { theme })
      expect(decks.map(deck => deck.name)).toEqual(['01.md', '02.md', '03.md'])
      for (const { name, markdown } of decks)
        expect(markdown).toBe(await readFile(join(SAMPLE_DECKS, name), 'utf8'))
      expect(messages).toEqual([])
    }
  })

  it('keeps the addresses that are defined above the title', async () => {
    const { decks } = await generate({ path: 'a.md', value: '[ref]: https://example.com/boats\n\n# 渡口\n\n## 船\n\n渡船见[时刻表][ref]，每天早上从对岸过来。\n' })
    const read = unified().use(lecternParse).use(lecternHeadings)
    const file = new VFile({ path: 'a.md', value: '[ref]: https://example.com/boats\n\n# 渡口\n\n渡船见[时刻表][ref]，每天早上从对岸过来。\n' })
    const tree = read.runSync(read.parse(file), file) as Root
    expect(tree.children.some(({ type }) => type === 'definition')).toBe(true)
    expect(decks.map(({ markdown }) => markdown.match(/\[时刻表\]\((.*?)\)/)?.[1])).toEqual(['https://example.com/boats'])
  })

  it('gives slides as data: what they show and what is said', async () => {
    const { outline, decks } = await generate({ path: 'a.md', value: '# 渡口\n\n## 船\n\n渡船每天早上从对岸过来。\n\n## 桥\n\n桥修好以后渡口还在。\n' })
    expect(outline).toMatchObject({ title: '渡口', language: 'zh-CN', parts: [{ title: '船' }, { title: '桥' }] })
    const [deck] = decks
    expect(deck).toMatchObject({ name: '01.md', title: '船', minutes: 1, language: 'zh-CN' })
    const slide = deck!.slides.find(one => one.note.length > 0)!
    expect(slide).toMatchObject({ layout: 'statement', title: '渡船每天早上从对岸过来', kicker: '一 船', id: expect.stringMatching(/^s/) })
    expect(slide.note.flat().map(text => text.value).join('')).toBe('渡船每天早上从对岸过来。')
    expect(slide.note[0]![0]!.position!.start).toMatchObject({ line: 5, column: 1 })
    expect(slide.content[0]).toMatchObject({ type: 'heading', depth: 1 })
    expect(parseDeck(deck!).length).toBe(deck!.slides.length)
    expect(deck!.markdown).toContain('theme: ../../node_modules/lectern/themes/study\n')
  })

  it.each([
    [{ ratio: '4:3' }, /^aspectRatio: 4\/3$/m],
    [{ minutes: 30 }, /^cue: /m],
    [{ clicks: true, density: 'full' }, /<v-clicks>/],
    [{ theme: 'seriph' }, /^theme: seriph$/m],
  ] as const)('takes %j', async (options, pattern) => {
    const value = await readFile(SAMPLE)
    const [plain, asked] = await Promise.all([{}, options].map(given => generate({ path: 'a.txt', value }, given)))
    expect(plain!.decks[0]!.markdown).not.toMatch(pattern)
    expect(asked!.decks[0]!.markdown).toMatch(pattern)
  })

  it('takes questions: false, and an encoding', async () => {
    const text = '渡口\n\n船\n\n渡船每天早上从对岸过来，晚上再回到对岸去。\n\n桥\n\n桥修好以后渡口还在，摆渡的人也还在。\n'
    const { decks } = await generate({ path: 'a.txt', value: new Uint8Array(Buffer.from(text, 'utf16le')) }, { questions: false, encoding: 'utf-16le' })
    expect(decks.map(deck => deck.slides.at(-1)!.layout)).not.toContain('questions')
    expect(decks[0]!.articleTitle).toBe('渡口')
  })

  it('follows the frontmatter where an option is left out, and tells what in it is wrong', async () => {
    const value = '---\ntheme: plain\nminutes: 12\ndensity: dense\n---\n\n# 渡口\n\n## 船\n\n渡船每天早上从对岸过来。\n'
    const { decks, messages } = await generate(new VFile({ path: 'a.md', value }), { minutes: 6 })
    expect(decks[0]).toMatchObject({ minutes: 6 })
    expect(decks[0]!.markdown).toContain('theme: ../../node_modules/lectern/themes/plain\n')
    expect(messages.map(message => [message.ruleId, message.line, message.reason])).toEqual([['frontmatter', 4, 'The frontmatter\'s density is `dense`; it can be brief, standard or full: correct it, or remove the line']])
  })

  it.each([
    [{ density: 'dense' }, 'density', 'Unexpected density `dense`, expected brief, standard, full: correct it, or leave it out'],
    [{ ratio: '16/9' }, 'ratio', 'Unexpected ratio `16/9`, expected 16:9 or 4:3: correct it, or leave it out'],
    [{ minutes: Number.NaN }, 'minutes', 'Unexpected minutes `NaN`, expected a number of minutes from 1 to 1440: correct it, or leave it out'],
    [{ minutes: '45' }, 'minutes', 'Unexpected minutes `45`, expected a number of minutes from 1 to 1440: correct it, or leave it out'],
    [{ clicks: 1 }, 'clicks', 'Unexpected clicks `1`, expected true or false: correct it, or leave it out'],
    [{ theme: '' }, 'theme', 'Unexpected theme ``, expected a path or a package: correct it, or leave it out'],
    [{ toString: true }, 'toString', 'Unexpected option `toString`, expected ratio, density, decks, minutes, clicks, questions, speaker, organization, date, logo, theme, encoding: correct its name, or leave it out'],
  ])('refuses %j', async (options, option, message) => {
    const error = await generate({ path: 'a.txt', value: '渡口' }, options as never).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(OptionError)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ name: 'OptionError', option, message })
  })

  it.each([
    ['text without a path', '渡口', 'format'],
    ['another format', { path: 'a.doc', value: '渡口' }, 'format'],
    ['no text', { path: 'a.txt', value: '' }, 'no-words'],
    ['no words', { path: 'a.md', value: '---\ntitle: x\n---\n' }, 'no-words'],
    ['bytes that are no text', { path: 'a.txt', value: new Uint8Array([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]) }, 'encoding'],
    ['bytes that are no Word document', { path: 'a.docx', value: new Uint8Array([1, 2, 3]) }, 'docx'],
  ])('refuses %s', async (_, article, ruleId) => {
    const error = await generate(article).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VFileMessage)
    expect(error).toMatchObject({ ruleId, source: 'lectern' })
  })

  it('refuses an encoding that is none', async () => {
    await expect(generate({ path: 'a.txt', value: new Uint8Array([0x41]) }, { encoding: 'klingon' })).rejects.toMatchObject({ ruleId: 'encoding' })
  })
})

describe('the plugins', () => {
  const text = '渡口的变化\n\n一、船\n\n渡船每天早上从对岸过来。\n\n二、桥\n\n桥修好以后渡口还在。\n'
  const depths = (tree: Root): [number, string][] => tree.children.flatMap(node => node.type === 'heading' ? [[node.depth, node.children.map(child => 'value' in child ? child.value : '').join('')] as [number, string]] : [])
  const HEADINGS = [[1, '渡口的变化'], [2, '船'], [2, '桥']]

  it('lecternParse reads what the file is, or what it is told', () => {
    const page = '<html><body><article><h1>渡口</h1><p>渡船每天早上从对岸过来。</p></article></body></html>'
    expect(unified().use(lecternParse).parse(new VFile({ path: 'a.html', value: page })).children.map(node => node.type)).toEqual(['heading', 'paragraph'])
    expect(unified().use(lecternParse, { format: '.txt' }).parse('渡口\n\n船').children.map(node => node.type)).toEqual(['paragraph', 'paragraph'])
    expect(() => unified().use(lecternParse).parse('渡口')).toThrow('Unexpected format ``, expected .txt, .md, .html, .htm, .docx: name the article\'s file, or give its format')
  })

  it('lecternHeadings finds the same in remark-parse\'s tree, with and without positions, with and without its text', () => {
    for (const hasPositions of [true, false]) {
      for (const file of [new VFile(text), new VFile()]) {
        const tree = unified().use(remarkParse).parse(text)
        if (!hasPositions)
          visit(tree, node => void delete node.position)
        expect(depths(unified().use(lecternHeadings).runSync(tree, file))).toEqual(HEADINGS)
      }
    }
  })

  it('makes the same decks without positions', () => {
    const made = [true, false].map((hasPositions) => {
      const tree = unified().use(remarkParse).parse(text)
      if (!hasPositions)
        visit(tree, node => void delete node.position)
      const decks = unified().use(lecternHeadings).use(lecternOutline).use(lecternDecks, { density: 'full' }).runSync(tree, new VFile(hasPositions ? text : ''))
      return unified().use(lecternSlidev, { theme }).stringify(decks)
    })
    expect(made[0]).toHaveLength(2)
    expect(made[1]).toEqual(made[0])
  })

  it('lecternOutline makes an Outline, and warns in the file', () => {
    const file = new VFile({ path: 'a.md', value: '# 渡口\n\n## 船\n\n## 桥\n\n桥修好以后渡口还在。\n' })
    const processor = unified().use(lecternParse).use(lecternOutline)
    const outline = processor.runSync(processor.parse(file), file)
    expect(outline.parts.map(part => part.title.value)).toEqual(['船', '桥'])
    expect(file.messages.map(message => message.ruleId)).toEqual(['empty-part'])
  })

  it('lecternDecks refuses what is no option', () => {
    expect(() => unified().use(lecternDecks, { ratio: '1:1' as never }).freeze()).toThrow(OptionError)
  })

  it('all together give the decks as the file\'s result', () => {
    const file = unified().use(lecternParse).use(lecternHeadings).use(lecternOutline).use(lecternDecks).use(lecternSlidev, { theme: 'x' }).processSync(new VFile({ path: 'a.txt', value: text }))
    expect(file.result.map(deck => deck.name)).toEqual(['01.md', '02.md'])
  })

  it('lecternMarkdown writes what reads as the same outline', () => {
    const original = { path: 'a.txt', value: text }
    const toMarkdown = unified().use(lecternParse).use(lecternHeadings).use(lecternMarkdown)
    const markdown = String(toMarkdown.processSync(new VFile(original)))
    expect(markdown).toContain('\n## 一、船\n')
    const [before, after] = [original, { path: 'a.md', value: markdown }].map((given) => {
      const file = new VFile(given)
      const processor = unified().use(lecternParse).use(lecternHeadings).use(lecternOutline)
      return toJson(processor.runSync(processor.parse(file), file))
    })
    expect(after).toEqual({ ...before, doubts: [] })
  })
})

describe('import of the compiled package', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-api-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('loads neither Slidev nor Vite nor a browser', async () => {
    // Beside the packages that it needs.
    const library = await mkdtemp(fileURLToPath(new URL('../node_modules/.lectern-api-', import.meta.url)))
    try {
      const run = promisify(execFile)
      await run(process.execPath, ['--input-type=module', '--eval', `import { compile } from ${JSON.stringify(new URL('../scripts/compile.mjs', import.meta.url).href)}; await compile(${JSON.stringify(library)})`])
      // A hook hears of every module that Node is asked for.
      await writeFile(join(folder, 'hook.mjs'), `import { appendFileSync } from 'node:fs'
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  appendFileSync(${JSON.stringify(join(folder, 'modules.txt'))}, found.url + '\\n')
  return found
}`)
      await writeFile(join(folder, 'main.mjs'), `import { register } from 'node:module'
register('./hook.mjs', import.meta.url)
await import(${JSON.stringify(pathToFileURL(join(library, 'index.mjs')).href)})`)
      await run(process.execPath, [join(folder, 'main.mjs')])
      const modules = await readFile(join(folder, 'modules.txt'), 'utf8')
      expect(modules).toContain('/node_modules/unified/')
      expect(modules).not.toMatch(/\/node_modules\/(?:@slidev|vite|vue|playwright|@sparticuz|esbuild|mammoth|commander|puppeteer)/)
      expect(modules).not.toMatch(/node:(?:fs|child_process|http)/)
    }
    finally {
      await rm(library, { recursive: true, force: true })
    }
  })
})
