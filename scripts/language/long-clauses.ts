import { charactersOf } from './characters.ts'
import { widthInEm } from './measure.ts'
import { toPhrases } from './phrases.ts'

/** No slide holds a clause that is longer, below any title: five lines of bullets. In em. */
export const LONGEST_CLAUSE_EM = 120
/** So long are its pieces, about: two lines and a half. */
const PIECE_EM = 66
/** How far a better place may lie from where the share of a piece ends. */
const NEAR = 0.4

/**
 * Marks behind which a clause is parted rather than elsewhere, those of sentences in its quotations among them (GB/T
 * 15834—2011, 4.5, 4.7, 4.13).
 */
const PAUSE = /[，。；！？、：:,;.!?—…]["”’」』）)]*\s*$/
/** Words of Chinese and English behind which nobody pauses. */
const LEADING = /[的地得之和与或及在把被对从为是]\s*$|\b(?:the|an?|of|to|and|or|in|on|at|for|with|by|from|its?|their|this|that)\s*$/i
/** Words of English before which one pauses. */
const JOINING = new RegExp(String.raw`^(?:${[
  'and|but|or|so|that|which|who|whose|because|when|while|where|if',
  'as|with|without|for|from|in|on|at',
].join('|')})\b`, 'i')

/**
 * Cuts a clause that no slide holds, as where somebody has written without marks: behind a pause such as 、 where there
 * is one near, else between phrases, in English before a conjunction or preposition, at last between any two words, or
 * characters of a word.
 *
 * @param clause one clause with its marks
 * @returns its pieces, of about equal length; joined, they are the clause
 */
export function cutLongClause(clause: string): string[] {
  const width = widthInEm(clause)
  if (width <= LONGEST_CLAUSE_EM)
    return [clause]
  const target = width / Math.ceil(width / PIECE_EM)
  const parts = partsOf(clause, target)
  const pieces: string[] = []
  let from = 0
  while (from < parts.length) {
    const to = bestEnd(parts, from, target)
    pieces.push(parts.slice(from, to).map(({ text }) => text).join(''))
    from = to
  }
  return pieces
}

interface Part { text: string, em: number }

/** Phrases, and words of what is not Chinese; what is longer than a piece in pieces of it. */
function partsOf(clause: string, longest: number): Part[] {
  const runs = toPhrases(clause)
    .flatMap(phrase => phrase.match(/[\u0021-\u02FF\u2010-\u201F]+\s*|[^\u0021-\u02FF\u2010-\u201F]+/g) ?? [])
  return runs.flatMap((text) => {
    const em = widthInEm(text)
    if (em <= longest)
      return [{ text, em }]
    const characters = charactersOf(text)
    const size = Math.max(1, Math.floor(characters.length / Math.ceil(em / longest)))
    return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) => {
      const piece = characters.slice(index * size, (index + 1) * size).join('')
      return { text: piece, em: widthInEm(piece) }
    })
  })
}

/** After which part a piece ends best: near its share, and there where one pauses. */
function bestEnd(parts: Part[], from: number, target: number): number {
  let em = 0
  let best = { to: from + 1, cost: Number.POSITIVE_INFINITY }
  for (let to = from + 1; to <= parts.length; to++) {
    em += parts[to - 1]!.em
    if (em > target * (1 + NEAR) && to > from + 1)
      break
    const off = Math.abs(em - target) / target
    const isLast = to === parts.length
    const cost = isLast ? off / 2 : (off > NEAR ? 10 : 0) + off + costAt(parts[to - 1]!.text, parts[to]!.text)
    if (cost <= best.cost)
      best = { to, cost }
  }
  return best.to
}

function costAt(before: string, after: string): number {
  if (PAUSE.test(before))
    return 0
  if (JOINING.test(after))
    return 0.3
  return LEADING.test(before) ? 1 : 0.5
}
