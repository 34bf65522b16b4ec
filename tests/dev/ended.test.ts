import type { Started } from '../support/program.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, expect, it } from 'vitest'
import { eachInFolder } from '../support/folder.ts'
import { lectern, PROGRAM, start } from '../support/program.ts'

const folder = eachInFolder()
let program: Started | undefined
afterEach(() => program?.stop('SIGKILL'))

it.skipIf(process.platform === 'win32')('dev ends when it is told to, whatever a deck\'s own code does', async () => {
  await writeFile(join(folder.path, 'a.txt'), '渡口\n\n船是木头做的，用了三十年，还没有坏。\n')
  expect((await lectern(folder.path, 'generate', 'a.txt')).code).toBe(0)
  await writeFile(join(folder.path, 'slides/a/vite.config.ts'), 'await new Promise(resolve => setInterval(resolve, 1e9))\nexport default {}\n')
  program = await start(PROGRAM, ['dev'], folder.path, /Open http/)
  await expect.poll(() => program!.output()).toContain('vite.config.ts')
  expect(await program.stop('SIGTERM')).toBe(0)
}, 60_000)
