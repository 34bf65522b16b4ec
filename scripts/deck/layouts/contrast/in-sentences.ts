import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, piecesOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'
import { behind } from '../../structures/structure.ts'

/** 缺的|不是|钱; 问题|不在|桥上: of what it is denied, and by which verb. */
const DENIES = /^(?<what>[^，不没]{0,12}?)(?:[并绝也]|从来)?不(?<verb>[是在靠])(?!于是|很|太|少数)(?<rest>[^，]+)$/
const STRENGTH = 0.88
const LONGEST = 30
const EVEN = 0.2

/**
 * Finds two sentences in a row, one clause each, of which the second says what is so instead of what the first denies:
 * 缺的不是钱。缺的是人。
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function inSentences(passage: Clauses): Structure[] {
  const sentences = piecesOf(passage, 'semicolons')
  return sentences.flatMap(([first, ...more], at) => {
    const [second, ...others] = sentences[at + 1] ?? []
    const isAsked = second && /[？?]/.test(passage.text.slice(first!.start, second.end + 1))
    const isPair = second && more.length === 0 && others.length === 0 && !isAsked
    return isPair ? pairIn(passage.text, first!, second) : []
  })
}

function pairIn(text: string, first: Clause, second: Clause): Structure[] {
  const said = DENIES.exec(first.words)?.groups
  if (!said)
    return []
  const { what = '', verb = '', rest = '' } = said
  const answer = new RegExp(`^(?:${what === '' ? '' : `${escaped(what)}|[它他她这那]们?`})(?:而|[就正恰]?)${verb}于?`)
  const mark = answer.exec(second.words)?.[0]
  const tail = second.words.slice(mark?.length ?? 0)
  const isSide = mark !== undefined && tail !== '' && !/^[否不]/.test(tail) && sizeOf(second.words) <= LONGEST
  if (!isSide || sizeOf(first.words) > LONGEST || ratio(sizeOf(rest), sizeOf(tail)) < EVEN)
    return []
  const strongs = [{ start: first.end - rest.length, end: first.end }, behind(second, mark)]
  return [pairOf(text, STRENGTH, [spanOf(first), spanOf(second)], strongs)]
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
