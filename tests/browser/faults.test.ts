import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workFolder } from '../support/build.ts'
import { lectern, PROGRAM, snapshot } from '../support/program.ts'
import { ALL, drawn } from '../support/random.ts'

const TEXT = '标题\n\n第一段话说完了。第二句话也说完了。\n'

let folder: Awaited<ReturnType<typeof workFolder>>
let before: Record<string, string>
beforeAll(async () => {
  folder = await workFolder()
  await mkdir(join(folder.path, 'source'))
  await mkdir(join(folder.path, 'temporary'))
  await writeFile(join(folder.path, 'source', 'a.txt'), TEXT)
  expect((await lectern(folder.path, 'generate')).code).toBe(0)
  expect((await lectern(folder.path, 'build')).stderr).toBe('')
  before = await snapshot(join(folder.path, 'dist'))
})
afterAll(() => folder?.clean())

interface StartedBuild { child: ChildProcess, ended: Promise<{ code: number | null, stderr: string }> }

/** A build of everything that goes on, and all that it says. */
function startBuild(...args: string[]): StartedBuild {
  const env = { ...process.env, TMPDIR: join(folder.path, 'temporary') }
  const child = spawn(process.execPath, [PROGRAM, 'build', '--force', ...args], { cwd: folder.path, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', chunk => stderr += String(chunk))
  return { child, ended: once(child, 'exit').then(([code]) => ({ code: code as number | null, stderr })) }
}

/** Waits until a build is as far as this: its folder is begun, or has the pages, which are being printed. */
async function reached(child: ChildProcess, what: '' | '01.html'): Promise<void> {
  const temporary = join(folder.path, 'dist', `.a.${child.pid}.tmp`, what)
  for (let tries = 0; !existsSync(temporary); tries++) {
    expect(tries, `${what} never came`).toBeLessThan(6000)
    await setTimeout(10)
  }
}

/** The processes below one, all the way down (Linux). */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))![1])] as const]
    }
    catch {
      return []
    }
  })
  const childrenOf = (of: number): number[] => parents.filter(([, parent]) => parent === of).map(([child]) => child)
  const below = (of: number): number[] => childrenOf(of).flatMap(child => [child, ...below(child)])
  return below(pid)
}

function isBrowser(pid: number): boolean {
  try {
    return /chrom|msedge/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]!)
  }
  catch {
    return false
  }
}

async function gone(pids: number[]): Promise<number[]> {
  for (let tries = 0; tries < 100 && pids.some(isBrowser); tries++)
    await setTimeout(50)
  return pids.filter(isBrowser)
}

async function expectUntouched(): Promise<void> {
  expect(await snapshot(join(folder.path, 'dist'))).toEqual(before)
  expect(await readdir(join(folder.path, 'dist'))).toEqual(['a'])
  // Node keeps there what it has compiled.
  const left = await readdir(join(folder.path, 'temporary'))
  expect(left.filter(name => name !== 'node-compile-cache')).toEqual([])
}

describe.runIf(process.platform === 'linux')('lectern build', () => {
  it.runIf(ALL)('says so when the browser dies while it prints, and leaves the last build whole', async () => {
    const { child, ended } = startBuild()
    await reached(child, '01.html')
    for (const pid of descendants(child.pid!).filter(isBrowser))
      process.kill(pid, 'SIGKILL')
    const { code, stderr } = await ended
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'The browser ended while it was printing. Is there enough memory? Close other programs and build again, or choose another browser with LECTERN_BROWSER.\n' })
    await expectUntouched()
  })

  it.each(drawn([
    ['SIGINT', '', 130],
    ['SIGINT', '01.html', 130],
    ['SIGTERM', '', 143],
    ['SIGHUP', '', 129],
  ] as const, 1))('stops at %s with its folder at "%s", its browser gone and nothing half written', async (signal, at, expected) => {
    const { child, ended } = startBuild()
    await reached(child, at)
    const browsers = descendants(child.pid!).filter(isBrowser)
    expect(browsers).not.toEqual([])
    child.kill(signal)
    expect(await ended).toEqual({ code: expected, stderr: 'Stopped. The files that were there before have not changed.\n' })
    expect(await gone(browsers)).toEqual([])
    await expectUntouched()
  })

  it.runIf(ALL)('gives up a deck that never comes to an end, by its name, after the time that is set', async () => {
    const deck = join(folder.path, 'slides', 'a', '01.md')
    const text = readFileSync(deck, 'utf8')
    await writeFile(deck, text.replace('\n# ', '\n<script setup>\nwhile (true) {}\n</script>\n\n# '))
    const { code, stderr } = await startBuild('--only', 'pdf', '--timeout', '10').ended
    await writeFile(deck, text)
    expect(code).toBe(1)
    expect(stderr).toMatch(/01\.md: this deck was not drawn within 10 seconds\..*--timeout/)
    await expectUntouched()
  })

  it.runIf(ALL)('leaves the last build whole when it is killed, and clears away what is left the next time', async () => {
    const { child, ended } = startBuild()
    await reached(child, '01.html')
    const browsers = descendants(child.pid!).filter(isBrowser)
    child.kill('SIGKILL')
    await ended
    expect(Object.entries(before).filter(([path, content]) => readFileSync(path, 'latin1') !== content)).toEqual([])
    expect(await readdir(join(folder.path, 'dist'))).toHaveLength(2)
    // A browser hears that its pipe is closed.
    expect(await gone(browsers)).toEqual([])
    expect((await lectern(folder.path, 'build', '--only', 'html', '--force')).code).toBe(0)
    expect(await readdir(join(folder.path, 'dist'))).toEqual(['a'])
  })

  it.runIf(ALL)('says so when the folder is read-only, and when the disk is full, and leaves the last build whole', async (context) => {
    const disk = join(folder.path, 'disk')
    await mkdir(disk)
    const mount = (...options: string[]): unknown => execFileSync('mount', [...options, disk], { stdio: 'ignore' })
    try {
      mount('-t', 'tmpfs', '-o', 'size=8m', 'none')
    }
    catch {
      return context.skip('a disk of its own can be mounted by root alone')
    }
    try {
      const build = (): ReturnType<typeof lectern> => lectern(folder.path, 'build', '--out', 'disk', '--only', 'html', '--force')
      expect((await build()).code).toBe(0)
      const first = await snapshot(disk)
      mount('-o', 'remount,ro')
      expect(await build()).toMatchObject({ code: 1, stderr: 'disk/a: this folder cannot be written: the disk is read-only. Its files are unchanged. Choose another with --out.\n' })
      for (const room of [300, 1000]) {
        const used = Object.values(first).reduce((sum, { length }) => sum + Math.ceil(length / 4096) * 4096, 0)
        mount('-o', `remount,rw,size=${used / 1024 + room}k`)
        expect(await build()).toMatchObject({ code: 1, stderr: 'disk/a: this folder cannot be written: the disk is full. Its files are unchanged. Choose another with --out.\n' })
        expect(await snapshot(disk)).toEqual(first)
        expect(await readdir(disk)).toEqual(['a'])
      }
    }
    finally {
      execFileSync('umount', ['-l', disk])
    }
  })

  it.skipIf(process.getuid?.() === 0)('says so when the folder belongs to someone else', async () => {
    const locked = join(folder.path, 'locked')
    await mkdir(locked)
    await chmod(locked, 0o555)
    expect(await lectern(folder.path, 'build', '--out', 'locked', '--only', 'html')).toMatchObject({ code: 1, stderr: expect.stringContaining('permission is denied') as string })
  })
})
