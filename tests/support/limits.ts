import type { RootContent, Text } from 'mdast'
import type { MemberWords } from '../../scripts/deck/structures/fits.ts'
import type { Span } from '../../scripts/deck/structures/structure.ts'
import type { Layout, Slide } from '../../scripts/deck/types.ts'
import { heading } from '../../scripts/deck/nodes.ts'
import { evidenceBlocks } from '../../scripts/deck/prose/draw.ts'
import { MOST_BELOW } from '../../scripts/deck/prose/evidence.ts'
import { LINES_OVER_EVIDENCE } from '../../scripts/deck/prose/headlines.ts'
import { charactersIn } from '../../scripts/deck/prose/reading.ts'
import { evidenceRoom, structureHeight } from '../../scripts/deck/structures/fits.ts'

/**
 * Words of two characters, and one of three for odd lengths: a text that ends within a word has a phrase of one
 * character.
 */
const CHINESE = '渡口灯火半夜老人渔船柳树洪水新桥桨声落日春天孩子上岸回家石阶集市竹篮雨伞河水炊烟'.match(/../g)!
const ODD = '摆渡人'
const ENGLISH = 'the ferry crossed at dawn while old men mended nets and counted boats beside a wooden landing that nobody had painted since the flood of their childhood'.split(' ')

/** So much text, another for each place: Chinese characters, or half as many English words. */
export type Words = (length: number, at?: number) => string
export const chinese: Words = (length, at = 0) => length === 1 ? '船' : (length % 2 === 1 ? ODD : '') + inTurns(CHINESE, (length >> 1) - length % 2, at).join('')
export const english: Words = (length, at = 0) => inTurns(ENGLISH, Math.max(1, length >> 1), at).join(' ')

function inTurns(all: readonly string[], count: number, at: number): string[] {
  return Array.from({ length: count }, (_, index) => all[(at + index) % all.length]!)
}

/** Where a member's strong words are. */
type Strong = 'none' | 'head' | 'tail' | 'same'

/** A member of so many characters, and which of them are strong. */
interface Shape { words: string, strong?: [from: number, to: number] }

function wordsOf({ words, strong }: Shape): MemberWords {
  return { all: words, ...(strong && { before: words.slice(0, strong[0]), after: words.slice(strong[1]) }) }
}

const JOINTS: ReadonlyMap<Words, string> = new Map([[chinese, '和'], [english, ' and ']])
const NUMERALS = ['71%', '1.3万户', '12,345,678公顷以上']

/**
 * The layouts of drawn structures: how many members each may have, which strong words, and the most characters of one
 * member, by its finder.
 */
const LAYOUTS: Readonly<Partial<Record<Layout, { counts: readonly number[], strong: readonly (Strong | 'numeral' | 'date' | 'pair')[], most: number, has?: 'over' | 'short over' | 'after' }>>> = {
  contrast: { counts: [2], strong: ['none', 'tail'], most: 60, has: 'over' },
  both: { counts: [2, 3], strong: ['none', 'tail'], most: 45, has: 'over' },
  parallel: { counts: [3, 4, 5, 8], strong: ['none', 'tail', 'same'], most: 40, has: 'over' },
  ladder: { counts: [2, 3, 4, 5, 6], strong: ['none', 'tail'], most: 60, has: 'over' },
  pairs: { counts: [3, 4, 5, 6, 7, 10], strong: ['pair'], most: 9, has: 'after' },
  bars: { counts: [2, 3, 4, 6], strong: ['numeral'], most: 40, has: 'over' },
  figures: { counts: [2, 3, 4], strong: ['numeral'], most: 36, has: 'short over' },
  timeline: { counts: [3, 4, 5, 8], strong: ['date'], most: 60 },
  sequence: { counts: [2, 3, 4, 5, 7], strong: ['none', 'tail'], most: 40 },
  cards: { counts: [3, 4], strong: ['none'], most: 22 },
  enumeration: { counts: [4, 5, 6, 7, 8, 9, 10, 11, 12], strong: ['none'], most: 8, has: 'after' },
  definition: { counts: [1], strong: ['head'], most: 58 },
  figure: { counts: [1], strong: ['numeral'], most: 36 },
  steps: { counts: [2, 3, 4, 5, 9], strong: ['none', 'head'], most: 60, has: 'over' },
}

function member(words: Words, strong: string, length: number, index: number): Shape {
  const at = index * 5
  if (strong === 'pair') {
    const side = Math.max(1, length >> 1)
    return { words: `${words(side, at)}${JOINTS.get(words)}${words(side, at + 2)}` }
  }
  if (strong === 'numeral' || strong === 'date') {
    const numeral = numeralOf(words, strong, index)
    const space = words === chinese ? '' : ' '
    const place = strong === 'date' ? 0 : index % 3
    const rest = words(Math.max(1, length - charactersIn(numeral)), at)
    const before = place === 0 ? '' : `${place === 1 ? rest : words(Math.max(1, length >> 2), at)}${space}`
    const after = place === 1 ? '' : `${space}${place === 0 ? rest : words(Math.max(1, length - (length >> 2) - charactersIn(numeral)), at + 7)}`
    return { words: `${before}${numeral}${after}`, strong: [before.length, before.length + numeral.length] }
  }
  const text = words(length, at)
  if (strong === 'none' || text.length < 4)
    return { words: text }
  const large = words === chinese ? Math.min(10, (text.length - 2) >> 1 << 1) : 0
  if (strong === 'head')
    return { words: text, strong: [0, large > 0 ? large + text.length % 2 : text.split(' ').slice(0, 4).join(' ').length] }
  const end = strong === 'same' ? words(8, 40) : ''
  const lastWords = text.split(' ').slice(-4).join(' ')
  const all = end ? `${words(Math.max(2, length - 8), at)}${words === chinese ? '' : ' '}${end}` : text
  const from = all.length - (end.length || large || lastWords.length)
  return { words: all, strong: [from, all.length] }
}

