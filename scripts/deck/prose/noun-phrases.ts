import type { Kind } from '../../language/model.ts'
import { toWords } from '../../language/words.ts'

/** Words that can say something of another. */
const SAYING: ReadonlySet<Kind> = new Set(['verb', 'copula', 'modal', 'adjective', 'idiom', 'direction'])
/** Words that make a predicate of what they stand in. */
const PREDICATING: ReadonlySet<Kind> = new Set(['copula', 'modal', 'aspect', 'adverb', 'negation', 'direction'])
const NOMINAL: ReadonlySet<Kind> = new Set(['noun', 'gerund', 'pronoun', 'place', 'determiner'])
const BESIDE_NOUNS: ReadonlySet<Kind> = new Set(['adjective', 'attribute', 'numeral', 'measure'])
const COUNTING: ReadonlySet<Kind> = new Set(['numeral', 'measure', 'number'])
const DEGREE = /^[最更很极较]/
/** 年轻的同志: in a phrase of these alone nothing is said. */
const OF_NAMES: ReadonlySet<Kind> = new Set([...NOMINAL, ...BESIDE_NOUNS, 'structural', 'time'])

/** Whether there is a word in it that can say something of another: a verb, an adjective, a copula. */
export function saysSomething(words: string): boolean {
  if (!/\p{Script=Han}/u.test(words))
    return words.split(/\s+/).length >= 4
  return toWords(words).some(({ kind }) => SAYING.has(kind))
}

/**
 * Whether words name a thing and say nothing of it: a noun, what stands before it with 的, and no predicate (朱德熙《语法讲义》:
 * 偏正结构).
 */
export function isNamed(quoting: string): boolean {
  // “不打招呼”的走访: what somebody else has said says nothing here.
  if (SO_MANY.test(quoting))
    return false
  const words = quoting.replace(/[“「《][^”」》]*[”」》]/g, '话')
  if (isRow(words))
    return true
  if (!words.includes('的') || !/\p{Script=Han}/u.test(words))
    return /作为/.test(words) && !/是/.test(words)
  const tagged = toWords(words.replace(DEGREE, ''))
  if (tagged.every(({ kind }) => OF_NAMES.has(kind)))
    return true
  const last = tagged.findLastIndex(({ text }) => text === '的')
  const tail = tagged.slice(last + 1)
  // 进过这扇门的人: who did so, of whom something is said next. 世界上主要的粮食作物: one word of two.
  const isAsked = tagged[0]!.kind === 'modal' && tagged[1]?.kind === 'verb'
  if (SOMEBODY.test(words) && !isAsked && !tagged.some(({ kind }) => kind === 'copula'))
    return true
  if (tail[0]?.kind === 'numeral' && isThing(tail) && !tagged.some(({ kind }) => ASSERTING.has(kind)))
    return true
  if (NOMINAL.has(tagged[0]!.kind) && tail.length === 1 && tail[0]!.kind === 'idiom')
    return true
  // 一百二十千克的收入: behind a count one word, or it might be a predicate.
  const longest = COUNTING.has(tagged[0]!.kind) ? 1 : LONGEST_HEAD
  return (NOMINAL.has(tagged[0]!.kind) || COUNTING.has(tagged[0]!.kind))
    && tail.length > 0
    && tail.length <= longest
    && tail.every(({ kind }, index) => isOfThings(kind) || (kind === 'verb' && index === tail.length - 1))
    && !tagged.some(({ kind }) => PREDICATING.has(kind))
}

/** 水稻、小麦、玉米: names in a row, and nothing else. */
function isRow(words: string): boolean {
  return words.includes('、') && toWords(words).every(({ text, kind }) => text === '、' || isOfThings(kind))
}

/** 坡地上多撒的几百斤化肥: a numeral, a measure and a noun after 的. */
function isThing(tail: readonly { kind: Kind }[]): boolean {
  return tail.every(({ kind }) => isOfThings(kind)) && NOMINAL.has(tail.at(-1)!.kind)
}

function isOfThings(kind: Kind): boolean {
  return NOMINAL.has(kind) || BESIDE_NOUNS.has(kind)
}

/** Words that no noun phrase of one attribute has. */
const ASSERTING: ReadonlySet<Kind> = new Set(['copula', 'modal', 'aspect', 'negation'])

/** 来看船的人不少: how many they are is what is said of them. */
const SO_MANY = /\p{Script=Han}{2}(?:不少|不多|很多|极多|极少|很少|无数|众多)$/u
/** A clause that ends in whoever did what it says. */
const SOMEBODY = /的(?:人们?|[我你他她]们?|自己)$/
/** The words of a noun phrase after its last 的. */
const LONGEST_HEAD = 4
