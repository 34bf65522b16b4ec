/**
 * `lectern build` beside Slidev's own `build` and `export`, deck by deck, on the same decks in the same run. Run it with `npm run bench:build`.
 */
import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { packagedBrowser } from '../../scripts/build/packaged-browser.ts'
import { timed } from './timed.ts'

const ARTICLE = 'flesh-and-blood-ties'
const LECTERN = resolve('scripts/lectern.mjs')
const SLIDEV = resolve('node_modules/@slidev/cli/bin/slidev.mjs')
const RUNS = 3

// Slidev serves files of its own project alone: the decks are copied to a folder inside it.
const folder = await mkdtemp(resolve('.bench-'))
try {
  await symlink(resolve('themes'), join(folder, 'themes'))
  const slides = join(folder, 'slides', ARTICLE)
  await cp(resolve('slides', ARTICLE), slides, { recursive: true })
  const decks = (await readdir(slides)).filter(name => name.endsWith('.md'))
  const browser = await browserScript(folder)

  const ours: number[] = []
  const theirs: { build: number, export: number }[] = []
  for (let run = 0; run < RUNS; run++) {
    ours.push((await timed([process.execPath, LECTERN, 'build', slides, '--out', join(folder, 'dist')], folder, { LECTERN_BROWSER: 'packaged' })).seconds)
    const own = { build: 0, export: 0 }
    for (const deck of decks) {
      own.build += (await timed([process.execPath, SLIDEV, 'build', deck, '--out', join(folder, 'slidev', deck)], slides)).seconds
      own.export += (await timed([process.execPath, SLIDEV, 'export', deck, '--output', join(folder, `${deck}.pdf`), '--executable-path', browser], slides)).seconds
    }
    theirs.push(own)
  }
  const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1]!
  const both = median(theirs.map(({ build, export: print }) => build + print))
  console.log(`node ${process.version}, ${decks.length} decks, median of ${RUNS} runs`)
  console.log(`lectern build, HTML and PDF       ${median(ours).toFixed(1)} s`)
  console.log(`slidev build, deck by deck        ${median(theirs.map(own => own.build)).toFixed(1)} s`)
  console.log(`slidev export, deck by deck       ${median(theirs.map(own => own.export)).toFixed(1)} s`)
  console.log(`slidev's two together             ${both.toFixed(1)} s, ${(both / median(ours)).toFixed(1)} times as long`)
}
finally {
  await rm(folder, { recursive: true, force: true })
}

/** The packaged Chromium as one program: Slidev takes a path and no arguments. */
async function browserScript(folder: string): Promise<string> {
  const { executablePath, args, env } = await packagedBrowser(process.env)
  const path = join(folder, 'chromium.sh')
  await writeFile(path, `#!/bin/sh\nLD_LIBRARY_PATH='${env.LD_LIBRARY_PATH}' FONTCONFIG_FILE='${env.FONTCONFIG_FILE}' exec '${executablePath}' ${args.join(' ')} "$@"\n`)
  await chmod(path, 0o755)
  execFileSync(path, ['--version'])
  return path
}
