import type { Kind } from '../../language/words.ts'
import type { Clause } from '../structures/structure.ts'
import { toWords } from '../../language/words.ts'

/** Clauses with ； between them are two. */
export function isParted(text: string, one: Clause, other: Clause): boolean {
  return /[；;]/.test(text.slice(one.end, other.start))
}

/** What opens a clause that is nothing without the one after it: a condition, a concession, a reason, a time or place (《现代汉语八百词》; Quirk et al., 15.17). */
const OPENS_DEPENDENT = /^(?:如果|假如|倘若|要是|若|只有|只要|除非|虽然|[虽在自据]|尽管|即使|哪怕|无论|不论|不管|因为|由于|既然|为了?(?!人|民|什么)|当(?![好家前今])|随着|从(?![不来严未])|经过|通过|按照|根据|依照|围绕|面对|对于?(?!表)|关于|作为|与其|离开|一旦|除了?|至于|截至|截止|鉴于|比如|例如|譬如|有人说|有人认为|与此同时|If|Unless|Although|Though|While|When|Because|Since|As(?! well)|Before|After|Once|Until|Despite|Where|Whether|By|In|On|At|For|With|Without|From|Through|During|Under|Some say|According)(?![a-z])/
/** What closes one. */
const CLOSES_DEPENDENT = /(?:以来|之后|以后|之前|以前|的时候|之时|时|之际|之下|的话|过程中|基础上|的同时|(?<![集心])中|条件下|形势下|背景下|方面|来说|来讲|而言)$/
/** What a clause that holds only under the one before begins with, or one that goes on with it. */
const LEANS = /^(?:就(?!业|是)|才(?![能干华])|[也还又则却且及使即等]|都(?!市)|便(?![利民捷])|而(?!今|立)|但是?|不过|然而|可是|并且?(?!不)|以及|以[便免期至致防求]?(?!人民|[上下来往前后案])|从而|让(?!人民|全|群)|因此|因而|所以|于是|甚至|其中|包括|特别是|尤其是?|更(?![加高好多])|再(?!次)|同时|此外|另外|否则|反而|进而|强调|指出|认为|表示|提出|要求(?!.{4,}[是要])|and|but|or|so|yet|nor|then|which|who|where|when|while|whereas|because|that|if|though|although|unless|until|since|as|not|for)(?![a-z])/
/** What takes up something said before: nothing that a slide can begin with. */
export const TAKES_UP = /^(?:(?:大家|各位|同志们|朋友们|女士们)(?:[早上下晚中]午?上?好)?$|[这那此它他她]|其(?![他余实])|该(?!不)|上述|以上|以下|如下|下面|前者|后者|同样|相反|对此|为此|总之|本文|本章|本节|笔者|首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|一方面|另一方面|一来|二来|It|This|That|These|Those|They|He|She|His|Her|Its|Their|But|So|And|Or|Yet|Thus|Hence|Therefore|However|Then|There|Here|Such|Both|Another|Also|Instead|First|Second|Third|Finally|Still|Even so)(?![a-z])/
/** Where a clause stops short of what it is about. */
const STOPS_SHORT = /(?:[是为把被对向从在和与及或的地得说]|指出|强调|认为|表示|包括|例如|比如|[认意]识到|看到|想到|发现|表明|证明|说明|\b(?:that|the|an?|of|to|and|or|was|were|is|are))$/

/**
 * Whether a clause says something by itself, though it may take up what was said before.
 *
 * @param words its words
 * @returns false for what goes on with the clause before, or only sets the scene for the one after
 */
export function isMainClause(words: string): boolean {
  return !RELATIVE.test(words) && !GOES_ON.test(words) && !isDependent(words) && !STOPS_SHORT.test(words)
}

/** In English what begins so is a piece of the clause before. */
const GOES_ON = /^(?:and|or|nor|because|since|until|unless|though|although|while|when|as|if|that|than|then|not)\b/

/**
 * Whether a clause can be said without the one before it and the one after.
 *
 * @param clause a clause
 * @param clause.words its words
 * @returns false for one that leans on its neighbours, or takes up what was said before
 */
export function standsAlone({ words }: Clause): boolean {
  return !LEANS.test(words) && !TAKES_UP.test(words) && !isDependent(words)
}

/** Whether a clause says what only the one before lets it say. */
export function leansBack({ words }: Clause, before: Clause | undefined): boolean {
  return LEANS.test(words) || (before !== undefined && /^(?:而是|是)/.test(words))
}

