import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { sample } from '../support/articles.ts'

describe('the outline of the sample', () => {
  const file = sample()
  const outline = toJson(outlineOf(file))
  const text = String(file)

  it('has the title block', () => {
    expect(outline).toMatchObject({ title: '永远保持党同人民群众的血肉联系', subtitle: '深入学习贯彻党的十九届六中全会精神', language: 'zh-CN' })
    expect(outline.byline).toBeUndefined()
    expect(outline.lead).toHaveLength(1)
    expect(outline.closing).toEqual([])
  })

  it('has three parts, with 0, 7 and 5 points', () => {
    expect(outline.parts.map(part => part.title)).toEqual([
      '保持党同人民群众血肉联系是党的优良传统和政治优势',
      '深刻领会习近平总书记关于永远保持党同人民群众的血肉联系的重要论述',
      '把全心全意为人民服务的根本宗旨落实到行动上',
    ])
    expect(outline.parts.map(part => part.points.length)).toEqual([0, 7, 5])
    expect(outline.parts[1]!.points[0]!.title).toBe('江山就是人民，人民就是江山')
    expect(outline.parts[2]!.points[4]!.title).toBe('始终保持人民公仆政治本色')
  })

  it('puts each paragraph under its part', () => {
    expect(outline.parts.map(part => part.lead.length)).toEqual([4, 1, 1])
    expect(outline.parts.map(part => part.closing.length)).toEqual([0, 2, 0])
    const points = outline.parts.flatMap(part => part.points)
    expect(points.map(point => point.paragraphs.length)).toEqual(Array.from({ length: 12 }).fill(1))
  })

  it('gives paragraphs as they stand in the article, and doubts with their places', () => {
    for (const part of outline.parts) {
      for (const paragraph of [...part.lead, ...part.points.flatMap(point => point.paragraphs), ...part.closing])
        expect(text).toContain(paragraph)
    }
    expect(outline.doubts.length).toBeGreaterThan(0)
    for (const { line, column, confidence, reason } of outline.doubts) {
      expect(line).toBe(1)
      expect(text[column - 2] ?? '　').toBe('　')
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
      expect(reason).not.toBe('')
    }
  })
})
