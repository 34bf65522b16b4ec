/**
 * `lectern build` beside Slidev's own `build` and `export`, deck by deck, and beside marp-cli: the same decks, the same
 * browser, in one run, on the sample and on an article of thirty parts; and what is done more often than a build. Run
 * it with `npm run bench:build`, on a machine at rest; `npm run bench:build -- quick` leaves out Slidev, which takes
 * minutes, and the thirty parts.
 */
import type { Taken } from './timed.ts'
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
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
const IS_QUICK = process.argv.includes('quick')
const RUNS = 3

// Slidev serves files of its own project alone: the decks are in a folder inside it.
const folder = await mkdtemp(resolve('.bench-'))
try {
  await timed([process.execPath, LECTERN, 'generate', resolve('source', `${SAMPLE}.txt`)], folder)
  const browser = await browserScript(folder)
  const cores = `${cpus().length} cores (${cpus()[0]!.model.trim()})`
  console.log(`node ${process.version}, ${cores}, load ${loadavg()[0]!.toFixed(1)}; medians of ${RUNS} runs\n`)
  await tellBuilds(SAMPLE, browser)
  if (!IS_QUICK) {
    await writeFile(join(folder, 'thirty.md'), await thirtyParts())
    await timed([process.execPath, LECTERN, 'generate', 'thirty.md'], folder)
    await tellBuilds('thirty', browser)
  }
  await tellRest(browser)
}
finally {
  await rm(folder, { recursive: true, force: true })
}

/** The ways to build an article's decks, beside one another. */
async function tellBuilds(name: string, browser: string): Promise<void> {
  const slides = join(folder, 'slides', name)
  const decks = (await readdir(slides)).filter(file => file.endsWith('.md')).sort()
  const marp = await marpFolder(slides, decks)
  const build = (...flags: string[]): Promise<Taken> => lectern(browser, 'build', slides, '--force', ...flags)
  const marpPages = [MARP, '--no-config', ...decks]
  const marpPdfs = [...marpPages, '--pdf', '--browser', 'chrome', '--browser-path', browser]
  const inMarps = (...command: string[]): Promise<Taken> =>
    timed([process.execPath, ...command], marp, { CHROME_NO_SANDBOX: '1' })

  head(`${name}, ${decks.length} decks`)
  row('lectern build --only html', await median(() => build('--only', 'html')))
  row('lectern build --only html,pdf', await median(() => build('--only', 'html,pdf')))
  row('lectern build', await median(() => build()))
  row('marp, HTML', await median(() => inMarps(...marpPages)))
  const both = async (): Promise<Taken> => sum([await inMarps(...marpPages), await inMarps(...marpPdfs)])
  row('marp, HTML and then PDF', await median(both))
  if (!IS_QUICK)
    row('slidev build and export, deck by deck', await slidev(slides, decks, browser))
}

/** What is done more often than a build. */
async function tellRest(browser: string): Promise<void> {
  const slides = join(folder, 'slides', SAMPLE)
  const deck = join(slides, '02.md')
  const source = resolve('source', `${SAMPLE}.txt`)
  const edit = async (): Promise<Taken> => {
    await writeFile(deck, (await readFile(deck, 'utf8')).replace('\n# ', '\n# 又'))
    return lectern(browser, 'build', slides, '--only', 'html,pdf')
  }
  head('the sample')
  row('node -e 0', await median(() => timed([process.execPath, '-e', '0'], folder)))
  row('lectern outline', await median(() => lectern(browser, 'outline', source)))
  row('lectern generate', await median(() => lectern(browser, 'generate', source, '--out', 'new')))
  row('lectern build, one slide edited: HTML and its deck\'s PDF', await median(edit))
  row('lectern build, nothing changed', await median(() => lectern(browser, 'build', slides, '--only', 'html,pdf')))
}

function lectern(browser: string, command: string, ...rest: string[]): Promise<Taken> {
  const out = command === 'build' ? ['--out', join(folder, 'dist')] : []
  return timed([process.execPath, LECTERN, command, ...rest, ...out], folder, { LECTERN_BROWSER: browser })
}

