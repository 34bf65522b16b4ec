import type { SlideText } from '../slidev/read.ts'
import type { Side } from './lines.ts'
import { getDefaultConfig } from '@slidev/parser'
import { HEAD_KEYS } from '../slidev/stringify.ts'
import { filterKeys, mergeFrontmatter } from './frontmatter.ts'

const isHeadKey = (key: string | undefined): boolean => (HEAD_KEYS as readonly (string | undefined)[]).includes(key)

/**
 * A slide without what its frontmatter says of the whole deck.
 *
 * @param slide a deck's first slide
 * @returns the slide as it would stand anywhere else in the deck
 */
export function withoutHead(slide: SlideText): SlideText {
  const frontmatter = filterKeys(slide.frontmatter, key => !isHeadKey(key))
  if (frontmatter === undefined)
    return slide
  const data = Object.fromEntries(Object.entries(slide.data).filter(([key]) => !isHeadKey(key)))
  return { ...slide, frontmatter, data }
}

/**
 * Gives a deck's first slide the frontmatter of the deck, where a person has put another slide first, or taken the
 * first one out.
 *
 * @param slide the slide that is the first now
 * @param firsts the first slides of the three versions
 * @param firsts.base as it was generated
 * @param firsts.ours as a person has it, where that is another one
 * @param firsts.theirs as it is generated now
 * @param prefer the side that wins where both have changed a key
 * @returns the slide with the deck's frontmatter, and whether both have changed a key of it
 */
export function withHead(
  slide: SlideText,
  firsts: { base: SlideText, ours: SlideText | undefined, theirs: SlideText },
  prefer: Side,
): { slide: SlideText, conflict: boolean } {
  const { base, ours, theirs } = firsts
  const config = Object.keys(getDefaultConfig())
  // A person's first slide has gone: what it said of the deck goes to the one that is first now.
  const isOfDeck = (key: string | undefined): boolean => isHeadKey(key) || (key !== undefined && config.includes(key))
  const isMissing = ours !== undefined && slide.data.theme === undefined
  const moved = isMissing ? filterKeys(ours.frontmatter, isOfDeck) ?? '' : ''
  const own = moved + slide.frontmatter
  const { text, conflict } = mergeFrontmatter(base.frontmatter, own, theirs.frontmatter, prefer, HEAD_KEYS)
  const lines = text !== '' && slide.close === '' && { open: theirs.open, close: theirs.close }
  return { slide: { ...slide, ...lines, frontmatter: text }, conflict }
}
