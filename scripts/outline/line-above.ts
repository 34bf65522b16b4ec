import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Draft } from './draft.ts'
import { toString } from 'mdast-util-to-string'
import { leaveOut } from '../article/left-out.ts'
import { widthInEm } from '../language/measure.ts'
import { wording } from '../messages/wording.ts'
import { isProse } from './draft.ts'
import { LONGEST_TITLE_EM } from './title-lines.ts'

/** What says to a paper when a text may be printed, above its title. */
const RELEASE = new RegExp([
  String.raw`^(?:for (?:immediate )?release|(?:press|news|media) release)(?:[:.].{0,40}|,? (?:on )?\S*\d.{0,30})?$`,
  String.raw`^embargoed (?:until|for)\b.{3,60}$`,
  '^(?:新闻通?稿|供?即时发布|媒体发布|[（(]供?即时发布[）)])$',
].join('|'), 'i')
/** A body by what it is. */
const BODY = new RegExp([
  String.raw`\b(?:Association|Society|Council|Committee|Club|Trust|Board|School|Academy|College|University|Department`,
  String.raw`|Company|Ltd\.?|Inc\.?|Union|Office|Ministry|Agency|Foundation|Institute|Parish|Library|Group`,
  '|Centre|Center)$',
].join(''))
/** A kind of document, which its title begins with. */
const DOCUMENT = new RegExp([
  String.raw`^(?:(?:Draft|Annual|Monthly|Quarterly|Interim|Final)\s+)?`,
  '(?:Minutes|Agenda|Notice|Report|Newsletter|Memorandum|Bulletin|Statement|Programme|Program|Policy|Guide|Rules)',
  String.raw`(?:\s+(?:of|for|on|to)\b|$)`,
].join(''))

/**
 * Leaves out what says to a paper when it may print a text, above the title.
 *
 * @param nodes the article's blocks
 * @param file takes a message
 * @returns the blocks below it
 */
export function withoutRelease(nodes: RootContent[], file: VFile): RootContent[] {
  const [line] = nodes
  const words = line?.type === 'paragraph' && nodes.length > 2 ? toString(line).trim() : ''
  if (!RELEASE.test(words))
    return nodes
  leaveOut(file, words, wording('left-release'), { ruleId: 'not-text', place: line!.position })
  return nodes.slice(1)
}

/**
 * Whether the first line names who holds the meeting or issues the document that the second names.
 *
 * @param drafts the article's blocks
 */
export function isAboveTitle([line, title, next]: readonly Draft[]): boolean {
  if (!line || !title || !next || !isProse(line) || !isProse(title) || widthInEm(title.text) > LONGEST_TITLE_EM)
    return false
  return BODY.test(line.text.trim()) && DOCUMENT.test(title.text)
}
