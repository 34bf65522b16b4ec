import type { Browser } from 'playwright-core'
import type { CheckMessage } from '../../scripts/check/deck.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/build/browser.ts'
import { checkFolder } from '../../scripts/commands/check.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { quiet, workFolder } from '../support/build.ts'
import { PIXEL } from '../support/docx.ts'
import { drawn } from '../support/random.ts'

const FIRST = '渡口在村子的东头，从前每天都有几百个人在这里上船下船'
const SECOND = '摆渡的人姓李，大家都叫他老李，他在这条河上撑了四十年的船'
const THIRD = '过河的人先在岸边喊一声 hello，老李听见了就把船撑过来'
/** The slide that is changed. A part's name before its sentences tells them from those of other parts. */
const bullets = (name: string): string => `- ${name}${FIRST}\n- ${name}${SECOND}\n- ${name}${THIRD}\n`

interface Mutation { ruleId: string, what: string, change: (deck: string, name: string) => string }

function onSlide(ruleId: string, what: string, change: (bullets: string, name: string) => string): Mutation {
  return { ruleId, what, change: (deck, name) => deck.replace(bullets(name), () => change(bullets(name), name)) }
}
function inNote(ruleId: string, what: string, change: (note: string, name: string) => string): Mutation {
  return { ruleId, what, change: (deck, name) => deck.replace(/<!--\n.*\n-->/, note => change(note, name)) }
}
function styled(style: string) {
  return (text: string, name: string): string =>
    text.replace(`${name}${SECOND}`, words => `<span style="${style}">${words}</span>`)
}

const BAR = '<div :style="{ height: \'4px\', background: \'black\', width: '
/** Drawn to the pixel, one of them is now and then as long as before. */
const CHANCE = `${BAR}\`\${Math.random() * 400}px\` }"></div>\n`
const PICTURE = '<img src="./pixel.png" style="width: 20px"'
const ELSEWHERE = 'src="http://127.0.0.1:9/pixel.png" alt="渡口"'
const DRAWING = '<svg width="20" height="20"><circle cx="10" cy="10" r="8" /></svg>'
const UPWARDS = '<div style="display: flex; flex-direction: column-reverse">'

/** Ways to break a deck, each with the one rule that must speak of it. */
const MUTATIONS: readonly Mutation[] = [
  onSlide('overflow', 'a box too low', text => `<div style="height: 40px">\n\n${text}\n</div>\n`),
  onSlide('clipped', 'a box that cuts', text => `<div style="height: 40px; overflow: hidden">\n\n${text}\n</div>\n`),
  onSlide('margin', 'text moved out', styled('position: relative; left: -90px')),
  onSlide('small-text', 'small letters', styled('font-size: 16px')),
  onSlide('lonely-character', 'a last line of one character', text => text.replace('四十年的船', '四十年的<br>船')),
  onSlide('line-edge', 'a comma at a line\'s head', text => text.replace('东头，', '东头<br>，')),
  onSlide('contrast', 'pale letters', styled('color: #b0a898')),
  // In Latin letters: there may be no font here that has others.
  onSlide('glyph', 'a font of this machine', text =>
    text.replace('hello', '<span style="font-family: monospace">hello</span>')),
  {
    ruleId: 'one-heading',
    what: 'no heading of the first rank',
    change: (deck, name) => deck.replace(new RegExp(`# ${name}村\n\n- `), `## ${name}村\n\n- `),
  },
  onSlide('picture-text', 'a picture without a description', text => `${text}\n![](./pixel.png)\n`),
  onSlide('picture-text', 'white space for a description', text => `${text}\n${PICTURE} alt="　">\n`),
  onSlide('picture-text', 'a file\'s name for a description', text => `${text}\n${PICTURE} alt="pixel.png">\n`),
  onSlide('picture-text', 'a drawing without a name', text => `${text}\n${DRAWING}\n`),
  onSlide('reading-order', 'the last sentence seen first', (_, name) =>
    `${UPWARDS}\n\n${name}${FIRST}\n\n${name}${SECOND}\n\n</div>\n`),
  onSlide('empty', 'no text', () => ''),
  onSlide('request', 'a picture on another machine', text => `${text}\n<img ${ELSEWHERE}>\n`),
  onSlide('request', 'a picture on another machine that nobody has asked for yet', text =>
    `${text}\n<img v-if="$slidev.nav.currentPage > 900" ${ELSEWHERE}>\n`),
  onSlide('verbatim', 'another word', text => text.replace('几百个人', '几千个人')),
  onSlide('verbatim', 'a sentence in HTML', text => `${text}\n<p>我们自己的一句话</p>\n`),
  {
    ruleId: 'verbatim',
    what: 'a title of our own',
    change: (deck, name) => deck.replace(`# ${name}村\n\n- `, '# 我们的题目\n\n- '),
  },
  {
    ruleId: 'verbatim',
    what: 'a question about nothing',
    change: (deck, name) => deck.replace(`对“${name}村”`, '对“别的村”'),
  },
  onSlide('clause', 'half a clause', text => text.replace('在这里上船下船', '在这里')),
  onSlide('order', 'two sentences the other way round', (_, name) =>
    `- ${name}${SECOND}\n- ${name}${FIRST}\n- ${name}${THIRD}\n`),
  onSlide('twice', 'a sentence shown again', (text, name) => `${text}- ${name}${FIRST}\n`),
  inNote('complete', 'a sentence less in the note', (note, name) => note.replace(`${name}${SECOND}。`, '')),
  inNote('complete', 'another word in the note', note => note.replace('四十年', '五十年')),
  inNote('order', 'two sentences of the note the other way round', (note, name) =>
    note.replace(`${name}${FIRST}。${name}${SECOND}。`, `${name}${SECOND}。${name}${FIRST}。`)),
  inNote('twice', 'a sentence said again', (note, name) => note.replace('\n-->', `${name}${FIRST}。\n-->`)),
  inNote('added', 'a sentence of our own in the note', note => note.replace('\n-->', '我们自己的一句话。\n-->')),
  {
    ruleId: 'same-decks',
    what: 'another duration',
    change: deck => deck.replace(/duration: \d+min/, 'duration: 99min'),
  },
  onSlide('same-pages', 'bars as long as chance will have it', text => `${text}\n${CHANCE.repeat(3)}`),
  onSlide('same-pages', 'a bar as long as the year', text => `${text}\n${BAR}\`\${new Date().getFullYear() - 1900}px\` }"></div>\n`),
]

