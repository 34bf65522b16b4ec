import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { eachInFolder } from '../support/folder.ts'
import { lectern, lecternWith, snapshot, spawnLectern } from '../support/program.ts'

const folder = eachInFolder()
const ARTICLE = '# 书\n\n## 读什么\n\n### 选书\n\n书要选好。选书先看人。\n\n### 读书\n\n书要读透。读书靠自己。\n\n## 怎么读\n\n### 先读\n\n先自己读。读完想一想。\n\n### 再读\n\n再一起读。读完说一说。\n'
const path = (...names: string[]): string => join(folder.path, ...names)
const deck = (name: string): string => path('slides/a', name)
const read = (name: string): Promise<string> => readFile(deck(name), 'utf8')

async function generate(article: string, ...flags: string[]): ReturnType<typeof lectern> {
  await writeFile(path('a.md'), article)
  return lectern(folder.path, 'generate', 'a.md', ...flags)
}

async function edit(name: string, from: string, to: string): Promise<string> {
  const text = await read(name)
  expect(text).toContain(from)
  const edited = text.replace(from, () => to)
  await writeFile(deck(name), edited)
  return edited
}

describe('generate, after edits by hand', () => {
  it('says how many slides are left, of one as of many', async () => {
    await generate(ARTICLE)
    await writeFile(deck('01.md'), (await read('01.md')).split('\n---\nlayout: statement\n')[0]!)
    expect((await generate(ARTICLE)).stdout).toBe('slides/a/01.md  1 slide, unchanged\nslides/a/02.md  3 slides, unchanged\n')
  })

  it('names the slide whose comment is not closed where another one comes after it, and writes nothing', async () => {
    await generate(ARTICLE)
    await writeFile(deck('01.md'), (await read('01.md')).replace(/-->\s*$/, '\n'))
    const before = await snapshot(path('slides'))
    const { code, stderr } = await generate(ARTICLE.replace('## 怎么读', '### 藏书\n\n书要藏好。藏书先看地方。\n\n## 怎么读'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/^slides\/a\/01\.md:\d+:1: a comment or a block of code here is not closed, or a line of hyphens is one too many\. Mend it, or lose your changes with --force\.$/m)
    expect(await snapshot(path('slides'))).toEqual(before)
  })

  it('writes nothing where nothing has changed', async () => {
    await generate(ARTICLE)
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    const files = (await readdir(path('slides'), { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    await Promise.all(files.map(file => utimes(file, 1e9, 1e9)))
    const before = await snapshot(folder.path)
    const again = await generate(ARTICLE)
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toBe('slides/a/01.md  3 slides, 1 of them changed by hand, unchanged\nslides/a/02.md  3 slides, unchanged\n')
    expect(await snapshot(folder.path)).toEqual(before)
    const stats = await Promise.all(files.map(file => stat(file)))
    expect(stats.map(({ mtimeMs }) => mtimeMs)).toEqual(files.map(() => 1e12))
  })

  it('lists each conflict with its line and exits with 1; --ours and --theirs decide', async () => {
    await generate(ARTICLE)
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    const article = ARTICLE.replace('选书先看人', '选书先看事').replace('读完想一想', '读完慢慢想')
    const clash = await generate(article)
    expect(clash.code).toBe(1)
    const [, line] = /^slides\/a\/01\.md:(\d+):1: “选书先看我” was changed by hand and in the article: .* \(conflict\)$/m.exec(clash.stderr)!
    const lines = (await read('01.md')).split('\n')
    const at = lines.indexOf('# 选书先看我')
    expect(lines.lastIndexOf('layout: statement', at)).toBe(Number(line))
    expect(lines.indexOf('hide: true')).toBeGreaterThan(at)
    expect(lines.indexOf('# 选书先看事')).toBeGreaterThan(lines.indexOf('hide: true'))
    // What is not in question is there already.
    expect(await read('02.md')).toContain('# 读完慢慢想\n')
    const before = await snapshot(folder.path)
    expect(await generate(article)).toMatchObject({ code: 1, stderr: clash.stderr })
    expect(await snapshot(folder.path)).toEqual(before)

    expect(await lectern(folder.path, 'generate', 'a.md', '--ours', '--theirs')).toMatchObject({ code: 2 })
    await cp(path('slides'), path('kept'), { recursive: true })
    expect((await generate(article, '--theirs')).code).toBe(0)
    expect(await read('01.md')).toMatch(/^(?!.*hide: true)(?!.*选书先看我).*# 选书先看事/s)
    await rm(path('slides'), { recursive: true })
    await cp(path('kept'), path('slides'), { recursive: true })
    expect((await generate(article, '--ours')).code).toBe(0)
    expect(await read('01.md')).toMatch(/^(?!.*hide: true)(?!.*选书先看事).*# 选书先看我/s)
    expect((await generate(article)).code).toBe(0)
  })

  it('keeps the deck as it was beside it, and where git has it, there', async () => {
    await generate(ARTICLE)
    const edited = await edit('01.md', '# 选书先看人', '# 选书先看我')
    await generate(ARTICLE.replace('书要读透', '书要读懂'))
    expect(await read('01.md.orig')).toBe(edited)
    expect(await readdir(path('slides/a'))).toEqual(['.lectern', '01.md', '01.md.orig', '02.md'])

    await rm(deck('01.md.orig'))
    const git = (...args: string[]): Promise<unknown> => promisify(execFile)('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder.path })
    await git('init', '--quiet')
    await git('add', '.')
    await git('commit', '--quiet', '--message', 'decks')
    await generate(ARTICLE.replace('书要读透', '书要读通'))
    expect(await read('01.md')).toContain('书要读通')
    expect(await readdir(path('slides/a'))).toEqual(['.lectern', '01.md', '02.md'])
    const uncommitted = await read('01.md')
    await generate(ARTICLE)
    expect(await read('01.md.orig')).toBe(uncommitted)
  })

  it('shows with --dry-run what would change, in colour where there is any, and writes nothing', async () => {
    await generate(ARTICLE)
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    const before = await snapshot(folder.path)
    await writeFile(path('a.md'), ARTICLE.replace('读书靠自己', '读书靠大家'))
    const { code, stdout } = await lectern(folder.path, 'generate', 'a.md', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('slides/a/01.md  would change\n--- slides/a/01.md\n+++ slides/a/01.md\n@@ ')
    expect(stdout).toContain('\n-# 读书靠自己\n+# 读书靠大家\n')
    expect(stdout).not.toContain('\u001B')
    const { stdout: coloured } = await lecternWith({ isColoured: true }, folder.path, 'generate', 'a.md', '--dry-run')
    expect(coloured).toContain('\u001B[31m-# 读书靠自己\u001B[39m\n\u001B[32m+# 读书靠大家\u001B[39m\n')
    await writeFile(path('a.md'), ARTICLE)
    expect(await snapshot(folder.path)).toEqual(before)
  })

  it('writes over no deck that it has not generated, unless --force is given', async () => {
    await mkdir(path('slides/a'), { recursive: true })
    await writeFile(deck('01.md'), '# Mine\n')
    const before = await snapshot(folder.path)
    await writeFile(path('a.md'), ARTICLE)
    const refused = await lectern(folder.path, 'generate', 'a.md')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/^slides\/a\/01\.md: Lectern has not generated this deck .*--force/)
    expect(await snapshot(folder.path)).toEqual({ ...before, [path('a.md')]: expect.any(String) as string })
    expect((await lectern(folder.path, 'generate', 'a.md', '--force')).code).toBe(0)
    expect(await read('01.md.orig')).toBe('# Mine\n')
    // With its base gone, a deck that was changed is like one by hand; one that was not is known by its text.
    await rm(path('slides/a/.lectern'), { recursive: true })
    expect((await lectern(folder.path, 'generate', 'a.md')).code).toBe(0)
    await rm(path('slides/a/.lectern'), { recursive: true })
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    expect((await lectern(folder.path, 'generate', 'a.md')).code).toBe(1)
    expect(await read('01.md')).toContain('# 选书先看我')
  })

  it('moves a deck with its edits when parts come before it, are renamed, and go', async () => {
    await generate(ARTICLE)
    await edit('02.md', '# 读完想一想', '# 读完记一记')
    await writeFile(deck('02.md'), `${await read('02.md')}\n---\n\n# 我的一页\n`)
    const three = ARTICLE.replace('## 怎么读', '## 在哪儿读\n\n### 在家\n\n在家读书静。静下来读。\n\n## 怎样读')
    expect(await generate(three)).toMatchObject({ code: 0, stderr: '' })
    expect(await read('02.md')).toMatch(/^(?!.*读完记一记).*# 在哪儿读\n/s)
    expect(await read('03.md')).toMatch(/# 怎样读\n.*# 读完记一记\n.*先自己读。.*# 我的一页\n$/s)
    const edited = await read('03.md')
    const one = ARTICLE.slice(0, ARTICLE.indexOf('## 怎么读'))
    const { code, stdout } = await generate(one)
    expect(code).toBe(0)
    expect(stdout).toContain('slides/a/02.md  removed: the article no longer has this part\n')
    expect(stdout).toContain('slides/a/03.md  removed: the article no longer has this part; your version is kept in slides/a/removed/03.md\n')
    expect(await readFile(path('slides/a/removed/03.md'), 'utf8')).toBe(edited)
    expect(await readdir(path('slides/a'))).toEqual(['.lectern', '01.md', '02.md.orig', 'removed'])
    // Another one of that name goes beside it.
    await generate(ARTICLE)
    await generate(three)
    await edit('03.md', '# 读完想一想', '# 读完写一写')
    await generate(one)
    expect(await readdir(path('slides/a/removed'))).toEqual(['03-2.md', '03.md'])
  })

  it('says where a deck has gone whose part has a smaller number now', async () => {
    await generate(ARTICLE)
    await edit('02.md', '# 读完想一想', '# 读完记一记')
    const { stdout } = await generate(ARTICLE.replace(/## 读什么[\s\S]*(?=## 怎么读)/, ''))
    expect(stdout).toContain('slides/a/02.md  is slides/a/01.md now\n')
    expect(await read('01.md')).toContain('# 读完记一记')
    expect(await readdir(path('slides/a'))).toEqual(['.lectern', '01.md', '02.md.orig'])
  })

  it.each([
    ['that is not UTF-8', async (file: string) => writeFile(file, iconv.encode(await readFile(file, 'utf8'), 'gb18030')), /01\.md: this deck is not UTF-8/],
    ['that cannot be read', async (file: string) => {
      await rm(file)
      await mkdir(file)
    }, /01\.md: this deck cannot be read: it is a folder/],
  ])('writes nothing where there is a deck %s', async (_, harm, message) => {
    await generate(ARTICLE)
    await harm(deck('01.md'))
    await writeFile(path('a.md'), ARTICLE.replace('书要读透', '书要读懂'))
    const before = await snapshot(folder.path)
    const { code, stderr } = await lectern(folder.path, 'generate', 'a.md')
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
    expect(await snapshot(folder.path)).toEqual(before)
  })

  it('sets a slide back to its generated form, and brings back one that was deleted', async () => {
    await generate(ARTICLE)
    const generated = await read('01.md')
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    const [, id] = /id: (\w+)\nkicker: .*\n---\n\n# 选书先看人\n/.exec(generated)!
    await edit('01.md', `id: ${id}\n`, `id: ${id}\nreset: true\n`)
    expect((await generate(ARTICLE)).code).toBe(0)
    expect(await read('01.md')).toBe(generated)
    const [slide] = /---\nlayout: statement\nid: \w+\nkicker: .*\n---\n\n# 选书先看人\n.*?-->\n\n/s.exec(generated)!
    await edit('01.md', slide, '')
    await generate(ARTICLE)
    expect(await read('01.md')).not.toContain('选书先看人')
    const [next] = /---\nlayout: statement\n/.exec(await read('01.md'))!
    await edit('01.md', next, `---\nid: ${/id: (\w+)/.exec(slide)![1]}\nreset: true\n---\n\n${next}`)
    await generate(ARTICLE)
    expect(await read('01.md')).toBe(generated)
  })
})

describe('two runs at once', () => {
  it('do not mix: the last one\'s decks are whole', async () => {
    await generate(ARTICLE)
    await edit('01.md', '# 选书先看人', '# 选书先看我')
    await Promise.all(['一', '二', '三'].map(async (word) => {
      await mkdir(path(word))
      await writeFile(path(word, 'a.md'), ARTICLE.replace('书要读透', `书要读${word}`).replace('读完说一说', `读完说${word}说`))
      expect(await spawnLectern(folder.path, 'generate', `${word}/a.md`)).toMatchObject({ code: 0, stderr: '' })
    }))
    const [, word] = /^书要读(.)。/m.exec(await read('01.md'))!
    expect(await read('01.md')).toContain('# 选书先看我\n')
    expect(await read('02.md')).toMatch(new RegExp(`^再一起读。读完说${word}说。$`, 'm'))
    expect(await readFile(path('slides/a/.lectern/02.md'), 'utf8')).toBe(await read('02.md'))
    expect(await readdir(path('slides/a/.lectern'))).toEqual(['01.md', '02.md', 'article.json'])
  })

  it('take over what a run that has ended left, at once', async () => {
    await generate(ARTICLE)
    const ended = spawn(process.execPath, ['-e', ''])
    await new Promise(resolve => ended.once('exit', resolve))
    await writeFile(path('slides/a/.lectern/lock'), `${hostname()} ${ended.pid}`)
    const begin = Date.now()
    expect((await generate(ARTICLE.replace('书要读透', '书要读懂'))).code).toBe(0)
    expect(Date.now() - begin).toBeLessThan(30_000)
    expect(await readdir(path('slides/a/.lectern'))).toEqual(['01.md', '02.md', 'article.json'])
  })
})
