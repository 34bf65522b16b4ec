import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { entryOf, isWhole, LEDGER, readLedger } from '../../scripts/build/ledger.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-ledger-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, '01.html'), 'page')
  await writeFile(join(folder, 'assets', 'a.js'), 'code')
})
afterEach(() => rm(folder, { recursive: true }))

it.each([
  ['nothing has happened to it', true, async () => {}],
  ['one of its files says something else', false, () => writeFile(join(folder, '01.html'), 'pages')],
  ['a file within its folder does', false, () => writeFile(join(folder, 'assets', 'a.js'), '')],
  ['a file is gone', false, () => rm(join(folder, 'assets', 'a.js'))],
  ['another file stands beside it', true, () => writeFile(join(folder, '02.html'), 'page')],
])('a result is whole or not where %s', async (_, whole, happen) => {
  const entry = entryOf(folder, ['01.html', 'assets'], 'key')
  await happen()
  expect(isWhole(folder, entry)).toBe(whole)
})

it.each(['', 'no JSON', '{}', '{ "elsewhere": { "folders": [], "files": [] }, "results": { "pdf": {} } }'])('a ledger that cannot be read is empty: %j', async (text) => {
  await writeFile(join(folder, LEDGER), text)
  expect(await readLedger(folder)).toEqual({ elsewhere: { folders: [], files: [] }, results: {} })
})
