import type { PresentFlags } from '../../scripts/commands/present.ts'
import type { Presented } from '../support/presenting.ts'
import type { Started } from '../support/program.ts'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect, createServer } from 'node:net'
import { join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { handoutFile } from '../../scripts/build/handout/kinds.ts'
import { workFolder } from '../support/build.ts'
import { OTHER } from '../support/network.ts'
import { startPresent } from '../support/presenting.ts'
import { lectern, PROGRAM, start } from '../support/program.ts'
import { noteText } from '../support/promises.ts'
import { copiedSample, DECKS, KINDS, NAME } from '../support/sample.ts'

let folder: Awaited<ReturnType<typeof workFolder>>
let root: string
/** What is said and stands in the notes, sentence by sentence. */
let sentences: string[]
beforeAll(async () => {
  folder = await workFolder()
  const { dist, decks } = await copiedSample(folder.path)
  root = dist
  await Promise.all(['3', '6'].map(kind => rm(join(root, `handout-${kind}.pdf`), { force: true })))
  sentences = decks.flat().flatMap(slide => noteText(slide.note).match(/[^。！？\n]{8,}[。！？]/g) ?? [])
  // What other kinds of a build are named; a later version may build more.
  for (const name of ['handout.pdf', 'handout-2.pdf', '01.pptx', 'notes.txt', 'assets/main.js.map'])
    await writeFile(join(root, name), sentences[0]!)
  await writeFile(join(root, '01.pdf'), 'slides')
  await mkdir(join(root, '.lectern'))
  await writeFile(join(root, '.lectern/article.json'), sentences[0]!)
  await writeFile(join(folder.path, 'secret.js'), 'secret')
  await symlink(join(folder.path, 'secret.js'), join(root, 'linked.js'))
  await symlink(join(folder.path, 'slides'), join(root, 'slides'))
  await symlink(join(root, 'offline.html'), join(root, 'renamed.js'))
})

const running: Presented[] = []
afterEach(() => Promise.all(running.splice(0).map(presented => presented.stop())))
afterAll(() => folder?.clean())

async function present(flags: Partial<PresentFlags> = {}): Promise<Presented> {
  const presented = await startPresent(root, flags)
  running.push(presented)
  return presented
}

/** The same in a process of its own, where signals are tried. */
async function spawnPresent(...args: string[]): Promise<Started & { port: number }> {
  const program = await start(PROGRAM, ['present', root, '--no-open', ...args], folder.path, /http:\/\/127\.0\.0\.1:(\d+)\/\n/)
  return { ...program, port: Number(program.match[1]) }
}

/** Asks for a path just as it is written. */
async function get(
  host: string,
  port: number,
  path: string,
  headers: Record<string, string> = {},
  agent = new Agent(),
): Promise<{ status: number, body: Buffer }> {
  const asked = request({ host, port, path, headers, agent }).end()
  const [response] = await once(asked, 'response')
  const chunks: Uint8Array[] = []
  for await (const chunk of response)
    chunks.push(chunk)
  return { status: Number(response.statusCode), body: Buffer.concat(chunks) }
}

/** Every file that was built, by its name, links and hidden ones apart. */
async function built(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => relative(root, join(entry.parentPath, entry.name))).filter(name => !name.startsWith('.')).sort()
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host).on('connect', () => socket.destroy() && resolve(true)).on('error', () => resolve(false))
  })
}

const notesFile = async (): Promise<string> => (await built()).find(name => name.startsWith('assets/speaker-notes-'))!
const saidIn = (body: Buffer): string[] => sentences.filter(sentence => body.includes(sentence))

