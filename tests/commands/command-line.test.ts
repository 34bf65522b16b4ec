import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE } from '../support/articles.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern, PROGRAM, snapshot } from '../support/program.ts'

const folder = eachInFolder()

describe('the command line', () => {
  it('prints its version and its help', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
    expect(await lectern(folder.path, '--version')).toMatchObject({ code: 0, stdout: `${version}\n` })
    const help = await lectern(folder.path, '--help')
    expect(help.code).toBe(0)
    for (const command of ['outline', 'import', 'generate', 'build', 'dev', 'present']) {
      expect(help.stdout).toContain(command)
      const own = await lectern(folder.path, command, '--help')
      expect(own).toMatchObject({ code: 0, stderr: '' })
      expect(own.stdout).toContain(`lectern ${command}`)
    }
  })

  it('finishes what it does where nobody reads what it says', async () => {
    await writeFile(join(folder.path, 'a.txt'), '渡口\n\n一、船\n\n船在河边。\n\n二、人\n\n人在岸上。\n')
    const child = spawn(process.execPath, [PROGRAM, 'generate', 'a.txt'], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let told = ''
    child.stderr.on('data', chunk => told += String(chunk))
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
    expect(told).toBe('')
    expect((await readdir(join(folder.path, 'slides/a'), { recursive: true })).sort()).toEqual(['.lectern', join('.lectern', '01.md'), join('.lectern', '02.md'), join('.lectern', 'article.json'), '01.md', '02.md'])
  })

  it('prints an outline as JSON and nothing else', async () => {
    const { code, stdout, stderr } = await lectern(folder.path, 'outline', SAMPLE, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const outline = JSON.parse(stdout) as Record<string, unknown>
    expect(Object.keys(outline)).toEqual(['title', 'subtitle', 'language', 'lead', 'parts', 'closing', 'doubts'])
  })

  it('generates decks that are named, recorded and left alone the second time', async () => {
    expect((await lectern(folder.path, 'generate', SAMPLE)).code).toBe(0)
    const first = await snapshot(folder.path)
    const name = join(folder.path, 'slides', 'flesh-and-blood-ties')
    expect(Object.keys(first)).toEqual([
      ...['01.md', '02.md', '03.md', 'article.json'].map(file => join(name, '.lectern', file)),
      ...['01.md', '02.md', '03.md'].map(file => join(name, file)),
    ])
    const again = await lectern(folder.path, 'generate', SAMPLE)
    expect(again.stdout.match(/unchanged/g)).toHaveLength(3)
    expect(await snapshot(folder.path)).toEqual(first)
  })

  it('takes every article in source', async () => {
    await mkdir(join(folder.path, 'source'))
    await writeFile(join(folder.path, 'source', 'one.txt'), '标题\n\n一段话说完了。\n')
    await writeFile(join(folder.path, 'source', 'two.md'), '# Title\n\n## Part\n\nText.\n')
    expect((await lectern(folder.path, 'generate')).code).toBe(0)
    expect(await readdir(join(folder.path, 'slides'))).toEqual(['one', 'two'])
  })

  it('remembers options until a flag changes them', async () => {
    await writeFile(join(folder.path, 'a.txt'), '标题\n\n第一段话说完了。第二句话也说完了。\n')
    await lectern(folder.path, 'generate', 'a.txt', '--ratio', '4:3', '--no-questions')
    expect(await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')).toContain('aspectRatio: 4/3')
    await lectern(folder.path, 'generate', 'a.txt')
    const kept = await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')
    expect(kept).toContain('aspectRatio: 4/3')
    expect(kept).not.toContain('layout: questions')
    await lectern(folder.path, 'generate', 'a.txt', '--ratio', '16:9')
    expect(await readFile(join(folder.path, 'slides/a/01.md'), 'utf8')).not.toContain('aspectRatio')
  })

  it('keeps what a person has changed in decks, unless --force is given', async () => {
    await writeFile(join(folder.path, 'a.txt'), '标题\n\n第一段话说完了。\n')
    await lectern(folder.path, 'generate', 'a.txt')
    const deck = join(folder.path, 'slides/a/01.md')
    await writeFile(deck, `${await readFile(deck, 'utf8')}\n---\n\n# My own slide\n`)
    await writeFile(join(folder.path, 'a.txt'), '标题\n\n第一段话改过了。\n')
    expect(await lectern(folder.path, 'generate', 'a.txt')).toMatchObject({ code: 0, stderr: expect.not.stringContaining('conflict') as string })
    const merged = await readFile(deck, 'utf8')
    expect(merged).toMatch(/第一段话改过了.*# My own slide/s)
    expect((await lectern(folder.path, 'generate', 'a.txt', '--force')).code).toBe(0)
    expect(await readFile(deck, 'utf8')).toMatch(/^(?!.*My own slide).*第一段话改过了/s)
    expect(await readFile(`${deck}.orig`, 'utf8')).toBe(merged)
  })

  it('says what it would do, and does nothing', async () => {
    await writeFile(join(folder.path, 'a.txt'), '标题\n\n第一段话说完了。\n')
    const before = await snapshot(folder.path)
    const { code, stdout } = await lectern(folder.path, 'generate', 'a.txt', '--dry-run')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'slides/a/01.md  would be written\n' })
    expect(await snapshot(folder.path)).toEqual(before)
  })

  it('removes a deck whose part is gone', async () => {
    await writeFile(join(folder.path, 'a.md'), '# T\n\n## One\n\nText.\n\n## Two\n\nText.\n')
    await lectern(folder.path, 'generate', 'a.md')
    await writeFile(join(folder.path, 'a.md'), '# T\n\n## One\n\nText.\n')
    expect((await lectern(folder.path, 'generate', 'a.md')).stdout).toMatch(/02\.md {2}removed/)
    expect(await readdir(join(folder.path, 'slides/a'))).toEqual(['.lectern', '01.md'])
  })
})

describe('bad input gets one sentence, an exit code, and costs nothing', () => {
  beforeEach(async () => {
    await writeFile(join(folder.path, 'good.txt'), '标题\n\n第一段话说完了。\n')
    await writeFile(join(folder.path, 'empty.txt'), '')
    await writeFile(join(folder.path, 'blank.txt'), ' \n　　\n')
    await writeFile(join(folder.path, 'marks.txt'), '……！？\n')
    await writeFile(join(folder.path, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48]))
    await writeFile(join(folder.path, 'picture.png'), Buffer.from([0x89, 0x50, 0x4E, 0x47]))
    await writeFile(join(folder.path, 'blocked'), 'a file')
    await writeFile(join(folder.path, 'bare.md'), '---\ntitle: T\n---\n')
    await writeFile(join(folder.path, 'old.doc'), Buffer.from([0xD0, 0xCF, 0x11, 0xE0]))
    await writeFile(join(folder.path, 'broken.docx'), 'text')
    await writeFile(join(folder.path, 'empty.html'), '<!DOCTYPE html><title></title><script>var words = 1</script><body><img src="x.png"></body>')
    await writeFile(join(folder.path, 'western.txt'), Buffer.from('\x93Water is life,\x94 he said \x97 and it\x92s true. '.repeat(3), 'latin1'))
    await mkdir(join(folder.path, 'folder.txt'))
    await writeFile(join(folder.path, 'good.md'), '# T\n\nText.\n')
  })

  it.each([
    ['a missing file', ['generate', 'none.txt'], 1, /none\.txt: the article cannot be read: there is no such file/],
    ['an empty file', ['generate', 'empty.txt'], 1, /empty\.txt: the file is empty/],
    ['a file of white space', ['generate', 'blank.txt'], 1, /blank\.txt: the file has no words/],
    ['a file of marks', ['outline', 'marks.txt'], 1, /marks\.txt: the file has no words/],
    ['frontmatter and nothing below it', ['generate', 'bare.md'], 1, /bare\.md: the file has no words/],
    ['a folder', ['generate', 'folder.txt'], 1, /folder\.txt: this is a folder/],
    ['a binary', ['generate', 'picture.txt'], 1, /picture\.txt: the bytes are text in none/],
    ['an ending that is none', ['generate', 'picture.png'], 1, /does not read `\.png` files/],
    ['an encoding that is none', ['generate', 'good.txt', '--encoding', 'klingon'], 2, /klingon.*no such encoding/],
    ['an old Word document', ['generate', 'old.doc'], 1, /does not read `\.doc` files.*: save the article as \.docx/],
    ['a .docx that is none', ['generate', 'broken.docx'], 1, /broken\.docx: this file is not a Word document/],
    ['a page without words', ['generate', 'empty.html'], 1, /has no words/],
    ['Western text in an old encoding', ['outline', 'western.txt'], 1, /western\.txt: the bytes look like windows-1252/],
    ['an import that would write over the article', ['import', 'good.md', '-o', 'good.md'], 2, /this is the article itself/],
    ['an import that is no Markdown', ['import', 'good.txt', '-o', 'good.docx'], 2, /ends in \.md/],
    ['an import that cannot be written', ['import', 'good.txt', '-o', 'blocked/a.md'], 1, /cannot be written/],
    ['an unknown flag', ['generate', 'good.txt', '--fast'], 2, /unknown option '--fast'/],
    ['an unknown command', ['present-it'], 2, /unknown command 'present-it'/],
    ['a ratio that is none', ['generate', 'good.txt', '--ratio', '5:4'], 2, /Allowed choices are 16:9, 4:3/],
    ['minutes that are none', ['generate', 'good.txt', '--minutes', 'soon'], 2, /Give a number of minutes/],
    ['a theme that does not exist', ['generate', 'good.txt', '--theme', 'baroque'], 2, /no theme `baroque`\. Choose plain or study/],
    ['a theme path that does not exist', ['generate', 'good.txt', '--theme', './baroque'], 2, /no theme `\.\/baroque`/],
    ['two articles of one name', ['generate', 'good.txt', 'good.md'], 1, /would both make slides\/good/],
    ['an output folder that cannot be', ['generate', 'good.txt', '--out', 'blocked'], 1, /cannot be written: a file is in the way/],
    ['a good article and a bad one', ['generate', 'good.txt', 'empty.txt'], 1, /empty\.txt: the file is empty/],
    ['no article at all', ['generate'], 1, /source: there is no article/],
    ['no decks to build', ['build'], 1, /slides: there are no decks/],
    ['a folder without decks', ['build', 'folder.txt'], 1, /folder\.txt: there are no decks/],
    ['a kind that is none', ['build', '--only', 'html,scroll'], 2, /no kind scroll/],
    ['nothing to present', ['present', '--no-open'], 1, /dist: there is no built article/],
    ['nothing to edit', ['dev'], 1, /slides: there are no decks/],
  ])('%s', async (_, args, code, message) => {
    const before = await snapshot(folder.path)
    const outcome = await lectern(folder.path, ...args)
    expect(outcome).toMatchObject({ code, stdout: '' })
    expect(outcome.stderr).toMatch(message)
    expect(outcome.stderr).not.toMatch(/\n\s+at /)
    expect(await snapshot(folder.path)).toEqual(before)
  })
})
