import type { SlideText } from '../slidev/read.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Place } from './arrange.ts'
import type { Written } from './join.ts'
import type { Side } from './lines.ts'
import type { ConflictKind, Context } from './place.ts'
import type { DeckSlide } from './slides.ts'
import { align } from './align.ts'
import { arrange } from './arrange.ts'
import { withoutCounts } from './counts.ts'
import { withoutHead } from './head.ts'
import { takeCopies } from './hidden.ts'
import { joinSlides } from './join.ts'
import { endOf, isSameText } from './lines.ts'
import { mergePlace } from './place.ts'
import { isEdited } from './slide.ts'
import { readSlides, titleOf } from './slides.ts'

/** Three versions of an article's decks. */
export interface Versions {
  /** As they were generated the last time. */
  base: DeckFile[]
  /** The same decks, in the same order, as a person has them now. */
  ours: DeckFile[]
  /** As they are generated now. */
  theirs: DeckFile[]
}

/** A slide that both sides have changed. */
export interface Conflict {
  /** The deck's file name. */
  deck: string
  /** The line of the merged deck where the person's slide begins. */
  line: number
  title: string
  kind: ConflictKind
}

/** What comes of a merge. */
export interface Merged {
  decks: DeckFile[]
  /** Where decks of the last time have gone, by their names then: those whose part has another number now. */
  moved: Map<string, string>
  /** Decks that a person has changed, and whose part the article has no more: under the names that they had. */
  removed: DeckFile[]
  conflicts: Conflict[]
  /**
   * Slides with a comment or a block of code that is not closed, by the file and line where a person has them: such a
   * merge is not to be used.
   */
  open: { deck: string, line: number }[]
}

/**
 * Merges decks that were generated anew with what a person has made of them, slide by slide.
 *
 * @param versions the three versions
 * @param notice the line on the copy of a slide that both sides have changed
 * @param prefer the side that wins where both have changed the same lines; without it the person's slide stays, and the
 *   article's is put after it, hidden
 * @returns the merged decks, and every conflict
 */
export function mergeDecks(versions: Versions, notice: string, prefer?: Side): Merged {
  const counted = withoutCounts(readSlides(versions.base), readSlides(versions.ours))
  const { decks: ours, copies } = takeCopies(counted.ours, notice)
  const alignment = align(counted.base, ours, readSlides(versions.theirs))
  // What a first slide says of the deck counts where the deck begins with it still.
  const textOf = ({ text, first, deck }: DeckSlide): SlideText => {
    const isJoined = alignment.decks.indexOf(alignment.decks[deck]) < deck
    return first && isJoined ? withoutHead(text) : text
  }
  const isChanged = (slide: DeckSlide): boolean => isEdited(textOf(alignment.fromOurs.get(slide)!), textOf(slide))
  const places = arrange(alignment, slide => copies.has(slide) || (prefer !== 'theirs' && isChanged(slide)))
  const context = { ours: versions.ours, alignment, copies, notice, prefer }
  const merged = versions.theirs.map(({ name }, deck) => {
    const from = places.findIndex(place => place.deck === deck)
    const to = places.findIndex(place => place.deck === deck + 1)
    return mergeDeck(name, deck, places.slice(from + 1, to < 0 ? undefined : to), context)
  })
  const isLost = ({ markdown }: DeckFile, index: number): boolean =>
    alignment.decks[index] === undefined && !isSameText(markdown, versions.base[index]!.markdown)
  return {
    decks: merged.map(({ deck }) => deck),
    moved: new Map(versions.base.flatMap(({ name }, index) => {
      const now = versions.theirs[alignment.decks[index] ?? -1]?.name
      return now === undefined || now === name ? [] : [[name, now]]
    })),
    removed: versions.ours.filter(isLost),
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
    open: merged.flatMap(({ open }) => open ?? []),
  }
}

interface MergedDeck {
  deck: DeckFile
  conflicts: Conflict[]
  open?: Merged['open'][number]
}

function mergeDeck(name: string, deck: number, places: Place[], context: Context): MergedDeck {
  const from = context.alignment.decks.indexOf(deck)
  const own = context.ours[from]?.markdown ?? ''
  const end = endOf(own) ?? '\n'
  const written: Written[] = []
  const conflicts: (Pick<Conflict, 'kind'> & { at: number })[] = []
  for (const [index, place] of places.entries()) {
    const { slides, conflict } = mergePlace(place, index === 0 ? { from, to: deck } : undefined, end, context)
    if (conflict)
      conflicts.push({ kind: conflict, at: written.length })
    written.push(...slides)
  }
  const { markdown, lines, open } = joinSlides(written, end)
  // A file without a final newline stays one.
  const isOpen = own !== '' && !own.endsWith('\n')
  return {
    deck: { name, markdown: isOpen ? markdown.replace(/\r?\n$/, '') : markdown },
    conflicts: conflicts.map(({ kind, at }) => {
      return { deck: name, line: lines[at]!, title: titleOf(written[at]!.slide), kind }
    }),
    ...(open && { open: { deck: context.ours[from]?.name ?? name, line: open.line } }),
  }
}