describe('lectern present', () => {
  it('serves every file to this machine, notes too', async () => {
    const { port, output } = await present()
    const said = new Set<string>()
    for (const name of await built()) {
      const { status, body } = await get('127.0.0.1', port, `/${name}`)
      expect([name, status, body.equals(await readFile(join(root, name)))]).toEqual([name, 200, true])
      saidIn(body).forEach(sentence => said.add(sentence))
    }
    expect(sentences.length).toBeGreaterThan(50)
    expect(said.size).toBe(new Set(sentences).size)
    expect(output()).toMatch(/^(?:Port 4040 .*\n)?http:\/\/127\.0\.0\.1:\d+\/\n$/)
  })

  it('has all notes in one module', async () => {
    const holding: string[] = []
    for (const name of await built()) {
      if (saidIn(await readFile(join(root, name))).length > 0)
        holding.push(name)
    }
    expect(holding).toEqual(['01.pptx', 'assets/main.js.map', await notesFile(), 'handout-2.pdf', 'handout.pdf', 'notes.txt'])
  })

  it.each(['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/%2e%2e%2fsecret.js', '/assets/..%5c..%5csecret.js', '/..%252fsecret.js', '//secret.js', '/linked.js', `/slides/${NAME}/01.md`, '/.lectern/article.json', '/%2electern/article.json', '/assets/../.lectern/article.json', '/%00', '/%', '/none.html', '/assets'])('never serves %s', async (path) => {
    const { port } = await present()
    const { status, body } = await get('127.0.0.1', port, path)
    expect({ status, body: String(body) }).toEqual({ status: 404, body: 'Not found\n' })
  })

  it('gives no notes to a page from elsewhere whose name was led to this machine', async () => {
    const { port } = await present()
    const path = `/${await notesFile()}`
    for (const [name, all] of [[`localhost:${port}`, true], ['127.0.0.1', true], [`[::1]:${port}`, true], ['example.org', false], [`localhost.example.org:${port}`, false], [`127.0.0.1.example.org`, false]] as const)
      expect([name, saidIn((await get('127.0.0.1', port, path, { host: name })).body).length > 0]).toEqual([name, all])
  })

  it.runIf(OTHER)('is not heard by other machines without --host', async () => {
    const { port } = await present()
    expect(await isOpen(OTHER!, port)).toBe(false)
  })

  it.runIf(OTHER).each(['0.0.0.0', '::', OTHER!])('with --host %s shows the slides to other machines, and no sentence of the notes', async (host) => {
    const { port, output } = await present({ host })
    await expect.poll(output).toContain(`Other machines can open http://${OTHER}:${port}/`)
    expect(output()).toContain('The notes and the presenter view stay on this machine')
    const refused: string[] = []
    for (const name of [...await built(), 'renamed.js', '', 'offline', '01.pptx?x', 'OFFLINE.HTML']) {
      const { status, body } = await get(OTHER!, port, `/${name}`)
      expect([name, saidIn(body)]).toEqual([name, []])
      if (status === 403)
        refused.push(name)
      else if (status === 200 && !/^$|index\.html$|speaker-notes/.test(name))
        expect(body.equals(await readFile(join(root, name)))).toBe(true)
    }
    expect(refused).toEqual(['01.pptx', 'assets/main.js.map', 'handout-2.pdf', 'handout.pdf', 'notes.txt', 'offline.html', 'renamed.js', '01.pptx?x'].sort((one, other) => Number(one === 'renamed.js' || one.includes('?')) - Number(other === 'renamed.js' || other.includes('?'))))
    // This machine has them all the same.
    expect(saidIn((await get('127.0.0.1', port, `/${await notesFile()}`)).body).length).toBeGreaterThan(50)
  })

  it.runIf(OTHER)('gives other machines an empty module for the notes, whatever part of it they ask for', async () => {
    const { port } = await present({ host: '0.0.0.0' })
    const path = `/${await notesFile()}`
    for (const headers of [{}, { range: 'bytes=0-999' }, { 'if-none-match': '*' }, { host: '127.0.0.1' }, { 'x-forwarded-for': '127.0.0.1' }])
      expect(await get(OTHER!, port, path, headers)).toEqual({ status: 200, body: Buffer.alloc(0) })
  })

  it.runIf(OTHER)('leads other machines to the slides and their PDFs alone', async () => {
    const page = join(root, 'index.html')
    const before = await readFile(page, 'utf8')
    await writeFile(page, before.replace('</footer>', '<a class="x" href="offline.html">1</a><a href="handout.pdf">2</a><a href="01.pdf">3</a></footer>'))
    const { port } = await present({ host: '0.0.0.0' })
    const links = async (host: string): Promise<string[]> => Array.from(String((await get(host, port, '/')).body).matchAll(/href="([^"]*(?:html|pdf)[^"]*)"/g), match => match[1]!)
    const here = await links('127.0.0.1')
    expect(here.filter(link => /^\d+\.html#\/\d+$/.test(link)).length).toBeGreaterThan(9)
    const notForOthers = DECKS.map(name => `${name}.html#/presenter/1`)
    const handouts = KINDS.map(handoutFile)
    expect(here.filter(link => !/^\d+\.html#\/\d+$/.test(link))).toEqual([...DECKS.flatMap((name, index) => [notForOthers[index], `${name}.pdf`]), 'all.pdf', ...handouts, 'offline.html', 'offline.html', 'handout.pdf', '01.pdf'])
    expect(await links(OTHER!)).toEqual(here.filter(link => ![...notForOthers, 'offline.html', ...handouts].includes(link)))
    await writeFile(page, before)
  })

  it.runIf(OTHER)('shares the notes with --share-notes, and says so', async () => {
    const { port, output } = await present({ host: '0.0.0.0', shareNotes: true })
    await expect.poll(output).toContain('The notes and the presenter view are shared with them.')
    for (const name of await built())
      expect([name, (await get(OTHER!, port, `/${name}`)).body.equals(await readFile(join(root, name)))]).toEqual([name, true])
  })

  it('says that --share-notes changes nothing without --host', async () => {
    const { output } = await present({ shareNotes: true })
    await expect.poll(output).toContain('--share-notes changes nothing here: without --host, no other machine can open these pages.\n')
  })

  it('takes another port where the usual one is in use, and says so', async () => {
    // Another program on this machine may have it already: all the same.
    const occupier = createServer()
    await new Promise(resolve => occupier.once('error', resolve).listen(4040, '127.0.0.1', () => resolve(undefined)))
    const { port, output } = await present()
    expect(port).not.toBe(4040)
    expect(output()).toContain(`Port 4040 is in use by another program, perhaps another \`lectern present\`: this one has port ${port}.\n`)
    occupier.close()
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s with 0 and frees its port, though a browser keeps its connection', async (signal) => {
    const { port, stop } = await spawnPresent('--host', '0.0.0.0')
    const agent = new Agent({ keepAlive: true })
    expect((await get('127.0.0.1', port, '/01.html', {}, agent)).status).toBe(200)
    const before = Date.now()
    expect(await stop(signal)).toBe(0)
    expect(Date.now() - before).toBeLessThan(3000)
    expect(await isOpen('127.0.0.1', port)).toBe(false)
    agent.destroy()
  })

  it.each([
    // For documentation alone (RFC 5737): nobody's address.
    ['203.0.113.7', /^--host 203\.0\.113\.7: Lectern cannot serve at this address: this machine does not have it\. Leave --host out, or give .*0\.0\.0\.0 for all of this machine's addresses\.\n$/],
    ['', /^--host '': there is no machine of this name\. Leave --host out, or give /],
  ])('refuses --host "%s"', async (host, message) => {
    const { code, stdout, stderr } = await lectern(folder.path, 'present', root, '--no-open', '--host', host)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('refuses a folder without a built article, and to share pages whose notes cannot be kept back', async () => {
    expect(await lectern(folder.path, 'present', 'slides')).toEqual({ code: 1, stdout: '', stderr: 'slides: there is no built article in this folder. Build it with `lectern build`.\n' })
    await cp(root, join(folder.path, 'old/a'), { recursive: true, filter: path => !path.includes('speaker-notes') })
    await writeFile(join(folder.path, 'old/index.html'), '')
    const { code, stderr } = await lectern(folder.path, 'present', 'old', '--no-open', '--host', '0.0.0.0')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^old\/a\/0\d\.html: the notes in these pages cannot be kept from other machines: an earlier version of Lectern built them\. Build them again with `lectern build`, or give --share-notes\.\n$/)
    await rm(join(folder.path, 'old'), { recursive: true })
  })
})