/** `npm test` breaks one in eight. */
const TRIED = drawn(MUTATIONS, Math.ceil(MUTATIONS.length / 8))

const NAMES = Array.from('东南西北前后左右甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬')
/** After the decks that are broken come some that are not. */
const WHOLE = 2

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let messages: CheckMessage[]
beforeAll(async () => {
  folder = await workFolder()
  // Its own: two prints are compared, and what others do in a browser must not come between them.
  browser = await launchBrowser(process.env)
  const path = join(folder.path, 'villages.md')
  const parts = NAMES.slice(0, TRIED.length + WHOLE).map((name) => {
    const sentences = [FIRST, SECOND, THIRD].map(text => `${name}${text}。`)
    return `## ${name}村\n\n${sentences.join('')}\n`
  })
  await writeFile(path, `# 渡口\n\n${parts.join('\n')}`)
  // Every sentence is on a slide, to be broken there.
  await generate([path], { out: join(folder.path, 'slides'), density: 'full', questions: true }, quiet())
  const decks = join(folder.path, 'slides', 'villages')
  await writeFile(join(decks, 'pixel.png'), PIXEL)
  for (const [index, { what, change }] of TRIED.entries()) {
    const deck = await readFile(deckOf(index), 'utf8')
    const broken = change(deck, NAMES[index]!)
    expect(broken, what).not.toBe(deck)
    // In both, so that it is no hand edit.
    await writeFile(deckOf(index), broken)
    await writeFile(deckOf(index, '.lectern'), broken)
  }
  messages = (await checkFolder(decks, browser)).messages
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await folder?.clean()
})

function deckOf(index: number, record = ''): string {
  return join(folder.path, 'slides', 'villages', record, `${String(index + 1).padStart(2, '0')}.md`)
}

describe(`${TRIED.length} decks, each broken in one way`, () => {
  const cases = TRIED.map(({ ruleId, what }, index) => ({ ruleId, what, index }))
  it.each(cases)('$ruleId: $what', ({ ruleId, index }) => {
    const own = messages.filter(({ file }) => file === deckOf(index))
    expect(own.map(message => message.ruleId), own.map(message => message.reason).join('; ')).toEqual([ruleId])
    expect(own[0]!.fatal).toBe(true)
    expect(own[0]!.reason).toMatch(/^\S.*: \S/)
  })

  it('and nothing is said of decks that are whole', () => {
    const whole = Array.from({ length: WHOLE }, (_, index) => deckOf(TRIED.length + index))
    expect(messages.filter(({ file }) => whole.includes(file))).toEqual([])
  })

  it('points to the line of the deck, and names the place in the article', async () => {
    const decks = TRIED.map(async (_, index) => {
      const deck = await readFile(deckOf(index), 'utf8')
      return [deckOf(index), deck.split('\n')] as const
    })
    const linesOf = new Map(await Promise.all(decks))
    const article = (await readFile(join(folder.path, 'villages.md'), 'utf8')).split('\n')
    const isPlaced = ({ ruleId }: { ruleId: string }): boolean =>
      ['clause', 'order', 'twice', 'complete'].includes(ruleId)
    const placed = messages.filter(isPlaced)
    expect(placed).toHaveLength(TRIED.filter(isPlaced).length)
    for (const { file, line, column, reason } of placed) {
      expect(linesOf.get(file)![line - 1]!.slice(column - 1), reason).toMatch(/^\p{L}/u)
      const [, at, from] = /villages\.md:(\d+):(\d+)\)/.exec(reason)!
      const [, words] = /(?:the article's|lack) “([^…”]*)/.exec(reason) ?? /“([^…”]*)/.exec(reason)!
      expect(article[Number(at) - 1]!.slice(Number(from) - 1)).toMatch(new RegExp(`^${words}`))
    }
  })

  it('leaves out no rule that can be broken', () => {
    // What a person has changed breaks no promise: tests/check/strict.test.ts has it for who signs.
    const byHand = ['edits.ts', 'strict.ts']
    const folder = fileURLToPath(new URL('../../scripts/check', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const sources = files
      .filter(file => file.endsWith('.ts') && !byHand.includes(file))
      .map(file => readFileSync(join(folder, file), 'utf8'))
    const lines = sources.flatMap(source => source.split('\n')).filter(line => !line.includes('fatal: false'))
    const told = lines.flatMap(line => Array.from(line.matchAll(/ruleId(?::| =) ([^,}]+)/g), match => match[1]!))
    const rules = told.flatMap(ids => Array.from(ids.matchAll(/'([^']+)'/g), match => match[1]!))
    expect([...new Set(MUTATIONS.map(({ ruleId }) => ruleId))].sort()).toEqual([...new Set(rules)].sort())
  })
})
