import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import type { Edit, Model } from './model.ts'
import { parseSync } from '@slidev/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDecks } from '../../scripts/merge/merge.ts'
import { readDeck, slideMarkdown } from '../../scripts/slidev/read.ts'
import { runs } from '../support/random.ts'
import { applyEdit, decks, edit, read, visible, write } from './model.ts'

const NOTICE = 'Both have changed this slide.'
/** How many decks each property is tried on. */
const RUNS = { numRuns: runs(300) }

type Side = 'ours' | 'theirs'
const SIDES: Side[] = ['ours', 'theirs']

/**
 * What both sides do: edits of slides, slides taken out and put in, and slides that a person moves; all by numbers,
 * which are taken round.
 */
const changes = fc.record({
  edits: fc.array(fc.record({ side: fc.constantFrom(...SIDES), slide: fc.nat(99), edit }), { maxLength: 12 }),
  drops: fc.array(fc.record({ side: fc.constantFrom(...SIDES), slide: fc.nat(99) }), { maxLength: 3 }),
  adds: fc.array(fc.record({ side: fc.constantFrom(...SIDES), slide: fc.nat(99) }), { maxLength: 4 }),
  moves: fc.array(fc.record({ slide: fc.nat(99), after: fc.nat(99) }), { maxLength: 2 }),
})

type Changes = typeof changes extends fc.Arbitrary<infer Value> ? Value : never

/** The decks of both sides and, slide by slide, what is to come of the edits of both. */
interface Sides { ours: Model[][], theirs: Model[][], both: Map<string, Model>, dropped: Set<string>, added: string[] }

/** Applies changes to decks, no two to one place. */
function change(base: Model[][], { edits, drops, adds, moves }: Changes): Sides {
  const all = base.flat()
  const bases = new Map(all.map(slide => [slide.id!, slide]))
  const sides = { ours: new Map(bases), theirs: new Map(bases) }
  const both = new Map(bases)
  const touched = new Set<string>()
  const edited = new Set<string>()
  edits.forEach(({ side, slide: at, edit }, number) => {
    const slide = all[at % all.length]!
    const applied = applyEdit(sides[side].get(slide.id!)!, slide, edit, `${side}${number} 改过的`)
    // Each line belongs to the side that was there first; of a slide's bullets each side edits one, for two edits are
    // one change of all between them.
    const places = [`${slide.id} ${applied?.place}`, ...(edit.kind.includes('bullet') ? [`${slide.id} ${side}`] : [])]
    if (!applied || places.some(place => touched.has(place)))
      return
    places.forEach(place => touched.add(place))
    sides[side].set(slide.id!, applied.slide)
    both.set(slide.id!, applyEdit(both.get(slide.id!)!, slide, edit, `${side}${number} 改过的`)!.slide)
    if (side === 'ours')
      edited.add(slide.id!)
  })
  const idsIn = (slides: Model[]): string[] => slides.map(({ id }) => id!)
  const order = { ours: base.map(idsIn), theirs: base.map(idsIn) }
  const dropped = new Set<string>()
  const added: string[] = []
  // The first slide of a deck stays its first here: it has what is said of the deck.
  const others = base.flatMap(slides => slides.slice(1)).map(({ id }) => id!)
  for (const { side, slide } of drops) {
    const id = others[slide % others.length]!
    if (side === 'theirs' && edited.has(id))
      continue
    order[side] = order[side].map(ids => ids.filter(other => other !== id))
    dropped.add(id)
  }
  for (const { slide, after } of moves) {
    const [id, target] = [others[slide % others.length]!, all[after % all.length]!.id!]
    if (id === target || !order.ours.flat().includes(id) || !order.ours.flat().includes(target))
      continue
    const left = order.ours.map(ids => ids.filter(other => other !== id))
    order.ours = left.map(ids => ids.flatMap(other => other === target ? [other, id] : [other]))
  }
  adds.forEach(({ side, slide }, number) => {
    const flat = order[side].flat()
    const target = flat[slide % flat.length]!
    const id = `${side}new${number}`
    const fresh: Model = { ...(side === 'theirs' && { id }), layout: 'points', title: `${id} ${id}`, bullets: [`${id} 新的一张，${number}${side}`], note: [] }
    sides[side].set(id, fresh)
    both.set(id, fresh)
    added.push(id)
    order[side] = order[side].map(ids => ids.flatMap(other => other === target ? [other, id] : [other]))
  })
  const make = (side: Side): Model[][] => order[side].map(ids => ids.map(id => sides[side].get(id)!))
  return { ours: make('ours'), theirs: make('theirs'), both, dropped, added }
}

