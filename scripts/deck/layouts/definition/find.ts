import type { Kind } from '../../../language/model.ts'
import type { Token } from '../../structures/alike.ts'
import type { Clause, FindStructures, Structure } from '../../structures/structure.ts'
import { apart, piecesOf, plain, sizeOf, tokensOf, wordsIn } from '../../structures/alike.ts'

const LONGEST_TERM = 8
const LONGEST_GLOSS = 50
/** Kinds of words that a term is made of. */
const TERM = new Set<Kind>([
  'noun',
  'place',
  'gerund',
  'idiom',
  'adjective',
  'attribute',
  'latin',
  'structural',
  'localizer',
  'binder',
  'verb',
  'numeral',
  'number',
  'joint',
])
/** A term names a kind of thing: these name one thing that the text has told of, or a part of what is said about it. */
const NO_TERM_BEGINS = [
  '上面|下面|前面|后面|里面|外面|内部|外部|[上下左右][图表]',
  '[这那它他她我你您咱谁其此该本可也还但而就都又不总最更要另有一首第说只]',
  '什么|今天|昨天|明天|现在|今年|去年|关键|重点|原因|问题|结果|目的|理由|答案|好处|坏处|难点|前提|意思',
  '如果|特别|尤其|真正|归根',
].join('|')
const NO_TERM_ENDS = [
  '的|时候|[时上里中后前下说不却只正既仍才先都]|可能|说到底|特别|尤其|如何|是否|认为|觉得|知道|发现',
  '原因|缺点|优点|特点|目的|结果|问题|关键|重点|区别|做法|好处|难点|上方|下方|旁边|地点|时间',
].join('|')
const NO_TERM = new RegExp(`^(?:${NO_TERM_BEGINS})|(?:${NO_TERM_ENDS})$|的`)
const COPULA = /^是指?$/
/**
 * A gloss is a noun phrase: its last noun has something before 的 or 之, or a measure before it
 * (《语法讲义》: 的 makes an attribute of a phrase).
 */
const GLOSS = /(?:的|之|一[种个项类门条座件])[\p{Script=Han}“”《》、]{1,14}$/u
/** 是……的 stresses, and 的 at the end has no head. */
const NO_HEAD = /[的了吗呢吧着过？?！!]$|(?:时候|原因|结果|问题|缘故|事情|事|样子|日子|意思)$/
const NOMINAL = new Set<Kind>(['noun', 'place', 'gerund', 'idiom', 'latin', 'localizer'])

/**
 * Finds what defines: X是Y at a sentence's head, X a short noun phrase and Y a noun phrase with its head
 * (《语法讲义》: 是 between two nouns classes the first), and X is a Y, X refers to Y, X means Y
 * (Quirk et al. 10.20, identification and characterization). One member, all of it; strong is X.
 *
 * @param passage one paragraph
 * @returns the definitions in order
 */
export const find: FindStructures = (passage) => {
  const read = plain(passage)
  const sentences = piecesOf(read, 'sentences')
  return apart(sentences.flatMap((clauses, index) => definitionOf(read.text, clauses, index === 0) ?? []))
}

function definitionOf(text: string, clauses: readonly Clause[], first: boolean): Structure | undefined {
  const [clause, ...more] = clauses as readonly [Clause, ...Clause[]]
  const term = /\p{Script=Han}/u.test(clause.words) ? chinese(text, clause) : english(clause)
  if (term === undefined)
    return undefined
  const article = /^(?:an?|the) /i.exec(clause.words)?.[0].length ?? 0
  const strong = wordsIn(text, { start: clause.start + article, end: clause.start + term })
  if (!strong)
    return undefined
  // 共享是…的本质要求，是…的应有之义: one gloss after another.
  const glosses = more.slice(0, 2)
  const to = glosses.findIndex(({ words }) => !/^[也更又还]?是/.test(words))
  const last = glosses.slice(0, to < 0 ? glosses.length : to).at(-1) ?? clause
  return { strength: first ? 0.5 : 0.45, members: [{ start: clause.start, end: last.end, strong }] }
}

/** How long the term is. */
function chinese(text: string, clause: Clause): number | undefined {
  const tokens = tokensOf(text, clause)
  const at = tokens.findIndex(({ form }) => COPULA.test(form))
  const copula = tokens[at]
  if (!copula || at < 1 || at > 5)
    return undefined
  const term = clause.words.slice(0, copula.start - clause.start)
  const gloss = clause.words.slice(copula.end - clause.start).replace(/^指/, '')
  const subject = tokens.slice(0, at)
  const fits = isTerm(term) && isNamed(subject, term) && isGloss(gloss) && isHead(tokens)
  return fits && isNounPhrase(gloss) ? term.length : undefined
}

function isTerm(term: string): boolean {
  return !NO_TERM.test(term) && !/[，、“”]/.test(term) && sizeOf(term) >= 2 && sizeOf(term) <= LONGEST_TERM
}

