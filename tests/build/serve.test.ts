import type { IncomingHttpHeaders } from 'node:http'
import type { StaticServer } from '../../scripts/build/server.ts'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveFolder } from '../../scripts/build/server.ts'
import { attack, hostile } from '../support/hostile-requests.ts'
import { runs } from '../support/random.ts'

const PAGE = Buffer.from('0123456789')
const BIG = Buffer.alloc(3_000_000, 7)

let root: string
let server: StaticServer
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-test-'))
  await mkdir(join(root, 'folder'))
  await writeFile(join(root, '01.html'), PAGE)
  await writeFile(join(root, '中 #%.txt'), PAGE)
  await writeFile(join(root, 'big.bin'), BIG)
  await writeFile(join(root, 'empty.txt'), '')
  if (process.platform !== 'win32')
    execFileSync('mkfifo', [join(root, 'pipe')])
  await symlink('/dev/zero', join(root, 'zero'))
  server = await serveFolder(root)
})
afterAll(async () => {
  await server.close()
  await rm(root, { recursive: true, force: true })
})

interface Answered { status: number, headers: IncomingHttpHeaders, body: Buffer }

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method, agent: false }).end()
  const [response] = await once(asked, 'response')
  const chunks: Uint8Array[] = []
  for await (const chunk of response)
    chunks.push(chunk)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

it.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=-5', 206, '56789', 'bytes 5-9/10'],
  ['bytes=-50', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=9-99', 206, '9', 'bytes 9-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=5-2', 200, '0123456789', undefined],
  ['bytes=0-1,3-4', 200, '0123456789', undefined],
  ['abc', 200, '0123456789', undefined],
])('answers Range: %s with %i', async (range, status, body, contentRange) => {
  const answer = await ask('/01.html', { range })
  const { 'content-range': given, 'content-length': length } = answer.headers
  expect([answer.status, String(answer.body), given, length]).toEqual([status, body, contentRange, String(body.length)])
})

it('answers HEAD as GET, without the file and whatever range is named', async () => {
  const { headers: { date, connection, ...get } } = await ask('/01.html')
  const head = await ask('/01.html', { range: 'bytes=1-2' }, 'HEAD')
  expect([head.status, head.body.length]).toEqual([200, 0])
  expect(head.headers).toMatchObject(get)
})

it('says that a client has a file already, and sends all of it with If-Range', async () => {
  const { headers: { etag } } = await ask('/01.html')
  expect(await ask('/01.html', { 'if-none-match': etag! })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  expect(await ask('/01.html', { 'if-range': etag!, 'range': 'bytes=1-2' })).toMatchObject({ status: 200, body: PAGE })
})

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND'])('answers %s with 405', async (method) => {
  expect(await ask('/01.html', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

it.each(['/pipe', '/zero', '/folder', '/folder/', '/none', '/%', '/%00', '//', '*', `/${'a/'.repeat(5000)}`].map(path => [path.slice(0, 20), path] as const))('has no file at %s', async (_, path) => expect((await ask(path)).status).toBe(404))

it.each(['/%E4%B8%AD%20%23%25.txt', '/empty.txt', 'http://127.0.0.1/01.html'])('has a file at %s', async path => expect((await ask(path)).status).toBe(200))

it('sends one file whole, whatever takes its place meanwhile', async () => {
  const versions = ['a', 'b'].map(letter => Buffer.alloc(letter === 'a' ? 90_000 : 200_000, letter))
  await writeFile(join(root, 'now.bin'), versions[0]!)
  const over = new AbortController()
  const replacing = (async () => {
    for (let turn = 0; !over.signal.aborted; turn++) {
      await writeFile(join(root, '.next'), versions[turn % 2]!)
      await rename(join(root, '.next'), join(root, 'now.bin'))
      if (turn % 3 === 0)
        await rm(join(root, 'now.bin'))
    }
  })()
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  // Several turns of few: all that is asked at once may come while there is no file.
  for (let turn = 0; turn < 10; turn++)
    answers.push(...await Promise.all(Array.from({ length: runs(60) }, (_, index) => ask(`/now.bin?${turn}-${index}`))))
  over.abort()
  await replacing
  const whole = answers.filter(({ status, body }) => status === 200 && versions.some(version => version.equals(body)))
  expect(whole.length).toBeGreaterThan(0)
  expect(whole.length + answers.filter(({ status }) => status === 404).length).toBe(answers.length)
})

it('answers requests that are sent ahead in their order, and ends the connection of one that sends too many', async () => {
  const talk = (requests: number): Promise<string> => new Promise((resolve) => {
    let answers = ''
    const socket = connect(server.port, '127.0.0.1', () => {
      for (let index = 0; index < requests; index++)
        socket.write(`GET /01.html HTTP/1.1\r\nHost: localhost\r\nRange: bytes=${index % 10}-${index % 10}\r\n${index === requests - 1 ? 'Connection: close\r\n' : ''}\r\n`)
    })
    socket.on('data', chunk => answers += String(chunk)).on('error', () => {}).on('close', () => resolve(answers))
  })
  expect(Array.from((await talk(8)).matchAll(/Content-Range: bytes (\d)/g), ([, at]) => at).join('')).toBe('01234567')
  expect((await talk(500)).length).toBeLessThan(500 * 100)
})

it('goes on serving whatever is asked of it', async () => {
  const clients = fc.sample(hostile, runs(300)).values()
  const heard: string[] = []
  await Promise.all(Array.from({ length: 30 }, async () => {
    for (const client of clients)
      heard.push(await attack(client, server.port))
  }))
  expect(heard.filter(answer => answer !== '' && !/^HTTP\/1\.1 (?:100|200|206|304|400|404|405|408|412|416|417|431)\b/.test(answer))).toEqual([])
  const { status, body } = await ask('/big.bin')
  expect([status, body.equals(BIG)]).toEqual([200, true])
})
