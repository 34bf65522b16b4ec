import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rmdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { findDecks, listDecks } from '../../scripts/dev/decks.ts'
import { commitFiles, recoverFiles } from '../../scripts/files/commit.ts'
import { makeFolder, refuseOutside } from '../../scripts/files/folder.ts'
import { readImages } from '../../scripts/files/images.ts'
import { readWholeFile } from '../../scripts/files/read.ts'
import { eachInFolder } from '../support/folder.ts'
import { faultOf } from '../support/images.ts'

const folder = eachInFolder()
const at = (path: string): string => join(folder.path, path)

describe('a folder', () => {
  it('is made with those above it, and says which was the first', async () => {
    expect(await makeFolder(at('a/b/c'))).toBe(at('a'))
    expect(await makeFolder(at('a/b/d'))).toBe(at('a/b/d'))
    expect(await makeFolder(at('a/b'))).toBeUndefined()
  })

  it('is not made where a file is in the way', async () => {
    await writeFile(at('a'), '')
    await expect(makeFolder(at('a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
    await expect(makeFolder(at('a'))).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('nor where a link that leads nowhere is', async () => {
    await symlink(at('nowhere'), at('a'))
    await expect(makeFolder(at('a'))).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('is made though others make it and take it away meanwhile', async () => {
    const others = [1, 2, 3, 4].map(async () => {
      for (let time = 0; time < 100; time++) {
        await makeFolder(at('a/b'))
        await rmdir(at('a/b')).catch(() => {})
      }
    })
    await Promise.all(others)
  })

  it.runIf(process.platform === 'linux')('is refused at once where the system has no place for it', async () => {
    await expect(makeFolder('/proc/lectern/a/b')).rejects.toMatchObject({ code: 'EPERM' })
  })
})

describe('what is written', () => {
  it.each(['x', 'images/x', 'images/deep/x', './x', 'images/../x'])('stays inside at %s', async (path) => {
    await mkdir(at('decks/images'), { recursive: true })
    await expect(refuseOutside(at('decks'), [join(at('decks'), path)])).resolves.toBeUndefined()
  })

  it.each(['../x', 'images/../../x', 'linked/x', 'linked', 'chain/x', 'file'])('does not lead outside by %s', async (path) => {
    await mkdir(at('decks/images'), { recursive: true })
    await mkdir(at('other'))
    await writeFile(at('other/file'), '')
    await symlink(at('other'), at('decks/linked'))
    await symlink('linked', at('decks/chain'))
    await symlink('../other/file', at('decks/file'))
    await expect(refuseOutside(at('decks'), [`${at('decks')}/${path}`])).rejects.toThrow(/: this leads out of .*decks, to .*; Lectern writes nothing there\. /)
  })

  it('may be in a folder that is a link itself', async () => {
    await mkdir(at('other'))
    await symlink(at('other'), at('decks'))
    await expect(refuseOutside(at('decks'), [at('decks/images/a.png')])).resolves.toBeUndefined()
  })
})

describe('a list of steps that came with the decks', () => {
  /** Everything outside the decks' folder, which must stay as it is. */
  async function outside(): Promise<string> {
    return JSON.stringify([(await readdir(folder.path)).sort(), await readFile(at('secret'), 'utf8'), await readdir(at('other'))])
  }

  it.each([
    ['writes outside', [{ path: '../secret', staged: '0' }]],
    ['writes to a place of its own', [{ path: '/tmp/lectern-secret', staged: '0' }]],
    ['removes outside', [{ path: '../secret' }]],
    ['writes by a link', [{ path: 'images/a.png', staged: '0' }]],
    ['removes by a link', [{ path: 'images/kept' }]],
    ['takes a file from outside', [{ path: '01.md', staged: '../../../secret' }]],
    ['has a link staged', [{ path: '01.md', staged: '1' }]],
    ['has the journal staged', [{ path: '01.md', staged: '' }]],
    ['is no list', { path: '../secret' }],
    ['has no paths', [{ staged: '0' }]],
    ['has other things for paths', [{ path: ['..', 'secret'], staged: '0' }, null]],
    ['is no JSON', '{'],
  ])('is refused where it %s', async (_, steps) => {
    await mkdir(at('decks/.lectern/next'), { recursive: true })
    await mkdir(at('other'))
    await writeFile(at('other/kept'), '')
    await writeFile(at('secret'), 'secret')
    await symlink(at('other'), at('decks/images'))
    await writeFile(at('decks/.lectern/next/0'), 'bad')
    await symlink(at('secret'), at('decks/.lectern/next/1'))
    await writeFile(at('decks/.lectern/next/steps.json'), typeof steps === 'string' ? steps : JSON.stringify(steps))
    const before = await outside()
    await expect(recoverFiles(at('decks'), at('decks/.lectern'))).rejects.toThrow(/: (?:Lectern has not written this list|this leads out of)/)
    expect(await outside()).toBe(before)
    expect(existsSync(at('decks/01.md'))).toBe(false)
    expect(existsSync('/tmp/lectern-secret')).toBe(false)
  })

  it.each(['images', '.lectern', '.lectern/next'])('and no run writes where %s leads outside', async (link) => {
    await mkdir(at('other/next'), { recursive: true })
    await mkdir(at('decks'))
    if (link === '.lectern/next')
      await mkdir(at('decks/.lectern'))
    await symlink(at('other'), join(at('decks'), link))
    const journal = at('decks/.lectern')
    const run = async (): Promise<unknown> => await recoverFiles(at('decks'), journal) || commitFiles(at('decks'), journal, [{ path: at('decks/images/a.png'), content: 'a' }], [])
    await expect(run()).rejects.toThrow(/this leads out of/)
    expect(await readdir(at('other'))).toEqual(['next'])
  })
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it.each(['/dev/zero', '/dev/stdin', '/dev/null'])('is not read: %s', async (path) => {
    await expect(readWholeFile(path)).rejects.toThrow()
  })

  it('is no picture', async () => {
    execFileSync('mkfifo', [at('a.png')])
    await symlink(at('a.png'), at('b.png'))
    await symlink('/dev/zero', at('c.png'))
    const images = await readImages(['a.png', 'b.png', 'c.png'], folder.path, at('decks'))
    const fault = 'it cannot be read (it is a pipe, a device or a socket, not a file); check its path'
    expect(['a.png', 'b.png'].map(name => faultOf(images, name))).toEqual([fault, fault])
    expect(faultOf(images, 'c.png')).toBe('it is outside the article\'s folder; put it beside the article')
  })

  it('is no deck to edit', async () => {
    await mkdir(at('decks'))
    execFileSync('mkfifo', [at('decks/01.md')])
    await symlink('/dev/zero', at('decks/02.md'))
    await expect(findDecks(at('decks'))).rejects.toThrow('there are no decks in this folder')
    await writeFile(at('decks/03.md'), '')
    expect(await listDecks(await findDecks(at('decks')))).toEqual(['03.md'])
  })
})
