import type { Clause, Span } from '../structures/structure.ts'
import type { Headed } from './quotation.ts'
import type { Prose, Voice } from './voices.ts'
import { widthInEm } from '../../language/measure.ts'
import { piecesOf, plainText, spanOf } from '../structures/alike.ts'
import { LONGEST_HEADLINE, wholeHeadline } from './headlines.ts'

/** An answer is one large sentence. In em. */
const LONGEST_ANSWER = 56
/** 没有。says nothing from the last row. */
const SHORTEST_ANSWER = 3
const SCORE = 0.55
const STRENGTH = 0.6
const ASKED = /[？?]$/
/** Somebody else asks, and what follows tells of that. */
const REPORTED = /[问想][我他她你大](?:们|家)?|有人[问说]|问(?=[：:，])|\b(?:ask|wonder)(?:s|ed)?\b/
/** How an answer begins (《现代汉语八百词》: 是, 因为; Quirk et al. 11.4). */
const ANSWERS = new RegExp([
  '^(?:[正就]?是(?!否)|不(?![过仅但论管妨如单光只])|没有|当然|因为|靠|答案|会的$|能的$|会的[，。]|能的[，。])',
  String.raw`^(?:Yes|No|Not|Never|Because|Only|Nothing|Everything|Nobody|Everybody|Once(?! upon)|The answer)\b`,
].join('|'))
/** 我请人统计了一下，是“不让”; …，就是政绩: what it is stands in a later clause. */
const IS = /^就?是(?!否)/
/** Here is a checklist answers nothing, nor does Congratulations! */
const LEADS_ON = /^(?:Here|You can|We can|See|Read)\b|!$/

/**
 * Finds questions that their author answers in the next sentence, so that the question heads a slide and the answer
 * stands large below it: 设问 (黄伯荣、廖序东《现代汉语》; hypophora).
 *
 * @param prose sentences under one heading
 * @param text all of their text, as `plainText` writes it: once for all voices
 * @param voice what one person says
 * @returns each question as a headline with its answer
 */
export function answersOf(prose: Prose, text: string, voice: Voice): Headed[] {
  if (voice.quotation)
    return []
  const clauses = voice.clauses.map(clause => ({ ...clause, words: plainText(clause.words) }))
  const sentences = piecesOf({ text, clauses }, 'sentences')
  return sentences.flatMap((question, index): Headed[] => {
    const answer = sentences[index + 1]
    // What answers several questions answers none of them alone.
    const isSecond = ASKED.test(sentences[index - 1]?.at(-1)!.words ?? '')
    if (!answer || isSecond || !isAnswered(text, question, answer, index === 0))
      return []
    const evidence = { layout: 'points', strength: STRENGTH, voice, spans: [allOf(answer)] } as const
    const line = { ...allOf(question), sentence: question[0]!.sentence }
    return [{ line: wholeHeadline(prose.text, voice, line, SCORE), evidence }]
  })
}

function allOf(clauses: readonly Clause[]): Span {
  return spanOf(clauses[0]!, clauses.at(-1))
}

/** Whether a sentence asks, and the next one answers it. */
function isAnswered(text: string, question: readonly Clause[], answer: readonly Clause[], opens: boolean): boolean {
  const wordsOf = (clauses: readonly Clause[]): string => text.slice(allOf(clauses).start, allOf(clauses).end)
  const [asked, said] = [wordsOf(question), wordsOf(answer)]
  const isAsked = ASKED.test(asked) && !REPORTED.test(asked) && !/[？?]/.test(said)
  const width = widthInEm(said)
  const hasRoom = widthInEm(asked) <= LONGEST_HEADLINE && width >= SHORTEST_ANSWER && width <= LONGEST_ANSWER
  const subject = /^\p{Script=Han}{2,6}?(?=是)/u.exec(asked)?.[0]
  const takesUp = subject !== undefined && said.startsWith(`${subject}是`)
  const isSaid = ANSWERS.test(said) || answer.slice(0, 3).some(({ words }) => IS.test(words)) || takesUp
  return isAsked && hasRoom && (isSaid || (opens && isPosed(asked, said)))
}

/** A short question that opens an English paragraph, and a short sentence: How often? Once a month. */
function isPosed(asked: string, said: string): boolean {
  const [words, others] = [asked, said].map(sentence => sentence.split(' ').length) as [number, number]
  return !/\p{Script=Han}/u.test(asked) && words <= LONGEST_POSED && others <= LONGEST_REPLY && !LEADS_ON.test(said)
}

/** In words. */
const LONGEST_POSED = 9
const LONGEST_REPLY = 14
