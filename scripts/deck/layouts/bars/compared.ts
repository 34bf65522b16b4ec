import type { Count } from '../../structures/numerals.ts'
import type { Clause, Clauses, Span, Structure } from '../../structures/structure.ts'
import { canStandLarge, sizeOf } from '../../structures/alike.ts'
import { datesIn } from '../../structures/dates.ts'
import { countsIn, hasOtherNumber } from '../../structures/numerals.ts'
import { onlyCount } from '../figures/find.ts'

const THAN = '(?:(?:down|up) from|compared (?:with|to)|against)(?: about| some| nearly| just)?'
/** What it was before, in a clause of its own: 去年同期是286例; down from £92,300. */
const BEFORE = new RegExp([
  '^而?(?:[去上前]一?年|上[个一]?季度?|上个?月|往年)(?:同期|[底末])?(?:[只仅]?(?:[是为有]|达到?)|的)?',
  `^${THAN} `,
].join('|'))
/** In the same one (Quirk et al. 15.63, the standard of comparison). */
const ENGLISH = new RegExp(`, ${THAN} $`)
/** Of two bars one of which is so much longer the other is not seen; below the least, no difference is. */
const RATIO = { least: 1.04, most: 20 } as const
const LONGEST = 60
const STRENGTH = 0.86

/**
 * Finds a number and, behind it in its sentence, what it was before: 上报412例，去年同期是286例; reserves stood at £77,750,
 * down from £92,300.
 *
 * @param passage one paragraph
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @returns two bars each, in the text's order
 */
export function compared({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((clause, at) => inClause(text, clause) ?? inNext(text, clause, clauses[at + 1]) ?? [])
}

function inNext(text: string, clause: Clause, next: Clause | undefined): Structure | undefined {
  if (next?.sentence !== clause.sentence || !BEFORE.test(next.words))
    return undefined
  const [now, then] = [onlyCount(text, clause), onlyCount(text, next)]
  return now && then ? barsOf(text, [clause, next], [now, then]) : undefined
}

function inClause(text: string, clause: Clause): Structure | undefined {
  const [now, then, ...others] = countsIn(text, clause)
  const mark = now && then && ENGLISH.exec(text.slice(now.end, then.start))
  const known = now && then ? [now, then, ...datesIn(text, clause)] : []
  if (!mark || others.length > 0 || sizeOf(clause.words) > LONGEST || hasOtherNumber(text, clause, known))
    return undefined
  const end = now.end + mark.index
  return barsOf(text, [{ start: clause.start, end }, { start: end + 2, end: clause.end }], [now, then])
}

function barsOf(text: string, spans: readonly Span[], counts: readonly Count[]): Structure | undefined {
  const values = counts.map(({ value }) => value)
  const ratio = Math.max(...values) / Math.min(...values)
  const areLarge = counts.every(({ start, end }) => canStandLarge(text.slice(start, end)))
  const [now, then] = counts
  if (now!.unit !== then!.unit || now!.unit === '' || ratio < RATIO.least || ratio > RATIO.most || !areLarge)
    return undefined
  const members = spans.map(({ start, end }, index) => {
    const count = counts[index]!
    return { start, end, strong: { start: count.start, end: count.end } }
  })
  return { strength: STRENGTH, members, values }
}
