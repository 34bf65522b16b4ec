const BE = 'is|are|was|were'
const AUXILIARY = `${BE}|has|have|had|do|does|did|can|could|will|would|must|should|may|might`
const POSSESSIVE = 'my|your|our|his|her|its|their'
/** Before these what follows is no new clause, but a noun of its phrase: of my house, and he. */
const JOINS = '(?:and|or|but|of|in|on|at|to|for|with|by|from|than|nor|so|into|over|under)'
/** Two words stand before, the last none that joins; one may be an adverb: Perhaps she would. */
const BEHIND_WORDS = String.raw`(?<=[\w’'] [\w’']+ )(?<!\b${JOINS} )`

/**
 * Where another clause begins inside an English one (Quirk et al. 14.5 to 14.9): behind a subordinator, or without one,
 * where a subject stands behind words that are no joint: I knew | it was; the year | my son was born.
 */
const INSIDE = new RegExp([
  String.raw`(?<=\S )(?:that|which|who|whom|whose|what|where|when|while|whether|if|because|how|why|until|unless)\b`,
  String.raw`(?<=\S )(?:although|though|since|before|after|as) (?=\S+ (?:\S+ )?(?:${AUXILIARY})\b)`,
  String.raw`${BEHIND_WORDS}(?:I|he|she|we|they)\b`,
  String.raw`${BEHIND_WORDS}(?:it|you|there|this|(?:${POSSESSIVE}) \S+) (?=(?:${AUXILIARY})\b)`,
  String.raw`(?<=^(?:I|We|You|He|She|They) (?!(?:${AUXILIARY})\b)\S+ )(?:the|an?) (?=.*\b(?:${AUXILIARY})\b)`,
].join('|'))

/**
 * Where the main clause of English words ends, as far as it stands before any other.
 *
 * @param words a clause
 * @returns the offset at which another clause begins in it; the words' length where none does
 */
export function mainClauseEnd(words: string): number {
  const at = words.search(INSIDE)
  return at < 0 ? words.length : at
}

/** I have been told; let me say; we’ll: who speaks, and that they will. */
const WILL = [
  'let (?:me|us)|let[’\']s',
  '(?:i|we)(?:[’\'](?:d|ll)| will| would| want| wanted)(?: just| only)?(?: like)?(?: to)?',
].join('|')
/** That they speak, begin, end, or will be brief (Quirk et al. 8.124: style and comment). */
const SPEAKS = [
  'start|begin|finish|end|close|conclude|turn|return|say|tell|put|talk|speak|explain|give|describe|add|share|mention',
  'be (?:clear|honest|brief|candid|plain)',
].join('|')
const ANNOUNCES = new RegExp([
  '^(?:(?:so|now|well|first|but|and|yet),? )?(?:',
  [
    String.raw`(?:${WILL}) (?:just )?(?:${SPEAKS})\b`,
    String.raw`(?:i|we) (?:promised|was asked|were asked|have been asked)\b`,
    String.raw`(?:i|we) said at the (?:outset|start|beginning)\b`,
    String.raw`there (?:is|was) (?:something|one thing|one more thing|another thing|a word) (?:else|more|to|about)\b`,
    String.raw`the (?:table|chart|graph|figure|list|map)(?: below| above| overleaf)? (?:has|sets|shows|gives|lists)\b`,
    String.raw`(?:here|this) (?:is|are) (?:what|how|where|why|some)\b`,
    String.raw`the [\w ]+ question$`,
  ].join('|'),
  ')',
].join(''), 'i')

/**
 * Whether an English clause only says that something will be said, begun or shown, and not what.
 *
 * @param words its words
 */
export function announcesInEnglish(words: string): boolean {
  return ANNOUNCES.test(words)
}

