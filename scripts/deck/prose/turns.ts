import type { Clause } from '../structures/structure.ts'
import { closesPiece } from './whole-clauses.ts'

/** 难在钱，|更难在人心; it is cheap, |but it sinks: what follows in the sentence counts more. */
const OUTDOES = /^(?:更(?![加高多好])|甚至|反而|却|but(?! also\b)|yet)/
/** 台上热闹，|台下却很冷清; 灯亮着，|可没有人来; and over ；: 船是好船；但没有人开. */
const TURNS = /^(?:但(?!凡)|然而|不过(?!是)|可(?![以能见怕惜爱靠贵行观谓持口再喜]))/
const TURNS_INSIDE = /^[^，]{1,9}(?<![忘冷退推了])却(?!步)/

/** A turn over ； stands no farther off. */
const FEW_CLAUSES = 4

/**
 * Whether what follows in the sentence counts more than a clause: a turn, or what goes further.
 *
 * @param text the text that the clauses stand in
 * @param clauses its clauses
 * @param to the index of the clause, or of the last of several
 */
export function isOutdone(text: string, clauses: readonly Clause[], to: number): boolean {
  const near = clauses.slice(to, to + FEW_CLAUSES)
  const last = near.findIndex((_, index) => closesPiece(text, clauses, to + index))
  const turn = last < 0 ? undefined : near[last + 1]
  const next = last === 0 ? undefined : near[1]
  const isTurned = turn?.sentence === clauses[to]!.sentence && TURNS.test(turn.words)
  return isTurned || [OUTDOES, TURNS, TURNS_INSIDE].some(form => next !== undefined && form.test(next.words))
}
