import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'

/** Gives each test an empty folder of its own; all are removed at the end. */
export function eachInFolder(): { readonly path: string } {
  const folders: string[] = []
  beforeEach(async () => {
    folders.push(await mkdtemp(join(tmpdir(), 'lectern-test-')))
  })
  afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))
  return { get path() { return folders.at(-1)! } }
}