function numeralOf(words: Words, strong: 'numeral' | 'date', index: number): string {
  if (strong === 'date')
    return words === chinese ? `${1979 + index}年12月18日` : `May ${1979 + index}`
  return words === chinese ? NUMERALS[index % NUMERALS.length]! : `${index + 1}2,345`
}

/** One member is long, and the others are not. */
function lengthsOf(count: number, length: number, isEven: boolean): number[] {
  const short = Math.max(1, Math.ceil(length / 3))
  return Array.from({ length: count }, (_, index) => isEven || index === count >> 1 ? length : short)
}

/**
 * What may stand before or after the members: nothing, a word or two, or more than a line. The whole of figures is
 * short, and Chinese.
 */
function aroundOf(words: Words, has: 'over' | 'short over' | 'after' | undefined): string[] {
  if (has === 'short over')
    return words === chinese ? ['', words(6, 20)] : ['']
  return has ? ['', words(6, 20), words(36, 3)] : ['']
}

interface Limit {
  layout: Layout
  words: Words
  count: number
  strong: string
  isEven: boolean
  lines: number
  attribution?: string
  over: string
  after: string
}

/** Everything that is planned from `structureHeight` and `evidenceRoom`, as large as they let it be. */
export function limitsOf(words: Words): Limit[] {
  const layouts = Object.entries(LAYOUTS) as [Layout, NonNullable<typeof LAYOUTS[Layout]>][]
  const attributions = [{}, { attribution: words(8, 9) }]
  const heads = Array.from({ length: LINES_OVER_EVIDENCE }, (_, line) => line + 1)
    .flatMap(lines => attributions.map(attribution => ({ lines, ...attribution })))
  return layouts.flatMap(([layout, { counts, strong, has }]) => {
    const members = counts.flatMap(count => strong.map(kind => ({ count, strong: kind })))
      .flatMap(some => [true, false].map(isEven => ({ ...some, isEven })))
    const arounds = aroundOf(words, has)
      .map(over => ({ over, after: has === 'after' ? over && words(6, 30) : '' }))
    return members
      .flatMap(some => heads.map(head => ({ ...some, ...head })))
      .flatMap(some => arounds.map((around): Limit => ({ layout, words, ...some, ...around })))
  })
}

/**
 * A slide whose structure is as long as the planner lets it be.
 *
 * @param limit what is drawn, and what stands round it
 * @returns the slide; nothing where not even one character of each member has room
 */
export function slideAt(limit: Limit): Slide[] {
  const { layout, words, count, strong, isEven, lines, attribution, over, after } = limit
  let chosen: Shape[] | undefined
  for (let length = 1; length <= LAYOUTS[layout]!.most; length++) {
    const shapes = lengthsOf(count, length, isEven).map((own, index) => member(words, strong, own, index))
    const around = [over, after].filter(Boolean)
    const all = [...around, ...shapes.map(shape => shape.words)]
    const characters = all.reduce((sum, text) => sum + charactersIn(text), 0)
    const height = structureHeight(layout, shapes.map(wordsOf), around)
    if (characters <= MOST_BELOW && height <= evidenceRoom(lines, attribution !== undefined))
      chosen = shapes
  }
  if (!chosen)
    return []
  let text = ''
  const place = (own: string): Span => {
    const start = text.length
    text += `${own}，`
    return { start, end: start + own.length }
  }
  const slice = ({ start, end }: Span): Text => ({ type: 'text', value: text.slice(start, end), position: { start: { line: 1, column: start + 1, offset: start }, end: { line: 1, column: end + 1, offset: end } } })
  const title = slice(place(headlineOf(words, lines)))
  const structure = {
    strength: 1,
    ...(over && { over: place(over) }),
    members: chosen.map((shape) => {
      const { start, end } = place(shape.words)
      if (!shape.strong)
        return { start, end }
      const [from, to] = shape.strong
      return { start, end, strong: { start: start + from, end: start + to } }
    }),
    ...(after && { after: place(after) }),
  }
  const said = { start: 0, end: text.length, clauses: [], stretches: [], paragraph: 0 }
  const voice = { ...said, ...(attribution && { attribution: slice(place(attribution)) }) }
  const evidence = { layout, strength: 1, voice, spans: [], structure }
  const blocks: RootContent[] = evidenceBlocks(evidence, { text, breaths: [], voices: [voice], bullets: [], slice })
  return [{ layout, title: title.value, kicker: words(20), content: [heading(title), ...blocks], note: [], ...(layout === 'bars' && { values: chosen.map((_, index) => [30, 8, 71][index % 3]! + index) }) }]
}

/** One line, full, or two. */
function headlineOf(words: Words, lines: number): string {
  if (words === chinese)
    return lines === 1 ? words(22, 11) : `${words(20, 11)}，${words(20, 17)}`
  return lines === 1 ? words(12, 5) : words(24, 5)
}
