import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import { widthInEm } from '../language/measure.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { placeOf } from './draft.ts'
import { readNumber } from './numbering.ts'
import { LONGEST_LINE_EM, role } from './title-lines.ts'

/** Where somebody works, as papers mark it behind a name: Ada Lin¹, Bo Zhou²*. */
const PLACES = String.raw`(?:[\d*†‡¹²³⁴-⁹](?:,?[\d*†‡¹²³⁴-⁹]){0,4})?`
const ONE_PERSON = String.raw`(?:\p{Lu}[\p{L}'’-]*\.?\s+){1,3}\p{Lu}[\p{L}'’-]+${PLACES}`
const PERSON = new RegExp(`^${ONE_PERSON}$`, 'u')
/** Several, as papers name who wrote them. */
const PERSONS = new RegExp(String.raw`^${ONE_PERSON}(?:(?:,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+)${ONE_PERSON})+$`, 'u')
const NO_PERSON = /\b(?:The|An?|Of|And|In|On|For|To|How|Why|What|When|My|Our|Its?)\b/i

/**
 * Reads a name in Latin letters on a line of its own, in an article whose headings look otherwise: Helen Marsh Adeyemi.
 *
 * @param drafts the blocks after a title
 * @returns a paragraph with the byline's role, or nothing
 */
export function readPerson(drafts: Draft[]): RootContent | undefined {
  const [first, ...others] = drafts
  // The last block is text, whatever it looks like.
  if (!first || others.length === 0 || first.node.type !== 'paragraph' || !isName(first.text))
    return undefined
  const isNameToo = ({ text }: Draft): boolean =>
    widthInEm(text) < LONGEST_LINE_EM && /^\p{Lu}.*[\p{L}\d]$/u.test(text) && !readNumber(text)
  const alike = !PERSONS.test(first.text) && others.some(draft => draft.node.type === 'heading' || isNameToo(draft))
  return alike ? undefined : doubtful(role(first, 'byline', 0, first.text.length))
}

/**
 * Whether names have marks of where each of them works: it stands below.
 *
 * @param draft a block with names
 * @param draft.text its text
 */
export function hasPlaces({ text }: Draft): boolean {
  return /[\d*†‡¹²³⁴-⁹]$/.test(text)
}

function isName(text: string): boolean {
  const longest = PERSONS.test(text) ? LONGEST_LINE_EM : LONGEST_LINE_EM / 2
  const isPerson = (PERSON.test(text) || PERSONS.test(text)) && !NO_PERSON.test(text.replace(/(?:,|\s)\s*and\s/g, ' '))
  return isPerson && widthInEm(text) <= longest && !readNumber(text)
}

function doubtful(node: RootContent): RootContent {
  const doubt = { position: placeOf(node), confidence: 0.7, ...reasonFor(wording('doubt-name')) }
  node.data = { ...node.data, doubt }
  return node
}
