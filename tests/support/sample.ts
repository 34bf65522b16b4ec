import type { SlidevMarkdown } from '@slidev/types'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import { build } from '../../scripts/commands/build.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { SAMPLE } from './articles.ts'
import { quiet } from './build.ts'
import { parseDeck } from './promises.ts'
import { drawn } from './random.ts'

export const NAME = 'flesh-and-blood-ties'
/** The handouts that the built sample has: that with notes, and in `npm test` another one. */
export const KINDS = ['notes', ...drawn(['2', '3', '6'] as const, 1)] as const

export const DECKS = ['01', '02', '03'] as const

/** The words of the slide that is hidden: they are to be in nothing that is built. */
export const HIDDEN = '这一张不放映'

/** The packaged Chromium prints, whatever is installed, where there is one: its PDFs are compared byte for byte. */
export const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  SOURCE_DATE_EPOCH: undefined,
  LECTERN_BROWSER: process.platform === 'linux' && process.arch === 'x64' ? 'packaged' : '',
}

/** The sample, built: its decks have one hidden slide, the last of the second. */
export interface BuiltSample {
  /** Holds slides/NAME and dist/NAME. */
  folder: string
  /** dist/NAME: pages, offline file, PDFs and handouts; in the theme plain, pages alone. */
  dist: string
  /** The slides of each deck that are shown. */
  decks: SlidevMarkdown['slides'][]
}

/**
 * The sample as it is built once for all browser tests: whoever asks first builds it, the others wait. Nobody writes in
 * it.
 *
 * @param theme its theme
 */
export async function builtSample(theme: 'study' | 'plain' = 'study'): Promise<BuiltSample> {
  const folder = join(inject('shared'), theme)
  const done = `${folder}.done`
  // Making a folder succeeds for one alone.
  if (await mkdir(folder).then(() => true, () => false))
    await make(folder, theme).then(() => '', String).then(fault => writeWhole(done, fault))
  while (!existsSync(done))
    await setTimeout(100)
  const fault = await readFile(done, 'utf8')
  if (fault !== '')
    throw new Error(`The sample could not be built: ${fault}`)
  return { folder, dist: join(folder, 'dist', NAME), decks: await decksIn(folder) }
}

/**
 * A copy of the built sample in a folder of one's own, to write in.
 *
 * @param folder where `slides` and `dist` go
 */
export async function copiedSample(folder: string): Promise<BuiltSample> {
  const sample = await builtSample()
  await cp(sample.folder, folder, { recursive: true, preserveTimestamps: true })
  return { ...sample, folder, dist: join(folder, 'dist', NAME) }
}

/** Whoever sees the file sees all of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

async function make(folder: string, theme: string): Promise<void> {
  await generate([SAMPLE], { out: join(folder, 'slides'), theme }, quiet())
  const deck = join(folder, 'slides', NAME, '02.md')
  await writeFile(deck, `${await readFile(deck, 'utf8')}\n---\nhide: true\n---\n\n# ${HIDDEN}\n`)
  const make = (flags: Partial<Parameters<typeof build>[1]>): Promise<void> => build([join(folder, 'slides', NAME)], { out: join(folder, 'dist'), ...flags }, ENV, quiet())
  await make(theme === 'study' ? {} : { only: ['html'] })
  if (theme === 'study') {
    for (const handout of KINDS.filter(kind => kind !== 'notes'))
      await make({ only: ['handout'], handout })
  }
}

async function decksIn(folder: string): Promise<SlidevMarkdown['slides'][]> {
  return Promise.all(DECKS.map(async (name) => {
    const slides = parseDeck({ name, markdown: await readFile(join(folder, 'slides', NAME, `${name}.md`), 'utf8') })
    return slides.filter(slide => slide.frontmatter.hide !== true)
  }))
}