/** A verb with its object is a term too, 保持联系, but a clause with a subject is none. */
function isNamed(subject: readonly Token[], term: string): boolean {
  if (!subject.every(({ kind }) => TERM.has(kind)))
    return false
  const hasEdges = subject[0]!.kind !== 'structural' && subject.at(-1)!.kind !== 'adjective'
  const isVerb = subject.length === 1 && subject[0]!.kind === 'verb' && sizeOf(term) >= 2
  return hasEdges && (isVerb || subject.some(({ kind }) => NOMINAL.has(kind)))
}

/** Where a gloss begins with one of these it denies, tells a reason, or speaks of somebody. */
const NO_GLOSS = /^(?:不是|[否在从对按以谁怎哪]|[我他她](?!们)|因为|由于|为了|通过|什么)/

function isGloss(gloss: string): boolean {
  const isPhrase = GLOSS.test(gloss) && !NO_HEAD.test(gloss) && !NO_GLOSS.test(gloss)
  return isPhrase && sizeOf(gloss) >= 5 && sizeOf(gloss) <= LONGEST_GLOSS
}

/** A noun; or what the dictionary calls a verb behind a noun or 之: 本质要求, 胜利之本. */
function isHead(tokens: readonly Token[]): boolean {
  const [before, head] = tokens.slice(-2) as [Token, Token]
  const isBehindName = before.kind === 'noun' || before.kind === 'attribute' || before.form === '的'
  return NOMINAL.has(head.kind) || before.form === '之' || (head.kind === 'verb' && isBehindName)
}

/** 的 stands before the head: 党执政的最大底气. Where a verb stands behind the last 的, the gloss is a clause. */
function isNounPhrase(gloss: string): boolean {
  const at = Math.max(gloss.lastIndexOf('的'), gloss.lastIndexOf('之'))
  const tokens = tokensOf(gloss).filter(({ start }) => start > at)
  return at < 0 || !tokens.some(({ kind }) => ['modal', 'copula', 'aspect', 'pronoun'].includes(kind))
}

const ENGLISH_TERM = String.raw`(?<term>\p{L}[\p{L}-]*(?: [\p{L}-]+){0,3}?)`
/** Is a … of a kind; what follows is, is a long way, is the first says how a thing is, and not what. */
const ENGLISH_IS = String.raw`(?:is|are) (?:an? |the |any )(?!(?:${[
  'other|code|long|short|only|same|first|last|next|few|little|lot|bit|reason|problem|question|result',
  'good|bad|best|worst|great|big|most|main|hard|kind of',
].join('|')})\b)`
const ENGLISH_MEANS = String.raw`(?:refers?|means?) (?:to )?(?!that\b|it\b|you\b|we\b|they\b|he\b|she\b)`
const ENGLISH = new RegExp(
  String.raw`^(?:(?:an?|the) )?${ENGLISH_TERM} (?:${ENGLISH_IS}|${ENGLISH_MEANS})(?<gloss>.+)$`,
  'iu',
)
const NO_ENGLISH_BEGINS = [
  'because|although|since|while|though|usually|often|it|this|that|these|those|he|she|they|we|you|i|there|here',
  'what|who|which|one|another|each|both|all|some|many|most|and|but|so|or|if|when|then|now|today',
  'nothing|everything|nobody|everybody',
  'the (?:result|answer|problem|question|point|reason|other|first|second|last|rest|same)',
  'result|answer|problem|question|point|reason|other|first|second|last|rest|next',
  'only|my|our|your|his|her|their|its',
].join('|')
const NO_ENGLISH_WORDS = [
  'of|in|for|with|by|from|to|on|at|is|are|was|which|that|who|when|if|not|and|or|as|than|there',
  'it|this|these|the|your|my|our|they|we|you|i|he|she',
].join('|')
const NO_ENGLISH_TERM = new RegExp(
  String.raw`^\w+(?:ly|ing)\b|^(?:${NO_ENGLISH_BEGINS})\b|\b(?:${NO_ENGLISH_WORDS})\b`,
  'i',
)

/** What tells a thing from its kind: a joke, a reproach to the street says what somebody thinks of it. */
const TELLS_APART = new RegExp([
  String.raw`\b(?:that|which|who|whose|where|when|of|for|used|made|without|between|from|by|with)\b`,
  String.raw`|\b[a-z]{3,}(?:ing|ed)\b`,
].join(''))

function english({ words }: Clause): number | undefined {
  const match = ENGLISH.exec(words)
  const { term = '', gloss = '' } = match?.groups ?? {}
  const verb = /(?:is|are) (?:an? |any )|refers?|means?/i.test(words.slice(0, words.length - gloss.length))
  const { length } = gloss.split(' ')
  const isToldApart = TELLS_APART.test(gloss)
  if (!match || NO_ENGLISH_TERM.test(term) || !isToldApart || length < 4 || length > 40 || /\?/.test(words))
    return undefined
  // The thing is the …: that one thing is another.
  return verb || !/^the /i.test(words) ? words.indexOf(term) + term.length : undefined
}
