import type { Draft } from './draft.ts'
import { speakingMinutes, widthInEm } from '../language/measure.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { firstClause, isProse, placeOf } from './draft.ts'
import { findSpeakers, speakerOf } from './speakers.ts'
import { isFormLine } from './talk-lines.ts'

/** A part without headings is about this long to say, in minutes: ten slides. */
const MINUTES_A_PART = 8

/** Whoever is spoken to, 各村委会、各单位： or 各位老师：, stands above the text, and names no part of it. */
const ADDRESSES = new RegExp([
  '^各[^，。；]{1,40}[：:]$',
  '^[^，。；：]{0,20}(?:[们們]|同志|先生|女士|老[师師]|同[学學仁]|朋友|家[长長]|[领領][导導])[：:]$',
  '^(?:[亲親][爱愛]|敬[爱愛]|尊敬)的[^，。；：]{1,30}[：:，,]$',
  '^Dear [^.!?]{1,40}[,:]$',
].join('|'))

/** Whoever is greeted. */
const GREETED = '[们們家位]|女士|先生|朋友|同[学學志仁事]|老[师師]|[来來][宾賓]|[领領][导導]'
/** How a talk or a letter begins: 各位来宾，大家上午好！ It says nothing yet. */
const GREETS = new RegExp([
  `^(?:[^，。！？：；]{0,8}(?:${GREETED})[，,：:！!]?){0,3}[你您]?(?:[上下中]午|早上|晚上|新年|节日|早晨)?好[！!。.]`,
  String.raw`^(?:Good (?:morning|afternoon|evening)|Hello|Hi)(?:,? [\p{L} ]{2,40})?[!.,]\s*`,
].join('|'), 'u')

const CLOSED = /[。！？．｡.!?…：:，；、][”’」』）)"']*$/
/** A line above the sentences of a letter, an address, a day, is no longer than this, in em. */
const LONGEST_LINE_EM = 20

/**
 * Parts an article that has no headings: into parts of about equal length, each titled with its own first clause.
 *
 * @param drafts the article's body; headings guessed are noted in it
 */
export function guessParts(drafts: Draft[]): void {
  const prose = drafts.filter(isProse)
  const lengths = drafts.map(draft => speakingMinutes(draft.text))
  const total = lengths.reduce((sum, minutes) => sum + minutes, 0)
  const parts = Math.max(1, Math.min(Math.round(total / MINUTES_A_PART), Math.ceil(prose.length / 2)))
  const speakers = findSpeakers(drafts)
  let said = 0
  let begun = 0
  // Keys and values, 时间：地点：, stand above the text.
  const isKey = (draft: Draft | undefined): boolean => draft !== undefined && isFormLine(draft)
  const isGreeting = ({ text }: Draft): boolean => text.replace(GREETS, '').trim() === ''
  const addressed = drafts.findIndex(draft => !ADDRESSES.test(draft.text) && !isGreeting(draft))
  const haveSentences = prose.some(({ text }) => CLOSED.test(text))
  const isLine = ({ text }: Draft): boolean =>
    haveSentences && !CLOSED.test(text) && widthInEm(text) <= LONGEST_LINE_EM
  const isText = (draft: Draft, index: number): boolean =>
    isProse(draft) && !isLine(draft) && !(isKey(draft) && (index === 0 || isKey(drafts[index - 1])))
    && index >= addressed
  const first = drafts.findIndex(isText)
  for (const [index, draft] of drafts.entries()) {
    // A part begins where the middle of its first paragraph passes the part's share.
    const middle = said + lengths[index]! / 2
    const begins = begun === 0 || middle >= total * begun / parts
    if (isProse(draft) && index >= first && begun < parts && begins) {
      noteFirstClause(draft, parts, speakers)
      begun++
    }
    said += lengths[index]!
  }
}

/** The first clause that says something; of a dialogue without whoever says it. */
function clauseOf(draft: Draft, speakers: ReadonlySet<string | undefined>): { start: number, end: number } {
  const speaker = speakerOf(draft)
  const spoken = speaker !== undefined && speakers.has(speaker) ? speaker.length + 1 : 0
  const from = spoken + (GREETS.exec(draft.text.slice(spoken))?.[0].length ?? 0)
  const { start, end } = firstClause(draft.text.slice(from))
  return { start: start + from, end: end + from }
}

function noteFirstClause(draft: Draft, parts: number, speakers: ReadonlySet<string | undefined>): void {
  draft.heading = {
    level: 'part',
    ...clauseOf(draft, speakers),
    guessed: true,
    doubt: {
      position: placeOf(draft.node),
      confidence: 0.3,
      ...reasonFor(wording('doubt-guess', { parts })),
    },
  }
}