/** A slide's name: its id, or its title where a person has made it. */
function nameOf({ id, title }: Model): string {
  return id ?? title.split(' ')[0]!
}

/** What comes of a merge beside its decks, where there is nothing to say of them. */
const UNDISPUTED = { moved: new Map(), removed: [], conflicts: [], open: [] }

describe('a merge of edits on different places', () => {
  it('keeps all edits, each slide once, in a person\'s order, and parses', () => {
    fc.assert(fc.property(decks, changes, (base, all) => {
      const { ours, theirs, both, dropped } = change(base, all)
      const merged = mergeDecks({ base: write(base), ours: write(ours), theirs: write(theirs) }, NOTICE)
      expect(merged.conflicts).toEqual([])
      const slides = read(merged.decks).flat()
      const names = slides.map(nameOf)
      expect(new Set(names)).toEqual(new Set([...both.keys()].filter(name => !dropped.has(name))))
      expect(names).toHaveLength(new Set(names).size)
      for (const slide of slides)
        expect(slide).toEqual(visible(both.get(nameOf(slide))!))
      const inOurs = ours.flat().map(nameOf).filter(name => !dropped.has(name))
      expect(names.filter(name => inOurs.includes(name))).toEqual(inOurs)
      const inTheirs = theirs.flat().map(nameOf).filter(name => !dropped.has(name))
      if (all.moves.length === 0)
        expect(names.filter(name => theirs.flat().some(slide => nameOf(slide) === name))).toEqual(inTheirs)
      expect(merged.decks.map(({ markdown }) => parseSync(markdown, '').slides.length)).toEqual(read(merged.decks).map(({ length }) => length))
    }), RUNS)
  })

  it('is done once: merging what came of it changes nothing', () => {
    fc.assert(fc.property(decks, changes, (base, all) => {
      const { ours, theirs } = change(base, all)
      const merged = mergeDecks({ base: write(base), ours: write(ours), theirs: write(theirs) }, NOTICE)
      const again = mergeDecks({ base: write(theirs), ours: merged.decks, theirs: write(theirs) }, NOTICE)
      expect(again.decks).toEqual(merged.decks)
    }), RUNS)
  })

  it('without edits is what is generated, and without a new article what a person has', () => {
    fc.assert(fc.property(decks, changes, (base, all) => {
      const { ours, theirs } = change(base, all)
      const unedited = { base: write(base), ours: write(base), theirs: write(theirs) }
      expect(mergeDecks(unedited, NOTICE)).toEqual({ ...UNDISPUTED, decks: write(theirs) })
      const unrenewed = { base: write(base), ours: write(ours), theirs: write(base) }
      expect(mergeDecks(unrenewed, NOTICE)).toEqual({ ...UNDISPUTED, decks: write(ours) })
    }), RUNS)
  })
})

/** A line that both sides change, each to something else, in a slide of random decks. */
const clash = fc.record({ slide: fc.nat(99), edit }).filter(({ edit }) => !['key', 'drop bullet', 'add note'].includes(edit.kind))

interface Clashing { ours: Model[][], theirs: Model[][], id: string }

