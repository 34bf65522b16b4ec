import type { Text } from 'mdast'
import type { Content } from '../content.ts'
import type { Span } from '../structures/structure.ts'
import type { Unit } from '../units.ts'
import { headlinesIn } from './headlines.ts'
import { toProse } from './voices.ts'

/** A bullet is a headline better than the heading above if it scores so much. */
const GOOD = 0.25

/**
 * The bullet of a slide that is its headline, where one is a clause that can be said by itself.
 *
 * @param content what a slide shows
 * @param content.bullets its bullets
 * @param content.places where they stand in a list: items are no headlines
 * @param content.attribution whose words they are
 * @param heading the headings above, whose words weigh
 * @returns one of two bullets or more; nothing where the heading says as much
 */
export function headlineAmong(
  { bullets, places, attribution }: Pick<Content, 'bullets' | 'places' | 'attribution'>,
  heading: string,
): Text | undefined {
  if (bullets.length < 2 || places || attribution)
    return undefined
  const prose = toProse(bullets.map((bullet): Unit => ({ sentence: bullet, opensParagraph: false, bullets: [bullet] })))
  const bulletOf = ({ start, end }: Span): Text | undefined =>
    bullets.find(({ value }) => value === prose.text.slice(start, end))
  const [best] = headlinesIn(prose, heading).filter(bulletOf).sort((one, other) => other.score - one.score)
  return best && best.score >= GOOD ? bulletOf(best) : undefined
}
