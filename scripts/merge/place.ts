import type { SlideText } from '../slidev/read.ts'
import type { DeckFile } from '../slidev/stringify.ts'
import type { Alignment } from './align.ts'
import type { Place } from './arrange.ts'
import type { Written } from './join.ts'
import type { Side } from './lines.ts'
import type { DeckSlide } from './slides.ts'
import { mergeFrontmatter } from './frontmatter.ts'
import { withHead, withoutHead } from './head.ts'
import { hiddenSlide } from './hidden.ts'
import { isSameText } from './lines.ts'
import { isEdited, mergeSlide, slideWithEnds } from './slide.ts'

/** What a merge of decks knows beside the place that it is at. */
export interface Context {
  /** The decks as a person has them. */
  ours: DeckFile[]
  alignment: Alignment
  /** The article's versions of slides that both sides have changed, which nobody has decided on. */
  copies: Map<DeckSlide, DeckSlide>
  /** The line on such a copy. */
  notice: string
  prefer: Side | undefined
}

/** A deck's number as it was generated, under zero where it is new, and as it is generated now. */
export interface DeckNumbers { from: number, to: number }

/** What is written at one place, the person's slide first; and whether both sides have changed it. */
interface MergedPlace { slides: Written[], conflict?: ConflictKind }

/**
 * The article has changed the slide; has it no more; has it back, with words that were elsewhere; or has put words on
 * it that were taken out elsewhere, or put elsewhere.
 */
export type ConflictKind = 'changed' | 'gone' | 'back' | 'rejoined' | 'returned'

/**
 * Merges what stands at one place of a deck.
 *
 * @param place a slide of a person's, of the article's, or of both
 * @param first the deck's numbers, where this is its first place
 * @param end the file's line ends
 * @param context what all places share
 * @returns the slides that are written
 */
export function mergePlace(place: Place, first: DeckNumbers | undefined, end: string, context: Context): MergedPlace {
  const isUsual = first !== undefined && isUsualFirst(place, first, context.alignment)
  const merged = mergeTexts(place, { isFirst: first !== undefined, isUsual }, end, context)
  if (!first || isUsual)
    return merged
  const { base, ours, theirs } = context.alignment
  const own = ours[first.from]?.[0]
  const generated = slideWithEnds(theirs[first.to]![0]!.text, end)
  // A new deck may begin with a slide that stood elsewhere: what is said of the deck is the article's.
  const firsts = first.from < 0
    ? { base: generated, ours: generated, theirs: generated }
    : { base: base[first.from]![0]!.text, ours: own === place.ours ? undefined : own?.text, theirs: generated }
  const [{ slide, last }, ...copies] = merged.slides as [Written, ...Written[]]
  const headed = withHead(slide, firsts, context.prefer ?? 'ours')
  const isConflict = headed.conflict && !context.prefer
  const conflict = isConflict ? 'changed' : merged.conflict
  return { slides: [{ slide: headed.slide, last }, ...copies], ...(conflict && { conflict }) }
}

/** Whether a deck begins with the slide that it began with. */
function isUsualFirst({ ours, theirs }: Place, { from, to }: DeckNumbers, alignment: Alignment): boolean {
  return theirs === alignment.theirs[to]![0] && (!ours || ours === alignment.ours[from]?.[0])
}

function mergeTexts(
  { ours, theirs, surprise }: Place,
  { isFirst, isUsual }: { isFirst: boolean, isUsual: boolean },
  end: string,
  { alignment, copies, notice, prefer }: Context,
): MergedPlace {
  // What a first slide says of its deck goes with the deck, wherever the slide has gone.
  const plain = (slide: DeckSlide): SlideText =>
    slideWithEnds(slide.first && !isUsual ? withoutHead(slide.text) : slide.text, end)
  if (!ours) {
    const conflict = prefer ? undefined : surprise
    return { slides: [{ slide: plain(theirs!), last: theirs!.last }], ...(conflict && { conflict }) }
  }
  const old = alignment.fromOurs.get(ours)
  const copy = copies.get(ours)
  const undecided = copy && !prefer ? [{ slide: copy.text, last: copy.last }] : []
  // Whoever puts another slide first takes what is said of the deck along; where the deck stands within another now,
  // nobody has.
  const own = ours.first && !isFirst ? withoutHead(ours.text) : ours.text
  if (!theirs)
    return { slides: [{ slide: own, last: ours.last }, ...undecided], ...(old && !prefer && { conflict: 'gone' }) }
  const next = plain(theirs)
  // A person has asked for the slide as it is generated, in the slide itself or on the command line.
  if (own.data.reset === true || (copy && prefer === 'theirs'))
    return { slides: [{ slide: next, last: theirs.last }] }
  const base = plain(old ?? theirs)
  const { slide, conflict } = mergeSlide(base, own, next, prefer)
  const last = isSameText(own.tail, base.tail) ? theirs.last : ours.last
  const isTaken = copy !== undefined && !isEdited(next, own)
  if (prefer || isTaken || !(conflict || copy))
    return { slides: [{ slide, last }], ...(surprise && !prefer && { conflict: surprise }) }
  // What nobody has decided on waits, whatever else the article changes; the id alone is Lectern's, by it the two are
  // known to be one slide.
  const frontmatter = mergeFrontmatter(base.frontmatter, own.frontmatter, next.frontmatter, 'ours', ['id']).text
  const isNew = !copy || isEdited(base, next)
  const isOwn = copy && isEdited(hiddenSlide(base, notice, end), copy.text)
  return {
    slides: [
      { slide: { ...own, frontmatter, tail: slide.tail }, last },
      ...(isNew ? [{ slide: hiddenSlide(next, notice, end), last: theirs.last }] : []),
      ...(isNew && !isOwn ? [] : undecided),
    ],
    conflict: 'changed',
  }
}
