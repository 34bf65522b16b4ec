import { execFile } from 'node:child_process'
import { lstatSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { SAMPLE } from '../support/articles.ts'
import { examplesOf } from '../support/examples.ts'
import { start } from '../support/program.ts'

vi.setConfig({ testTimeout: 240_000 })

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SAMPLE_DECKS = join(ROOT, 'slides/flesh-and-blood-ties')
/** Small, so that what is tried is the package and not how fast it is. */
const FERRY = '渡口的变化\n\n渡船怎样来\n\n渡船每天早上从对岸过来。船上的人不多。\n\n渡船怎样去\n\n渡船每天晚上回到对岸去。桥修好以后渡口还在。\n'
/** npm and npx are scripts on Windows, which only a shell starts. */
const shell = process.platform === 'win32'

const run = promisify(execFile)
/** What a person has who has just installed the package: a folder, and the network or npm's own cache. */
const folder = await mkdtemp(join(tmpdir(), 'lectern-package-'))
const installed = join(folder, 'node_modules', 'lectern')
const fault = await install().then(() => undefined, (error: unknown) => String(error))
const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|ENETUNREACH/.test(fault ?? '')

afterAll(() => rm(folder, { recursive: true, force: true }))

async function install(): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, shell })
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, stdout.trim().split('\n').at(-1)!)], { cwd: folder, shell })
}

function lectern(...args: string[]): Promise<{ stdout: string, stderr: string }> {
  return run('npx', ['--no-install', 'lectern', ...args], { cwd: folder, shell })
}

/** Every file of the installed package with the time at which it was last written. */
function timesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort().map(name => `${name} ${lstatSync(join(path, name)).mtimeMs}`)
}

/** The title of the slide that a server's page begins with. */
async function titleShown(program: string, args: string[], address: RegExp): Promise<string | null> {
  const started = await start(program, args, folder, address)
  const browser = await launchBrowser(process.env)
  try {
    const page = await browser.newPage()
    await page.goto(started.match[1]!, { timeout: 90_000 })
    return await page.locator('.slidev-page .slidev-layout h1').first().textContent({ timeout: 90_000 })
  }
  finally {
    await browser.close()
    await started.stop()
  }
}

it.runIf(isOffline)('is not tried: the packages that it needs cannot be had from here', ({ skip }) => skip(fault))

describe.skipIf(isOffline)('the package, installed in an empty folder', () => {
  let before: string[]
  beforeAll(async () => {
    expect(fault).toBeUndefined()
    before = timesOf(installed)
    await copyFile(SAMPLE, join(folder, 'flesh-and-blood-ties.txt'))
  })

  it('has what it needs and nothing else', async () => {
    expect(readdirSync(installed).filter(name => name !== 'node_modules').sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'lib', 'package.json', 'schemas', 'scripts', 'themes'])
    expect((await lectern('--version')).stdout.trim()).toBe(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version)
    expect(readdirSync(ROOT)).not.toContain('lib')
  })

  it('outlines, imports and generates: the same decks as a checkout, with their theme found', async () => {
    expect(JSON.parse((await lectern('outline', 'flesh-and-blood-ties.txt', '--json')).stdout).parts).toHaveLength(3)
    expect((await lectern('import', 'flesh-and-blood-ties.txt')).stdout).toContain('\n## 保持党同人民群众血肉联系是党的优良传统和政治优势\n')
    await lectern('generate', 'flesh-and-blood-ties.txt')
    for (const name of ['01.md', '02.md', '03.md']) {
      const made = await readFile(join(folder, 'slides/flesh-and-blood-ties', name), 'utf8')
      expect(made.replace('../../node_modules/lectern/themes/study', '../../themes/study')).toBe(await readFile(join(SAMPLE_DECKS, name), 'utf8'))
    }
  })

  it('builds pages, PDFs, handouts and PowerPoint slides', async () => {
    await writeFile(join(folder, 'ferry.txt'), FERRY)
    await lectern('generate', 'ferry.txt')
    await lectern('build', 'slides/ferry', '--only', 'html,offline,pdf,handout,pptx')
    expect(readdirSync(join(folder, 'dist/ferry'))).toEqual(expect.arrayContaining(['01.html', '01.pdf', '01.pptx', '02.pdf', 'all.pdf', 'handout.pdf', 'index.html', 'offline.html']))
    // All that the build has read is known, the installed program too.
    expect((await lectern('build', 'slides/ferry')).stdout).toContain('nothing has changed since it was built')
  })

  it('checks decks', async () => {
    expect((await lectern('check', 'slides/ferry')).stdout).toContain('4 of 4 sentences are in the notes')
  })

  it('shows decks in lectern dev', async () => {
    expect(await titleShown(join(installed, 'scripts/lectern.mjs'), ['dev', 'slides/ferry'], /Open (http:\/\/127\.0\.0\.1:\d+\/) /)).toContain('渡口的变化')
  })

  it('writes nothing where it is installed: that may be somebody else\'s', () => {
    expect(timesOf(installed)).toEqual(before)
    expect(readdirSync(join(folder, 'node_modules')).filter(name => name.startsWith('.')).sort()).toEqual(['.bin', '.package-lock.json'])
  })

  it('makes decks that Slidev itself shows', async () => {
    expect(await titleShown(join(folder, 'node_modules/@slidev/cli/bin/slidev.mjs'), ['slides/ferry/01.md', '--port', '4040'], /(http:\/\/localhost:\d+\/)/)).toContain('渡口的变化')
  })

  it('is a library: the examples of its documentation print what they say', async () => {
    const examples = examplesOf('docs/api.md')
    expect(examples).toHaveLength(2)
    for (const [index, { program, prints }] of examples.entries()) {
      await writeFile(join(folder, `example-${index}.js`), program)
      expect((await run(process.execPath, [`example-${index}.js`], { cwd: folder })).stdout.trimEnd()).toBe(prints.trimEnd())
    }
  })

  it.each(['nodenext', 'bundler'])('has types that compile with moduleResolution %s', async (moduleResolution) => {
    await mkdir(join(folder, 'consumer'), { recursive: true })
    await writeFile(join(folder, 'consumer/main.ts'), `import type { DeckFile, Generated, Outline, Slide } from 'lectern'
import { generate, lecternDecks, lecternHeadings, lecternOutline, lecternParse, lecternSlidev, OptionError } from 'lectern'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export const made: Promise<Generated> = generate({ path: 'a.txt', value: new Uint8Array() }, { density: 'full', minutes: 20 })
export const notes = async (): Promise<string[]> => (await made).decks.flatMap(deck => deck.slides).map((slide: Slide) => slide.note.flat().map(text => text.value).join(''))
export const files: DeckFile[] = unified().use(lecternParse, { format: '.txt' }).use(lecternHeadings).use(lecternOutline).use(lecternDecks, { ratio: '4:3' }).use(lecternSlidev, { theme: 'x' }).processSync('text').result
export const outline = (processor = unified().use(remarkParse).use(lecternHeadings).use(lecternOutline)): Outline => processor.runSync(processor.parse('text'))
export const option = (error: unknown): string | undefined => error instanceof OptionError ? error.option : undefined
// @ts-expect-error there is no such density
void generate('x', { density: 'dense' })
`)
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext'
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, '--strict', '--noEmit', '--module', module, '--moduleResolution', moduleResolution, '--target', 'es2023', 'consumer/main.ts'], { cwd: folder }).catch((error: { stdout: string }) => {
      throw new Error(error.stdout)
    })
  })
})
