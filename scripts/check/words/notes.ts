import type { ArticleText } from './article-text.ts'
import type { NoteFault, NoteToken, SaidToken, Token } from './model.ts'
import { diffArrays } from 'diff'
import { wording } from '../../messages/wording.ts'
import { excerpt } from '../rules/excerpt.ts'

/**
 * Where more pieces than this differ, one message says all. It keeps the comparison near linear (Myers 1986: the time
 * is the length times the differences).
 */
const MOST_DIFFERENCES = 2000

/**
 * Promise 2: the notes of all decks, one after the other, give back what the article says, once, in order, with nothing
 * added.
 *
 * @param said what the article says, in pieces
 * @param notes the notes as they were generated, in pieces
 * @param article the article's text
 * @param spoken whether a person has put a piece into a note
 * @returns what is wrong: `complete` for what is missing, `order` and `twice` for what has another place, `added` for
 *   words that are not the article's
 */
export function noteFaults(
  said: SaidToken[],
  notes: NoteToken[],
  article: ArticleText,
  spoken: (words: string) => boolean,
): NoteFault[] {
  if (wordsOf(said) === wordsOf(notes))
    return []
  const hunks = hunksOf(said, notes)
  const offsets = new Map(said.toReversed().map(({ words, offset }) => [words, offset]))
  const gaps = gapsIn(hunks)
  const moved = new Set<SaidToken>()
  const added = hunks.flatMap(hunk => runsOf(hunk.added).flatMap((run): NoteFault[] => {
    const isForeign = run.some(({ words }) => !offsets.has(words))
    // A sentence that was altered is missing: what stands in its place is said with it.
    if (isForeign && hunk.missing.length > 0)
      return []
    const from = isForeign ? [] : findRun(run, gaps)
    from.forEach(token => moved.add(token))
    const known = from.length > 0 ? 'order' : 'twice'
    return [addedFault(run, isForeign ? 'added' : known, offsets)]
  }))
  const isLost = (token: SaidToken): boolean => !moved.has(token) && !spoken(token.words)
  return [
    ...added,
    ...hunks.flatMap(({ missing, added, before }) => gapFault(missing.filter(isLost), added, before, article)),
  ]
}

/** By its words, each place where a piece is missing. */
type Gaps = ReadonlyMap<string, { missing: SaidToken[], at: number }[]>

function gapsIn(hunks: Hunk[]): Gaps {
  const gaps = new Map<string, { missing: SaidToken[], at: number }[]>()
  for (const { missing } of hunks) {
    for (const [at, { words }] of missing.entries()) {
      const places = gaps.get(words) ?? []
      places.push({ missing, at })
      gaps.set(words, places)
    }
  }
  return gaps
}

/** What is missing elsewhere and stands in a note as one run: it was moved. */
function findRun(run: NoteToken[], gaps: Gaps): SaidToken[] {
  const places = gaps.get(run[0]!.words) ?? []
  const place = places.find(({ missing, at }) => run.every(({ words }, index) => missing[at + index]?.words === words))
  return place ? place.missing.slice(place.at, place.at + run.length) : []
}

/** Where the article and the notes differ: what is missing, what stands there, and the piece of a note before it. */
interface Hunk { missing: SaidToken[], added: NoteToken[], before: NoteToken | undefined }

function hunksOf(said: SaidToken[], notes: NoteToken[]): Hunk[] {
  const [expected, found] = [said, notes].map(tokens => tokens.map(({ words }) => words)) as [string[], string[]]
  const changes = diffArrays(expected, found, { maxEditLength: MOST_DIFFERENCES })
  if (!changes)
    return [coarseHunk(said, notes)]
  const hunks: Hunk[] = []
  let [at, place] = [0, 0]
  let open: Hunk | undefined
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      open = undefined
      at += count
      place += count
      continue
    }
    if (!open)
      hunks.push(open = { missing: [], added: [], before: notes[place - 1] ?? notes[0] })
    if (removed)
      open.missing.push(...said.slice(at, at += count))
    else
      open.added.push(...notes.slice(place, place += count))
  }
  // A note may be parted where the article has no mark.
  return hunks.filter(({ missing, added }) => wordsOf(missing) !== wordsOf(added))
}

/** From the first difference to the last. */
function coarseHunk(said: SaidToken[], notes: NoteToken[]): Hunk {
  const isSame = (one?: Token, other?: Token): boolean => one !== undefined && one.words === other?.words
  let from = 0
  while (isSame(said[from], notes[from]))
    from++
  let end = 0
  const shorter = Math.min(said.length, notes.length)
  while (end < shorter - from && isSame(said[said.length - 1 - end], notes[notes.length - 1 - end]))
    end++
  return {
    missing: said.slice(from, said.length - end),
    added: notes.slice(from, notes.length - end),
    before: notes[from - 1] ?? notes[0],
  }
}

/** Pieces in a row on one slide. */
function runsOf(tokens: NoteToken[]): NoteToken[][] {
  const runs: NoteToken[][] = []
  for (const token of tokens) {
    const last = runs.at(-1)
    if (last && last[0]!.slide === token.slide && last[0]!.deck === token.deck)
      last.push(token)
    else
      runs.push([token])
  }
  return runs
}

function addedFault(
  run: NoteToken[],
  ruleId: 'added' | 'order' | 'twice',
  offsets: ReadonlyMap<string, number>,
): NoteFault {
  const [{ deck, slide, line, column, words }] = run as [NoteToken]
  const article = offsets.get(words)
  const problem = wording(`note-${ruleId}`, { text: excerpt(wordsOf(run)) })
  const isKnown = ruleId !== 'added' && article !== undefined
  return { deck, slide, line, column, ruleId, problem, ...(isKnown && { article }) }
}

function gapFault(
  missing: SaidToken[],
  added: NoteToken[],
  before: NoteToken | undefined,
  article: ArticleText,
): NoteFault[] {
  const [first] = missing
  const place = added[0] ?? before
  if (!first || !place)
    return []
  const { deck, slide, line, column } = place
  const count = wordsOf(missing).length
  const expected = excerpt(article.body.slice(first.offset, first.offset + count))
  const problem = added.length > 0
    ? wording('note-instead', { text: excerpt(wordsOf(added)), expected, count })
    : wording('note-gap', { expected, count })
  return [{ deck, slide, line, column, ruleId: 'complete', problem, article: first.offset }]
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ words }) => words).join('')
}
