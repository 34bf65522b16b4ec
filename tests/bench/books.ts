/**
 * How outlining and generating grow with the length of a book: ten times the text should take at most eleven times the
 * time, and 3 million characters less than 1 GB. Run it with `npm run bench:books`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { chineseNumber } from '../../scripts/language/numerals.ts'
import { timed } from './timed.ts'

const LENGTHS = [30_000, 100_000, 300_000, 1_000_000, 3_000_000]
const LECTERN = resolve('scripts/lectern.mjs')

/** The clauses that the books' sentences are put together from, by a fixed rule: the same book each time. */
const CLAUSES = ['河水从山脚流过', '渡口的灯到半夜才熄', '老人把船系在柳树上', '他说起三十年前的洪水', '村里人记得每一块石头', '新桥修好以后', '坐船的人渐渐少了', '孩子们仍旧到岸边来', '听桨声，看落日', '一年又一年过去']

const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  'Markdown': length => book(length, (chapter, section) => section === 1 ? `## 渡口${chapter}\n\n### 岸边` : `### 船${section}`).replace(/^/, '# '),
  'web page': length => `<title>渡口</title><article><h1>${book(length, (chapter, section) => section === 1 ? `<h2>渡口${chapter}</h2>\n\n<h3>岸边</h3>` : `<h3>船${section}</h3>`).replace(/\n\n(?!<)/g, '\n\n<p>')}</article>`,
  'chapters and sections': length => book(length, (chapter, section) => section === 1 ? `第${chineseNumber(chapter)}章　渡口${chapter}\n\n第一节　岸边` : `第${chineseNumber(section)}节　船${section}`),
  'no headings': length => book(length, () => ''),
  'one paragraph': length => `长篇\n\n${paragraph(0, length)}`,
}

/** What is not plain text. */
const ENDINGS: Readonly<Record<string, string>> = { 'Markdown': 'md', 'web page': 'html' }

function book(length: number, head: (chapter: number, section: number) => string): string {
  const blocks = ['渡口']
  let written = 0
  for (let index = 0; written < length; index++) {
    const section = index % 5 + 1
    const own = [head(Math.floor(index / 5) + 1, section), ...Array.from({ length: 8 }, (_, at) => paragraph(index * 8 + at, 200))].filter(block => block !== '')
    blocks.push(...own)
    written += own.join('').length
  }
  return blocks.join('\n\n')
}

function paragraph(seed: number, length: number): string {
  let text = ''
  for (let index = seed; text.length < length; index += 3)
    text += `${CLAUSES[index % 10]}，${CLAUSES[(index * 7 + seed) % 10]}${index % 4 === 0 ? '；' : '。'}`
  return `${text.slice(0, -1)}。`
}

const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
try {
  console.log('| shape | characters | outline s | generate s | × for 10 × text | generate MB |\n| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, make] of Object.entries(SHAPES)) {
    const times = new Map<number, number>()
    for (const length of LENGTHS) {
      const path = join(folder, `book.${ENDINGS[name] ?? 'txt'}`)
      await writeFile(path, make(length))
      const outline = await timed([process.execPath, LECTERN, 'outline', path], folder)
      const generate = await timed([process.execPath, LECTERN, 'generate', path, '--force', '--out', join(folder, String(length))], folder)
      times.set(length, generate.seconds)
      const before = times.get(length / 10)
      console.log(`| ${name} | ${length} | ${outline.seconds.toFixed(2)} | ${generate.seconds.toFixed(2)} | ${before ? (generate.seconds / before).toFixed(1) : ''} | ${generate.megabytes} |`)
    }
  }
}
finally {
  await rm(folder, { recursive: true, force: true })
}