/** Whether clauses in a row hang on nothing outside them. */
export function isWhole(clauses: readonly Clause[], from: number, to: number): boolean {
  const last = clauses[to]!
  if (isDependent(last.words) || STOPS_SHORT.test(last.words))
    return false
  // The clock, which had stopped, struck: what stands before a relative clause goes on after it.
  const relative = RELATIVE.test(clauses[to + 1]?.words ?? '') ? clauses[to + 1]! : undefined
  const isTorn = relative?.sentence === last.sentence && (clauses[to + 2]?.sentence === last.sentence || relative.words.includes(', '))
  if (isTorn)
    return false
  const before = clauses[from - 1]
  // What holds only under the clause before stands with it.
  const isHeld = before?.sentence === clauses[from]!.sentence && (CONDITION.test(before.words) || FOLLOWS.test(clauses[from]!.words))
  // What the next clause says of a clause that waits for it: 虽然…，但….
  return !isHeld && !(to > from && !isDependent(clauses[from]!.words) && to - from > 1)
}

/** How a clause begins that stands inside another (Quirk et al., 17.13). */
const RELATIVE = /^(?:which|who|whom|whose|where)\b/

/** After these a clause holds under a condition. */
const CONDITION = /^(?:如果|假如|倘若|要是|若|只有|只要|除非|虽然|尽管|即使|哪怕|无论|不论|不管|离开|一旦|与其|有人说|有人认为|没有|If|Unless|Although|Though|Some say|Even if)(?![a-z])|的话$|不(?=[^，]*$)[^，]*就/

/** What follows from the clause before: 党和人民就能…, 我们才会…. */
const FOLLOWS = /^[^、]{1,8}[就才便][能会可要不没有]/

function isDependent(words: string): boolean {
  return OPENS_DEPENDENT.test(words) || CLOSES_DEPENDENT.test(words)
}

/** Whether there is a word in it that can say something of another: a verb, an adjective, a copula. */
export function saysSomething(words: string): boolean {
  if (!/\p{Script=Han}/u.test(words))
    return words.split(/\s+/).length >= 4
  return toWords(words).some(({ kind }) => kind === 'verb' || kind === 'copula' || kind === 'modal' || kind === 'adjective' || kind === 'idiom' || kind === 'direction')
}

/** Whether words name a thing and say nothing of it: a noun, what stands before it with 的, and no predicate (朱德熙《语法讲义》: 偏正结构). */
export function isNamed(words: string): boolean {
  if (!words.includes('的') || !/\p{Script=Han}/u.test(words))
    return /作为/.test(words) && !/是/.test(words)
  const tagged = toWords(words)
  const last = tagged.findLastIndex(({ text }) => text === '的')
  const tail = tagged.slice(last + 1)
  return isNominal(tagged[0]?.kind)
    && tail.length > 0
    && tail.length <= LONGEST_HEAD
    && tail.every(({ kind }, index) => isNominal(kind) || kind === 'adjective' || kind === 'attribute' || kind === 'numeral' || kind === 'measure' || (kind === 'verb' && index === tail.length - 1))
    && !tagged.some(({ kind }) => ['copula', 'modal', 'aspect', 'adverb', 'negation', 'direction'].includes(kind))
}

/** The words of a noun phrase after its last 的. */
const LONGEST_HEAD = 4

function isNominal(kind: Kind | undefined): boolean {
  return kind === 'noun' || kind === 'gerund' || kind === 'pronoun' || kind === 'place' || kind === 'determiner'
}

/** Whether a clause begins a sentence, or stands right behind ；. */
export function opensPiece(text: string, clauses: readonly Clause[], from: number): boolean {
  const before = clauses[from - 1]
  return before?.sentence !== clauses[from]!.sentence || isParted(text, before, clauses[from]!)
}

export function closesPiece(text: string, clauses: readonly Clause[], to: number): boolean {
  const after = clauses[to + 1]
  return after?.sentence !== clauses[to]!.sentence || isParted(text, clauses[to]!, after)
}

/** Whether a clause within a sentence begins with its predicate: its subject stands before it. */
export function lacksSubject(words: string): boolean {
  const [first] = toWords(words)
  return first !== undefined && ['verb', 'adverb', 'negation', 'copula', 'modal', 'preposition', 'direction'].includes(first.kind)
}
