import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { sample } from '../support/articles.ts'
import { blocksOf, noteText, parseDeck, squeeze } from '../support/promises.ts'

describe('--clicks', () => {
  const theme = '../../themes/study'
  const plain = decksOf(sample(), { ...DEFAULT_OPTIONS, theme }).decks.map(parseDeck)
  const stepped = decksOf(sample(), { ...DEFAULT_OPTIONS, clicks: true, theme }).decks.map(parseDeck)

  it('marks the notes where each bullet begins, and changes no word', () => {
    for (const [index, slide] of stepped.flat().entries()) {
      const bullets = blocksOf(slide.content).filter(block => block.kind === 'text')
      const marks = slide.note?.match(/\[click\]/g)?.length ?? 0
      if (slide.content.includes('<v-clicks>')) {
        const listed = slide.content.match(/^- /gm)!.length
        expect(listed).toBeGreaterThan(1)
        expect(marks).toBeLessThanOrEqual(bullets.length)
      }
      else {
        expect(marks).toBe(0)
      }
      expect(squeeze(noteText(slide.note))).toBe(squeeze(noteText(plain.flat()[index]!.note)))
    }
    expect(stepped.flat().filter(slide => slide.content.includes('<v-clicks>')).length).toBeGreaterThan(20)
  })
})
