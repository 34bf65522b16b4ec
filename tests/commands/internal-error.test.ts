import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { VFileMessage } from 'vfile-message'
import { afterEach, describe, expect, it } from 'vitest'
import { describeError } from '../../scripts/commands/console.ts'
import { Failure } from '../../scripts/failure.ts'
import { wording } from '../../scripts/messages/wording.ts'
import { eachInFolder } from '../support/folder.ts'
import { PROGRAM } from '../support/program.ts'

const folder = eachInFolder()
const temporary = process.env.TMPDIR
afterEach(() => {
  if (temporary === undefined)
    delete process.env.TMPDIR
  else
    process.env.TMPDIR = temporary
})

/** A fault that comes from forty calls deep. */
function fault(message: string, depth = 40): Error {
  return depth === 0 ? new TypeError(message, { cause: new RangeError('below it') }) : fault(message, depth - 1)
}

describe('a fault of Lectern\'s own', () => {
  it.each([
    ['an error', fault('a.b is not a function'), 'a.b is not a function'],
    ['an error whose message is pages long', fault(`Line one.\n${'    at x (y.js)\n'.repeat(40)}`), 'Line one'],
    ['an error whose message has the terminal do something', fault('\u001B[31mred\u001B[0m\u0007'), 'red'],
    ['an error without a message', fault(''), 'the cause is unknown'],
    ['something thrown that is no error', 'a string', 'a string'],
    ['nothing', undefined, 'undefined'],
  ])('is told in two sentences, without its stack, which is in a file: %s', async (_, error, what) => {
    process.env.TMPDIR = folder.path
    const said = describeError(error)
    const path = /^Something went wrong in Lectern itself: (.*)\. Details are in (.*details\.txt): attach them when you report it\.$/.exec(said)
    expect(path?.[1]).toBe(what)
    expect(dirname(dirname(path![2]!))).toBe(folder.path)
    const details = await readFile(path![2]!, 'utf8')
    expect(details).toContain(process.version)
    if (error instanceof Error)
      expect(details).toMatch(/\n {4}at fault[\s\S]*below it/)
  })

  it('is cut where its message is one endless line', () => {
    process.env.TMPDIR = folder.path
    expect(describeError(fault('a'.repeat(100_000))).length).toBeLessThan(500)
  })

  it('is told where its details cannot be written', async () => {
    process.env.TMPDIR = join(folder.path, 'gone')
    await rm(join(folder.path, 'gone'), { recursive: true, force: true })
    expect(describeError(fault('x'))).toBe('Something went wrong in Lectern itself: x. Details could not be written.')
  })
})

/** Throws where nobody waits for it, as a callback of a library's may, as soon as the program hears of such faults. */
const THROWS = `const often = setInterval(() => {
  if (process.listenerCount('uncaughtException') > 0) {
    clearInterval(often)
    throw new Error('out of reach')
  }
}, 1)`

it.each([
  [['--lang', 'zh'], 'C', /^Lectern 自身出了错：out of reach。详情在 /],
  [['--lang=en'], 'zh_CN.UTF-8', /^Something went wrong in Lectern itself: out of reach\. Details are in /],
  [[], 'zh_CN.UTF-8', /^Lectern 自身出了错：out of reach。详情在 /],
])('one that nobody waits for is told in the language of %j in %s', async (flags, locale, said) => {
  await writeFile(join(folder.path, 'a.txt'), '渡口\n\n船在河边。\n')
  const program = ['--import', `data:text/javascript,${encodeURIComponent(THROWS)}`, PROGRAM, 'outline', 'a.txt', ...flags]
  const env = { ...process.env, TMPDIR: folder.path, LC_ALL: locale }
  const run = promisify(execFile)(process.execPath, program, { cwd: folder.path, env })
  await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(said) as string })
})

it('what a person can mend is told as before', () => {
  const failure = new Failure(wording('no-decks', { folder: 'slides/a' }))
  expect(describeError(failure)).toBe('slides/a: there are no decks in this folder. Make them with `lectern generate`.')
  expect(describeError(failure, 'zh')).toBe('slides/a：这里没有幻灯片。请先运行 `lectern generate`。')
  expect(describeError(new VFileMessage('Unexpected x, expected y: do z', { ruleId: 'x', place: { line: 1, column: 2 } }))).toContain('1:2: Unexpected x, expected y: do z.')
})
