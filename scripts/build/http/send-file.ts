import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Part } from './range.ts'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { lookup } from 'mrmime'
import { conditionOf } from './conditions.ts'
import { rangeOf } from './range.ts'

/** Does not wait for a pipe that nobody writes to, and does not follow a link that has come in the file's place. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** How a file is sent. */
export interface Sending {
  /** What browsers are told of keeping it. */
  cacheControl: string
  /** Hears that bytes were taken. */
  onMove: () => void
}

/**
 * Sends a file, or the part of it that is asked for. It is opened once: what is said of it and what is sent are of the
 * file that was opened, even if a build puts another in its place at that moment. If the file has become shorter than
 * was said, the connection ends, so that nobody takes a piece for the whole.
 *
 * @param request the request: GET or HEAD
 * @param response its answer
 * @param path the file
 * @param sending how
 * @throws what the file system throws where the file cannot be opened; nothing is sent then
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  sending: Sending,
): Promise<void> {
  const file = await open(path, READ)
  try {
    const stats = await file.stat()
    if (!stats.isFile())
      throw Object.assign(new Error('This is no file.'), { code: 'ENOENT' })
    const { size, mtime } = stats
    const etag = `W/"${size.toString(16)}-${mtime.getTime().toString(16)}"`
    const common = {
      'ETag': etag,
      'Last-Modified': mtime.toUTCString(),
      'Cache-Control': sending.cacheControl,
      'Accept-Ranges': 'bytes',
    }
    const condition = conditionOf(request.headers, { etag, modified: mtime })
    if (condition)
      return end(response, condition, common)
    const range = partOf(request, size)
    if (range === 'none')
      return end(response, 416, { ...common, 'Content-Range': `bytes */${size}` })
    response.writeHead(range ? 206 : 200, {
      ...common,
      'Content-Type': typeOf(path),
      'Content-Length': range ? range.end - range.start + 1 : size,
      ...(range && { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` }),
    })
    if (request.method === 'HEAD' || size === 0)
      response.end()
    else
      await pour(file, range ?? { start: 0, end: size - 1 }, response, sending.onMove)
  }
  finally {
    await file.close()
  }
}

/** The part of a file that a request asks for: see `rangeOf`. */
function partOf({ method, headers }: IncomingMessage, size: number): Part | 'none' | undefined {
  // A weak tag cannot say whether a part belongs to what the client has: with `If-Range` the answer is the whole file
  // (RFC 9110, 13.1.5).
  const isWhole = method !== 'GET' || headers['if-range'] !== undefined
  return isWhole ? undefined : rangeOf(headers.range, size)
}

function end(response: ServerResponse, status: number, headers: OutgoingHttpHeaders): void {
  response.writeHead(status, { ...headers, ...(status !== 304 && { 'Content-Length': 0 }) })
  response.end()
}

/** The answer ends with its last byte, or with the connection. */
async function pour(
  file: FileHandle,
  { start, end }: Part,
  response: ServerResponse,
  onMove: () => void,
): Promise<void> {
  const bytes = file.createReadStream({ start, end, autoClose: false })
  response.on('drain', onMove)
  await pipeline(bytes, response, { end: false })
  if (bytes.bytesRead < end - start + 1)
    response.destroy()
  else
    response.end()
}

/**
 * The media type of a file.
 *
 * @param path its name, or where it is
 */
export function typeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}
