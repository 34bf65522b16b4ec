import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import { imagesIn } from '../article/images.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { readNumber } from './numbering.ts'
import { isKeyLine } from './talk-lines.ts'
import { isCreditLine, LONGEST_LINE_EM, readLine, role } from './title-lines.ts'

const ENDED = /[。．.；;：:，,、！!？?]$/

/**
 * Reads the line that stands between a title and who wrote it, or between a title and the first heading where it is
 * bold: a subtitle, as newspapers set one and as people do who have but one rank of headings left.
 *
 * @param drafts the blocks below a title
 * @returns a paragraph with the subtitle's role, or nothing where the line is text, or heads a text that has an author
 *   of its own
 */
export function readLineBetween(drafts: Draft[]): RootContent | undefined {
  const [line, next] = drafts
  if (!line || !next || line.node.type !== 'paragraph' || widthInEm(line.text) > LONGEST_LINE_EM)
    return undefined
  // A picture alone has no words.
  if (!hasWords(line.text) || imagesIn(line.node).length > 0)
    return undefined
  if (isKeyLine(line) || ENDED.test(line.text) || /[\r\n]/.test(line.text) || readNumber(line.text))
    return undefined
  const isHead = isBold(line.node) && next.node.type === 'heading'
  const isSubtitle = isHead || isTranslated(drafts) || isBeforeCredit(drafts) || isBeforeDateline(drafts)
  return isSubtitle ? role(line, 'subtitle', 0, line.text.length) : undefined
}

/** Where a paper's report comes from, and when: PORT ELLEN, June 3, 2024 — . */
const DATELINE = new RegExp([
  String.raw`^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [\p{L} .]{2,20})?`,
  String.raw`(?:, \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)? ?(?:—|–|--) ?\p{Lu}`,
].join(''), 'u')

/** The line that a paper sets between a title and its report. */
function isBeforeDateline([, next]: Draft[]): boolean {
  return DATELINE.test(next!.text)
}

/** Words of another script, two or more. */
const FOREIGN = /^\p{Lu}\S*(?: \S+)+$/u
const HAN = /\p{Script=Han}/u

/** Whether a line repeats a Chinese article's title in another language: no other line of the text stands so. */
function isTranslated([line, next, ...others]: Draft[]): boolean {
  const isForeign = ({ text }: Draft): boolean => FOREIGN.test(text) && !HAN.test(text) && !ENDED.test(text)
  return isForeign(line!) && HAN.test(next!.text) && ![next!, ...others].some(isForeign)
}

function isBold(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong'
}

/** Other lines say who wrote what in a collection: there the first text's title stands so. */
function isBeforeCredit([, next, ...others]: Draft[]): boolean {
  const isOfTitle = (draft: Draft): boolean => {
    const found = readLine(draft, [])
    const isSubtitle = found?.type === 'paragraph' && found.data?.role === 'subtitle'
    return isSubtitle || isCreditLine(draft.text)
  }
  const end = others.findIndex(draft => !isOfTitle(draft))
  return isOfTitle(next!) && end >= 0 && !others.slice(end).some(({ text }) => isCreditLine(text))
}
