import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { packagedBrowser } from '../../scripts/build/packaged-browser.ts'
import { workFolder } from '../support/build.ts'

it.runIf(process.platform === 'linux' && process.arch === 'x64')('unpacks a browser that starts, in place of a half one, and leaves the environment as it was', async () => {
  const cache = await workFolder()
  const env = { ...process.env, XDG_CACHE_HOME: cache.path }
  const { executablePath } = await packagedBrowser({ ...env, XDG_CACHE_HOME: join(cache.path, 'first') })
  const half = join(cache.path, 'lectern', dirname(executablePath).split('/').at(-1)!)
  await mkdir(half, { recursive: true })
  await writeFile(join(half, 'fonts.conf'), '')
  const before = { ...process.env }

  const browser = await packagedBrowser(env)

  expect(process.env).toEqual(before)
  expect(await readdir(join(cache.path, 'lectern'))).toHaveLength(1)
  const { stdout } = await promisify(execFile)(browser.executablePath, ['--version'], { env: browser.env })
  expect(stdout).toMatch(/Chromium \d+/)
  await cache.clean()
}, 60_000)
