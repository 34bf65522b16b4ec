import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Unit } from './units.ts'
import { partOf } from '../article/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { findSpeech, unquote } from '../language/speech.ts'
import { isOfList } from './items.ts'
import { CREDIT, isOnlySaid } from './only-said.ts'

/** A line no longer than this, and without a sentence's end, is a salutation, a signature or a date. */
const LONGEST_LINE_EM = 20
/** A salutation that names many, and a picture's caption, are no longer than this. */
const LONGEST_ADDRESS_EM = 60

/**
 * Whether a paragraph is said and is no slide's matter: a signature, a date, a salutation, the caption or credit of a
 * picture that is not there, a footnote.
 *
 * @param passage a block of the article
 * @returns true for such a line
 */
export function isAside({ kind, text }: Passage): boolean {
  const line = text.trim()
  if (kind === 'footnote')
    return true
  if (kind === 'paragraph' && (SIGNATURES.test(line) || HEAD_LINES.test(line)))
    return true
  if (kind !== 'paragraph' || widthInEm(line) > LONGEST_ADDRESS_EM || isStanza(line))
    return false
  if (isOfList(line))
    return false
  const isCaption = /^图为|(?:摄|供图|摄影报道)[）)。]?$/.test(line)
  const isAddress = /^[^。！？；“]*[：:]$/.test(line) && !/(?:[是说为有写]|如下)[：:]$/.test(line)
  return isCaption || isAddress || (widthInEm(line) <= LONGEST_LINE_EM && !/[。！？．｡.!?；;][”’」』）)"']*$/.test(line))
}

/** Names, each with what its owner is: Owen Hale, chair of trustees. */
const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]+){1,2}`
const SIGNATURES = new RegExp(String.raw`^(?:${NAME}, (?:the )?\p{Ll}[^.,;:!?\p{Lu}]{2,40}(?:\s|$)){1,4}$`, 'u')

/** What a report's head says of the whole of it: for whom, by whom, of when. */
const HEAD_KEY = `(?:${[
  '(?:Prepared|Written|Submitted|Presented|Compiled|Reviewed|Approved|Commissioned) (?:for|by|to|on)',
  'Authors?|Date|Period(?: covered)?|Version|Revision|Reference',
].join('|')})`
/** Lines of such keys and their values, in names and numbers: Prepared by: Helen Marsh. */
const HEAD_LINES = new RegExp(String.raw`^(?:${HEAD_KEY}: (?=[^\n]*(?:\d|\p{Lu}))[^\n.!?]{2,120}(?:\n|$)){1,6}$`, 'u')

/** Lines that the author has broken are verse or a list, but for a signature over a date. */
function isStanza(text: string): boolean {
  return text.includes('\n') && !/[\d〇年月日][^\n]*$/.test(text)
}

/** A sentence that leads on to what comes next, 现就有关事项通知如下：, is no longer than this. */
const LONGEST_LEAD_EM = 32

/**
 * Takes from slides what is said to the audience or leads on to the next heading. It stays in the note.
 *
 * @param units the sentences under one heading
 * @returns the same sentences; those that are said only have no bullets
 */
export function withoutAsides(units: Unit[]): Unit[] {
  const shown = units.map(unit => isOnlySaid(unit) ? { ...unit, bullets: [] } : unit)
  const last = shown.at(-1)
  const areOthersSeen = shown.slice(0, -1).some(unit => unit.bullets.length > 0)
  const leadsOn = last && !last.place && areOthersSeen && isLeadingOn(last)
  return leadsOn ? [...shown.slice(0, -1), { ...last, bullets: [] }] : shown
}

/** There are three ways out: what they are comes under the next headings. */
const COUNTS_WHAT_COMES = new RegExp([
  [
    String.raw`^There are (?:\w+ )?(?:two|three|four|five|six|seven|several|a few)`,
    String.raw`(?: (?!hundred|thousand|million)[\w’'-]+){1,4}[.:]$`,
  ].join(''),
  '[，,](?:有|分为?|包括)(?:以下|下面)',
].join('|'))

/**
 * Whether what stands before the first heading of a part only says that something comes.
 *
 * @param units its sentences
 * @returns true for a greeting, an announcement, one sentence that counts what comes
 */
export function onlyLeadsOn(units: readonly Unit[]): boolean {
  const [first] = units
  return units.every(isOnlySaid) || (units.length === 1 && COUNTS_WHAT_COMES.test(first!.sentence.value))
}

function isLeadingOn({ sentence }: Unit): boolean {
  const text = sentence.value.trim()
  // 六十岁以下 says how old, 以下几个方面 what comes.
  return widthInEm(text) <= LONGEST_LEAD_EM && (/[：:]$/.test(text) || /以下[几各一二三四五六七八九十\d]|如下。?$|^下面/.test(text))
}

/**
 * Gives a quotation the speaker that is named after it: “……。”老李说。 and “……。”老李说，“……。” and a line that begins
 * with ——.
 *
 * @param units sentences in order
 * @returns the same sentences; a speaker that stands alone has no bullets
 */
export function attributeBackwards(units: Unit[]): Unit[] {
  const result = attributeOnwards(units)
  for (let index = 1; index < units.length; index++) {
    const before = result[index - 1]!
    const own = result[index]!
    const words = before.quotation?.value ?? unquote(before.sentence.value)
    if (words === undefined || before.attribution)
      continue
    const name = speakerIn(units[index]!)
    if (name !== undefined) {
      const start = own.sentence.value.indexOf(name)
      result[index - 1] = quotedBy(before, words, partOf(own.sentence, start, start + name.length))
      const { quotation: _, ...alone } = units[index]!
      result[index] = { ...alone, bullets: [] }
    }
    else if (own.attribution && own.quotation && !own.opensParagraph) {
      result[index - 1] = quotedBy(before, words, own.attribution)
    }
  }
  return result
}

/** A sentence that is somebody's words and nothing else. */
function quotedBy({ formFrom: _, ...unit }: Unit, words: string, attribution: Text): Unit {
  const start = unit.sentence.value.indexOf(words)
  const quotation = partOf(unit.sentence, start, start + words.length)
  return { ...unit, attribution, quotation, bullets: [quotation] }
}

/** “……,” he said. “……。” Whoever speaks goes on in the same paragraph, in quotation marks of their own. */
function attributeOnwards(units: Unit[]): Unit[] {
  const result: Unit[] = []
  for (const unit of units) {
    const before = result.at(-1)
    const words = unquote(unit.sentence.value)
    if (!before?.attribution || !before.quotation || unit.opensParagraph || unit.attribution || words === undefined) {
      result.push(unit)
      continue
    }
    result.push(quotedBy(unit, words, before.attribution))
  }
  return result
}

/** What stands below a quotation on its slide is no longer than this, in characters. */
const LONGEST_NAME = 40

/** Who speaks, where a sentence says nothing else. */
function speakerIn({ sentence }: Unit): string | undefined {
  const text = sentence.value.trim()
  const credit = CREDIT.exec(text)?.[1]
  if (credit !== undefined && credit.length <= LONGEST_NAME)
    return credit
  const name = text.replace(/[。.．｡]$/, '')
  return [`${name}，`, `${name}, `].some(words => findSpeech(words)?.attribution === name) ? name : undefined
}
