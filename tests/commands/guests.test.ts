import type { Started } from '../support/program.ts'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, expect, it } from 'vitest'
import { buildCrowdFolder, letIn } from '../support/crowd.ts'
import { eachInFolder } from '../support/folder.ts'
import { PROGRAM, start } from '../support/program.ts'
import { runs, SEED } from '../support/random.ts'

const folder = eachInFolder()
let program: Started | undefined
afterEach(() => program?.stop('SIGKILL'))

/** A shell starts the program, so that the system lets it open few files. */
async function presentWith(openFiles: number): Promise<number> {
  await writeFile(join(folder.path, 'index.html'), '<p>')
  await writeFile(join(folder.path, 'big.bin'), new Uint8Array(20_000_000))
  await writeFile(join(folder.path, 'start.mjs'), `import { spawn } from 'node:child_process'
const child = spawn('sh', ['-c', 'ulimit -n ${openFiles}; exec "$0" "$@"', process.execPath, ...process.argv.slice(2)], { stdio: 'inherit' })
process.on('SIGTERM', () => child.kill())
child.on('exit', code => process.exit(code ?? 9))
`)
  program = await start(join(folder.path, 'start.mjs'), [PROGRAM, 'present', '.', '--no-open'], folder.path, /http:\/\/127\.0\.0\.1:(\d+)\/\n/)
  return Number(program.match[1])
}

async function statusOf(port: number): Promise<number> {
  const [response] = await once(get({ port, path: '/', agent: false }), 'response')
  response.resume()
  return response.statusCode
}

it.skipIf(process.platform === 'win32')('serves on beside two hundred clients that read nothing, with few open files', async () => {
  const port = await presentWith(256)
  const sockets = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {}).pause()
    // One half asks for more than it ever reads, the other never comes to the end of what it asks.
    socket.write(`GET /big.bin?${index} HTTP/1.1\r\nHost: localhost\r\n${index % 2 === 0 ? '\r\n' : ''}`)
    return socket
  })
  for (let time = 0; time < 10; time++) {
    expect(await statusOf(port)).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  sockets.forEach(socket => socket.destroy())
  expect(await program!.stop('SIGTERM')).toBe(0)
})

it('serves files whole while they are built again and again, beside hostile requests and connections that stand still', async () => {
  const root = join(folder.path, 'talk')
  await buildCrowdFolder(root, 0)
  program = await start(PROGRAM, ['present', root, '--no-open'], folder.path, /http:\/\/127\.0\.0\.1:(\d+)\/\n/)
  const port = Number(program.match[1])
  const crowd = { requests: runs(2000), atOnce: 50, readers: 20, slow: 200, seed: SEED }
  const { torn, whole, builds, answers } = await letIn(port, root, crowd)
  expect(torn).toBe(0)
  expect(Math.min(whole, builds)).toBeGreaterThan(0)
  expect(Object.keys(answers).filter(status => status.startsWith('5') && status !== '503')).toEqual([])
  expect(await statusOf(port)).toBe(200)
  expect(await program.stop('SIGTERM')).toBe(0)
})
