import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { isOwnBeginning } from '../../prose/clause-grammar.ts'
import { pairOf, piecesOf, ratio, sizeIn, sizeOf, spanOf } from '../../structures/alike.ts'

const BE = 'is|are|was|were'
const DETERMINER = 'an?|the|no|every|each'
/**
 * What two sentences of one build have in common: how the subject begins, the verb, and how what is said of it begins
 * (Quirk et al. 19.7, structural parallelism).
 */
const BUILDS: readonly RegExp[] = [
  new RegExp(String.raw`^(?<opens>${DETERMINER}) (?:[\w’'-]+ ){1,6}?(?<verb>${BE}) (?<says>an?|the|no|to|not)\b`, 'i'),
  /^(?<opens>to) (?!be\b)(?:[\w’'-]+ ){1,7}?(?<verb>is|means|takes) (?<says>to|an?|the)\b/i,
  new RegExp(String.raw`^(?<opens>there) (?<verb>${BE}) (?<says>an?|the|no)\b`, 'i'),
]
/** So much of two sides may be shown. */
const LONGEST_SIDE = 32
const LEAST_RATIO = 0.4
const STRENGTH = 0.84

/**
 * Finds two English sentences of one build, in a row or with one between them: A cracked bell is a joke. A missing
 * oar is a reproach. To lend a boat is to …. To sell a boat is to …. Three are a row, and no pair.
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function builtAlike(passage: Clauses): Structure[] {
  const sentences = piecesOf(passage, 'sentences')
  const frames = sentences.map(([first]) => frameOf(first!))
  return sentences.flatMap((first, at) => {
    const frame = frames[at]
    // An infinitive is taken up again after what explains it.
    const near = frame?.startsWith('to ') ? [1, 2] : [1]
    const to = near.map(by => at + by).find(index => frames[index] === frame)
    if (frame === undefined || to === undefined || frames.filter(one => one === frame).length !== 2)
      return []
    const sides = [first, sentences[to]!].map(clauses => spanOf(clauses[0]!, clauses.at(-1)))
    return areSides(passage.text, sides) ? [pairOf(passage.text, STRENGTH, sides, [])] : []
  })
}

function frameOf({ words }: Clause): string | undefined {
  const groups = BUILDS.map(build => build.exec(words)?.groups).find(Boolean)
  if (!groups || !(isOwnBeginning(words) || /^there\b/i.test(words)))
    return undefined
  return [groups.opens, groups.verb, groups.says].map(word => word!.toLowerCase().replace(/^an$/, 'a')).join(' ')
}

function areSides(text: string, sides: readonly Span[]): boolean {
  const [one, other] = sides.map(side => sizeIn(text, side)) as [number, number]
  const isAsked = /[?？]/.test(text.slice(sides[0]!.start, sides.at(-1)!.end + 1))
  return ratio(one, other) >= LEAST_RATIO && Math.max(one, other) <= LONGEST_SIDE && !isAsked
}

/** There are nights that pass and nights that don't: one noun twice, each time with what tells the two apart. */
const TWO_KINDS = new RegExp([
  String.raw`^(?<over>(?:there (?:are|were)|(?:i|we|you|they) (?:have|had|know|knew|need|want)) )(?:two \w+: )?`,
  String.raw`(?<one>(?<noun>[a-z’'-]+) (?<mark>that|who|which|of|for|without|with|you|we) [^,;:]+?),?`,
  String.raw` (?=and \k<noun> (?:that|who|which|of|for|without|with|you|we)\b)`,
].join(''), 'i')
const SHORTEST_KIND = 4

/**
 * Finds two kinds of one thing that a clause tells apart: There are nights that pass and nights that don't.
 *
 * @param passage one paragraph
 * @param passage.clauses its clauses
 * @param passage.text its text
 * @returns the pairs in order, what opens the clause over them
 */
export function twoKinds({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((clause) => {
    const match = TWO_KINDS.exec(clause.words)
    const { over = '', one = '', noun = '' } = match?.groups ?? {}
    const start = clause.start + over.length
    const from = clause.start + (match?.[0].length ?? 0)
    const rest = text.slice(from, clause.end)
    const areTwo = rest.split(new RegExp(String.raw`\b${noun}\b`, 'i')).length === 2 && sizeOf(rest) >= SHORTEST_KIND
    if (!match || !areTwo || sizeOf(clause.words) > LONGEST_SIDE)
      return []
    const sides = [{ start, end: start + one.length }, { start: from, end: clause.end }]
    return [{ ...pairOf(text, STRENGTH, sides, []), over: { start: clause.start, end: start - 1 } }]
  })
}
