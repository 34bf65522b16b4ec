import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { replaceFolder } from '../../scripts/files/replace.ts'
import { workFolder } from '../support/build.ts'

/** No process has a number this high (Linux: 4,194,304 at most). */
const DEAD = 99_999_999

let folder: Awaited<ReturnType<typeof workFolder>>
let target: string
beforeEach(async () => {
  folder = await workFolder()
  target = join(folder.path, 'a')
})
afterEach(() => folder.clean())

async function put(path: string, content: string): Promise<void> {
  await mkdir(join(folder.path, path), { recursive: true })
  await writeFile(join(folder.path, path, 'file'), content)
}

it('puts back what a process had moved aside that was killed right then', async () => {
  await put(`.a.${DEAD}.old`, 'good')
  await put(`.a.${DEAD}.tmp`, 'half')
  await expect(replaceFolder(target, () => Promise.reject(new Error('not now')), {})).rejects.toThrow('not now')
  expect(await readdir(folder.path)).toEqual(['a'])
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('good')
})

it('leaves alone what another build is still making, and what is another article\'s', async () => {
  const others = [`.a.${process.ppid}.tmp`, `.ab.${DEAD}.tmp`, `.b.${DEAD}.old`]
  for (const other of others)
    await put(other, 'theirs')
  await replaceFolder(target, temporary => writeFile(join(temporary, 'file'), 'new'), {})
  expect(await readdir(folder.path)).toEqual([...others, 'a'].sort())
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('new')
})

it('keeps what is to be kept, and replaces only what is named', async () => {
  await put('a', 'old')
  await replaceFolder(target, temporary => writeFile(join(temporary, 'other'), 'new'), { keep: ['file'] })
  expect(await readdir(target)).toEqual(['file', 'other'])
  await replaceFolder(target, async (temporary) => {
    await writeFile(join(temporary, 'file'), 'new')
    await writeFile(join(temporary, 'unwanted'), '')
  }, { only: ['file'] })
  expect(await readdir(target)).toEqual(['file', 'other'])
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('new')
})
