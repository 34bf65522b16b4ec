import type { FolderWatch } from '../../scripts/dev/watch-folders.ts'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchFolders } from '../../scripts/dev/watch-folders.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()
let told: number
let watching: FolderWatch | undefined
beforeEach(() => {
  told = 0
})
afterEach(() => watching?.end())

function watchDeck(settled = 5): FolderWatch {
  const path = join(folder.path, 'a.md')
  watching = watchFolders(async () => [path], () => told++, settled)
  return watching
}

function save(text: string, name = 'a.md'): Promise<void> {
  return writeFile(join(folder.path, name), text)
}

/** Does something, and waits until it is told of, once or in pieces: how long saving takes is the machine's affair. */
async function isToldOf(act: () => Promise<void>): Promise<void> {
  const before = told
  await act()
  await expect.poll(() => told).toBeGreaterThan(before)
}

it('tells of a file that is saved in place, or by another of its name', async () => {
  await save('one')
  watchDeck().add(folder.path)
  await isToldOf(() => save('two'))
  await isToldOf(() => save('three', 'a.md.new'))
  await isToldOf(() => rename(join(folder.path, 'a.md.new'), join(folder.path, 'a.md')))
})

it('looks at the file where the system says nothing, and comes to an end', async () => {
  await save('one')
  const { add, end } = watchDeck()
  add(join(folder.path, 'not there'))
  await expect.poll(async () => {
    await save(`${performance.now()}`)
    return told
  }, { timeout: 5000, interval: 600 }).toBeGreaterThan(0)
  end()
  const before = told
  await save('another')
  await new Promise(resolve => setTimeout(resolve, 700))
  expect(told).toBe(before)
})

it('tells of what changes again and again, too', async () => {
  watchDeck(100).add(folder.path)
  await expect.poll(async () => {
    await save(`${performance.now()}`)
    return told
  }, { timeout: 5000, interval: 10 }).toBe(1)
})
