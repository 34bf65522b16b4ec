import type { Clauses, Structure } from '../../structures/structure.ts'
import { pairOf, spanOf } from '../../structures/alike.ts'
import { behind } from '../../structures/structure.ts'

const CLAUSE = String.raw`(?:i|we|you|he|she|it|they|this|that|there|the \w+ (?:is|was)|if|when|what|as|not)\b`
const BUT_RATHER = new RegExp(`^but (?:rather )?(?!also\\b|${CLAUSE})`, 'i')
const SENTENCE_NOT = new RegExp([
  String.raw`^(?:The [\w ]{2,30}? (?:is|was) |It (?:is|was) |This (?:is|was) |That (?:is|was) |They (?:are|were) )`,
  String.raw`not (?=(?<word>a|an|the|about|how|what|whether|because|that|for|to)\b)`,
].join(''))
const PAST = new RegExp([
  '^(?:Once|In the past|Formerly|At first|Back then|Last (?:year|month|week|summer|winter|spring|autumn|fall)',
  String.raw`|(?:An?|One|Two|Three|Four|Five|Six|Ten|Twenty|Many|Some|Several)(?: few)? \w+ ago),? `,
].join(''))
const ENGLISH: readonly (readonly [opens: RegExp, answers: RegExp, near: 'clause' | 'sentence'])[] = [
  [/^.*?\bnot (?!(?:only|just|merely|simply)\b)/i, BUT_RATHER, 'clause'],
  [/^.*?\b(?:once|used to|formerly|in the past,?) /i, /^(?:\w+ )?(?:now|today|these days),? /i, 'clause'],
  [PAST, /^(?:Now|Today|These days)(?:,? |(?=[’']))/, 'sentence'],
  [SENTENCE_NOT, /^(?:It|They|This|That) (?:is|was|are|were) /, 'sentence'],
]

/**
 * Finds English clauses, or sentences, that are set against each other: not …, but …; once …, now …
 *
 * @param passage one paragraph
 * @param passage.text its text
 * @param passage.clauses its clauses
 * @returns the contrasts in order
 */
export function english({ text, clauses }: Clauses): Structure[] {
  return clauses.flatMap((first, at) => ENGLISH.flatMap(([opens, answers, near]) => {
    const second = clauses[at + 1]
    const mark = opens.exec(first.words)
    const answer = second && answers.exec(second.words)
    if (!mark || !answer || (second.sentence !== first.sentence) !== (near === 'sentence'))
      return []
    // Sentences stand alone: each is one clause.
    const [before, after] = [clauses[at - 1], clauses[at + 2]]
    const areWhole = before?.sentence !== first.sentence && after?.sentence !== second.sentence
    if ((near === 'sentence' && !areWhole) || /[?？]/.test(text.slice(first.start, second.end)))
      return []
    const word = mark.groups?.word?.replace(/^an?$/, 'an?')
    if (word !== undefined && !new RegExp(`^${word}\\b`).test(second.words.slice(answer[0].length)))
      return []
    const strongs = [behind(first, mark[0]), behind(second, answer[0])]
    return [pairOf(text, 0.9, [spanOf(first), spanOf(second)], strongs)]
  }))
}
