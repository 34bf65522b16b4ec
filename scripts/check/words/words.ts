import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from '../deck.ts'
import type { Coverage } from './coverage.ts'
import type { NoteToken } from './notes.ts'
import type { WordFault } from './slides.ts'
import { labelsFor } from '../../language/labels.ts'
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
export function checkWords(decks: DeckToCheck[], generated: GeneratedDeck[], article: CheckedArticle): { coverage: Coverage, messages: CheckMessage[] } {
  const text = new ArticleText(article.outline)
  const known = new Set(text.tokens.map(({ words }) => words))
  const before = joinTorn(generated.flatMap(({ slides }, deck) => slides.flatMap(({ note }, slide) => noteTokens(note, deck, slide))), known)
  const now = joinTorn(decks.flatMap(({ slides }) => slides.flatMap(({ note }) => noteTokens(note, 0, 0))), known).map(({ words }) => words)
  const coverage = coverageOf(text.sentences(), now, before.map(({ words }) => words))
  if (article.isNewer)
    return { coverage, messages: [] }
  const titles = new Titles(article.outline, labelsFor(article.outline.language), article.talk)
  const heirs = heirsOf(decks)
  const onSlides = generated.flatMap(({ name, slides }, deck) => slideFaults(
    slides.map(({ body, data, note }) => ({ layout: String(data.layout ?? ''), blocks: blocksOf(body), note: noteText(note), ...(typeof data.kicker === 'string' && { kicker: data.kicker }) })),
    text,
    titles,
    // One deck says all of the article, however many parts that has.
    text.rangeOf(Number.parseInt(name, 10) - 1, generated.length),
  ).flatMap((faults, slide) => faults.flatMap(fault => toMessage(fault, heirs.get(`${deck} ${slide}`), 'body', text, article.path))))
  const [isNow, was] = [countsOf(now), countsOf(before.map(({ words }) => words))]
  const inNotes = noteFaults(text.tokens, before, text, words => (isNow.get(words) ?? 0) > (was.get(words) ?? 0)).flatMap((fault) => {
    const heir = heirs.get(`${fault.deck} ${fault.slide}`)
    // A sentence that is missing is missing, whatever has become of the slide that it belongs to.
    const lost = decks.find(({ deck }) => `${deck.name}.md` === generated[fault.deck]!.name) ?? decks[0]!
    return fault.ruleId === 'complete' && !heir ? [messageAt(lost, 1, 1, undefined, fault, text, article.path)] : toMessage(fault, heir, 'note', text, article.path)
  })
  return { coverage, messages: [...onSlides, ...inNotes] }
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
  return new Map(decks.flatMap(deck => (deck.state?.slides ?? []).flatMap(({ state, hidden, from }, index): [string, Heir][] =>
    from && state === 'generated' && !hidden ? [[`${from.deck} ${from.index}`, { deck, index }]] : [])))
}

function toMessage(fault: WordFault, heir: Heir | undefined, where: 'body' | 'note', text: ArticleText, path: string): CheckMessage[] {
  if (!heir)
    return []
  const first = linesOf(heir.deck.slides[heir.index]!)[where]
  return [messageAt(heir.deck, first + fault.line - 1, fault.column, heir.index, fault, text, path)]
}

function messageAt({ file, deck }: DeckToCheck, line: number, column: number, index: number | undefined, { ruleId, problem, article }: WordFault, text: ArticleText, path: string): CheckMessage {
  const shown = deck.data.slides.findIndex(({ source }) => source.filepath === deck.path && source.index === index)
  const place = article === undefined ? undefined : text.placeOf(article)
  return { file, line, column, ...(shown >= 0 && { slide: shown + 1 }), ruleId, reason: `${problem}${place ? ` (${path}:${place.line}:${place.column})` : ''}: generate the decks again`, fatal: true }
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