function head(title: string): void {
  console.log(`\n| ${title} | seconds | of the processors | its memory, MB |\n| --- | ---: | ---: | ---: |`)
}

function row(what: string, { seconds, processor, megabytes }: Taken): void {
  console.log(`| ${what} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${megabytes} |`)
}

/** Slidev's own way: a process for each deck's pages, and one for its PDF. Once is enough. */
async function slidev(slides: string, decks: string[], browser: string): Promise<Taken> {
  const taken: Taken[] = []
  for (const deck of decks) {
    const out = join(folder, 'slidev', deck)
    const toPdf = ['--output', `${out}.pdf`, '--executable-path', browser]
    taken.push(await timed([process.execPath, SLIDEV, 'build', deck, '--out', out], slides))
    taken.push(await timed([process.execPath, SLIDEV, 'export', deck, ...toPdf], slides))
  }
  return sum(taken)
}

async function marpFolder(slides: string, decks: string[]): Promise<string> {
  const target = join(folder, 'marp', basename(slides))
  await mkdir(target, { recursive: true })
  for (const deck of decks)
    await writeFile(join(target, deck), await marpDeck(join(slides, deck)))
  return target
}

function sum(all: Taken[]): Taken {
  return all.reduce((one, other) => ({
    seconds: one.seconds + other.seconds,
    processor: one.processor + other.processor,
    megabytes: Math.max(one.megabytes, other.megabytes),
  }))
}

/** Each figure's own median: of wall time and of processor time, whichever run they are of. */
async function median(run: () => Promise<Taken>): Promise<Taken> {
  const all: Taken[] = []
  for (let count = 0; count < RUNS; count++)
    all.push(await run())
  const of = (key: keyof Taken): number => all.map(taken => taken[key]).sort((one, other) => one - other)[RUNS >> 1]!
  return { seconds: of('seconds'), processor: of('processor'), megabytes: of('megabytes') }
}

/** An article of thirty parts: the sample's three in turn, each with a number of its own. */
async function thirtyParts(): Promise<string> {
  const command = [LECTERN, 'import', resolve('source', `${SAMPLE}.txt`)]
  const markdown = execFileSync(process.execPath, command, { encoding: 'utf8' })
  const parts = markdown.split(/^## /m).slice(1)
  const part = (index: number): string =>
    `## ${parts[index % parts.length]!.trim().replace('\n', `之${chineseNumber(index + 1)}\n`)}`
  return `# 三十讲\n\n${Array.from({ length: 30 }, (_, index) => part(index)).join('\n\n')}\n`
}

/**
 * The packaged Chromium as one program, which all contenders print with. It has Chinese fonts, as a Chinese machine
 * does: Slidev and Marp bring none.
 */
async function browserScript(folder: string): Promise<string> {
  const { executablePath, args, env } = await packagedBrowser(process.env)
  const fonts = join(folder, 'fonts')
  await mkdir(fonts)
  for (const name of (await readdir('themes/shared/fonts')).filter(file => file.endsWith('.woff2'))) {
    const font = await readFile(join('themes/shared/fonts', name))
    await writeFile(join(fonts, name.replace('woff2', 'ttf')), await fontverter.convert(font, 'sfnt'))
  }
  const config = join(folder, 'fonts.conf')
  const usual = await readFile(env.FONTCONFIG_FILE!, 'utf8')
  const own = usual.replace('<dir>', `<dir>${fonts}</dir>\n  <dir>`).replace(/<cachedir>.*</, `<cachedir>${fonts}<`)
  await writeFile(config, own)
  const path = join(folder, 'chromium.sh')
  const variables = `LD_LIBRARY_PATH='${env.LD_LIBRARY_PATH}' FONTCONFIG_FILE='${config}'`
  await writeFile(path, `#!/bin/sh\n${variables} exec '${executablePath}' ${args.join(' ')} "$@"\n`)
  await chmod(path, 0o755)
  execFileSync(path, ['--version'])
  return path
}
