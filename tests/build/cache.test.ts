import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { cacheFault, cacheFolder } from '../../scripts/build/cache.ts'
import { lastingTemporary, removeLast, withTemporary } from '../../scripts/build/temporary.ts'
import { inEnglish } from '../../scripts/messages/wording.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()

it('is the user\'s own, and made, where it can be written', () => {
  const env = { XDG_CACHE_HOME: join(folder.path, 'a', 'b') }
  expect(cacheFolder(env)).toBe(join(folder.path, 'a', 'b', 'lectern'))
  expect(cacheFault(env)).toBeUndefined()
  expect(existsSync(join(folder.path, 'a', 'b', 'lectern'))).toBe(true)
})

it.each([
  ['a file is in the way', () => join(folder.path, 'file')],
  ...(process.platform === 'linux' ? [['no folder is made, as in /proc', () => '/proc/nope/a'] as const] : []),
] as const)('is a temporary folder where %s, at once, and says so', async (_, place) => {
  await writeFile(join(folder.path, 'file'), '')
  const env = { XDG_CACHE_HOME: place() }
  const before = performance.now()
  const made = cacheFolder(env)
  expect(performance.now() - before).toBeLessThan(1000)
  expect(made.startsWith(tmpdir())).toBe(true)
  expect(existsSync(made)).toBe(true)
  expect(cacheFolder(env)).toBe(made)
  expect(inEnglish(cacheFault(env)!)).toMatch(/nothing can be kept here \(.*\), so Lectern uses a temporary folder and each run takes longer\. Set XDG_CACHE_HOME/)
})

it.each([
  ['is done', async () => 'x'],
  ['fails', async () => { throw new Error('x') }],
])('a temporary folder goes with all that is left in it when what was done %s', async (_, end) => {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder.path
  try {
    await withTemporary(async () => {
      expect(lastingTemporary()).toBe(folder.path)
      expect(join(tmpdir(), '..')).toBe(folder.path)
      await writeFile(join(tmpdir(), 'left'), '')
      removeLast()
      return end()
    }).catch(() => undefined)
    expect(tmpdir()).toBe(folder.path)
    expect(await readdir(folder.path)).toEqual([])
  }
  finally {
    process.env.TMPDIR = before
    if (before === undefined)
      delete process.env.TMPDIR
  }
})
