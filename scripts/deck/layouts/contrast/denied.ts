import type { Clause, Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, ratio, sizeOf, spanOf } from '../../structures/alike.ts'

/** 效果|不|好就停; 看|不|见为什么: what is denied, a word or its first half, and what it is said of. */
const DENIED = /^(?<head>\p{Script=Han}{1,6}?)(?:不|没有?)(?<verb>\p{Script=Han})/u
const ASKED = /^(?:哪|谁|什么|是否|有没有)/
const STRENGTH = 0.72
const LONGEST = 30

/**
 * Finds two clauses in a row of which the second denies what the first says, in its words: 效果好就推广，效果不好就停;
 * 能看见水华，看不见为什么会有水华 (黄伯荣、廖序东《现代汉语》: 对比).
 *
 * @param passage one paragraph
 * @returns the pairs in order
 */
export function denied({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((first, at) => {
    const second = clauses[at + 1]
    const areAsked = ASKED.test(first.words) || /[？?]/.test(text.slice(first.start, (second?.end ?? first.end) + 1))
    return second?.sentence === first.sentence && isDenied(first, second) && !areAsked
      ? [pairOf(text, STRENGTH, [spanOf(first), spanOf(second)], [])]
      : []
  })
}

function isDenied(first: Clause, second: Clause): boolean {
  const { head = '', verb = '' } = DENIED.exec(second.words)?.groups ?? {}
  // 管得住腿，管不住心: what can be done stands with 得.
  const said = [`${head}${verb}`, `${head}得${verb}`].map(words => first.words.indexOf(words))
  const at = head === '' ? -1 : Math.max(...said)
  const [one, other] = [sizeOf(first.words), sizeOf(second.words)]
  return at >= 0 && at <= 4 && ratio(one, other) >= 0.4 && Math.max(one, other) <= LONGEST
}
