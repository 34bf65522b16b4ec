import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { replaceFolder } from '../../scripts/files/replace.ts'
import { attack, hostile } from './hostile-requests.ts'

/** Everybody who comes to a talk at once. */
export interface Crowd {
  /** Hostile requests, and how many are on their way at once. */
  requests: number
  atOnce: number
  /** Readers who ask for whole files, one after the other, and hold them against what was built. */
  readers: number
  /** Connections that read nothing, or never come to the end of what they ask. */
  slow: number
  seed: number
}

/** What came of it. */
export interface Seen {
  /** Hostile requests by the status of their answer; `none` where none was waited for, or the connection was ended. */
  answers: Record<string, number>
  /** Files that readers got whole, and pieces or mixtures that they got instead. */
  whole: number
  torn: number
  /** How many times the folder was built anew meanwhile. */
  builds: number
}

const FILES = ['index.html', '01.html', 'big.bin'] as const
const SIZES = [300, 20_000, 2_000_000]

/** Builds what is served as `lectern build` does: all of a build has one letter. */
export async function buildCrowdFolder(folder: string, build: number): Promise<void> {
  await replaceFolder(folder, async (temporary) => {
    await mkdir(join(temporary, 'assets'))
    for (const [index, name] of FILES.entries())
      await writeFile(join(temporary, name), Buffer.alloc(SIZES[index]!, 97 + build % 26))
  }, {})
}

/**
 * Lets a crowd at a server, while what it serves is built again and again.
 *
 * @param port the server's
 * @param folder what it serves, as `buildCrowdFolder` makes it
 * @param crowd who comes
 * @returns what came of it
 */
export async function letIn(port: number, folder: string, crowd: Crowd): Promise<Seen> {
  const seen: Seen = { answers: {}, whole: 0, torn: 0, builds: 0 }
  const talk = { isOver: false }
  const slow = Array.from({ length: crowd.slow }, (_, index) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {}).pause()
    socket.write(`GET /big.bin?${index} HTTP/1.1\r\nHost: localhost\r\n${index % 2 === 0 ? '\r\n' : ''}`)
    return socket
  })
  const building = (async () => {
    for (; !talk.isOver; seen.builds++) {
      await buildCrowdFolder(folder, seen.builds)
      await setTimeout(20)
    }
  })()
  const reading = Array.from({ length: crowd.readers }, async (_, index) => {
    for (let time = index; !talk.isOver; time++)
      await readOnce(port, time % FILES.length, seen)
  })
  const clients = fc.sample(hostile, { numRuns: crowd.requests, seed: crowd.seed }).values()
  await Promise.all(Array.from({ length: crowd.atOnce }, async () => {
    for (const client of clients) {
      const status = /^HTTP\/1\.1 (\d+)/.exec(await attack(client, port))?.[1] ?? 'none'
      seen.answers[status] = (seen.answers[status] ?? 0) + 1
    }
  }))
  talk.isOver = true
  await Promise.all([building, ...reading])
  slow.forEach(socket => socket.destroy())
  return seen
}

/** A file that is not there at that moment, or a connection that has lost its place, is nothing torn. */
async function readOnce(port: number, file: number, seen: Seen): Promise<void> {
  try {
    const [response] = await once(get({ port, path: `/${FILES[file]}`, agent: false, timeout: 20_000 }), 'response')
    const chunks: Uint8Array[] = []
    for await (const chunk of response)
      chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    if (response.statusCode === 200) {
      const isWhole = bytes.equals(Buffer.alloc(SIZES[file]!, bytes[0]))
      seen[isWhole ? 'whole' : 'torn']++
    }
  }
  catch {
    await setTimeout(10)
  }
}
