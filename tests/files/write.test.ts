import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeAll } from '../../scripts/files/write.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()
const path = (...names: string[]): string => join(folder.path, ...names)

it('writes what differs, and says what', async () => {
  await writeFile(path('same'), '1')
  expect(await writeAll([{ path: path('same'), content: '1' }, { path: path('new/deep'), content: '2' }])).toEqual([path('new/deep')])
  expect(await readFile(path('new/deep'), 'utf8')).toBe('2')
})

it('changes no file where one cannot be written, and leaves nothing behind', async () => {
  await writeFile(path('a'), 'old')
  await writeFile(path('b'), 'a file where a folder is needed')
  await expect(writeAll([{ path: path('a'), content: 'new' }, { path: path('b/c'), content: 'new' }])).rejects.toThrow('cannot be written')
  expect(await readFile(path('a'), 'utf8')).toBe('old')
  expect(await readdir(folder.path)).toEqual(['a', 'b'])
})

it('writes to one folder twice at once, each its own', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `file-${index}`)
  const contents = names.map((name, index) => name.repeat(1 + index * 1000))
  const outputs = names.map((name, index) => ({ path: path(name), content: contents[index]! }))
  const changed = await Promise.all(outputs.map(output => writeAll([output])))
  expect(changed.flat().sort()).toEqual(names.map(name => path(name)).sort())
  expect(await Promise.all(names.map(name => readFile(path(name), 'utf8')))).toEqual(contents)
})
