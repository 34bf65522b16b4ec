/** What a slide says of itself, as far as its place in the part is asked for. */
export interface Placed { layout?: string | undefined, kicker?: string | undefined, title?: string | undefined }

/** A point of the part: gone by, under way, or to come. */
export type Tick = 'done' | 'now' | 'ahead'

/** Slides that stand outside the points of a part. */
const FURNITURE: ReadonlySet<string | undefined> = new Set([
  'cover',
  'section',
  'closing',
  'outline',
  'recap',
  'questions',
])

/**
 * A tick for each point of the part, which some slide's kicker names by its number or its title.
 *
 * @param slides all slides of the deck
 * @param no the slide's number, from 1
 * @returns how far each point is; none where there is but one
 */
export function ticksOf(slides: readonly Placed[], no: number): Tick[] {
  const pointsIn = ({ layout, kicker }: Placed): string[] =>
    kicker && !FURNITURE.has(layout) ? [pointOf(kicker)] : []
  const all = [...new Set(slides.flatMap(pointsIn))]
  // What is said of the part as a whole, before its points and after them, is no point beside them.
  const numbered = all.filter(point => point.includes(' · '))
  const points = numbered.length > 0 ? numbered : all
  const isPoint = (slide: Placed): boolean => pointsIn(slide).some(point => points.includes(point))
  const last = slides.slice(0, no).findLast(isPoint)
  const now = last ? points.indexOf(pointOf(last.kicker!)) : -1
  // After the last point nothing is under way: a recap, the closing sentence.
  const isOver = now >= 0 && !isPoint(slides[no - 1] ?? {}) && !slides.slice(no).some(isPoint)
  if (points.length < 2)
    return []
  return points.map((_, index) => {
    if (index < now || isOver)
      return 'done'
    return index === now ? 'now' : 'ahead'
  })
}

/**
 * The numerals at a kicker's head: those of its part, and of its point.
 *
 * @param kicker such as `二 · 1 先看水`
 * @returns such as `二 · 1`; nothing where it has none
 */
export function numeralsOf(kicker: string): string | undefined {
  return /^[\d一二三四五六七八九十百千零]+(?: · \d+)?(?= |$)/.exec(kicker)?.[0]
}

/** A part's number where its title does not follow: 第二部分, Part 2. */
const PART_ALONE = /^(?:第([一二三四五六七八九十百]+)部分|Part (\d+))$/

/** A point's numerals stand on all its slides, whatever title stands after them; without them a kicker is the point. */
function pointOf(kicker: string): string {
  const [, chinese, english] = PART_ALONE.exec(kicker) ?? []
  return chinese ?? english ?? numeralsOf(kicker) ?? kicker
}

/**
 * Which of several slides with the same title a slide is.
 *
 * @param slides all slides of the deck
 * @param no the slide's number, from 1
 * @returns such as `2/3`; nothing where its title is its own
 */
export function turnOf(slides: readonly Placed[], no: number): string | undefined {
  const own = slides[no - 1]
  if (!own?.title || FURNITURE.has(own.layout))
    return undefined
  const same = slides.flatMap(({ layout, title }, index) =>
    title === own.title && !FURNITURE.has(layout) ? [index + 1] : [])
  return same.length > 1 ? `${same.indexOf(no) + 1}/${same.length}` : undefined
}
