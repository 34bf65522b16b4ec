import type { Clauses, Span, Structure } from '../../../scripts/deck/structures/structure.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { canStandLarge, isWhole } from '../../../scripts/deck/structures/alike.ts'
import { STRUCTURES } from '../../../scripts/deck/structures/index.ts'
import { sample } from '../../support/articles.ts'
import { passagesOf } from './holds.ts'
import { BARS } from './tables/bars.ts'
import { BOTH } from './tables/both.ts'
import { CARDS } from './tables/cards.ts'
import { CONTRAST } from './tables/contrast.ts'
import { DEFINITION } from './tables/definition.ts'
import { ENUMERATION } from './tables/enumeration.ts'
import { FIGURE } from './tables/figure.ts'
import { FIGURES } from './tables/figures.ts'
import { LADDER } from './tables/ladder.ts'
import { PAIRS } from './tables/pairs.ts'
import { PARALLEL } from './tables/parallel.ts'
import { SEQUENCE } from './tables/sequence.ts'
import { STEPS } from './tables/steps.ts'
import { TIMELINE } from './tables/timeline.ts'

const TABLES = [
  ...[BARS, BOTH, CARDS, CONTRAST, DEFINITION, ENUMERATION, FIGURE],
  ...[FIGURES, LADDER, PAIRS, PARALLEL, SEQUENCE, STEPS, TIMELINE],
]

function paragraphs(): string[] {
  const folder = fileURLToPath(new URL('../../fixtures/articles', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:txt|md|html)$/.test(file))
  const texts = [String(sample().value), ...files.map(file => readFileSync(`${folder}/${file}`, 'utf8'))]
  return texts.flatMap(text => text.split(/\n+|\u3000\u3000/)).filter(text => text.trim() !== '')
}

const TEXTS = [...TABLES.flatMap(({ has, hasNot }) => [...has.map(([text]) => text), ...hasNot]), ...paragraphs()]
/**
 * What may stand between a structure's pieces inside a clause: a mark, white space, a conjunction before the last
 * member, a list's number.
 */
const BETWEEN = /^[\s、，：:,和与及或以1-9.)①-⑳]*(?:(?:and|or)\s*)?$/

function isInOrder(spans: readonly Span[], { text }: Clauses): boolean {
  return spans.every(({ start, end }, index) => {
    const isAfter = start >= (spans[index - 1]?.end ?? 0)
    return isAfter && end > start && end <= text.length
  })
}

/** Whether what is shown begins and ends with clauses, and leaves out nothing but clauses and marks. */
function isOfClauses(spans: readonly Span[], { text, clauses }: Clauses): boolean {
  const starts = new Set(clauses.map(({ start }) => start))
  const ends = new Set(clauses.map(({ end }) => end))
  return spans.every(({ start, end }, index) => {
    const isBetween = (from: number | undefined, to: number | undefined): boolean =>
      from !== undefined && to !== undefined && BETWEEN.test(text.slice(from, to))
    const clause = clauses.find(one => one.start < start && one.end > start)
    const begins = starts.has(start) || isBetween(spans[index - 1]?.end, start) || isBetween(clause?.start, start)
    return begins && (ends.has(end) || isBetween(end, spans[index + 1]?.start))
  })
}

function check(name: string, passage: Clauses, { strength, over, members, after, values }: Structure): void {
  const { text } = passage
  const spans = [over, ...members, after].filter(span => span !== undefined)
  const about = `${name}: ${text}`
  expect(strength, about).toBeGreaterThan(0)
  expect(strength, about).toBeLessThanOrEqual(1)
  expect(members.length, about).toBeGreaterThan(0)
  expect(isInOrder(spans, passage), about).toBe(true)
  expect(isOfClauses(spans, passage), about).toBe(true)
  expect(values?.length ?? members.length, about).toBe(members.length)
  for (const { start, end, strong } of members) {
    if (!strong)
      continue
    const words = text.slice(strong.start, strong.end)
    expect(strong.start >= start && strong.end <= end && words.trim() === words, about).toBe(true)
    // A numeral is one with its unit, whatever the dictionary says: 9吨.
    if (!['bars', 'figure', 'figures', 'timeline'].includes(name))
      expect(isWhole(text, strong, { start: 0, end: text.length }), `${about}: ${words}`).toBe(true)
    // The point of a step is a clause.
    if (name !== 'steps')
      expect(canStandLarge(words), `${about}: ${words}`).toBe(true)
  }
}

describe('structures', () => {
  it.each(STRUCTURES)('$layout gives whole words and whole clauses of every text, in order', ({ layout: name, find }) => {
    for (const passage of TEXTS.flatMap(passagesOf)) {
      const found = find(passage)
      found.forEach(structure => check(name, passage, structure))
      const ends = found.map(({ members, after }) => (after ?? members.at(-1)!).end)
      const isBehind = ({ over, members }: Structure, index: number): boolean =>
        (over ?? members[0]!).start >= (ends[index - 1] ?? 0)
      expect(found.every(isBehind), `${name}: ${passage.text}`).toBe(true)
    }
  })

  it('cuts a paragraph at its marks, and leaves out who speaks', () => {
    const text = '习近平总书记指出：“我将无我，不负人民。我愿意做到一个‘无我’的状态。”大家都记住了，也都照做。'
    const passages = passagesOf(text)
    expect(passages.map(({ clauses }) => clauses.map(({ words, sentence }) => `${sentence} ${words}`))).toEqual([
      ['0 我将无我', '0 不负人民', '1 我愿意做到一个‘无我’的状态'],
      ['0 大家都记住了', '0 也都照做'],
    ])
    for (const { text: own, clauses } of passages)
      expect(clauses.map(({ start, end }) => own.slice(start, end))).toEqual(clauses.map(({ words }) => words))
    expect(passagesOf('——。')).toEqual([])
  })
})
