import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { toNoteMarkdown } from '../../scripts/slidev/escape.ts'
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
        const listed = slide.content.match(/^(?:-|\d+\.) /gm)!.length
        expect(listed).toBeGreaterThan(1)
        expect(marks).toBeLessThanOrEqual(bullets.length)
      }
      else {
        expect(marks).toBe(0)
      }
      expect(squeeze(noteText(slide.note))).toBe(squeeze(noteText(plain.flat()[index]!.note)))
    }
    expect(stepped.flat().filter(slide => slide.content.includes('<v-clicks>')).length).toBeGreaterThan(16)
  })

  it.each(['船', '船\\', '船\\\\', '船\\[click]桥', '船\\\\[click:2]桥', '[Click]'])('keeps a mark of ours after any text, and shows the text\'s own: %j', (value) => {
    const note = toNoteMarkdown({ type: 'paragraph', children: [{ type: 'text', value }, { type: 'html', value: '[click]' }, { type: 'text', value: '河' }] })
    expect(note.match(/\[click/gi)).toHaveLength(1)
    expect(noteText(note)).toBe(`${value}河`)
  })
})