/** Decks of both sides with one line that both have changed; what else they change is elsewhere. */
function clashing(
  base: Model[][],
  { slide: at, edit }: { slide: number, edit: Edit },
  all: Changes,
): Clashing | undefined {
  const id = base.flat()[at % base.flat().length]!.id!
  const bare = changedAt(base, id, slide => ({ ...slide, bullets: [], note: [] }))
  const { ours, theirs, dropped } = change(bare, { ...all, edits: [], moves: [] })
  const original = base.flat().find(slide => slide.id === id)!
  if (dropped.has(id) || !applyEdit(original, original, edit, ''))
    return undefined
  const edited = (decks: Model[][], words: string): Model[][] =>
    changedAt(decks, id, slide => applyEdit(original, original, edit, words)?.slide ?? slide)
  return { ours: edited(ours, 'mine 我改的'), theirs: edited(theirs, 'new 新写的'), id }
}

/** Decks in which one slide is another. */
function changedAt(decks: Model[][], id: string | undefined, by: (slide: Model) => Model): Model[][] {
  return decks.map(slides => slides.map(slide => slide.id === id ? by(slide) : slide))
}

describe('a merge of edits on the same place', () => {
  it('gives one conflict: the slide stays, the new one comes after it, hidden, and another run adds nothing', () => {
    fc.assert(fc.property(decks, clash, changes, (base, one, all) => {
      const sides = clashing(base, one, all)
      fc.pre(sides !== undefined)
      const { ours, theirs, id } = sides!
      const merged = mergeDecks({ base: write(base), ours: write(ours), theirs: write(theirs) }, NOTICE)
      expect(merged.conflicts).toHaveLength(1)
      const slides = read(merged.decks).flat()
      const at = slides.findIndex(slide => slide.id === id)
      expect(slides[at]).toEqual(ours.flat().find(slide => slide.id === id))
      expect(slides[at + 1]).toEqual({ ...theirs.flat().find(slide => slide.id === id), extra: { hide: true } })
      expect(slides.filter(slide => slide.extra)).toHaveLength(1)
      // The message leads to the slide.
      const { deck, line } = merged.conflicts[0]!
      const text = merged.decks.find(({ name }) => name === deck)!.markdown.split('\n').slice(line - 1)
      expect(text[0]).toBe('---')
      expect(text.slice(1, text.indexOf('---', 1))).toContain(`id: ${id}`)
      const again = mergeDecks({ base: write(theirs), ours: merged.decks, theirs: write(theirs) }, NOTICE)
      expect(again.decks).toEqual(merged.decks)
      expect(again.conflicts).toEqual(merged.conflicts)
    }), RUNS)
  })

  it.each(SIDES)('gives none where a person takes %s for all, at once or after', (side) => {
    fc.assert(fc.property(decks, clash, changes, (base, one, all) => {
      const sides = clashing(base, one, all)
      fc.pre(sides !== undefined)
      const { ours, theirs, id } = sides!
      const expected = { ours, theirs }[side].flat().find(slide => slide.id === id)
      const versions = { base: write(base), ours: write(ours), theirs: write(theirs) }
      const undecided = { ...versions, base: versions.theirs, ours: mergeDecks(versions, NOTICE).decks }
      for (const merged of [versions, undecided].map(one => mergeDecks(one, NOTICE, side))) {
        expect(merged.conflicts).toEqual([])
        expect(read(merged.decks).flat().filter(slide => slide.id === id)).toEqual([expected])
      }
    }), RUNS)
  })

  it('puts a newer version in the place of one that nobody has decided on', () => {
    fc.assert(fc.property(decks, clash, changes, (base, one, all) => {
      const sides = clashing(base, one, { ...all, drops: [], adds: [] })
      fc.pre(sides !== undefined)
      const { ours, theirs, id } = sides!
      const renewed = { title: 'newer 更新的', bullets: ['newer 更新的'], note: ['newer 更新的'] }
      const newer = changedAt(theirs, id, slide => ({ ...slide, ...renewed }))
      const first = mergeDecks({ base: write(base), ours: write(ours), theirs: write(theirs) }, NOTICE)
      const second = mergeDecks({ base: write(theirs), ours: first.decks, theirs: write(newer) }, NOTICE)
      const [mine, hidden] = [ours, newer].map(decks => decks.flat().find(slide => slide.id === id))
      const shown = read(second.decks).flat().filter(slide => slide.id === id)
      expect(shown).toEqual([mine, { ...hidden, extra: { hide: true } }])
      expect(second.conflicts).toHaveLength(1)
    }), RUNS)
  })

  it('keeps a slide that a person has changed and the article has no more', () => {
    fc.assert(fc.property(decks, fc.nat(99), (base, at) => {
      const others = base.flatMap(slides => slides.slice(1))
      const id = others[at % others.length]!.id
      const ours = changedAt(base, id, slide => ({ ...slide, title: 'mine 我改的' }))
      const theirs = base.map(slides => slides.filter(slide => slide.id !== id))
      const versions = { base: write(base), ours: write(ours), theirs: write(theirs) }
      const merged = mergeDecks(versions, NOTICE)
      expect(merged.conflicts.map(({ kind }) => kind)).toEqual(['gone'])
      expect(read(merged.decks)).toEqual(ours)
      const again = mergeDecks({ ...versions, base: versions.theirs, ours: merged.decks }, NOTICE)
      expect(again).toEqual({ ...UNDISPUTED, decks: merged.decks })
      expect(mergeDecks(versions, NOTICE, 'ours')).toEqual({ ...UNDISPUTED, decks: merged.decks })
      expect(mergeDecks(versions, NOTICE, 'theirs')).toEqual({ ...UNDISPUTED, decks: versions.theirs })
    }), RUNS)
  })
})

