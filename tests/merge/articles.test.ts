import type { DeckSlide } from '../../scripts/merge/slides.ts'
import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { mergeDecks } from '../../scripts/merge/merge.ts'
import { readSlides } from '../../scripts/merge/slides.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { readDeck, slideMarkdown } from '../../scripts/slidev/read.ts'
import { drawn, runs } from '../support/random.ts'

/** Real articles of every kind, corrected at random places, over decks that were edited at random places. */
const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url))
const ARTICLES = readdirSync(FIXTURES).flatMap(name => readdirSync(join(FIXTURES, name)).filter(file => /^article\.(?:txt|md)$/.test(file)).map(file => ({ name, path: join(FIXTURES, name, file) })))
const NOTICE = 'both have changed this slide'

const correction = fc.record({ at: fc.nat(999), kind: fc.constantFrom('drop', 'add', 'swap', 'word', 'sentence') })
const edit = fc.record({ at: fc.nat(999), kind: fc.constantFrom('drop', 'line', 'add', 'move', 'note') })

/** Corrects an article by its lines, or, where it is one line, by its sentences. */
function correct(text: string, corrections: { at: number, kind: string }[]): string {
  const parts = text.includes('\n') ? text.split(/(?<=\n)/) : text.split(/(?<=[。！？])/)
  for (const [number, { at, kind }] of corrections.entries()) {
    const index = at % Math.max(1, parts.length)
    const part = parts[index] ?? ''
    if (kind === 'drop')
      parts.splice(index, 1)
    else if (kind === 'add')
      parts.splice(index, 0, `后来补上的第${number + 1}段话说得很清楚，事情就是这样。${text.includes('\n') ? '\n\n' : ''}`)
    else if (kind === 'swap')
      parts.splice(index, 2, parts[index + 1] ?? '', part)
    else if (kind === 'word')
      parts[index] = part.replace(/(?<=\p{L}{3})\p{L}{2}/u, '改过')
    else
      parts[index] = part.replace(/(?<=[。.])(?!$)/u, `插进来的第${number + 1}句话。`)
  }
  return parts.join('')
}

/** Edits decks as a person does; each line of theirs has a mark. */
function editDecks(base: DeckFile[], edits: { at: number, kind: string }[]): DeckFile[] {
  const decks = base.map(({ markdown }) => readDeck(markdown).map(slideMarkdown))
  for (const [number, { at, kind }] of edits.entries()) {
    const deck = decks[at % decks.length]!
    // The first slide has the deck's frontmatter: it stays the first.
    const index = 1 + at % Math.max(1, deck.length - 1)
    const slide = deck[index]
    if (slide === undefined)
      continue
    if (kind === 'drop')
      deck.splice(index, 1)
    else if (kind === 'line')
      deck[index] = slide.replace(/^(?:- |\d+\. |(?=\p{L}))(?!layout|id|next).*$/mu, `MINE${number} 我写的一行`)
    else if (kind === 'note')
      deck[index] = slide.replace(/\n-->/, `\n\nMINE${number} 我要说的话\n-->`)
    else if (kind === 'add')
      deck.splice(index, 0, `---\n\n# MINE${number} 我的一页\n\n`)
    else
      deck.push(`${deck.splice(index, 1)[0]!.trimEnd()}\n\n`)
  }
  return base.map(({ name }, deck) => ({ name, markdown: decks[deck]!.join('') }))
}

function piecesOf({ text }: DeckSlide): string[] {
  return text.note.replace(/\s+/g, '').match(/[^。！？；.!?;<>]{8,}/g) ?? []
}

function wordsOf({ text }: DeckSlide): string {
  return `${text.body}${text.note}`.trim()
}

describe.each(drawn(ARTICLES, 11))('$name', ({ path }) => {
  it('corrected and edited, loses no word of the article and no edit', () => {
    const text = readFileSync(path, 'utf8')
    const make = (value: string): DeckFile[] => decksOf(new VFile({ path, value }), { ...DEFAULT_OPTIONS, theme: '../../themes/study' }).decks
    const base = make(text)
    const someCorrections = fc.array(correction, { minLength: 1, maxLength: 3 })
    const someEdits = fc.array(edit, { maxLength: 6 })
    fc.assert(fc.property(someCorrections, someEdits, (corrections, edits) => {
      const corrected = correct(text, corrections)
      fc.pre(/\p{L}/u.test(corrected))
      const [ours, theirs] = [editDecks(base, edits), make(corrected)]
      const merged = mergeDecks({ base, ours, theirs }, NOTICE)
      const result = readSlides(merged.decks).flat()
      const all = [...result, ...readSlides(merged.removed).flat()]
      expect(merged.open).toEqual([])

      // Every edit is there, or in a deck that was put aside.
      const marks = (decks: DeckFile[]): Set<string> => new Set(decks.flatMap(({ markdown }) => markdown.match(/MINE\d+/g) ?? []))
      expect(marks([...merged.decks, ...merged.removed])).toEqual(marks(ours))

      // What the article says and no slide does, a person has taken out: it is on no slide that they have kept as it
      // was.
      const said = all.map(slide => slide.text.note.replace(/\s+/g, '')).join('')
      const untouched = new Set(readSlides(ours).flat().map(wordsOf))
      const kept = readSlides(base).flat().filter(slide => untouched.has(wordsOf(slide)))
      const keptPieces = new Set(kept.flatMap(piecesOf))
      const missing = readSlides(theirs).flat().flatMap(piecesOf).filter(piece => !said.includes(piece))
      expect(missing.filter(piece => keptPieces.has(piece))).toEqual([])
      if (edits.length === 0)
        expect(missing).toEqual([])

      // What nobody has edited is as it is generated.
      const generated = new Set([...readSlides(theirs), ...readSlides(ours)].flat().map(wordsOf))
      const conflicts = merged.conflicts.length
      expect(result.filter(slide => !generated.has(wordsOf(slide)) && !/MINE\d/.test(wordsOf(slide)) && !slide.hidden).map(wordsOf)).toEqual([])

      const again = mergeDecks({ base: theirs, ours: merged.decks, theirs }, NOTICE)
      expect(again.decks).toEqual(merged.decks)
      expect(again.conflicts.length).toBeLessThanOrEqual(conflicts)
    }), { numRuns: runs(15) })
  })
})
