import type { Model } from './model.ts'
import { describe, expect, it } from 'vitest'
import { mergeDecks } from '../../scripts/merge/merge.ts'
import { statesOf } from '../../scripts/merge/states.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { write } from './model.ts'

const slide = (id: string, more: Partial<Model> = {}): Model => ({ id, layout: 'points', title: `title ${id}`, bullets: [`first of ${id}`, `second of ${id}`], note: [`note of ${id}`], ...more })
const [BASE] = write([[slide('a'), slide('b'), slide('c')]]) as [{ name: string, markdown: string }]
const file = (markdown: string): { name: string, markdown: string }[] => [{ name: '01.md', markdown }]

/** What becomes of a deck that a person has changed, and that the article changes too. */
function merge(ours: string, theirs: string): { markdown: string, conflicts: string[] } {
  const { decks, conflicts } = mergeDecks({ base: [BASE], ours: file(ours), theirs: file(theirs) }, 'notice')
  return { markdown: decks[0]!.markdown, conflicts: conflicts.map(({ kind }) => kind) }
}

const newBullet = BASE.markdown.replace('- second of b', '- second of b\n- third of b')
const newLayout = BASE.markdown.replace('layout: points\nid: b', 'layout: statement\nid: b')

describe('what a person writes in a deck in another way than Lectern', () => {
  it('a slide without its frontmatter stays without, and gets the article\'s words', () => {
    const ours = BASE.markdown.replace('---\nlayout: points\nid: b\n---\n', '---\n')
    expect(merge(ours, newBullet)).toEqual({ markdown: ours.replace('- second of b', '- second of b\n- third of b'), conflicts: [] })
  })

  it('a slide without its frontmatter gets that of the article where the article has a new key', () => {
    const ours = BASE.markdown.replace('---\nlayout: points\nid: b\n---\n', '---\n')
    const theirs = BASE.markdown.replace('id: b\n', 'id: b\nminutes: 3\n')
    expect(readDeck(merge(ours, theirs).markdown)[1]).toMatchObject({ data: { minutes: 3 } })
  })

  it('keys with a space before them are left as they stand', () => {
    const ours = BASE.markdown.replace('layout: points\nid: b\n', ' layout: points\n id: b\n')
    const { markdown } = merge(ours, newLayout)
    expect(markdown).toContain(' layout: points\n id: b\n')
  })

  it('titles that were counted once, （1/2）, are counted no more: a slide that was deleted leaves no count', () => {
    const two = (titles: string[], [first, second] = ['first of b', 'first of c']): { name: string, markdown: string }[] => write([[slide('a', { title: '进度（1/2）' }), slide('b', { title: titles[0]!, bullets: [first!] }), slide('c', { title: titles[1]!, bullets: [second!] })]])
    const base = two(['河（1/2）', '河（2/2）'])
    const theirs = two(['河', '河'], ['first of b', 'new of c'])
    const titles = (ours: { name: string, markdown: string }[]): unknown => {
      const { decks, conflicts } = mergeDecks({ base, ours, theirs }, 'notice')
      expect(conflicts.map(({ kind }) => kind)).toEqual([])
      return readDeck(decks[0]!.markdown).map(({ body }) => /^# (.*)$/m.exec(body)![1])
    }
    expect(titles(base)).toEqual(['进度（1/2）', '河', '河'])
    expect(titles(two(['河（1/2）', '河（2/2）'], ['mine', 'first of c']))).toEqual(['进度（1/2）', '河', '河'])
    expect(titles(two(['我的河（1/2）', '河（2/2）']))).toEqual(['进度（1/2）', '我的河', '河'])
    const [deck] = two(['河（1/2）', '河（2/2）'], ['mine', 'first of c']) as [{ name: string, markdown: string }]
    expect(titles(file(deck.markdown.slice(0, deck.markdown.indexOf('\n---\nlayout: points\nid: c'))))).toEqual(['进度（1/2）', '河'])
  })

  it('a slide that was moved and is one with another now is named there, and nowhere that its words stood already', () => {
    const six = { note: ['The boat leaves at six in the morning.'] }
    const shared = { note: ['The boat leaves at six in the morning.', 'It is never late.'] }
    const [base] = write([[slide('x'), slide('a', shared), slide('b', six), slide('c')]])
    const [ours] = write([[slide('x'), slide('b', six), slide('c'), slide('a', shared)]])
    const kindsOf = (theirs: Model[]): unknown =>
      mergeDecks({ base: [base!], ours: [ours!], theirs: write([theirs]) }, 'notice').conflicts.map(({ kind, title }) => [kind, title])
    expect(kindsOf([slide('x'), slide('b', six), slide('c')])).toEqual([])
    expect(kindsOf([slide('x'), slide('b', six), slide('c', { note: ['The note of c.', 'It is never late.'] })]))
      .toEqual([['returned', 'title c']])
  })

  it('slides that were copied keep what is new in each', () => {
    const copied = slide('b', { bullets: ['first of b', 'mine'] })
    const [ours] = write([[slide('a'), slide('b'), copied, slide('c')]])
    const { markdown, conflicts } = merge(ours!.markdown, newBullet)
    expect(conflicts).toEqual([])
    expect(markdown).toContain('- third of b')
    expect(markdown).toContain('- mine')
  })

  it('hundreds of slides without ids, all of them new on both sides: none is lost', () => {
    const many = (side: string): Model[] => Array.from({ length: 210 }, (_, index) => ({ layout: 'points', title: `${side} ${index}`, bullets: [`${side.repeat(3)} ${index * 7919}`], note: [] }))
    const [before, mine, after] = ['old', 'mine', 'new'].map(side => write([[slide('a'), ...many(side)]])) as [typeof BASE[], typeof BASE[], typeof BASE[]]
    const titles = mergeDecks({ base: before, ours: mine, theirs: after }, 'notice').decks.flatMap(({ markdown }) => readDeck(markdown)).map(({ body }) => /# (\w+) /.exec(body)![1])
    expect(titles.filter(title => title === 'mine')).toHaveLength(210)
    expect(titles.filter(title => title === 'new')).toHaveLength(210)
    expect(titles).toHaveLength(421)
  })
})

describe('what both have changed', () => {
  const mine = BASE.markdown.replace('- second of b', '- mine of b')
  const article = file(BASE.markdown.replace('- second of b', '- new of b'))

  it('waits for a decision, and is told so until there is one', () => {
    const { decks, conflicts } = mergeDecks({ base: [BASE], ours: file(mine), theirs: article }, 'notice')
    expect(conflicts.map(({ kind }) => kind)).toEqual(['changed'])
    expect(statesOf(article, decks, 'notice')[0]!.slides.map(({ state }) => state)).toEqual(['generated', 'edited', 'undecided', 'generated'])
    const decided = mergeDecks({ base: article, ours: decks, theirs: article }, 'notice', 'ours').decks
    expect(decided.map(({ markdown }) => markdown)).toEqual([mine])
    expect(statesOf(article, decided, 'notice')[0]!.slides.map(({ state }) => state)).toEqual(['generated', 'edited', 'generated'])
  })

  it('of what is said of the deck is a conflict of its first slide', () => {
    const titled = (title: string): string => BASE.markdown.replace('title: deck 0', `title: ${title}`)
    const { decks, conflicts } = mergeDecks({ base: [BASE], ours: file(`---\ntheme: ../../themes/study\ntitle: mine\n---\n\n# Mine\n\n${BASE.markdown.replace('theme: ../../themes/study\ntitle: deck 0\n', '')}`), theirs: file(titled('new')) }, 'notice')
    expect(conflicts).toHaveLength(1)
    expect(decks[0]!.markdown).toContain('title: mine')
  })
})
