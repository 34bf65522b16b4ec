/**
 * What the slides of articles are like: how many, how long, how they are titled, how they look. It builds
 * none. Run it with `npm run bench:slides`, or name articles of your own: `npm run bench:slides -- article.txt`.
 * `--json` prints JSON.
 */
import type { SlideFigures } from './slide-figures.ts'
import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import process from 'node:process'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { quantile, slideFigures } from './slide-figures.ts'

const SAMPLE = 'source/flesh-and-blood-ties.txt'
const ARTICLES = 'tests/bench/articles'

/** A figure by its name; `cell` writes it. Of one that an article does not have, there is nothing. */
interface Row { name: string, value: number | undefined, cell: (value: number) => string }

const whole = (value: number): string => String(Number(value.toFixed(1)))
const tenth = (value: number): string => value.toFixed(1)
const percent = (value: number): string => `${Math.round(value * 100)} %`

/** The table's rows but for those of layouts, the same for each article. */
function rowsOf(figures: SlideFigures): Row[] {
  const { minutes, slides, furniture, seconds, repeated, points, statements, headlines } = figures
  return [
    { name: 'minutes that the notes take', value: minutes, cell: tenth },
    { name: 'slides', value: slides, cell: whole },
    { name: 'furniture', value: furniture, cell: whole },
    { name: 'furniture, of all slides', value: furniture / slides, cell: percent },
    { name: 'seconds of a content slide\'s note: shortest', value: seconds?.shortest, cell: tenth },
    { name: 'seconds: median', value: seconds?.median, cell: tenth },
    { name: 'seconds: longest', value: seconds?.longest, cell: tenth },
    { name: 'titles on more than two slides', value: repeated.length, cell: whole },
    { name: 'slides that these stand on', value: repeated.reduce((sum, title) => sum + title.slides, 0), cell: whole },
    { name: '`points`', value: points.slides, cell: whole },
    { name: '`points`, of content slides', value: points.share, cell: percent },
    { name: '`points` in a row', value: points.inARow, cell: whole },
    { name: '`statement`, of content slides', value: statements, cell: percent },
    { name: 'slides that may have a clause as headline', value: headlines.slides, cell: whole },
    { name: 'headline is a clause, of these', value: headlines.share, cell: percent },
    ...amountRows('Han', figures),
    ...amountRows('words', figures),
  ]
}

/** An article has either the rows of characters or those of words. */
function amountRows(unit: SlideFigures['unit'], figures: SlideFigures): Row[] {
  const { below, belowApart: apart } = figures.unit === unit ? figures : {} as Partial<SlideFigures>
  return [
    { name: `${unit} below the headline: median`, value: below?.median, cell: whole },
    { name: `${unit}: 95 %`, value: below?.most, cell: whole },
    { name: `${unit} of quotations, tables, code: median`, value: apart?.median, cell: whole },
    { name: `${unit} of these: 95 %`, value: apart?.most, cell: whole },
  ]
}

/** The number of layouts, and each with its slides: any that one of the articles has. */
function layoutRows({ layouts }: SlideFigures, names: readonly string[]): Row[] {
  return [
    { name: 'different layouts', value: Object.keys(layouts).length, cell: whole },
    ...names.map((name): Row => ({ name: `layout ${name}`, value: layouts[name] ?? 0, cell: whole })),
  ]
}

interface Measured { name: string, path: string, figures: SlideFigures }

async function measure(path: string): Promise<Measured> {
  const { file } = await readArticle(path)
  const { outline, decks } = decksOf(file, { ...DEFAULT_OPTIONS, density: 'standard', ratio: '16:9', theme: '-' })
  // An article in a folder of its own has the folder's name.
  const name = /^article\./.test(basename(path)) ? basename(dirname(path)) : basename(path)
  return { name, path, figures: slideFigures(decks, outline) }
}

/** The sample and the bench's own articles: a folder each. */
function ownArticles(): string[] {
  const files = readdirSync(ARTICLES, { recursive: true, encoding: 'utf8' })
  const articles = files.filter(file => basename(file).startsWith('article.')).sort()
  return [SAMPLE, ...articles.map(file => join(ARTICLES, file))]
}

/** A table with a row a figure and a column an article; the last is the median of all but the sample. */
function table(measured: readonly Measured[]): { name: string, cells: string[], median: number | undefined }[] {
  const layouts = [...new Set(measured.flatMap(({ figures }) => Object.keys(figures.layouts)))].sort()
  const columns = measured.map(({ figures }) => [...rowsOf(figures), ...layoutRows(figures, layouts)])
  return columns[0]!.map(({ name, cell }, at) => {
    const values = columns.map(rows => rows[at]!.value)
    const counted = values.flatMap((value, index) => relative('', measured[index]!.path) === SAMPLE ? [] : value ?? [])
    const median = counted.length === 0 ? undefined : quantile(counted, 0.5)
    return { name, median, cells: [...values, median].map(value => value === undefined ? '' : cell(value)) }
  })
}

function print(measured: readonly Measured[]): void {
  console.log(`| | ${measured.map(({ name }) => name).join(' | ')} | median without the sample |`)
  console.log(`| --- |${' ---: |'.repeat(measured.length + 1)}`)
  for (const { name, cells } of table(measured))
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  console.log('\nTitles on more than two slides:\n')
  for (const { name, figures: { repeated } } of measured)
    console.log(`- ${name}: ${repeated.map(({ title, slides }) => `${title} (${slides})`).join('; ') || 'none'}`)
}

const args = process.argv.slice(2)
const paths = args.filter(arg => arg !== '--json')
const measured: Measured[] = []
for (const path of paths.length > 0 ? paths : ownArticles())
  measured.push(await measure(path))
if (args.includes('--json')) {
  const median = Object.fromEntries(table(measured).map(row => [row.name, row.median]))
  console.log(JSON.stringify({ articles: measured, median }, undefined, 2))
}
else {
  print(measured)
}