/** What an editor may do to a file without a word of it. */
const habits = fc.record({ end: fc.constantFrom('\n', '\r\n'), isEnded: fc.boolean(), spaces: fc.boolean() })

interface Habits { end: string, isEnded: boolean, spaces: boolean }

function asEdited(file: DeckFile, { end, isEnded, spaces }: Habits): DeckFile {
  const spaced = spaces ? file.markdown.replace(/^(- .*)$/gm, '$1  ').replace(/^# /gm, '\n# ') : file.markdown
  return { ...file, markdown: (isEnded ? spaced : spaced.trimEnd()).replace(/\n/g, end) }
}

describe('a merge into a file of odd habits', () => {
  it('leaves every byte of what the article has not changed', () => {
    fc.assert(fc.property(decks, fc.nat(99), habits, (base, at, how) => {
      const id = base.flat()[at % base.flat().length]!.id
      const theirs = changedAt(base, id, slide => ({ ...slide, note: [...slide.note, 'new 新写的'] }))
      const ours = write(base).map(file => asEdited(file, how))
      const merged = mergeDecks({ base: write(base), ours, theirs: write(theirs) }, NOTICE)
      expect(merged.conflicts).toEqual([])
      for (const [index, { markdown }] of merged.decks.entries()) {
        const before = readDeck(ours[index]!.markdown).map(slideMarkdown)
        const after = readDeck(markdown).map(slideMarkdown)
        expect(after).toHaveLength(before.length)
        const isHere = base[index]!.some(slide => slide.id === id)
        expect(after.filter((text, slide) => text !== before[slide]).length).toBe(isHere ? 1 : 0)
        expect(markdown.endsWith('\n')).toBe(how.isEnded)
        expect(markdown.replaceAll(how.end, '')).not.toMatch(/[\r\n]/)
      }
      expect(read(merged.decks).flat().find(slide => slide.id === id)!.note.at(-1)).toBe('new 新写的')
    }), RUNS)
  })

  it('reads any text and gives it back', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('---', '----', '\n', '\r\n', 'id: a', 'layout: x', '```', '# t', '<!--', '-->', ' ', 'text'), { maxLength: 40 }).map(parts => parts.join('')), (markdown) => {
      expect(readDeck(markdown).map(slideMarkdown).join('')).toBe(markdown)
    }), RUNS)
  })
})

