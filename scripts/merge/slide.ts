import type { SlideText } from '../slidev/read.ts'
import type { Side } from './lines.ts'
import { mergeFrontmatter } from './frontmatter.ts'
import { isSameText, mergeLines, withEnds } from './lines.ts'

/**
 * Merges three versions of a slide: frontmatter, body and note apart. What nobody changed keeps the bytes that it has
 * in `ours`.
 *
 * @param base the slide as it was generated
 * @param ours the slide as a person has it
 * @param theirs the slide as it is generated now, with the line ends of `ours`
 * @param prefer the side that wins where both have changed the same lines; without it the person's slide stays whole
 * @returns the slide, and whether both have changed the same lines
 */
export function mergeSlide(
  base: SlideText,
  ours: SlideText,
  theirs: SlideText,
  prefer?: Side,
): { slide: SlideText, conflict: boolean } {
  const tail = isSameText(ours.tail, base.tail) ? theirs.tail : ours.tail
  if (!isEdited(base, ours))
    return { slide: { ...theirs, tail }, conflict: false }
  if (!isEdited(base, theirs))
    return { slide: { ...ours, tail }, conflict: false }
  const frontmatter = mergeFrontmatter(base.frontmatter, ours.frontmatter, theirs.frontmatter, prefer ?? 'ours')
  const body = mergeLines(base.body, ours.body, theirs.body, prefer)
  const note = mergeLines(base.note, ours.note, theirs.note, prefer)
  const conflict = frontmatter.conflict || body.conflict || note.conflict
  if (conflict && !prefer)
    return { slide: { ...ours, tail }, conflict }
  const head = withFrontmatter(ours, theirs, frontmatter.text)
  return { slide: { ...ours, ...head, body: body.text, note: note.text, tail }, conflict }
}

/**
 * Whether a person has changed a slide: its frontmatter, body or note, and not the white space after it.
 *
 * @param base the slide as it was generated
 * @param ours the slide as it is
 * @returns false where nothing but line ends differs
 */
export function isEdited(base: SlideText, ours: SlideText): boolean {
  return (['frontmatter', 'body', 'note'] as const).some(piece => !isSameText(base[piece], ours[piece]))
}

/**
 * A slide with other line ends.
 *
 * @param slide the slide
 * @param end CRLF or LF
 * @returns the slide, each of its lines with this end
 */
export function slideWithEnds(slide: SlideText, end: string): SlideText {
  const names = ['open', 'frontmatter', 'close', 'body', 'note', 'tail'] as const
  const pieces = names.map(piece => [piece, withEnds(slide[piece], end)])
  return { ...slide, ...Object.fromEntries(pieces) }
}

/** A slide that had no frontmatter needs the lines round it. */
function withFrontmatter(
  ours: SlideText,
  theirs: SlideText,
  frontmatter: string,
): Pick<SlideText, 'open' | 'frontmatter' | 'close'> {
  return frontmatter !== '' && ours.close === ''
    ? { open: ours.open || theirs.open, frontmatter, close: theirs.close }
    : { open: ours.open, frontmatter, close: ours.close }
}
