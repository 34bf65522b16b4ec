import type { PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Processor } from 'unified'
import type { Deck, Decks, Slide } from '../deck/types.ts'
import { stringify as stringifyYaml } from 'yaml'
import { partOf } from '../article/marks.ts'
import { phrasing } from '../deck/nodes.ts'
import { FURNITURE } from '../deck/types.ts'
import { labelsFor } from '../language/labels.ts'
import { toNoteMarkdown, toSlidevMarkdown } from './escape.ts'

declare module 'unified' {
  interface CompileResultMap {
    decks: DeckFile[]
  }
}

/** A deck as a file. */
export interface DeckFile {
  /** 01.md */
  name: string
  markdown: string
}

/**
 * A unified compiler that writes decks as Slidev Markdown.
 *
 * @param options the theme as a deck names it: a path relative to the deck, or a package
 * @param options.theme the theme's path
 */
export function toSlidev(this: Processor, options: { theme: string }): void {
  this.compiler = (tree) => {
    const { decks } = tree as unknown as Decks
    return decks.map((deck) => {
      return { name: deckName(deck.number, deck.total), markdown: stringifyDeck(deck, options.theme) }
    })
  }
}

/**
 * A deck's file name: two digits, or as many as the last deck of an article takes.
 *
 * @param number the deck's number, from 1
 * @param total how many decks there are
 * @returns 01.md
 */
export function deckName(number: number, total: number): string {
  return `${String(number).padStart(Math.max(2, String(total).length), '0')}.md`
}

/**
 * Writes one deck.
 *
 * @param deck the deck
 * @param theme the theme's path, relative to the deck
 * @returns the file's text
 */
export function stringifyDeck(deck: Deck, theme: string): string {
  const head = headmatter(deck, theme)
  return deck.slides.map((slide, index) => stringifySlide(slide, index === 0 ? head : {}, deck)).join('\n')
}

/** What a first slide's frontmatter says of its whole deck. */
export const HEAD_KEYS = [
  'theme',
  'title',
  'titleTemplate',
  'author',
  'logo',
  'lang',
  'aspectRatio',
  'duration',
] as const

/** The first slide's frontmatter is the deck's: Slidev calls it headmatter. */
function headmatter(deck: Deck, theme: string): Partial<Record<typeof HEAD_KEYS[number], unknown>> {
  const part = deck.total > 1 ? ` · ${labelsFor(deck.language).partOf(deck.number, deck.total).split(' · ')[0]}` : ''
  const article = deck.articleTitle === deck.title ? '' : ` · ${deck.articleTitle}`
  return {
    theme,
    // Slidev reads a title as Markdown.
    title: toSlidevMarkdown({ type: 'paragraph', children: [{ type: 'text', value: deck.title }] }).trim(),
    titleTemplate: `%s${part}${article}`,
    ...((deck.speaker ?? deck.byline) && { author: deck.speaker ?? deck.byline }),
    ...(deck.logo && { logo: deck.logo }),
    lang: deck.language,
    ...(deck.ratio === '16:9' ? {} : { aspectRatio: deck.ratio.replace(':', '/') }),
    duration: `${deck.minutes}min`,
  }
}

function stringifySlide(slide: Slide, head: Record<string, unknown>, { clicks, total }: Deck): string {
  const frontmatter = toYaml({
    ...head,
    layout: slide.layout,
    ...(slide.isBleed && { class: 'bleed' }),
    ...(slide.id && { id: slide.id }),
    ...(slide.kicker && { kicker: slide.kicker }),
    ...(slide.values && { values: [...slide.values] }),
    ...(slide.cue !== undefined && { cue: clock(slide.cue) }),
    ...(slide.next && { next: { deck: deckName(slide.next.deck, total), label: slide.next.label } }),
  })
  const content = slide.content.map((node) => {
    const markdown = toSlidevMarkdown(node)
    return clicks && isStepped(slide, node) ? `<v-clicks>\n\n${markdown}\n</v-clicks>\n` : markdown
  }).join('\n')
  const note = toNoteMarkdown(rootOf(slide.note.map(sentences => blockOf(sentences) ?? {
    type: 'paragraph',
    children: clicks ? withClicks(sentences, slide) : trimmed(joinMarks(sentences.flatMap(phrasing))),
  })))
  return `---\n${frontmatter}---\n\n${content}${note ? `\n<!--\n${note}\n-->\n` : ''}`
}

