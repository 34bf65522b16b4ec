import type { Clause, Clauses, Span, Structure } from '../structures/structure.ts'
import type { Layout } from '../types.ts'
import type { Prose, Voice } from './voices.ts'
import { STRUCTURES } from '../structures/index.ts'
import { isHearsay } from './voices.ts'

/** A structure of a text, whether a slide has room for it or not. */
export interface Found { layout: Layout, structure: Structure, voice: Voice }

/**
 * Finds the structures of a text, but for those of a view that somebody unnamed holds.
 *
 * @param prose sentences under one heading
 * @returns what each finder finds in what each person says
 */
export function foundIn(prose: Prose): Found[] {
  const voices = prose.voices.filter(voice => !isHearsay(voice))
  return voices.flatMap(voice => passagesIn(prose.text, voice).flatMap(passage =>
    STRUCTURES.flatMap(({ layout, find }) =>
      find(passage).map(structure => ({ layout, structure: placed(structure, passage.start), voice })))))
}

/** Finders set each clause beside the others of its passage: no passage has more. */
const MOST_CLAUSES = 200

/**
 * What one person says as finders take it: its own text alone, and no more of it than they go through soon. A structure
 * that a slide can hold is short, so that nothing is lost where thousands of clauses are looked at in several passages.
 *
 * @param text the text that it stands in
 * @param voice what one person says
 * @returns passages, and where each begins: places in them are counted from there
 */
export function passagesIn(text: string, voice: Voice): (Clauses & { start: number })[] {
  const groups = inGroups(voice.clauses)
  return groups.map((own, index) => {
    const start = index === 0 ? voice.start : own[0]!.start
    const end = groups[index + 1]?.[0]!.start ?? voice.end
    const clauses = own.map(clause => ({ ...clause, ...shifted(clause, -start) }))
    return { start, text: text.slice(start, end), clauses }
  })
}

/** Parts clauses after so many, where a sentence ends if one does. */
function inGroups(clauses: readonly Clause[]): (readonly Clause[])[] {
  const groups: (readonly Clause[])[] = []
  let from = 0
  while (clauses.length - from > MOST_CLAUSES) {
    const next = clauses[from + MOST_CLAUSES]!.sentence
    const group = clauses.slice(from, from + MOST_CLAUSES)
    const whole = group.findLastIndex(({ sentence }) => sentence !== next) + 1
    groups.push(whole > 0 ? group.slice(0, whole) : group)
    from += groups.at(-1)!.length
  }
  return [...groups, clauses.slice(from)]
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

function placed({ over, members, after, ...structure }: Structure, by: number): Structure {
  return {
    ...structure,
    ...(over && { over: shifted(over, by) }),
    members: members.map(({ strong, ...member }) =>
      ({ ...shifted(member, by), ...(strong && { strong: shifted(strong, by) }) })),
    ...(after && { after: shifted(after, by) }),
  }
}
