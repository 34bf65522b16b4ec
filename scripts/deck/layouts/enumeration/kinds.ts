import type { Kind } from '../../../language/model.ts'

/** No member ends with one of these. */
export const LEANS = new Set<Kind>([
  'preposition', 'conjunction', 'structural', 'adverb', 'modal', 'negation', 'link', 'numeral', 'determiner',
])

/** Words that a list may be governed by: what stands before it ends with one. */
export const GOVERNS = new Set<Kind>([
  'verb', 'gerund', 'copula', 'preposition', 'modal', 'structural', 'aspect', 'localizer', 'direction',
  'conjunction', 'link', 'adverb', 'measure', 'time', 'determiner',
])
/** A member may begin with one of these only if others do. */
export const CLASSES: Readonly<Partial<Record<Kind, string>>> = {
  ...classed('name', 'noun', 'place', 'attribute', 'latin', 'time'),
  ...classed('both', 'gerund', 'idiom', 'adjective'),
  ...classed('count', 'numeral', 'number'),
  ...classed('grammar', 'modal', 'preposition', 'copula', 'structural', 'conjunction', 'link', 'aspect'),
  verb: 'verb', adverb: 'adverb', negation: 'negation', pronoun: 'pronoun', determiner: 'determiner',
}

function classed(name: string, ...kinds: readonly Kind[]): Partial<Record<Kind, string>> {
  return Object.fromEntries(kinds.map(kind => [kind, name]))
}
