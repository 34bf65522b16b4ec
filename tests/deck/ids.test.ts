import { expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const PARTS = ['船', '桥', '灯'].map(name => `## ${name}\n\n### 老${name}\n\n老${name}在河边三十年了。大家都知道老${name}。\n\n### 新${name}\n\n新${name}是去年才有的。来看新${name}的人不少。\n`)

/** The ids of an article's slides, by what is said or shown there. */
function idsOf(parts: string[]): Map<string, string> {
  const { decks } = decksOf(article(`# 渡口\n\n${parts.join('\n')}`, '.md'), { ...DEFAULT_OPTIONS, theme: 'x' })
  return new Map(decks.flatMap(deck => deck.slides.map(slide => [`${deck.title} ${slide.note.flat()[0]?.value ?? slide.layout}`, slide.id!] as const)))
}

it('a slide keeps its id where slides and decks come before it, and has it alone', () => {
  const before = idsOf(PARTS.slice(1))
  const after = idsOf([PARTS[0]!, PARTS[1]!.replace('### 老桥', '### 断桥\n\n断桥在上游，没有人走。\n\n### 老桥'), PARTS[2]!])
  expect(before.size).toBeGreaterThan(7)
  for (const [slide, id] of before)
    expect([slide, after.get(slide)]).toEqual([slide, id])
  expect(new Set(after.values()).size).toBe(after.size)
})
