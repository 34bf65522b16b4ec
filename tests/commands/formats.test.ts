import type { OutlineJson } from '../../scripts/outline/json.ts'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { SAMPLE } from '../support/articles.ts'
import { makeDocx, PIXEL } from '../support/docx.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern, snapshot } from '../support/program.ts'

const folder = eachInFolder()

async function outline(file: string): Promise<OutlineJson & { doubts: unknown }> {
  return JSON.parse((await lectern(folder.path, 'outline', file, '--json')).stdout) as OutlineJson
}

const TEXT = '水边的渡口\n\n渡口在村子的东头，从前是镇上最热闹的地方。\n\n一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n二、人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n'

describe('one article in every format', () => {
  it('has the same outline', async () => {
    const paragraphs = TEXT.trim().split('\n\n')
    await writeFile(join(folder.path, 'a.txt'), TEXT)
    await writeFile(join(folder.path, 'crlf.txt'), TEXT.replaceAll('\n', '\r\n'))
    await writeFile(join(folder.path, 'gb.txt'), iconv.encode(TEXT, 'gb18030'))
    await writeFile(join(folder.path, 'utf16.txt'), iconv.encode(TEXT, 'utf-16le'))
    await writeFile(join(folder.path, 'a.md'), '# 水边的渡口\n\n渡口在村子的东头，从前是镇上最热闹的地方。\n\n## 一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n## 二、人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n')
    await writeFile(join(folder.path, 'a.html'), `<title>水边的渡口</title><h1>${paragraphs[0]}</h1><p>${paragraphs.slice(1).join('</p><p>')}</p>`)
    await writeFile(join(folder.path, 'gb.html'), iconv.encode(`<meta charset="gb2312"><title>水边的渡口</title><h1>${paragraphs[0]}</h1><p>${paragraphs.slice(1).join('</p><p>')}</p>`, 'gbk'))
    await writeFile(join(folder.path, 'a.docx'), await makeDocx(paragraphs))
    const { doubts: _, ...plain } = await outline('a.txt')
    expect(plain.parts.map(part => part.title)).toEqual(['船', '人'])
    for (const file of ['crlf.txt', 'gb.txt', 'utf16.txt', 'a.md', 'a.html', 'gb.html', 'a.docx'])
      expect({ file, ...await outline(file) }, file).toMatchObject(plain)
  })

  it('tells an encoding that is not UTF-8, and remembers it', async () => {
    await writeFile(join(folder.path, 'gb.txt'), iconv.encode(TEXT, 'gb18030'))
    expect((await lectern(folder.path, 'outline', 'gb.txt')).stderr).toBe('gb.txt: read as gb18030\n')
    expect(await lectern(folder.path, 'generate', 'gb.txt')).toMatchObject({ code: 0, stderr: 'gb.txt: read as gb18030\n' })
    expect(JSON.parse(await readFile(join(folder.path, 'slides/gb/.lectern/article.json'), 'utf8'))).toMatchObject({ encoding: 'gb18030', article: '../../gb.txt' })
    // Saved as UTF-8 since: the bytes say so.
    await writeFile(join(folder.path, 'gb.txt'), TEXT)
    expect(await lectern(folder.path, 'generate', 'gb.txt')).toMatchObject({ code: 0, stderr: '' })
    expect(await readFile(join(folder.path, 'slides/gb/01.md'), 'utf8')).toContain('船是木头做的')
  })
})

