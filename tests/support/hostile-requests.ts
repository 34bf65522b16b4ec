import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import fc from 'fast-check'

/** A client that means no good: what it writes, and when it goes. */
export interface Hostile {
  bytes: Buffer
  /**
   * It reads the answer for a while, leaves at its first bytes, goes when it has asked, cuts the connection, or ends
   * its own half of it.
   */
  manner: 'reads' | 'leaves' | 'goes' | 'cuts' | 'ends'
}

const METHODS = [...Array.from({ length: 20 }).fill('GET'), 'HEAD', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'PROPFIND', 'get', 'GE\0T', '']
const TARGETS = [
  ...Array.from({ length: 10 }).fill(['/', '/01.html', '/big.bin']).flat(), '/none', '/empty.txt', '/pipe', '/folder', '/folder/', '//01.html', '/./01.html', '/../../etc/passwd', '/%2e%2e/x', '/%',
  '/%00', '/%ff', '/01.html?a=%', '/01.html#x', '*', 'http://127.0.0.1/01.html', 'http://[', 'ftp://x/', '', '\\', '/a\\..\\b', '/\u00FF', '/%E4%B8%AD.txt',
  `/${'a'.repeat(300)}`, `/${'../'.repeat(2000)}`, `/${'%2e'.repeat(3000)}`, `/${'x'.repeat(20_000)}`, '127.0.0.1:80', '/__proto__', '/constructor',
]
const RANGES = [
  'bytes=0-0', 'bytes=5-2', 'bytes=-5', 'bytes=-0', 'bytes=0-', 'bytes=9999999999-', 'bytes=-9999999999', 'abc', 'bytes=abc', 'bytes=', 'bytes=-', 'bytes=--1',
  'bytes=1-2-3', 'bytes=0-0,-1', 'bytes=0-5,3-9', 'bytes = 0-1', 'BYTES=0-1', 'bytes=1e3-', 'bytes=0x1-0x2', 'bytes=+1-+2', 'bytes=NaN-', 'bytes=0-18446744073709551616',
  `bytes=${'9'.repeat(400)}-`, `bytes=${Array.from({ length: 1500 }, (_, index) => `${index}-${index}`).join()}`, 'bytes=\u00B2-', 'items=0-1', '-1', '0-1',
]
const HEADERS = [
  'Connection: close', 'Connection: keep-alive', 'Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AA==\r\nSec-WebSocket-Version: 13', 'Expect: 100-continue',
  'Expect: x', 'Content-Length: 5', 'Content-Length: 99999999', 'Content-Length: -1', 'Content-Length: 1\r\nContent-Length: 2', 'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 3', 'If-None-Match: *', 'If-None-Match: "', 'If-Match: "x"', 'If-Match: *', 'If-Modified-Since: x',
  'If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT', 'If-Range: "x"', 'If-Range: Thu, 01 Jan 1970 00:00:00 GMT',
  'Host: example.org', 'Host: a\r\nHost: b', 'Accept-Encoding: br, gzip', 'X: \u0000', ' folded: x', 'no colon', `X: ${'y'.repeat(20_000)}`, ...Array.from({ length: 3 }, (_, index) => `A${index}: b\r\n`.repeat(60).trim()),
]

const range = fc.oneof(fc.constantFrom(...RANGES), fc.string({ maxLength: 20 }), fc.tuple(fc.integer(), fc.integer()).map(([one, other]) => `bytes=${one}-${other}`)).map(value => `Range: ${value}`)
const target = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TARGETS) }, { weight: 1, arbitrary: fc.webPath() }, { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map(text => `/${text}`) })
const header = fc.oneof({ weight: 3, arbitrary: range }, { weight: 1, arbitrary: fc.constantFrom(...HEADERS) })
const headers = fc.array(header, { maxLength: 2 })
const request = fc.tuple(fc.constantFrom(...METHODS), target, fc.constantFrom(...Array.from({ length: 12 }).fill('HTTP/1.1'), 'HTTP/1.0', 'HTTP/2.0', ''), headers, fc.constantFrom(...Array.from({ length: 20 }).fill(''), 'hello', '5\r\nhello\r\n0\r\n\r\n', 'ffffffffff\r\n'))
  .map(([method, path, version, lines, body]) => Buffer.from(`${method} ${path} ${version}\r\nHost: 127.0.0.1\r\n${lines.map(line => `${line}\r\n`).join('')}\r\n${body}`, 'latin1'))

const several = fc.tuple(request, fc.integer({ min: 2, max: 40 }))
  .map(([one, times]) => Buffer.concat(Array.from<Buffer>({ length: times }).fill(one)))
const part = fc.tuple(request, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([one, share]) => one.subarray(0, Math.floor(one.length * share)))

/** What goes over a connection: a request, several at once, a piece of one, or anything. */
const bytes = fc.oneof(
  { weight: 8, arbitrary: request },
  { weight: 1, arbitrary: several },
  { weight: 1, arbitrary: part },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array)) },
)

/** Clients that mean no good. */
export const hostile: fc.Arbitrary<Hostile> = fc.record({ bytes, manner: fc.constantFrom('reads', 'leaves', 'leaves', 'leaves', 'goes', 'cuts', 'ends') })

/** How long a client waits for an answer that does not come, in milliseconds. */
const PATIENCE = 400

/**
 * Lets a hostile client do what it does.
 *
 * @returns the first bytes of the answer that it got, if it waited for one
 */
export function attack({ bytes, manner }: Hostile, port: number): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, () => {
        if (manner === 'goes')
          socket.destroy()
        else if (manner === 'cuts')
          socket.resetAndDestroy()
        else if (manner === 'ends')
          socket.end()
      })
    })
    socket.setTimeout(PATIENCE, () => socket.destroy())
    socket.on('error', () => {}).on('close', () => resolve(answer)).on('data', (chunk) => {
      answer ||= chunk.subarray(0, 40).toString('latin1')
      if (manner === 'leaves')
        socket.destroy()
    })
  })
}
