import type { Draft } from './draft.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { isProse, titleRange } from './draft.ts'

/** Who speaks, before a colon: 记者：, 问：, Q:; or on a line above. */
const SPEAKER = new RegExp([
  String.raw`^([\p{L}·.]{1,12}(?: \p{Lu}[\p{L}.]{0,11})?)[ \u3000]*[：:][ \u3000]*(?=\S)`,
  String.raw`^([\p{L}·.][\p{L}·. ]{0,20})[：:][ \t]*\r?\n\s*(?=\S)`,
].join('|'), 'u')
/** Who asks, by name. */
const ASKERS = /^(?:问|提问|提问者|主持|采访者|访问者|\p{Script=Han}{0,6}(?:记者|主持人)|Q|Question|Interviewer|Host|Moderator)$/iu
/** So many questions make an interview. */
const FEWEST = 2
/** Who asks in so much of what they say is known by it. */
const MOSTLY = 0.8
/** A longer question is no title; its first sentence is. */
const LONGEST_TITLE_EM = 45
const ASKS = /[？?][”’」』）)"']*\s*$/

/**
 * Finds the questions of an interview as points: what is answered stands under its question. Who asks is said before it
 * and stands in no title.
 *
 * @param drafts the blocks of a part; headings found are noted in them
 * @param asking who asks in the whole article
 * @returns whether there are any
 */
export function findQuestions(drafts: Draft[], asking: ReadonlySet<string>): boolean {
  const questions = drafts.filter(draft => !draft.heading && asking.has(speakerOf(draft) ?? ''))
  for (const draft of questions)
    draft.heading = { level: 'point', ...questionIn(draft.text), runInEnd: draft.text.length }
  return questions.length > 0
}

/**
 * Who asks in an interview.
 *
 * @param drafts the article's body
 * @returns the names before their colons; none where the article is no interview
 */
export function askersIn(drafts: Draft[]): ReadonlySet<string> {
  const turns = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const speaker = speakerOf(draft)
    if (speaker !== undefined && !turns.get(speaker)?.push(draft))
      turns.set(speaker, [draft])
  }
  const asks = ([name, own]: [string, Draft[]]): boolean => {
    const questions = own.filter(({ text }) => ASKS.test(text))
    return own.length >= FEWEST && (ASKERS.test(name) || questions.length >= own.length * MOSTLY)
  }
  const askers = new Set([...turns].filter(asks).map(([name]) => name))
  const isAsker = (draft: Draft | undefined): boolean => draft !== undefined && askers.has(speakerOf(draft) ?? '')
  const answers = drafts.filter((draft, index) => isAsker(drafts[index - 1]) && !isAsker(draft))
  return askers.size > 0 && turns.size > askers.size && answers.length >= FEWEST ? askers : new Set()
}

function speakerOf(draft: Draft): string | undefined {
  const [, beside, above] = (isProse(draft) && SPEAKER.exec(draft.text)) || []
  return beside ?? above
}

/** The place of the question in what is said: its last sentence that asks, else its first. */
function questionIn(text: string): { start: number, end: number } {
  const from = SPEAKER.exec(text)![0].length
  const sentences = splitSentences(text.slice(from))
  const asking = sentences.findLastIndex(sentence => ASKS.test(sentence) && widthInEm(sentence) <= LONGEST_TITLE_EM)
  const index = Math.max(0, asking)
  const start = from + sentences.slice(0, index).join('').length
  return titleRange(text, start, start + sentences[index]!.length)
}
