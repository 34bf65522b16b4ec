import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const P = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
const SUM = '总之，渡口还在，船还在，人也还在，日子总要过下去。'

/** An article of two parts; the last has two points whose headings are lines of their own, then what follows. */
function withPoints(...last: string[]): string {
  return ['渡口', '一、桥', P, '二、船', '（一）桨', P, '（二）舵', ...last].join('\n\n')
}

describe('what sums up, after the last of points with headings of their own', () => {
  it.each([
    ['closes the whole where the point has text before it', [P, SUM], 1, 1],
    ['belongs to the point that has no other text', [SUM], 0, 1],
    ['is none where nothing sums up', [P, P], 0, 2],
  ])('%s', (_, last, closing, paragraphs) => {
    const outline = toJson(outlineOf(article(withPoints(...last))))
    expect(outline.parts.at(-1)!.points.map(({ title }) => title)).toEqual(['桨', '舵'])
    expect(outline.parts.at(-1)!.points.at(-1)!.paragraphs).toHaveLength(paragraphs)
    expect(outline.closing).toHaveLength(closing)
  })
})