describe('pictures', () => {
  it('go beside the decks, from files and from within a document', async () => {
    await mkdir(join(folder.path, 'pictures'))
    await writeFile(join(folder.path, 'pictures/old map.png'), PIXEL)
    await writeFile(join(folder.path, 'a.md'), '# T\n\n## Part\n\nText folder.path.\n\n![The map](<pictures/old map.png>)\n\nMore, with ![one inline][m] in it.\n\n[m]: pictures/old%20map.png\n')
    await writeFile(join(folder.path, 'b.docx'), await makeDocx([{ style: 'Title', text: '题' }, { style: 'Heading 1', text: '部分' }, '正文说完了。', { picture: '渡口的照片' }]))
    expect(await lectern(folder.path, 'generate', 'a.md', 'b.docx')).toMatchObject({ code: 0, stderr: '' })
    const [own] = await readdir(join(folder.path, 'slides/a/images'))
    const [within] = await readdir(join(folder.path, 'slides/b/images'))
    expect(own).toMatch(/^old-map-[\da-f]{8}\.png$/)
    expect(within).toMatch(/^image-[\da-f]{8}\.png$/)
    expect(await readFile(join(folder.path, 'slides/a/images', own!))).toEqual(PIXEL)
    expect((await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')).match(/^!\[.*\]\(\.\/images\/old-map-\w+\.png\)$/gm)).toHaveLength(2)
    expect(await readFile(join(folder.path, 'slides/b/01.md'), 'utf8')).toContain(`![渡口的照片](./images/${within})`)
    // Nothing changed, nothing written.
    const before = await snapshot(folder.path)
    expect((await lectern(folder.path, 'generate', 'a.md', 'b.docx')).stdout.match(/unchanged/g)).toHaveLength(2)
    expect(await snapshot(folder.path)).toEqual(before)
  })

  it('are left out with a message where they cannot be had, and their description stays', async () => {
    await mkdir(join(folder.path, 'in'))
    await writeFile(join(folder.path, 'secret.png'), PIXEL)
    await writeFile(join(folder.path, 'in/text.png'), 'no picture')
    await writeFile(join(folder.path, 'in/a.md'), ['# T', '## Part', 'Text folder.path.', '![far away](https://example.com/x.png)', '![above](../secret.png)', '![gone](none.png)', '![words](text.png)', ''].join('\n\n'))
    const { code, stderr } = await lectern(folder.path, 'generate', 'in/a.md')
    expect(code).toBe(0)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^in\/a\.md:7:1: Left out the picture `https:\/\/example\.com\/x\.png`: it is on another machine; save it beside the article/),
      expect.stringMatching(/^in\/a\.md:9:1: .*outside the article's folder/),
      expect.stringMatching(/^in\/a\.md:11:1: .*there is no such file/),
      expect.stringMatching(/^in\/a\.md:13:1: .*not a picture that a browser shows/),
    ])
    const deck = await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')
    expect(deck).not.toMatch(/!\[/)
    for (const description of ['far away', 'above', 'gone', 'words'])
      expect(deck).toContain(description)
    expect(await readdir(join(folder.path, 'slides/a'))).toEqual(['.lectern', '01.md'])
  })
})

describe('frontmatter', () => {
  const article = (matter: string): string => `---\n${matter}\n---\n\n# T\n\n## Part\n\n${'A sentence about the boat and its oars. '.repeat(40)}\n`

  it('names the article and asks for density and minutes; flags count more', async () => {
    await writeFile(join(folder.path, 'a.md'), article('title: The Ford\nsubtitle: A story\nauthor: [Helen Marsh, Ann Lee]\ndate: 2024-05-06\ndensity: brief\nminutes: 45'))
    expect(await outline('a.md')).toMatchObject({ title: 'The Ford', subtitle: 'A story', byline: 'Helen Marsh, Ann Lee\u30002024-05-06' })
    expect((await lectern(folder.path, 'generate', 'a.md')).stderr).toBe('a.md:10:3: Left out “T”, where the frontmatter has another title: take one of the two out (frontmatter)\n')
    const brief = await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')
    expect(brief).toContain('duration: 45min')
    await lectern(folder.path, 'generate', 'a.md', '--density', 'full', '--minutes', '20')
    const full = await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')
    expect(full).toContain('duration: 20min')
    expect(full.split('layout:').length).toBeGreaterThan(brief.split('layout:').length)
  })

  it.each([
    ['density: loud', /density is `loud`.*brief, standard or full/],
    ['minutes: soon', /minutes is `soon`/],
    ['title: [', /frontmatter is not YAML/],
  ])('that cannot be: %s', async (matter, message) => {
    await writeFile(join(folder.path, 'a.md'), article(matter))
    const { code, stderr } = await lectern(folder.path, 'generate', 'a.md')
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 0, lines: 1 })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/\(frontmatter\)$/m)
  })
})

describe('import', () => {
  it('prints Markdown that gives the same outline', async () => {
    const { code, stdout, stderr } = await lectern(folder.path, 'import', SAMPLE)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    await writeFile(join(folder.path, 'again.md'), stdout)
    const { doubts: before, ...first } = await outline(SAMPLE)
    const { doubts: after, ...again } = await outline('again.md')
    expect(again).toEqual(first)
    expect([before.length > 0, after]).toEqual([true, []])
  })

  it('writes a file, with pictures beside it', async () => {
    await writeFile(join(folder.path, 'a.docx'), await makeDocx([{ style: 'Title', text: '题' }, { style: 'Heading 1', text: '部分' }, '正文说完了。', { picture: '渡口的照片' }]))
    expect(await lectern(folder.path, 'import', 'a.docx', '-o', 'out/a.md')).toEqual({ code: 0, stdout: 'out/a.md\n', stderr: '' })
    const [picture] = await readdir(join(folder.path, 'out/a-images'))
    expect(await readFile(join(folder.path, 'out/a.md'), 'utf8')).toContain(`![渡口的照片](./a-images/${picture})`)
    expect(await lectern(folder.path, 'generate', 'out/a.md')).toMatchObject({ code: 0, stderr: '' })
    expect(await readdir(join(folder.path, 'slides/a/images'))).toHaveLength(1)
  })
})

describe('messages', () => {
  it('name file, line and column, what was expected and what to do, and the article is still made', async () => {
    await writeFile(join(folder.path, 'a.md'), '# One\n\n## Part\n\nText.\n\n# Two\n\n### Deep\n\nText.\n\n# Empty\n')
    const { code, stderr } = await lectern(folder.path, 'generate', 'a.md')
    expect(code).toBe(0)
    expect(stderr.trim().split('\n')).toEqual([
      'a.md:7:1: The article has a second title, `Two`, which is read as a part: add a # to it and to the headings below it (second-title)',
      'a.md:13:1: The article has a second title, `Empty`, which is read as a part: add a # to it and to the headings below it (second-title)',
      expect.stringMatching(/^a\.md:9:1: This heading of depth 3 follows one of depth 1: remove a #.*\(heading-skip\)$/),
      expect.stringMatching(/^a\.md:13:3: The part `Empty` has no text.*\(empty-part\)$/),
    ])
  })
})
