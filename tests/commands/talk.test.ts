import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { PIXEL } from '../support/docx.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()
const BODY = '一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n二、人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><circle r="4"/></svg>'

beforeEach(() => writeFile(join(folder.path, 'a.txt'), `水边的渡口\n\n主讲人：张三\n\n${BODY}`))

const deck = (name = 'a/01.md'): Promise<string> => readFile(join(folder.path, 'slides', name), 'utf8')
const record = async (): Promise<Record<string, unknown>> => JSON.parse(await readFile(join(folder.path, 'slides/a/.lectern/article.json'), 'utf8')) as Record<string, unknown>
const markdown = (matter: string): string => `---\ntitle: 渡口\n${matter}\n---\n\n## 船\n\n船是木头做的，用了三十年，还没有坏。\n`

describe('the flags of a talk', () => {
  it('are remembered, count more than the article, and are forgotten by --no-NAME', async () => {
    const { code, stderr } = await lectern(folder.path, 'generate', 'a.txt', '--speaker', '李四', '--organization', '江州市委党校', '--date', '2025年1月2日')
    expect(code).toBe(0)
    expect(stderr).toMatch(/^a\.txt:3:1: Left out “主讲人：张三” below the title, since --speaker says “李四”.*\(talk\)$/m)
    expect(await deck()).toMatch(/^李四\u3000江州市委党校\n\n2025年1月2日$/m)
    expect(await record()).toMatchObject({ options: { speaker: '李四', organization: '江州市委党校', date: '2025年1月2日' }, speaker: '李四', talk: '李四　江州市委党校　2025年1月2日' })

    const first = await deck()
    expect((await lectern(folder.path, 'generate', 'a.txt')).stdout.match(/unchanged/g)).toHaveLength(2)
    expect(await deck()).toBe(first)

    await lectern(folder.path, 'generate', 'a.txt', '--no-speaker', '--no-date')
    expect(await deck()).toMatch(/^主讲人：张三\u3000江州市委党校$/m)
    expect(await deck()).not.toContain('2025')
    expect((await record()).options).toEqual({ organization: '江州市委党校' })
  })

  it('forget any other flag that is remembered', async () => {
    await lectern(folder.path, 'generate', 'a.txt', '--ratio', '4:3', '--minutes', '20', '--clicks', '--theme', 'plain', '--density', 'full', '--decks', 'one')
    expect(Object.keys((await record()).options as object).sort()).toEqual(['clicks', 'decks', 'density', 'minutes', 'ratio', 'theme'])
    await lectern(folder.path, 'generate', 'a.txt', '--no-ratio', '--no-minutes', '--no-clicks', '--no-theme', '--no-density', '--no-decks')
    expect((await record()).options).toEqual({})
    expect(await deck()).not.toMatch(/aspectRatio|plain/)
  })

  it.each([
    ['--speaker', '——'],
    ['--organization', '\u001B[31m党校'],
    ['--date', '2024\n03'],
    ['--speaker', '张'.repeat(31)],
  ])('are refused where no cover can show them: %s %j', async (flag, value) => {
    expect(await lectern(folder.path, 'generate', 'a.txt', flag, value)).toMatchObject({ code: 2, stderr: expect.stringMatching(/Give words, at most 60 characters that can be seen, 30 of them Chinese/) as string })
    expect((await readdir(folder.path)).sort()).toEqual(['a.txt'])
  })
})

