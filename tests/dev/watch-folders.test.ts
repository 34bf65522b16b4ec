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

it('tells of a file that is saved in place, or by another of its name', async () => {
  await save('one')
  watchDeck().add(folder.path)
  await save('two')
  await expect.poll(() => told).toBe(1)
  await save('three', 'a.md.new')
  await expect.poll(() => told).toBe(2)
  await rename(join(folder.path, 'a.md.new'), join(folder.path, 'a.md'))
  await expect.poll(() => told).toBe(3)
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
