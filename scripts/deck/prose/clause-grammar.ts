import type { Clause } from '../structures/structure.ts'

/**
 * What begins with one of these: characters or words of Chinese, perhaps with what must not follow them, or whole
 * English words.
 *
 * @param words the words, as parts of a pattern
 */
export function beginning(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})(?![a-z])`)
}

/**
 * What opens a clause that is nothing without the one after it: a condition, a concession, a reason, a time or place
 * (《现代汉语八百词》; Quirk et al., 15.17).
 */
const OPENS_DEPENDENT = beginning(
  '如果|假如|倘若|要是|要想|若|只有|只要|除非|一旦|离开|虽然?|尽管|即使|哪怕|无论|不论|不管|与其|(?:正是?)?因为|由于|既然|鉴于|为了',
  '当(?![好家前今天日月晚年场])|随着|在|自(?![己觉主由身然愿信])|从(?![不来严未前])|经过|通过|按照|根据|依照|据(?!说)|围绕|面对',
  '对于?(?![标表照比接话抗付待])|关于|至于|作为|除了?|截至|截止|要么|比如|例如|譬如|与此同时|有人[说问]|有人认为',
  'If|Unless|Although|Though|While|When|Because|Since|As(?! well)|Before|After|Once|Until|Despite|Where|Whether',
  'Even (?:if|though|when)|Whenever|Wherever|Whatever|Given|Assuming|Regardless|Depending|Unlike|Thanks to|Due to',
  'Rather than',
  'By|In|On|At|For|With|Without|From|Through|During|Under|According|Some say',
)
/** What closes one: 在大家的帮助下, 与往年相比, 接到电话后; but 比别人落后 says something. */
const CLOSES_DEPENDENT = new RegExp(`(?:${[
  '在[^，]*的\\p{Script=Han}{2,4}下|相比|[年月天日周]来|(?<!在[^，]*)期间',
  '(?<![落前先今最身背善向往在])后|(?<![在眼面目空当超提从向往最跟])前',
  '以来|之后|以后|之前|以前|的时候|之时|时|之际|之下|的话|过程中|基础上|的同时|(?<![集心])中',
  '条件下|形势下|背景下|方面|来说|来讲|而言',
].join('|')})$`, 'u')
/** What a clause that holds only under the one before begins with, or one that goes on with it. */
const LEANS = beginning(
  '就(?!业|是)|才(?![能干华])|[也还又则却且]|及(?![时早格])|等(?![待到于级])|即(?!将|使)|都(?!市)|便(?![利民捷])|而(?!今|立)|但是?|不过|然而|可是',
  '并且?(?!不)|以及|要么|或者|或是|以[便免期至致防求]|从而|因此|因而|所以|于是|甚至|其中|包括|特别是|尤其是?|更(?![加高好多]|.{1,4}的是)|再(?!次)',
  '(?:更好地|进一步)?(?:用以|借以|藉以)',
  '同时|此外|另外|否则|反而|进而|主要[是在]|and|but|or|so|yet|nor|then|which|who|where|when|while|whereas|because|that',
  'if|though|although|unless|until|since|as|not|for',
)
/** Behind another clause of its sentence these go on with it: its subject has them done, or says them. */
const GOES_ON_INSIDE = beginning('而?是|使|让|令|强调|指出|认为|表示|提出|关系到|[事关]关|关乎|体现|反映出?')
/** What takes up something said before: nothing that a slide can begin with; and forms of address. */
const TAKES_UP = beginning(
  '(?:大家|各位|同志们|朋友们|女士们)(?:[早上下晚中]午?上?好)?$|[这那此它他她]|其(?![他余实])|该(?!不)|上述|以上|以下|如下|下面',
  '前者|后者|同样|相反|对此|为此|总之|本文|本章|本节|笔者|首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是',
  '一方面|另一方面|一来|二来|换句话说|换言之|也就是说',
  'It|This|That|These|Those|They|He|She|His|Her|Its|Their|But|So|And|Or|Yet|Thus|Hence|Therefore',
  [
    'The (?:remaining [a-z]+|others?|rest|latter|former|second|third|same)',
    '(?= (?:is|was|are|were|has|have|had|of|will|can))',
  ].join(''),
  'However|Then|There|Here|Such|Both|Another|Also|Instead|First|Second|Third|Finally|Still|Even so',
)
/** It is told of some of what was named before: Many are older. */
const OF_THOSE_BEFORE = new RegExp(`^(?:${[
  'Many|Most|Several|Some|None|Few|All|Each|One|Two|Three|Four|Five|Neither|Nor|Half',
].join('|')}) (?:of (?:them|these|those|this|that|it|which)|is|are|was|were|has|have|had|did|came|went)\\b`)
/** Some go through our shop: of whom, the sentence before says. */
const OTHERS_BEFORE = new RegExp([
  String.raw`^(?:Some|Others|Most|Many|Few) (?!of\b|people\b|men\b|women\b|children\b|\w+s\b)[a-z]+`,
  String.raw` (?:through|to|into|in|on|at|by|with|from|for|an?|the|it|them|their|up|out|back|off)\b`,
].join(''))
/** An it that stands for what follows it (Quirk et al., 18.33): It takes a century to …. */
const EXPLETIVE = /^It (?:is|was|takes|took|would|will|may|might|can|could|never|seems) (?:.* )?(?:to|that|who)\b/
/** What a question asked before is answered with: 是我们的办公室. */
const ANSWERS = /^(?:正?是|就是)(?!否|不是|非)/

/**
 * Whether a clause is about something that only the text before it names.
 *
 * @param words its words
 * @returns true for 这…, 他…, It was …, Many are …
 */
export function takesUpBefore(words: string): boolean {
  return (TAKES_UP.test(words) && !EXPLETIVE.test(words)) || OF_THOSE_BEFORE.test(words)
    || OTHERS_BEFORE.test(words) || ANSWERS.test(words)
}

/** 就 as what joins a consequence to its condition: not 成就, 造就, 将就, 迁就, 就业, 就是. As part of a pattern. */
export const THEN = '(?<![成造将迁])就(?![业是])'

/** Where a clause stops short of what it is about. */
export const STOPS_SHORT = new RegExp(`(?:${[
  '[是为把被对向从在和与及或的地得说]|指出|强调|认为|表示|包括|例如|比如|[认意]识到|看到|想到|发现|表明|证明|说明',
  '\\b(?:that|the|an?|of|to|and|or|was|were|is|are)',
].join('|')})$`)

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
 * Whether a clause begins something, rather than going on with what was said before it, or taking it up.
 *
 * @param words its words
 * @returns false for 并且…, 这…, and their like
 */
export function isOwnBeginning(words: string): boolean {
  return !LEANS.test(words) && !TAKES_UP.test(words)
}

/**
 * Whether a clause can be said without the one before it and the one after.
 *
 * @param clause a clause
 * @param clause.words its words
 * @returns false for one that leans on its neighbours, or takes up what was said before
 */
export function standsAlone({ words }: Clause): boolean {
  return isOwnBeginning(words) && !isDependent(words)
}

/**
 * Whether a clause says what only the one before lets it say.
 *
 * @param clause a clause
 * @param clause.words its words
 * @param before the clause before it, between the same marks of sentences and ；
 * @returns false where it begins what it says
 */
export function leansBack({ words }: Clause, before: Clause | undefined): boolean {
  return LEANS.test(words) || (before !== undefined && (GOES_ON_INSIDE.test(words) || NAMES_PURPOSE.test(before.words)))
}

/** For what, or as what, something is done: 为大家办事. */
export const NAMES_PURPOSE = /^为(?![了此期止何人难首主数])[^，]*$/
/** How a clause begins that stands inside another (Quirk et al., 17.13). */
export const RELATIVE = /^(?:which|who|whom|whose|where)\b/

/** Whether a clause sets the scene for another one, or holds only with it. */
export function isDependent(words: string): boolean {
  const bare = words.replace(ROUGHLY, '')
  return [OPENS_DEPENDENT, CLOSES_DEPENDENT, WANTS_REASON, PURPOSE, ONE_DAY].some(form => form.test(bare))
}

/** What may stand before a time or place: 大约从二十年前开始. */
const ROUGHLY = /^(?:大约|大概|差不多|早|约)(?=[从在自到])/
/** To catch the tide; but To err is human. */
const PURPOSE = new RegExp([
  String.raw`^To (?!(?:the|her|his|its|my|our|their|your|many|most|some|date|this|that)\b)[a-z]+\b`,
  String.raw`(?!.+\b(?:is|was|are|means|takes|requires|would|will|can|may|must)\b)`,
].join(''))
/** 有一年冬天, 有一次: when something was, and nothing else. */
const ONE_DAY = /^有一?(?:[年天次回]|阵子?)(?:[春夏秋冬]天?|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)?$/
/** 渡口之所以能开下去, 是因为有人守灯. */
const WANTS_REASON = /^[^，]{0,12}之所以(?!.*是(?:因|由于))/