describe('a logo', () => {
  it('by flag may lie anywhere; it is copied beside the decks, found from another folder, and forgotten', async () => {
    await mkdir(join(folder.path, 'else/where'), { recursive: true })
    await writeFile(join(folder.path, 'else/logo.svg'), SVG)
    const { stderr, code } = await lectern(join(folder.path, 'else/where'), 'generate', '../../a.txt', '--out', '../../slides', '--logo', '../logo.svg')
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/Left out of the logo `\.\.\/logo\.svg`: .*script.*\(image\)/) as string })
    const [name] = await readdir(join(folder.path, 'slides/a/images'))
    expect(await readFile(join(folder.path, 'slides/a/images', name!), 'utf8')).not.toContain('script')
    for (const file of ['a/01.md', 'a/02.md'])
      expect(await deck(file)).toContain(`\nlogo: images/${name}\n`)
    expect((await record()).options).toEqual({ logo: '../../else/logo.svg' })
    expect((await lectern(folder.path, 'generate', 'a.txt')).stdout.match(/unchanged/g)).toHaveLength(2)
    await lectern(folder.path, 'generate', 'a.txt', '--no-logo')
    expect(await deck()).not.toContain('logo:')
  })

  it.each([
    ['is not there', 'none.png', /none\.png: this logo cannot be shown: .*no such file.*Give another with --logo, or --no-logo/],
    ['is no picture', 'a.txt', /a\.txt: this logo cannot be shown: it is not a picture/],
    ['is a folder', '.', /this logo cannot be shown/],
  ])('by flag is refused where it %s, and nothing is written', async (_, path, message) => {
    expect(await lectern(folder.path, 'generate', 'a.txt', '--logo', path)).toMatchObject({ code: 1, stderr: expect.stringMatching(message) as string })
    expect(await readdir(join(folder.path, 'slides/a')).catch(() => [])).not.toContain('01.md')
  })

  it('of an article lies below its folder', async () => {
    await mkdir(join(folder.path, 'in/images'), { recursive: true })
    await writeFile(join(folder.path, 'in/images/logo.png'), PIXEL)
    await writeFile(join(folder.path, 'in/b.md'), markdown('logo: ./images/logo.png'))
    expect(await lectern(folder.path, 'generate', 'in/b.md')).toMatchObject({ code: 0, stderr: '' })
    expect(await deck('b/01.md')).toMatch(/^logo: images\/logo-\w{8}\.png$/m)
    expect(await readFile(join(folder.path, 'slides/b/images', (await readdir(join(folder.path, 'slides/b/images')))[0]!))).toEqual(PIXEL)
  })

  it.each([
    ['above it', '../secret.png', 'frontmatter'],
    ['by a whole path', 'ROOT/secret.png', 'frontmatter'],
    ['on another machine', 'https://example.com/a.png', 'frontmatter'],
    ['behind a link', 'link.png', 'image'],
    ['in a folder behind a link', 'away/secret.png', 'image'],
    ['nowhere', 'none.png', 'image'],
  ])('of an article is left out with a message where it is %s', async (_, logo, rule) => {
    await mkdir(join(folder.path, 'in'))
    await writeFile(join(folder.path, 'secret.png'), PIXEL)
    await symlink(join(folder.path, 'secret.png'), join(folder.path, 'in/link.png'))
    await symlink(folder.path, join(folder.path, 'in/away'))
    await writeFile(join(folder.path, 'in/b.md'), markdown(`logo: ${logo.replace('ROOT', folder.path)}`))
    const { code, stderr } = await lectern(folder.path, 'generate', 'in/b.md')
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(new RegExp(`^in/b\\.md:3:1: .*logo.*\\(${rule}\\)\\n$`)) as string })
    expect(await deck('b/01.md')).not.toMatch(/logo|secret/)
    expect(await readdir(join(folder.path, 'slides/b'))).not.toContain('images')
  })
})

describe('the outline', () => {
  it('shows whose talk it is, and suggests one deck where the article is short and has parts', async () => {
    const { stdout } = await lectern(folder.path, 'outline', 'a.txt')
    expect(stdout).toMatch(/^水边的渡口\n主讲人：张三\n\n/)
    expect(stdout).toMatch(/2 {2}人\n\nThe article takes less than eight minutes: .*--decks one.*\n/)
    expect((await lectern(folder.path, 'outline', 'a.txt', '--json')).stdout).not.toContain('--decks')
    await writeFile(join(folder.path, 'long.md'), `# 渡口\n\n## 船\n\n${'船是木头做的，用了三十年，还没有坏。'.repeat(150)}\n\n## 人\n\n摆渡的人姓李。\n`)
    expect((await lectern(folder.path, 'outline', 'long.md')).stdout).not.toContain('--decks')
    await writeFile(join(folder.path, 'one.md'), '# The ford\n\n## The boat\n\nIt was made of wood, and it had lasted for years.\n')
    expect((await lectern(folder.path, 'outline', 'one.md')).stdout).not.toContain('--decks')
    await writeFile(join(folder.path, 'two.md'), '# The ford\n\n## The boat\n\nIt was made of wood, and it had lasted for years.\n\n## The man\n\nHe was called Lee.\n')
    expect((await lectern(folder.path, 'outline', 'two.md')).stdout).toMatch(/^The article takes less than eight minutes: .*--decks one/m)
  })

  it('brings no control character of frontmatter to the terminal', async () => {
    await writeFile(join(folder.path, 'b.md'), '---\ntitle: "渡\\e[31m口"\nspeaker: "\\e[31m张三"\n---\n\n## 船\n\n船是木头做的。\n')
    const { stdout, stderr } = await lectern(folder.path, 'outline', 'b.md')
    expect(stdout + stderr).not.toContain('\u001B')
  })
})
