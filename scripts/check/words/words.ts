import type { SlideText } from '../../slidev/read.ts'
import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from '../deck.ts'
import type { Coverage } from './coverage.ts'
import type { NoteToken, WordFault, WordSlide } from './model.ts'
import { labelsFor } from '../../language/labels.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'
import { linesOf } from '../deck.ts'
import { ArticleText } from './article-text.ts'
import { blocksOf } from './blocks.ts'
import { coverageOf } from './coverage.ts'
import { noteFaults } from './notes.ts'
import { slideFaults } from './slides.ts'
import { Titles } from './titles.ts'
import { joinTorn, tokensOf } from './tokens.ts'

/**
 * Holds decks against promises 1 and 2: slides are verbatim, notes complete. What was generated is judged; what a
 * person has made of it since is theirs. An article that has changed since is not held against its old decks.
 *
 * @param decks the decks as they are
 * @param generated the decks as they were generated
 * @param article the article
 * @returns how much of the article the notes hold, and what is wrong
 */
export function checkWords(
  decks: DeckToCheck[],
  generated: GeneratedDeck[],
  article: CheckedArticle,
): { coverage: Coverage, messages: CheckMessage[] } {
  const text = new ArticleText(article.outline)
  const known = new Set(text.tokens.map(({ words }) => words))
  const before = joinTorn(generated.flatMap(({ slides }, deck) =>
    slides.flatMap(({ note }, slide) => noteTokens(note, deck, slide))), known)
  const was = before.map(({ words }) => words)
  const now = joinTorn(decks.flatMap(({ slides }) => slides.flatMap(({ note }) => noteTokens(note, 0, 0))), known)
    .map(({ words }) => words)
  const coverage = coverageOf(text.sentences(), now, was)
  if (article.isNewer)
    return { coverage, messages: [] }
  const heirs = heirsOf(decks)
  const onSlides = faultsOnSlides(generated, article, text)
    .flatMap(({ fault, deck, slide }) => toMessage(fault, heirs.get(`${deck} ${slide}`), 'body', text, article.path))
  const [countsNow, countsBefore] = [countsOf(now), countsOf(was)]
  const isAdded = (words: string): boolean => (countsNow.get(words) ?? 0) > (countsBefore.get(words) ?? 0)
  const inNotes = noteFaults(text.tokens, before, text, isAdded).flatMap((fault) => {
    const heir = heirs.get(`${fault.deck} ${fault.slide}`)
    if (fault.ruleId !== 'complete' || heir)
      return toMessage(fault, heir, 'note', text, article.path)
    // A sentence that is missing is missing, whatever has become of the slide that it belongs to.
    const owner = decks.find(({ deck }) => `${deck.name}.md` === generated[fault.deck]!.name) ?? decks[0]!
    return [messageAt({ deck: owner, line: 1, column: 1, index: undefined }, fault, text, article.path)]
  })
  return { coverage, messages: [...onSlides, ...inNotes] }
}

/** What is wrong on generated slides, each with its deck and slide. */
function faultsOnSlides(
  generated: GeneratedDeck[],
  { outline, talk }: CheckedArticle,
  text: ArticleText,
): { fault: WordFault, deck: number, slide: number }[] {
  const titles = new Titles(outline, labelsFor(outline.language), talk)
  return generated.flatMap(({ name, slides }, deck) => {
    // One deck says all of the article, however many parts that has.
    const range = text.rangeOf(Number.parseInt(name, 10) - 1, generated.length)
    return slideFaults(slides.map(toWordSlide), text, titles, range)
      .flatMap((faults, slide) => faults.map(fault => ({ fault, deck, slide })))
  })
}

function toWordSlide({ body, data, note }: SlideText): WordSlide {
  return {
    layout: String(data.layout ?? ''),
    blocks: blocksOf(body),
    note: noteText(note),
    ...(typeof data.kicker === 'string' && { kicker: data.kicker }),
  }
}

function countsOf(pieces: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const piece of pieces)
    counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return counts
}

/** What a generated slide has become. */
interface Heir { deck: DeckToCheck, index: number }

/** For each generated slide the one that it is now, where a person has not changed it or taken it out. */
function heirsOf(decks: DeckToCheck[]): Map<string, Heir> {
  return new Map(decks.flatMap(deck => (deck.state?.slides ?? []).flatMap((slide, index): [string, Heir][] => {
    const { state, hidden, from } = slide
    return from && state === 'generated' && !hidden ? [[`${from.deck} ${from.index}`, { deck, index }]] : []
  })))
}

function toMessage(
  fault: WordFault,
  heir: Heir | undefined,
  where: 'body' | 'note',
  text: ArticleText,
  path: string,
): CheckMessage[] {
  if (!heir)
    return []
  const first = linesOf(heir.deck.slides[heir.index]!)[where]
  return [messageAt({ ...heir, line: first + fault.line - 1, column: fault.column }, fault, text, path)]
}

interface Place { deck: DeckToCheck, line: number, column: number, index: number | undefined }

function messageAt(
  { deck: { file, deck }, line, column, index }: Place,
  { ruleId, problem, article }: WordFault,
  text: ArticleText,
  path: string,
): CheckMessage {
  const shown = deck.data.slides.findIndex(({ source }) => source.filepath === deck.path && source.index === index)
  const place = article === undefined ? undefined : text.placeOf(article)
  const fault = place
    ? wording('words-fault-at', { problem, path, line: place.line, column: place.column })
    : wording('words-fault', { problem })
  return { file, line, column, ...(shown >= 0 && { slide: shown + 1 }), ruleId, ...reasonFor(fault), fatal: true }
}

/** A note's Markdown. A click's mark is none of its words; the article's own is written otherwise. */
function noteSource(note: string): string {
  return note.replace(/<!--|-->\s*$/g, '').replace(/(?<!\\)\[click\]/g, '<click>')
}

function noteText(note: string): string {
  return blocksOf(noteSource(note)).map(({ text }) => text).join('')
}

/** A note in pieces. */
function noteTokens(note: string, deck: number, slide: number): NoteToken[] {
  return blocksOf(noteSource(note)).flatMap(({ text, line, column }) => tokensOf(text).map((token): NoteToken => {
    const lines = text.slice(0, token.index).split('\n').length - 1
    return { ...token, deck, slide, line: line + lines, column: lines > 0 ? 1 : column + token.index }
  }))
}