/** I am not, yet; perhaps he would too: what is left out stands before it (Quirk et al. 12.49, ellipsis). */
const LEAVES_OUT = new RegExp(String.raw`\b(?:${AUXILIARY}|am)(?:n[’']t| not)?,?(?: too| either| yet| so| as well)?$`)
/** I am not saying that …: what is meant is said elsewhere. */
const DISCLAIMS = new RegExp([
  '^(?:I|we)(?: (?:am|are|do)|[’\'](?:m|re)| don)(?: not|[’\']t) ',
  String.raw`(?:say|mean|claim|suggest|argue|pretend|tell)(?:ing)?\b`,
].join(''), 'i')

/**
 * Whether an English clause says next to nothing without the ones beside it.
 *
 * @param words its words
 */
export function isElliptic(words: string): boolean {
  const isMain = mainClauseEnd(words) === words.length
  return DISCLAIMS.test(words) || (isMain && LEAVES_OUT.test(words))
}

/** A word on it, a sentence of its own: it names what comes, and says nothing of it. */
const IS_GIVEN_ROOM = /\bdeserves? (?:an?|(?:its|their) own) (?:word|mention|note|sentence|paragraph)\b/

/**
 * Whether an English clause only names what comes next.
 *
 * @param words its words
 */
export function isGivenRoom(words: string): boolean {
  return IS_GIVEN_ROOM.test(words)
}

/** Pasts of verbs of going, taking, placing, telling and noticing. */
const WENT = [
  'went|came|drove|took|put|got|gave|sat|stood|left|held|brought|sent|met|ran|rode|flew|rang|wrote|read|sold|bought',
  'grew|drew|leant|laid|set|told|knew|heard|saw|felt|thought|[a-z]{2,}ed',
].join('|')
const WHEN = [
  String.raw`(?:an?|one|two|three|four|five|six|some|several|many)(?: few)? \w+ ago`,
  'last (?:night|week|month|year|spring|summer|autumn|winter)|yesterday|one (?:day|night|morning|evening|year)',
].join('|')
const TELLS = new RegExp(
  String.raw`^(?:I (?:then |also |was |had been )?(?:${WENT})\b|(?:${WHEN}),? (?:I|we|he|she|they|it)\b)`,
  'i',
)

/**
 * Whether an English clause tells of what somebody did once: a step of a story, and no point.
 *
 * @param words its words
 */
export function tellsStory(words: string): boolean {
  return TELLS.test(words)
}

/** What follows that where it opens a clause; before a noun it points back: that bridge. */
const OPENS_CLAUSE = [
  'i|we|you|he|she|it|they|there|the|an?|no|nobody|nothing|every|everybody|everything|once|only|never|don[’\']t',
  `${POSSESSIVE}|${AUXILIARY}|cannot`,
].join('|')
/** These days, this year: they say when. */
const SAYS_WHEN = '(?:is|was|year|month|week|morning)'
const POINTS_BACK = new RegExp([
  String.raw`\b(?:this|these|those|one|ones|so|such)\b(?! ${SAYS_WHEN} | days\b)`,
  String.raw`\bthat(?= (?!(?:${OPENS_CLAUSE})\b)| (?:is|was)(?:,|$)|$)`,
].join('|'), 'i')
const PRONOUN = /\b(?:it|he|she|they|him|her|them)\b/i
/** A noun with its article, or a name. */
const NAMES = /\b(?:[Tt]he|[Aa]n?|[Ee]very|[Nn]o|[Mm]y|[Oo]ur|[Yy]our|\S+s|\S+\s\p{Lu}\p{Ll}+)\s/u

/** Whether he, she, it or they stand in English words before anybody or anything is named in them. */
export function namesNobody(words: string): boolean {
  const at = words.search(/\b(?:he|she|him|her|it|they|them)\b/)
  return at >= 0 && !NAMES.test(words.slice(0, at))
}

/**
 * How much English words point at what stands before them: all of it where nobody sees what, a little where a pronoun
 * may stand for what they name themselves.
 *
 * @param words a clause
 * @returns from 0 to 1
 */
export function pointsBack(words: string): number {
  if (POINTS_BACK.test(words) || namesNobody(words))
    return 1
  return PRONOUN.test(words) ? 0.3 : 0
}
