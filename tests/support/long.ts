import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { wholeWay } from './fuzz.ts'
import { ALL, drawn } from './random.ts'

/** In bytes; `npm test` tries a fiftieth. */
const LENGTH = ALL ? 1_000_000 : 20_000

/** A piece again and again, numbered, until there is enough of it. */
function many(piece: (index: number) => string): string {
  const pieces: string[] = []
  for (let [index, size] = [1, 0]; size < LENGTH; index++) {
    const own = piece(index)
    size += Buffer.byteLength(own)
    pieces.push(own)
  }
  return pieces.join('')
}

const CLAUSES = ['河水从山脚流过', '渡口的灯到半夜才熄', '老人把船系在柳树上', '他说起三十年前的洪水', '新桥修好以后', '听桨声，看落日', '“船还是旧的”', '一年又一年过去']
const clause = (index: number): string => CLAUSES[(index * 7 + (index >> 3)) % CLAUSES.length]!
const sentence = (index: number): string => `${clause(index)}，${clause(index + 3)}${index % 5 === 0 ? '；' : '。'}`
const paragraph = (index: number): string => Array.from({ length: 6 }, (_, at) => sentence(index * 6 + at)).join('').replace(/；$/, '。')

/** A number between 0 and 1 that follows from another: the same text each time. */
const chance = (index: number): number => (Math.imul(index ^ (index >>> 15), 0x2C1B3C6D) >>> 0) / 2 ** 32
/** Any character that UTF-8 can write, but NUL. */
function anyCharacter(index: number): string {
  const code = 1 + Math.floor(chance(index) * (index % 2 === 0 ? 0x10FFFE : 0xD7FE))
  return String.fromCodePoint(code >= 0xD800 && code < 0xE000 ? code - 0x800 : code)
}

/** Name, ending, text, and whether it is an article. */
const LONG: readonly (readonly [name: string, ending: string, text: () => string | Uint8Array, refused?: true])[] = [
  ['one line of sentences', '.txt', () => many(sentence)],
  ['one line without a mark', '.txt', () => many(index => clause(index).replace(/\P{L}/gu, ''))],
  ['one word', '.txt', () => 'a'.repeat(LENGTH)],
  ['commas', '.txt', () => many(() => '，一')],
  ['marks alone', '.txt', () => many(index => '。，；！？'[index % 5]!), true],
  ['white space alone', '.txt', () => many(index => ' \n\t　\u2028'[index % 5]!), true],
  ['any characters', '.txt', () => many(anyCharacter)],
  ['paragraphs without headings', '.txt', () => many(index => `　　${paragraph(index)}\n`)],
  ['thousands of numbered headings', '.txt', () => many(index => `${index}. ${clause(index)}${index}\n\n${sentence(index)}\n\n`)],
  ['thousands of chapters and sections', '.txt', () => many(index => `${index % 4 === 1 ? `第${Math.ceil(index / 4)}章 ${clause(index)}\n\n` : ''}第${(index - 1) % 4 + 1}节 ${clause(index + 1)}\n\n${sentence(index)}\n\n`)],
  ['lines of any separator', '.txt', () => many(index => sentence(index) + ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '　　', '\t'][index % 10]!)],
  ['a newspaper in GB18030', '.txt', () => iconv.encode(many(index => `　　${paragraph(index)}`).repeat(2), 'gb18030')],
  ['English prose in UTF-16', '.txt', () => iconv.encode(many(index => `The ferry no. ${index} left at 3.5 p.m., and “nobody” saw it; but it left. `), 'utf-16le')],
  ['thousands of headings', '.md', () => many(index => `${'#'.repeat(index % 4 + 1)} ${clause(index)}${index}\n\n${sentence(index)}\n\n`)],
  ['thousands of headings by underlines', '.md', () => many(index => `${clause(index)}${index}\n${index % 4 === 0 ? '===' : '---'}\n${sentence(index)}\n\n`)],
  ['one list', '.md', () => many(index => `- ${sentence(index)}\n`)],
  ['one table', '.md', () => `| a | b |\n| - | - |\n${many(index => `| ${index} | ${clause(index)} |\n`)}`],
  ['one block of code', '.md', () => `# T\n\n\`\`\`js\n${many(index => `const a${index} = '{{ ${index} }}' // ${clause(index)}\n`)}\`\`\`\n`],
  ['thousands of notes and pictures', '.md', () => many(index => `${clause(index)}[^${index}]，![${clause(index)}](a${index}.png)。\n\n[^${index}]: ${sentence(index)}\n\n`)],
  ['quotations inside quotations', '.md', () => `${'>'.repeat(LENGTH)} a`, true],
  ['hostile text', '.md', () => many(index => ['{{ 1 }}', '<script>alert(1)</script>', '\n---\nlayout: none\n---\n', '\n::right::\n', '-->', '$$x$$', '\n<<< @/etc/passwd\n', '\n\n', sentence(index)][index % 9]!)],
  ['paragraphs of a page', '.html', () => `<title>渡口</title><h1>渡口</h1>${many(index => `<p>${paragraph(index)}`)}`],
  ['elements inside elements', '.html', () => `<p>${many(() => '<b>')}a`, true],
]

/**
 * Tries the articles of a megabyte or more that are in these formats: they keep the promises, or are refused with a
 * message.
 */
export function tryLong(...formats: string[]): void {
  const cases = LONG.map(([name, ending, text, refused]) => ({ name, ending, text, refused }))
    .filter(({ ending }) => formats.includes(ending))
  it.each(drawn(cases, 1))('$name ($ending)', ({ ending, text, refused }) => {
    const bytes = Buffer.from(text())
    expect(bytes.length).toBeGreaterThanOrEqual(LENGTH)
    const slides = wholeWay(bytes, ending, { density: 'full' })
    expect(slides > 0).toBe(!refused)
  }, 600_000)
}
