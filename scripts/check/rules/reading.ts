import type { Finding, SetSlide } from '../types.ts'
import { excerpt } from './excerpt.ts'

/**
 * A screen reader finds its way: one heading of the first rank on each slide (WCAG 2.2, 1.3.1), a description for each picture (1.1.1).
 *
 * @param slide a slide as it is set
 * @returns a finding for what is missing or too many
 */
export function reading({ headings, undescribed }: SetSlide): Finding[] {
  return [
    ...(headings === 1 ? [] : [{ ruleId: 'one-heading', reason: `Unexpected ${headings === 0 ? 'slide without a heading' : `${headings} headings of the first rank`}, expected one: begin the slide with one line \`# …\`` }]),
    ...undescribed.map(source => ({ ruleId: 'picture-text', reason: `Unexpected picture without a description, ${nameOf(source)}, expected one: write it between the brackets of \`![]\``, text: source })),
  ]
}

/** A picture's name where it is served, or for a small one, which is in its page itself, how its data begin. */
function nameOf(source: string): string {
  return source.startsWith('data:') ? excerpt(source) : source.split('/').at(-1)!
}