/** What is said of a block of its own: code stays code. */
function blockOf([only]: Text[]): RootContent | undefined {
  const [node] = (only?.data?.phrasing ?? []) as RootContent[]
  return node?.type === 'code' || node?.type === 'math' ? node : undefined
}

/** Adjacent texts made one, and the white space at a paragraph's edges gone. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value }
    else
      joined.push(node)
  }
  const [first, last] = [joined[0], joined.at(-1)]
  if (first?.type === 'text')
    joined[0] = { type: 'text', value: first.value.trimStart() }
  if (last?.type === 'text')
    joined[joined.length - 1] = { type: 'text', value: (joined.at(-1) as Text).value.trimEnd() }
  return joined.filter(node => node.type !== 'text' || node.value !== '')
}

/** Seconds as minutes and seconds, 3:05. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Where there are several, a slide's bullets are shown one by one, and so are the members of what it draws. */
function isStepped(slide: Slide, node: RootContent): boolean {
  return !FURNITURE.has(slide.layout) && node.type === 'list' && node.children.length > 1
}

/** Marks of one kind in a row, cut between two sentences, are one mark: where their signs meet they would be text. */
function joinMarks(nodes: PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    const isMark = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'
    if (isMark && last?.type === node.type)
      all.splice(-1, 1, { ...last, children: joinMarks([...last.children, ...node.children]) })
    else
      all.push(node)
  }
  return all
}

/**
 * A note's sentences with Slidev's mark, [click], where each bullet begins; a sentence's first bullet comes with the
 * sentence.
 */
function withClicks(sentences: Text[], slide: Slide): PhrasingContent[] {
  const lists = slide.content.filter(node => isStepped(slide, node))
  const bullets = lists.flatMap(node => node.type === 'list' ? node.children : [])
  const starts = bullets.map(bullet => bullet.position?.start.offset ?? -1)
  return sentences.flatMap((sentence, index): PhrasingContent[] => {
    const value = index === sentences.length - 1 ? sentence.value.trimEnd() : sentence.value
    const { start, end } = sentence.position!
    // In order: the pieces between them are the sentence, each word once, whatever places its bullets have.
    const isInside = (offset: number): boolean => offset >= start.offset! && offset < end.offset!
    const own = starts.filter(isInside).sort((one, other) => one - other)
    // Slidev trims a note before it reads its Markdown.
    const blank = index === 0 ? value.length - value.trimStart().length : 0
    const cuts = [blank, ...own.slice(1).map(offset => offset - start.offset!), value.length]
    return cuts.slice(1).flatMap((to, piece): PhrasingContent[] => {
      const words = phrasing(partOf(sentence, cuts[piece]!, to))
      return own.length > 0 ? [{ type: 'html', value: '[click]' }, ...words] : words
    })
  })
}

/** YAML in which no line has three hyphens: Slidev ends the frontmatter at the first that it sees. */
function toYaml(data: Record<string, unknown>): string {
  const text = stringifyYaml(data, { lineWidth: 0, version: '1.1' })
  if (!text.includes('---'))
    return text
  const valueOf = (value: unknown): string => JSON.stringify(value).replace(/-(?=-)/g, '\\u002d')
  return Object.entries(data).map(([key, value]) => `${key}: ${valueOf(value)}\n`).join('')
}

function rootOf(children: Root['children']): Root {
  return { type: 'root', children }
}
