import type { Heading, PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Draft } from './draft.ts'
import type { TitleBlock } from './types.ts'
import { toString } from 'mdast-util-to-string'
import { leaveOut } from '../article/left-out.ts'
import { widthInEm } from '../language/measure.ts'
import { wording } from '../messages/wording.ts'
import { isProse } from './draft.ts'
import { readNumber } from './numbering.ts'
import { DOCUMENT_NUMBER, LONGEST_LINE_EM, role } from './title-lines.ts'

/** A document's number (GB/T 9704—2012, 7.2.5), with whoever signs it (7.2.6) where they stand beside it. */
const NUMBER = new RegExp(String.raw`^${DOCUMENT_NUMBER}(?:\s*签发人[:：].*)?$`, 'u')
const SIGNER = /^签发人[:：]/
/** Who issues minutes, and when, on one line below their number. */
const ISSUED = /^\p{Script=Han}{2,30}[ \u3000\t]{2,}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u
/**
 * The kinds of documents (党政机关公文处理工作条例, 第八条), and what is issued with them: a title ends with one (GB/T 9704—2012,
 * 7.3.1).
 */
const KIND = /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|规划|条例|细则|预案|计划|要点)(?:[（(][^（）()]{1,8}[）)])?$/
/** The number stands no lower: number of copies, class, urgency and head stand above it (7.2). */
const LOWEST_NUMBER = 6
/** A title takes no more lines. */
const MOST_LINES = 4
const ENDED = /[。．；：！？;:!?]$/
/** The imprint below a document (7.4): who has copies, who printed it and when. */
const COPIES = /^(?:抄送|抄报|分送|印送)\s*[:：]/
const PRINTED = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印(?:发|制)?(?:\s*(?:[（(]\s*)?共印\s*\d+\s*份\s*[）)]?)?$/
const PRINTER = /^[\p{Script=Han}（）()]{2,30}(?:[室办局处部委科院府会]|公司|中心)$/u
const PRINT_RUN = /^[（(]?\s*共印\s*\d+\s*份\s*[）)]?$/

/**
 * Finds the title of an official document: it stands below the document's number, in one line or several, and names its
 * subject; the red head above names whoever issues it. Without a head, the title's first line may be the issuer.
 *
 * @param drafts the article's blocks
 * @returns the title, and what stands above it as byline; nothing where the article is no such document
 */
export function findOfficialTitle(drafts: Draft[]): TitleBlock | undefined {
  const at = drafts.slice(0, LOWEST_NUMBER).findIndex(draft => isProse(draft) && NUMBER.test(draft.text))
  if (at < 0 || !drafts.slice(0, at).every(isTitleLine))
    return issuedTitle(drafts)
  const start = at + 1 + ([SIGNER, ISSUED].some(form => form.test(drafts[at + 1]?.text ?? '')) ? 1 : 0)
  const lines = titleLines(drafts.slice(start))
  if (lines.length === 0)
    return undefined
  const above = drafts.slice(0, start).map(draft => role(draft, 'byline', 0, draft.text.length))
  return { nodes: [titleOf(lines), ...above], length: start + lines.length }
}

/** 上河村民委员会, and below it 关于…的通知. */
function issuedTitle([issuer, subject, next]: Draft[]): TitleBlock | undefined {
  if (!issuer || !subject || !next || !isTitleLine(issuer) || !isTitleLine(subject))
    return undefined
  if (KIND.test(issuer.text) || !subject.text.startsWith('关于') || !KIND.test(subject.text))
    return undefined
  return { nodes: [titleOf([issuer, subject])], length: 2 }
}

/** The lines of a title, up to the one that names the document's kind. */
function titleLines(drafts: Draft[]): Draft[] {
  const end = drafts.findIndex(draft => !isTitleLine(draft))
  const lines = drafts.slice(0, Math.min(MOST_LINES, end < 0 ? drafts.length - 1 : end))
  // A title that is named within it, 《…方案》, may end with its line as well.
  const isWhole = (count: number): boolean => {
    const text = lines.slice(0, count).map(line => line.text).join('')
    return text.split('《').length === text.split('》').length
  }
  const last = lines.findIndex(({ text }, index) => KIND.test(text) && isWhole(index + 1))
  return lines.slice(0, last < 0 ? 1 : last + 1)
}

function isTitleLine(draft: Draft): boolean {
  const isShort = widthInEm(draft.text) <= LONGEST_LINE_EM
  return isProse(draft) && isShort && !ENDED.test(draft.text) && !readNumber(draft.text)
}

function titleOf(lines: Draft[]): Heading {
  const children = lines.flatMap(({ slice, text }): PhrasingContent[] => {
    const words = slice(0, text.length)
    return words.data?.phrasing ?? [words]
  })
  const position = { start: lines[0]!.node.position!.start, end: lines.at(-1)!.node.position!.end }
  return { type: 'heading', depth: 1, children, position }
}

/**
 * Leaves out the imprint below an official document, which is for whoever files it.
 *
 * @param nodes the article's blocks
 * @param file takes a message
 * @returns the blocks above it
 */
export function withoutImprint(nodes: RootContent[], file: VFile): RootContent[] {
  const isImprint = (node: RootContent): boolean => {
    const text = toString(node).trim()
    return [COPIES, PRINTED, PRINT_RUN].some(form => form.test(text))
  }
  // Who printed it may stand in a block of its own, above the day.
  const isPrinter = (node: RootContent, index: number): boolean => {
    const day = nodes[index + 1]
    const text = toString(node).trim()
    return day !== undefined && /^\d{4}/.test(toString(day).trim()) && isImprint(day) && PRINTER.test(text)
  }
  const isOwn = (node: RootContent, index: number): boolean => isImprint(node) || isPrinter(node, index)
  const start = nodes.findLastIndex((node, index) => node.type !== 'thematicBreak' && !isOwn(node, index)) + 1
  const imprint = nodes.slice(start).filter(({ type }) => type !== 'thematicBreak')
  if (!imprint.some(node => PRINTED.test(toString(node).trim())))
    return nodes
  const words = imprint.map(node => toString(node)).join('\n')
  leaveOut(file, words, wording('left-imprint'), { ruleId: 'not-text', place: imprint[0]!.position })
  return nodes.slice(0, start)
}
