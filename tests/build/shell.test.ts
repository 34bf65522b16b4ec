import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { removeOlder } from '../../scripts/build/cache.ts'
import { hashOwn } from '../../scripts/build/inputs.ts'
import { loadShell } from '../../scripts/build/shell/load.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { ALL } from '../support/random.ts'

it.runIf(ALL).each(['compiler.mjs', 'shell.json', 'deck.html'])('a shell is made again where its %s is damaged', async (file) => {
  const cache = await mkdtemp(join(tmpdir(), 'lectern-shell-'))
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const [theme, own] = [findTheme('study'), await hashOwn()]
  try {
    const { folder } = await loadShell(theme, own, env)
    await (file === 'deck.html' ? rm(join(folder, file)) : writeFile(join(folder, file), ''))
    const again = await loadShell(theme, own, env)
    expect(again.folder).toBe(folder)
    expect(typeof again.compiler.compileScript).toBe('function')
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['compiler.mjs', 'deck.html', 'shell.json']))
  }
  finally {
    await rm(cache, { recursive: true })
  }
})

it('what nothing has used for long goes, and a folder that is not there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-older-'))
  await writeFile(join(folder, 'one'), '')
  await removeOlder(folder, 60_000)
  expect(await readdir(folder)).toEqual(['one'])
  await removeOlder(folder, -1)
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true })
  await removeOlder(folder, 0)
})
