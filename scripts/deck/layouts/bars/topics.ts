import type { Clause, Clauses } from '../../structures/structure.ts'
import { countsIn } from '../../structures/numerals.ts'

/** How many there are, and nothing else: 只有八个, 有一百来家. */
const HOW_MANY = /^[也却就还仍]?(?:[只仅]?有|[仅才占]|只剩|不过|不到|多达)/
/** What is said beside how many: no more than so many characters. */
const LONGEST_REST = 3

/**
 * Takes a topic and how many there are of it as one clause: 真正会修船的，|只有八个 (朱德熙《语法讲义》: 的字结构 as a subject).
 *
 * @param passage one paragraph
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @returns the passage with such clauses joined
 */
export function withTopics({ text, clauses }: Clauses): Clauses {
  const joined: Clause[] = []
  for (const clause of clauses) {
    const topic = joined.at(-1)
    if (topic && isTopicOf(text, topic, clause))
      joined[joined.length - 1] = { ...clause, start: topic.start, words: text.slice(topic.start, clause.end) }
    else
      joined.push(clause)
  }
  return { text, clauses: joined }
}

function isTopicOf(text: string, topic: Clause, clause: Clause): boolean {
  const [count] = countsIn(text, clause)
  const verb = HOW_MANY.exec(clause.words)?.[0]
  const isOpen = topic.sentence === clause.sentence && topic.words.endsWith('的') && countsIn(text, topic).length === 0
  if (!isOpen || !count || verb === undefined || !/[，,]/.test(text.slice(topic.end, clause.start)))
    return false
  return clause.words.length - verb.length - (count.end - count.start) <= LONGEST_REST
}
