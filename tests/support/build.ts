import type { BuildFlags } from '../../scripts/commands/build.ts'
import type { Console } from '../../scripts/commands/console.ts'
import type { GenerateFlags } from '../../scripts/commands/model.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from '../../scripts/commands/build.ts'
import { generate } from '../../scripts/commands/generate.ts'

/** A console that keeps what is said. */
export function quiet(): Console & { said: string[], told: string[] } {
  const said: string[] = []
  const told: string[] = []
  return {
    said,
    told,
    log: line => said.push(line),
    error: line => told.push(line),
    isColoured: false,
    progress: () => ({ update: () => {}, done: () => {} }),
  }
}

/** A folder that is removed by `clean`. */
export async function workFolder(): Promise<{ path: string, clean: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-test-'))
  return { path, clean: () => rm(path, { recursive: true, force: true }) }
}

/** Generates and builds an article in a folder, with the browser that the environment names. */
export async function makeDecks(
  folder: string,
  article: string,
  flags: Partial<GenerateFlags> & Partial<BuildFlags> = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const { only, ...rest } = flags
  const name = article.split('/').at(-1)!.replace(/\.[^.]+$/, '')
  await generate([article], { ...rest, out: join(folder, 'slides') }, quiet())
  await build([join(folder, 'slides', name)], { out: join(folder, 'dist'), ...(only && { only }) }, env, quiet())
}