/** A change as a person makes it. */
function asOurs<T extends { side: Side }>(change: T): T {
  return { ...change, side: 'ours' }
}

describe('a merge of decks whose parts have moved', () => {
  it('moves each deck with what a person has made of it, and keeps those whose part is gone', () => {
    const numbers = fc.infiniteStream(fc.nat(99))
    fc.assert(fc.property(decks, changes, numbers, fc.boolean(), (base, all, places, isFirstGone) => {
      const [edits, drops, adds] = [all.edits.map(asOurs), all.drops.map(asOurs), all.adds.map(asOurs)]
      const { ours } = change(base, { edits, drops, adds, moves: [] })
      const placed = base.map((_, deck) => ({ deck, at: places.next().value as number }))
      const sorted = placed.sort((one, other) => one.at - other.at).map(({ deck }) => deck)
      const order = sorted.slice(isFirstGone && base.length > 1 ? 1 : 0)
      const theirs = order.map(deck => base[deck]!)
      const merged = mergeDecks({ base: write(base), ours: write(ours), theirs: write(theirs) }, NOTICE)
      expect(read(merged.decks)).toEqual(read(write(order.map(deck => ours[deck]!))))
      expect(merged.conflicts).toEqual([])
      const isEdited = (deck: number): boolean => write(base)[deck]!.markdown !== write(ours)[deck]!.markdown
      const gone = base.map((_, deck) => deck).filter(deck => !order.includes(deck) && isEdited(deck))
      expect(merged.removed).toEqual(gone.map(deck => write(ours)[deck]))
      expect([...merged.moved]).toEqual(base.flatMap((_, deck) => order.includes(deck) && order.indexOf(deck) !== deck ? [[`0${deck + 1}.md`, `0${order.indexOf(deck) + 1}.md`]] : []))
    }), RUNS)
  })
})

describe('a merge into a file that anything was done to', () => {
  /** Lines that mean something to Slidev, to YAML or to Markdown, and lines that do not. */
  const line = fc.constantFrom('---', '----', '', 'mine 我的', '<!--', '-->', '```', '~~~', '::right::', 'id: s01', 'hide: true', 'layout: x', '# 我的', '---\nid: s01\nlayout: "\n---', '<style>', '```yaml', `> ${NOTICE}`)
  const harm = fc.array(fc.record({
    at: fc.nat(200),
    gone: fc.integer({ min: 0, max: 3 }),
    put: fc.array(line, { maxLength: 3 }),
  }), { maxLength: 5 })

  it('never fails, keeps a person\'s lines, and is done once; or says which slide does not end', () => {
    fc.assert(fc.property(decks, harm, fc.nat(99), (base, harms, at) => {
      const ours = write(base)
      const lines = ours[0]!.markdown.split('\n')
      for (const [number, { at, gone, put }] of harms.entries())
        lines.splice(at % (lines.length + 1), gone, ...put.map(text => text.replace('mine', `mine${number}`)))
      ours[0]!.markdown = lines.join('\n')
      const id = base.flat()[at % base.flat().length]!.id
      const theirs = write(base.map(slides => slides.map(slide => slide.id === id ? { ...slide, bullets: [...slide.bullets, 'new 新写的'] } : slide)))
      const merged = mergeDecks({ base: write(base), ours, theirs }, NOTICE)
      const text = merged.decks.map(({ markdown }) => markdown).join('')
      expect(lines.filter(line => line.startsWith('mine') && !text.includes(line))).toEqual([])
      if (merged.open.length > 0)
        expect(harms.some(({ gone, put }) => gone > 0 || put.some(text => /^(?:---|<!--|-->|```|~~~)/.test(text)))).toBe(true)
      else
        expect(mergeDecks({ base: theirs, ours: merged.decks, theirs }, NOTICE).decks).toEqual(merged.decks)
    }), RUNS)
  })
})
