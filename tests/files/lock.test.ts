import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { withLock } from '../../scripts/files/lock.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()
const lock = (): string => join(folder.path, 'a/.lectern/lock')

async function held(by: string): Promise<void> {
  await mkdir(join(folder.path, 'a/.lectern'), { recursive: true })
  await writeFile(lock(), by)
}

describe('withLock', () => {
  it('names its holder while it is held, and leaves nothing behind, whatever happens', async () => {
    expect(await withLock(lock(), () => readFile(lock(), 'utf8'))).toBe(`${hostname()} ${process.pid}`)
    await expect(withLock(lock(), () => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
    expect(existsSync(join(folder.path, 'a'))).toBe(false)
  })

  it('leaves the folders that were there, and those that are not empty', async () => {
    await mkdir(join(folder.path, 'a'))
    await withLock(lock(), async () => {})
    expect(existsSync(join(folder.path, 'a'))).toBe(true)
    await withLock(lock(), () => writeFile(join(folder.path, 'a/.lectern/x'), ''))
    expect(existsSync(join(folder.path, 'a/.lectern/x'))).toBe(true)
  })

  it('lets one in at a time', async () => {
    let inside = 0
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => withLock(lock(), async () => {
      expect(++inside).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 10))
      inside--
    })))
  })

  it('is taken over from a process that has ended, and from one that did not finish writing it', async () => {
    await held(`${hostname()} ${spawnSync(process.execPath, ['-e', '']).pid}`)
    expect(await withLock(lock(), async () => 'in', 1000)).toBe('in')
    await held('')
    await utimes(lock(), 1e9, 1e9)
    expect(await withLock(lock(), async () => 'in', 1000)).toBe('in')
  })

  it.each([
    ['a process that runs', `${hostname()} ${process.pid}`],
    ['another machine', 'elsewhere 1'],
    ['one that is just being written', ''],
  ])('is left to %s, and after a while says so', async (_, holder) => {
    await held(holder)
    await expect(withLock(lock(), async () => 'in', 200)).rejects.toThrow(/another run of Lectern .* delete .*lock/)
    expect(await readFile(lock(), 'utf8')).toBe(holder)
  })
})
