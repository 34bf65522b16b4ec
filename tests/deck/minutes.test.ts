import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article, sample } from '../support/articles.ts'
import { parseDeck } from '../support/promises.ts'

function decksIn(minutes: number, file = sample()): ReturnType<typeof parseDeck>[] {
  return decksOf(file, { ...DEFAULT_OPTIONS, minutes, theme: 'x' }).decks.map(parseDeck)
}

/** A deck's minutes, as its headmatter has them. */
function durationOf(slides: ReturnType<typeof parseDeck>): number {
  return Number.parseInt(String(slides[0]!.frontmatter.duration))
}

function seconds(clock: string): number {
  const [minutes, rest] = clock.split(':').map(Number) as [number, number]
  return minutes * 60 + rest
}

describe('--minutes', () => {
  it.each([3, 10, 45, 120])('%i: the decks share all of it, and each slide has its cue', (minutes) => {
    const decks = decksIn(minutes)
    const durations = decks.map(durationOf)
    expect(durations.reduce((sum, one) => sum + one, 0)).toBe(minutes)
    for (const [index, slides] of decks.entries()) {
      const cues = slides.map(slide => seconds(String(slide.frontmatter.cue)))
      expect(cues[0]).toBe(0)
      expect(cues).toEqual([...cues].sort((one, other) => one - other))
      expect(cues.at(-1)).toBeLessThanOrEqual(durations[index]! * 60)
    }
  })

  it('gives no deck less than a minute, and takes what short ones have beyond their share from the longest', () => {
    const short = ['甲', '乙', '丙'].map(title => `## ${title}\n\n船靠了岸，人上了岸。`)
    const long = `## 丁\n\n${'河水从山脚流过，渡口的灯到半夜才熄。'.repeat(60)}`
    expect(decksIn(6, article(['# 渡口', ...short, long].join('\n\n'), '.md')).map(durationOf)).toEqual([1, 1, 1, 3])
  })

  it('gives long notes more time than short ones', () => {
    const [slides] = decksIn(45) as [ReturnType<typeof parseDeck>]
    const whole = Number.parseInt(String(slides[0]!.frontmatter.duration)) * 60
    const cues = [...slides.map(slide => seconds(String(slide.frontmatter.cue))), whole]
    const spoken = slides.flatMap((slide, index) => slide.note ? [{ length: slide.note.replace(/\s/g, '').length, time: cues[index + 1]! - cues[index]! }] : [])
    const byLength = [...spoken].sort((one, other) => one.length - other.length)
    expect(byLength.at(-1)!.time).toBeGreaterThan(byLength[0]!.time)
    // A second of rounding at either end apart, time goes by the character.
    const pace = spoken.map(({ length, time }) => time / length)
    expect(Math.max(...pace) / Math.min(...pace)).toBeLessThan(1.25)
  })
})
