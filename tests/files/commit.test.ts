import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitFiles, recoverFiles } from '../../scripts/files/commit.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()
const path = (name: string): string => join(folder.path, name)
const journal = (): string => path('.own')
function commit(files: Record<string, string>, removals: string[] = []): Promise<string[]> {
  const outputs = Object.entries(files).map(([name, content]) => ({ path: path(name), content }))
  return commitFiles(folder.path, journal(), outputs, removals.map(path))
}
const read = (name: string): Promise<string> => readFile(path(name), 'utf8')

describe('commitFiles', () => {
  it('writes what differs, removes what is there, and names both', async () => {
    await writeFile(path('same'), '1')
    await writeFile(path('gone'), '1')
    expect(await commit({ 'same': '1', 'new/deep': '2' }, ['gone', 'never'])).toEqual([path('new/deep'), path('gone')])
    expect(await read('new/deep')).toBe('2')
    expect(await readdir(folder.path)).toEqual(['.own', 'new', 'same'])
    expect(await readdir(journal())).toEqual([])
    expect(await commit({ same: '1' }, ['gone'])).toEqual([])
  })

  it('is finished by the next run, where it was stopped between two files', async () => {
    await writeFile(path('a'), 'old')
    await writeFile(path('c'), 'old')
    // A folder stands where a file is to be: what comes after is not reached.
    await mkdir(path('b/x'), { recursive: true })
    await expect(commit({ a: 'new', b: 'new', c: 'new' }, ['d'])).rejects.toThrow('cannot be written')
    expect([await read('a'), await read('c')]).toEqual(['new', 'old'])
    await expect(recoverFiles(folder.path, journal())).rejects.toThrow('cannot be finished')
    await rm(path('b'), { recursive: true })
    expect(await recoverFiles(folder.path, journal())).toBe(true)
    expect([await read('a'), await read('b'), await read('c')]).toEqual(['new', 'new', 'new'])
    expect(await readdir(journal())).toEqual([])
    expect(await recoverFiles(folder.path, journal())).toBe(false)
  })

  it('keeps what a person has written since', async () => {
    await writeFile(path('a'), 'old')
    await mkdir(path('0/x'), { recursive: true })
    await expect(commit({ 0: 'new', a: 'new' })).rejects.toThrow('cannot be written')
    await rm(path('0'), { recursive: true })
    await writeFile(path('a'), 'mine')
    await recoverFiles(folder.path, journal())
    expect([await read('a'), await read('a.orig')]).toEqual(['new', 'mine'])
  })

  it('forgets what was only being staged, and a list that was done', async () => {
    await mkdir(join(journal(), '.123.tmp'), { recursive: true })
    await mkdir(join(journal(), 'next'))
    await writeFile(join(journal(), '.123.tmp/0'), 'half')
    await recoverFiles(folder.path, journal())
    expect(await readdir(folder.path)).toEqual(['.own'])
    expect(await readdir(journal())).toEqual([])
  })
})
