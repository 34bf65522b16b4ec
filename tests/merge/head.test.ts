import type { Model } from './model.ts'
import { describe, expect, it } from 'vitest'
import { mergeDecks } from '../../scripts/merge/merge.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { write } from './model.ts'

const slide = (id: string): Model => ({ id, layout: id === 'a' ? 'cover' : 'points', title: `title ${id}`, bullets: [`first of ${id}`, `second of ${id}`], note: [`note of ${id}`] })
const BASE = write([[slide('a'), slide('b'), slide('c')]])
const [A, B, C] = readDeck(BASE[0]!.markdown).map(({ line }, index, all) => BASE[0]!.markdown.split('\n').slice(line - 1, (all[index + 1]?.line ?? Infinity) - 1).join('\n')) as [string, string, string]
/** The article has a new title for the deck, and a new bullet in its second slide. */
const THEIRS = BASE.map(file => ({ ...file, markdown: file.markdown.replace('title: deck 0', 'title: deck new').replace('- second of b', '- second of b\n- third of b') }))
const HEAD = 'theme: ../../themes/study\ntitle: deck 0\n'

function merge(ours: string, theirs = THEIRS): string {
  const { decks, conflicts } = mergeDecks({ base: BASE, ours: [{ name: '01.md', markdown: ours }], theirs }, 'notice')
  expect(conflicts).toEqual([])
  return decks[0]!.markdown
}

describe('what a deck\'s first slide says of the deck', () => {
  it('goes with a slide that a person has put first', () => {
    const ours = `---\n${HEAD}transition: fade\n---\n\n# Mine\n\n${A.replace(HEAD, '')}\n${B}\n${C}`
    const merged = merge(ours)
    expect(merged).toBe(ours.replace('title: deck 0', 'title: deck new').replace('- second of b', '- second of b\n- third of b'))
  })

  it('goes to the second slide, where a person has taken out the first', () => {
    const ours = `${B.replace('---\n', `---\n${HEAD}`)}\n${C}`
    expect(merge(ours)).toBe(ours.replace('title: deck 0', 'title: deck new').replace('- second of b', '- second of b\n- third of b'))
  })

  it('goes to the slide that is first when the article takes out the one that a person has put first', () => {
    const ours = `${B.replace('---\n', `---\n${HEAD}transition: fade\n`)}\n${C}`
    const edited = [{ ...BASE[0]!, markdown: `${A}\n${C}`.replace('title: deck 0', 'title: deck new') }]
    const { decks, conflicts } = mergeDecks({ base: BASE, ours: [{ name: '01.md', markdown: ours }], theirs: edited }, 'notice')
    // The slide had been changed: it holds the deck's settings.
    expect(conflicts.map(({ kind }) => kind)).toEqual(['gone'])
    expect(decks[0]!.markdown).toBe(ours.replace('title: deck 0', 'title: deck new'))
    const dropped = mergeDecks({ base: BASE, ours: [{ name: '01.md', markdown: ours }], theirs: edited }, 'notice', 'theirs')
    expect(readDeck(dropped.decks[0]!.markdown).map(({ data }) => data)).toEqual([{ theme: '../../themes/study', title: 'deck new', transition: 'fade', layout: 'points', id: 'c' }])
  })

  it('is one with the first slide\'s own keys, where nobody has moved it', () => {
    const ours = BASE[0]!.markdown.replace('layout: cover', 'transition: fade\nlayout: intro')
    expect(merge(ours)).toBe(ours.replace('title: deck 0', 'title: deck new').replace('- second of b', '- second of b\n- third of b'))
  })

  it('may be gone with all slides', () => {
    expect(merge('')).toBe('')
  })
})
