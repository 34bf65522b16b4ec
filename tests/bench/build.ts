/**
 * `lectern build` beside Slidev's own `build` and `export`, deck by deck, and beside marp-cli: the same decks, the same
 * browser, in one run, on the sample and on an article of thirty parts. Run it with `npm run bench:build`.
 */
import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import fontverter from 'fontverter'
import { packagedBrowser } from '../../scripts/build/packaged-browser.ts'
import { chineseNumber } from '../../scripts/language/numerals.ts'
import { marpDeck } from './marp.ts'
import { timed } from './timed.ts'

const SAMPLE = 'flesh-and-blood-ties'
const LECTERN = resolve('scripts/lectern.mjs')
const SLIDEV = resolve('node_modules/@slidev/cli/bin/slidev.mjs')
const MARP = resolve('node_modules/@marp-team/marp-cli/marp-cli.js')

/** What is measured: an article's decks, how often each, and the times that Lectern may take beside the others'. */
interface Bench { name: string, runs: number, slidevRuns: number, ofSlidev: number, ofMarp: number }

const BENCHES: Bench[] = [
  { name: SAMPLE, runs: 3, slidevRuns: 3, ofSlidev: 1 / 6, ofMarp: 2 },
  // Slidev takes minutes for these: once is enough.
  { name: 'thirty', runs: 3, slidevRuns: 1, ofSlidev: 1 / 20, ofMarp: 1 },
]

/** What each way took, in seconds. */
interface Times { lectern: number, slidevBuild: number, slidevExport: number, marp: number }

// Slidev serves files of its own project alone: the decks are copied to a folder inside it.
const folder = await mkdtemp(resolve('.bench-'))
try {
  await symlink(resolve('themes'), join(folder, 'themes'))
  await cp(resolve('slides', SAMPLE), join(folder, 'slides', SAMPLE), { recursive: true })
  await writeFile(join(folder, 'thirty.md'), await thirtyParts())
  await timed([process.execPath, LECTERN, 'generate', 'thirty.md'], folder)
  const browser = await browserScript(folder)
  console.log(`node ${process.version}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), medians in seconds\n`)
  console.log('| article | decks | lectern build --only html,pdf | slidev build | slidev export | marp, HTML and PDF | of Slidev\'s | of Marp\'s | goals |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |')
  for (const bench of BENCHES)
    console.log(await row(bench, browser))
}
finally {
  await rm(folder, { recursive: true, force: true })
}

async function row(bench: Bench, browser: string): Promise<string> {
  const slides = join(folder, 'slides', bench.name)
  const decks = (await readdir(slides)).filter(name => name.endsWith('.md')).sort()
  const marp = await marpFolder(slides, decks)
  const runs: Partial<Times>[] = []
  for (let run = 0; run < bench.runs; run++) {
    runs.push({
      lectern: await seconds([LECTERN, 'build', slides, '--force', '--only', 'html,pdf', '--out', join(folder, 'dist')], folder, { LECTERN_BROWSER: browser }),
      marp: await marpSeconds(marp, decks, browser),
      ...(run < bench.slidevRuns && await slidevSeconds(slides, decks, browser)),
    })
  }
  const of = (way: keyof Times): number => median(runs.map(times => times[way]).filter(value => value !== undefined))
  const ofSlidev = of('lectern') / (of('slidevBuild') + of('slidevExport'))
  const ofMarp = of('lectern') / of('marp')
  const goals = [
    `${ofSlidev <= bench.ofSlidev ? 'met' : 'missed'}: at most 1/${Math.round(1 / bench.ofSlidev)} of Slidev's`,
    `${ofMarp <= bench.ofMarp ? 'met' : 'missed'}: at most ${bench.ofMarp} × Marp's`,
  ]
  return `| ${[bench.name, decks.length, ...(['lectern', 'slidevBuild', 'slidevExport', 'marp'] as const).map(way => of(way).toFixed(1)), `1/${(1 / ofSlidev).toFixed(1)}`, `${ofMarp.toFixed(2)} ×`, goals.join('; ')].join(' | ')} |`
}

/** Slidev's own way: a process for each deck's pages, and one for its PDF. */
async function slidevSeconds(slides: string, decks: string[], browser: string): Promise<Pick<Times, 'slidevBuild' | 'slidevExport'>> {
  const times = { slidevBuild: 0, slidevExport: 0 }
  for (const deck of decks) {
    times.slidevBuild += await seconds([SLIDEV, 'build', deck, '--out', join(folder, 'slidev', deck)], slides)
    times.slidevExport += await seconds([SLIDEV, 'export', deck, '--output', join(folder, 'slidev', `${deck}.pdf`), '--executable-path', browser], slides)
  }
  return times
}

/**
 * Marp's quickest way: one process for all pages and one for all PDFs, both at once, each with as many decks at a time
 * as it likes.
 */
async function marpSeconds(from: string, decks: string[], browser: string): Promise<number> {
  const start = performance.now()
  const env = { CHROME_NO_SANDBOX: '1' }
  await Promise.all([
    timed([process.execPath, MARP, '--no-config', ...decks], from, env),
    timed([process.execPath, MARP, '--no-config', ...decks, '--pdf', '--browser', 'chrome', '--browser-path', browser], from, env),
  ])
  return (performance.now() - start) / 1000
}

async function marpFolder(slides: string, decks: string[]): Promise<string> {
  const target = join(folder, 'marp', basename(slides))
  await mkdir(target, { recursive: true })
  for (const deck of decks)
    await writeFile(join(target, deck), await marpDeck(join(slides, deck)))
  return target
}

async function seconds(command: string[], cwd: string, env?: Record<string, string>): Promise<number> {
  return (await timed([process.execPath, ...command], cwd, env)).seconds
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1]!
}

/** An article of thirty parts: the sample's three in turn, each with a number of its own. */
async function thirtyParts(): Promise<string> {
  const markdown = execFileSync(process.execPath, [LECTERN, 'import', resolve('source', `${SAMPLE}.txt`)], { encoding: 'utf8' })
  const parts = markdown.split(/^## /m).slice(1)
  return `# 三十讲\n\n${Array.from({ length: 30 }, (_, index) => `## ${parts[index % parts.length]!.trim().replace('\n', `之${chineseNumber(index + 1)}\n`)}`).join('\n\n')}\n`
}

/**
 * The packaged Chromium as one program, which all contenders print with. It has Chinese fonts, as a Chinese machine
 * does: Slidev and Marp bring none.
 */
async function browserScript(folder: string): Promise<string> {
  const { executablePath, args, env } = await packagedBrowser(process.env)
  const fonts = join(folder, 'fonts')
  await mkdir(fonts)
  for (const name of (await readdir('themes/shared/fonts')).filter(file => file.endsWith('.woff2')))
    await writeFile(join(fonts, name.replace('woff2', 'ttf')), await fontverter.convert(await readFile(join('themes/shared/fonts', name)), 'sfnt'))
  const config = join(folder, 'fonts.conf')
  await writeFile(config, (await readFile(env.FONTCONFIG_FILE!, 'utf8')).replace('<dir>', `<dir>${fonts}</dir>\n  <dir>`).replace(/<cachedir>.*</, `<cachedir>${fonts}<`))
  const path = join(folder, 'chromium.sh')
  await writeFile(path, `#!/bin/sh\nLD_LIBRARY_PATH='${env.LD_LIBRARY_PATH}' FONTCONFIG_FILE='${config}' exec '${executablePath}' ${args.join(' ')} "$@"\n`)
  await chmod(path, 0o755)
  execFileSync(path, ['--version'])
  return path
}
