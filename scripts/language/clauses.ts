import { bracketDepths } from './brackets.ts'

/** The marks that part clauses, each kind with those before it. */
export type ClauseMarks = 'semicolons' | 'commas' | 'colons'

/**
 * Splits a sentence at its clause marks outside quotes and brackets.
 *
 * @param sentence one sentence
 * @param marks the marks that part: ； and ; for the clauses of GB/T 15834—2011 4.6, ， and , for the smaller ones, and ：
 * for what leads in to others (4.7)
 * @returns the clauses, each with the mark that ends it; joined, they are the sentence
 */
export function splitClauses(sentence: string, marks: ClauseMarks): string[] {
  const depths = bracketDepths(sentence)
  const pieces: string[] = []
  let start = 0
  for (let index = 0; index < sentence.length; index++) {
    if (depths[index] !== 0 || !parts(sentence, index, marks))
      continue
    let end = index + 1
    while (end < sentence.length && /\s/.test(sentence[end]!))
      end++
    pieces.push(sentence.slice(start, end))
    start = end
    index = end - 1
  }
  if (start < sentence.length)
    pieces.push(sentence.slice(start))
  return pieces
}

/**
 * How a clause after an English comma begins, after the conjunctions and relatives of Quirk et al., A Comprehensive
 * Grammar, 13.5 and 14.12.
 */
const ENGLISH_CLAUSE = new RegExp(String.raw`^\s+(?:${[
  'and|but|or|so|yet|nor|for|because|which|who|where|while|when|whereas',
  'if|though|although|unless|until|since|as|then|not',
].join('|')})\b`)

function parts(sentence: string, index: number, marks: ClauseMarks): boolean {
  const mark = sentence[index]!
  if (mark === '；' || mark === ';')
    return true
  if (marks === 'semicolons')
    return false
  // 10：30 is a time and 1：2 a ratio; 他说：“…” is one clause with what he says.
  if (mark === '：')
    return marks === 'colons' && !/\d：\d|：[“‘「『]/.test(sentence.slice(index - 1, index + 2))
  // 1,000 is a number, and encrypted, deduplicated backups are no clauses: in English a clause says so itself.
  if (mark === ',')
    return ENGLISH_CLAUSE.test(sentence.slice(index + 1, index + 12)) || isTyped(sentence, index)
  // Lines that the author has broken may be parted where commas may.
  return mark === '，' || mark === '\n'
}

/** An English comma in Chinese is ， typed with another keyboard: right behind Chinese, or right before it. */
function isTyped(sentence: string, index: number): boolean {
  const before = sentence.slice(Math.max(0, index - 8), index)
  const after = sentence.slice(index + 1, index + 8)
  return /\p{Script=Han}[”’」』）》〉】〕"'\])]*$/u.test(before) || /^[“‘「『（《〈【〔"'([]*\p{Script=Han}/u.test(after)
}

const LAST_MARKS = /(?<![\s，、；：。｡．,;:])[\s，、；：。｡．,;:]+$/

/**
 * Takes the punctuation from a clause's edges, for a bullet or a title: brackets and quotes stay whole.
 *
 * @param clause one clause with its marks
 * @returns the clause without leading and trailing 。，；：、 and their like
 */
export function trimClause(clause: string): string {
  // A full stop may stand among them, as after a quotation in English.
  return clause
    .replace(/^[\s，、；：。｡．,;:]+/, '')
    .replace(LAST_MARKS, '')
    .replace(/(?<![.\s])\.$/, '')
    .replace(LAST_MARKS, '')
    .trim()
}
