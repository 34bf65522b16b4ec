import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { removeOlder } from '../../scripts/build/cache.ts'
import { hashOwn } from '../../scripts/build/inputs.ts'
import { loadShell, SOURCES } from '../../scripts/build/shell/load.ts'
import { findTheme } from '../../scripts/files/theme.ts'
import { ALL } from '../support/random.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** All files of Lectern's that a file takes in, itself among them. */
function takenIn(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file))
    return known
  known.add(file)
  const code = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '')
  for (const [, source] of code.matchAll(/^(?:import|export) .*?from '(\.[^']+\.ts)'/gm))
    takenIn(join(dirname(file), source!), known)
  return known
}

it('a shell is named after all that goes in, and nothing else', () => {
  const builders = ['client', 'compiler'].map(name => join(ROOT, `scripts/build/shell/${name}.ts`))
  const themes = readdirSync(join(ROOT, 'themes'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|vue)$/.test(name) && !name.includes('node_modules'))
    .map(name => join(ROOT, 'themes', name))
  const all = [...builders, ...themes].flatMap(file => [...takenIn(file)])
  const scripts = [...new Set(all.map(file => relative(ROOT, file)))].filter(file => file.startsWith('scripts/'))
  const isListed = (file: string): boolean => SOURCES.some(source => source.endsWith('/') ? file.startsWith(source) : file === source)
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.filter(file => !isListed(file))).toEqual([])
  expect(SOURCES.filter(source => source.startsWith('scripts/') && source.endsWith('.ts') && !scripts.includes(source))).toEqual([])
})

it.runIf(ALL).each(['compiler.mjs', 'shell.json', 'deck.html'])('a shell is made again where its %s is damaged', async (file) => {
  const cache = await mkdtemp(join(tmpdir(), 'lectern-shell-'))
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const [theme, own] = [findTheme('study'), hashOwn()]
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
