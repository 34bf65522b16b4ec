import type { Clause, FindStructures, Structure } from '../../structures/structure.ts'
import { apart, extent, overlap, ratio, sizeOf, tokensOf } from '../../structures/alike.ts'
import { find as findLadders } from '../ladder/find.ts'
import { find as findParallels } from '../parallel/find.ts'
import { find as findSteps } from '../steps/find.ts'

const FEWEST = 3
const MOST = 4
const SHORTEST = 3
const LONGEST = 22
const LIKE_LENGTH = 0.7
/** Words that clauses share by chance: 的, 了, the. */
const COMMON = new RegExp(`^(?:${[
  '[的了着过在是一这那我他她它其并而也就都与和为将对由以从到a]',
  'the|an|and|but|or|so|to|it|he|she|they|i|we|you|his|her|in|of|that|which|who|as|for|because|if|when|while',
].join('|')})$`)

/**
 * Finds three or four clauses in a row that are of like length and begin or end with the same word:
 * 不开会，不听汇报，不吃饭. It is the weaker form of what `parallel` finds, and leaves to it what it takes.
 *
 * @param passage one paragraph
 * @returns the rows in order
 */
export const find: FindStructures = (passage) => {
  const taken = [findParallels, findLadders, findSteps].flatMap(other => other(passage)).map(extent)
  return apart(runsOf(passage.text, passage.clauses)).filter(row => !taken.some(span => overlap(span, extent(row))))
}

function runsOf(text: string, clauses: readonly Clause[]): Structure[] {
  return (['first', 'last'] as const).flatMap((edge) => {
    const edges = clauses.map(clause => edgeOf(text, clause, edge))
    const rows: Structure[] = []
    for (let at = 0; at < clauses.length; at++) {
      let to = at + 1
      while (edges[at] !== undefined && edges[to] === edges[at] && clauses[to]!.sentence === clauses[at]!.sentence)
        to++
      const run = clauses.slice(at, to)
      // Five and more are a list that was not meant for cards.
      if (run.length >= FEWEST && run.length <= MOST && edges[at - 1] !== edges[at] && areAlike(run))
        rows.push({ strength: edge === 'first' ? 0.6 : 0.55, members: run.map(({ start, end }) => ({ start, end })) })
    }
    return rows
  })
}

/** A clause's first or last word, where it is one that is not shared by chance. */
function edgeOf(text: string, clause: Clause, edge: 'first' | 'last'): string | undefined {
  const token = tokensOf(text, clause).at(edge === 'first' ? 0 : -1)
  // The dictionary has whole clauses as words: 靠山吃山.
  const form = token?.kind === 'idiom' ? token.form.at(edge === 'first' ? 0 : -1)! : token?.form
  return form === undefined || COMMON.test(form) || /^\d/.test(form) ? undefined : form
}

function areAlike(run: readonly Clause[]): boolean {
  const sizes = run.map(({ words }) => sizeOf(words))
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const isShort = least >= SHORTEST && most <= LONGEST
  const areDifferent = new Set(run.map(({ words }) => words)).size === run.length
  const lean = run.some(({ words }) => /[？?]|^(?:如果|那是|因为|所以|但)/.test(words))
  return isShort && ratio(least, most) >= LIKE_LENGTH && areDifferent && !lean
}
