import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import fc from 'fast-check'
import { readDeck } from '../../scripts/slidev/read.ts'

/** A slide as data: every text of it is the only one of its kind. */
export interface Model {
  id?: string
  layout: string
  title: string
  bullets: string[]
  note: string[]
  /** A key that a side has added. */
  extra?: Record<string, string>
}

/** Writes decks of model slides as they would be generated; the first slide of each has what is said of the deck. */
export function write(decks: Model[][]): DeckFile[] {
  return decks.map((slides, deck) => ({ name: `0${deck + 1}.md`, markdown: slides.map((slide, index) => slideText(slide, index === 0 ? deck : undefined)).join('\n') }))
}

function slideText({ id, layout, title, bullets, note, extra }: Model, deck?: number): string {
  const keys = { ...(deck !== undefined && { theme: '../../themes/study', title: `deck ${deck}` }), layout, ...(id !== undefined && { id }), ...extra }
  const frontmatter = Object.entries(keys).map(([key, value]) => `${key}: ${value}\n`).join('')
  const lines = bullets.filter(isThere)
  const list = lines.length > 0 ? `\n${lines.map(bullet => `- ${bullet}\n`).join('')}` : ''
  return `---\n${frontmatter}---\n\n# ${title}\n${list}${note.length > 0 ? `\n<!--\n${note.join('\n\n')}\n-->\n` : ''}`
}

/** Reads decks back as models. */
export function read(decks: DeckFile[]): Model[][] {
  return decks.map(({ markdown }) => readDeck(markdown).map(({ data, body, note }): Model => {
    const { theme: _, title: __, layout, id, ...extra } = data
    return {
      ...(id !== undefined && { id: String(id) }),
      layout: String(layout),
      title: /^# (.*)$/m.exec(body)![1]!.trimEnd(),
      bullets: Array.from(body.matchAll(/^- (.*)$/gm), match => match[1]!.trimEnd()),
      note: note.trim().replace(/^<!--\s*|\s*-->$/g, '').split(/(?:\r?\n){2,}/).filter(text => text !== ''),
      ...(Object.keys(extra).length > 0 && { extra: extra as Record<string, string> }),
    }
  }))
}

/** A bullet that was taken out keeps its place, so that another side can still put one after it. */
const GONE = ' gone'

function isThere(bullet: string): boolean {
  return !bullet.endsWith(GONE)
}

/** A slide without its bullets that were taken out. */
export function visible(slide: Model): Model {
  return { ...slide, bullets: slide.bullets.filter(isThere) }
}

/** Unlike any other text, so that slides are known by it. */
function words(place: string): string {
  return `${place} 说的是${[...place].reverse().join('')}，${place.repeat(2)}`
}

/** How many bullets a slide has, and how many lines its note. */
const counts = fc.record({ bullets: fc.integer({ min: 0, max: 4 }), note: fc.integer({ min: 0, max: 3 }) })

/** Decks as they are generated. */
export const decks: fc.Arbitrary<Model[][]> = fc.array(
  fc.array(counts, { minLength: 2, maxLength: 6 }),
  { minLength: 1, maxLength: 3 },
).map(shape => shape.map((slides, deck) => slides.map(({ bullets, note }, index): Model => ({
  id: `s${deck}${index}`,
  layout: index === 0 ? 'cover' : 'points',
  title: words(`t${deck}${index}`),
  bullets: Array.from({ length: bullets }, (_, at) => words(`b${deck}${index}${at}`)),
  note: Array.from({ length: note }, (_, at) => words(`n${deck}${index}${at}`)),
}))))

/** A change of one place of a slide: of the line with this number among those of its kind. */
export interface Edit { kind: 'title' | 'layout' | 'bullet' | 'drop bullet' | 'add bullet' | 'note' | 'add note' | 'key', at: number }

export const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.constantFrom('title', 'layout', 'bullet', 'drop bullet', 'add bullet', 'note', 'add note', 'key'), at: fc.nat(11) })

/**
 * Edits a slide. Lines are found by what they were in the base, so that edits of both sides can be applied to one slide
 * in any order.
 *
 * @returns the slide, and the name of the place that was edited; nothing where it has no such place
 */
export function applyEdit(
  slide: Model,
  base: Model,
  { kind, at }: Edit,
  words: string,
): { slide: Model, place: string } | undefined {
  const line = kind.includes('note') ? base.note[at % base.note.length] : base.bullets[at % base.bullets.length]
  const name = line?.split(' ')[0]
  // A line is known by its first word, whatever has become of the rest.
  const change = (lines: string[], by: (text: string) => string[]): string[] => lines.flatMap(text => text.split(' ')[0] === name ? by(text) : [text])
  switch (kind) {
    case 'title': return { slide: { ...slide, title: words }, place: 'title' }
    case 'layout': return { slide: { ...slide, layout: words.split(' ')[0]! }, place: 'layout' }
    case 'key': return { slide: { ...slide, extra: { ...slide.extra, [words.split(' ')[0]!]: 'yes' } }, place: `key ${words}` }
    case 'add note': return { slide: { ...slide, note: [...slide.note, words] }, place: 'notes end' }
  }
  // A list that goes takes the empty line round it with it.
  if (name === undefined || (kind === 'drop bullet' && base.bullets.length === 1))
    return undefined
  switch (kind) {
    case 'bullet': return { slide: { ...slide, bullets: change(slide.bullets, () => [`${name} ${words}`]) }, place: name }
    case 'drop bullet': return { slide: { ...slide, bullets: change(slide.bullets, () => [name + GONE]) }, place: name }
    case 'add bullet': return { slide: { ...slide, bullets: change(slide.bullets, text => [text, words]) }, place: `after ${name}` }
    case 'note': return { slide: { ...slide, note: change(slide.note, () => [`${name} ${words}`]) }, place: name }
  }
}
