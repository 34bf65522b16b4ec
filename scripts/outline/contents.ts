import type { RootContent, TableRow } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import { toString } from 'mdast-util-to-string'
import { sliceText } from '../article/align.ts'
import { leaveOut } from '../article/left-out.ts'
import { placesOf } from '../article/places.ts'
import { hasWords, wordCharacters } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { wording } from '../messages/wording.ts'
import { readNumber } from './numbering.ts'
import { LONGEST_LINE_EM } from './title-lines.ts'

/** An article without its table of contents, and what that names. */
export interface Listed {
  nodes: RootContent[]
  /** The titles that the table names, as `titleKey` gives them. */
  titles: ReadonlySet<string>
}

const NAMES = /^(?:目录|目錄|目次|contents|tableofcontents)$/i
/** What leads from a title to its page, or from whoever wrote it: dots, a tab, a gap. */
const LEADER = /(?:[.．·・‥…_—-]{2}|[…\t\u3000]|\s{2})[.．·・‥…_—\s-]*/
/** A page, behind whoever wrote what stands there. */
const PAGE = new RegExp(`^(?:${[
  String.raw`(?:[\p{L}·.][\p{L}·. ]{0,20}\s)?(?:\d{1,4}|[ivxlc]{1,6})`,
  String.raw`(?:[\p{L}·.][\p{L}·. ]{0,20})?[（(](?:\d{1,4}|[ivxlc]{1,6})[）)]`,
].join('|')})$`, 'u')

/**
 * Leaves out a table of contents: it stands below a line that says so, and its entries name pages, or headings that
 * come again.
 *
 * @param nodes the article's blocks
 * @param file takes a message
 * @returns the other blocks, and the titles that the table names
 */
export function withoutContents(nodes: RootContent[], file: VFile): Listed {
  const place = placesOf(file)
  const isLine = (node: RootContent): boolean => node.type === 'paragraph' || node.type === 'heading'
  const at = nodes.findIndex(node => isLine(node) && NAMES.test(toString(node).replace(/\s/g, '')))
  const titles = new Set<string>()
  if (at < 0)
    return { nodes, titles }
  const last = lastPlaces(nodes)
  let end = at + 1
  while (end < nodes.length) {
    const entries = entriesOf(nodes[end]!)
    const comesAgain = (entry: string): boolean => (last.get(titleKey(entry)) ?? 0) > end
    const named = entries.map(entry => pagedTitle(entry) ?? (comesAgain(entry) ? entry : undefined))
    if (entries.length === 0 || named.includes(undefined))
      break
    named.forEach(title => titles.add(titleKey(title!)))
    end++
  }
  if (titles.size < 2)
    return { nodes, titles: new Set() }
  const own = nodes.slice(at, end)
  const words = own.flatMap(node => /^(?:list|table)$/.test(node.type) ? entriesOf(node) : [toString(node)]).join('\n')
  leaveOut(file, words, wording('left-contents'), { ruleId: 'not-text', place: own[0]!.position })
  const below = nodes.slice(end).flatMap(node => partListed(node, titles, place))
  return { nodes: [...nodes.slice(0, at), ...below], titles }
}

/** A title that the table names, parted from the line below it: by whom the text is. */
function partListed(node: RootContent, titles: ReadonlySet<string>, place: Places): RootContent[] {
  const [text, ...others] = node.type === 'paragraph' ? node.children : []
  const end = text?.type === 'text' && others.length === 0 ? text.value.search(/\r?\n/) : -1
  if (text?.type !== 'text' || end < 0 || !titles.has(titleKey(text.value.slice(0, end))))
    return [node]
  const from = end + /^\s+/.exec(text.value.slice(end))![0].length
  const pieces = [sliceText(text, 0, end, place), sliceText(text, from, text.value.length, place)]
  return pieces.map(piece => ({ type: 'paragraph', children: [piece], position: piece.position! }))
}

/** Where each title stands last. */
function lastPlaces(nodes: RootContent[]): ReadonlyMap<string, number> {
  return new Map(nodes.flatMap((node, index) => {
    const isLine = node.type === 'paragraph' || node.type === 'heading'
    return isLine ? [[titleKey(toString(node)), index] as const] : []
  }))
}

/** The title of an entry that names a page: 渡口的灯……3. */
function pagedTitle(entry: string): string | undefined {
  const pieces = entry.split(LEADER).map(piece => piece.trim()).filter(piece => piece !== '')
  return pieces.length > 1 && PAGE.test(pieces.at(-1)!) && /\p{L}/u.test(pieces[0]!) ? pieces[0] : undefined
}

/**
 * The lines of a block that may be entries: a paragraph's, a list's, a table's rows with their cells parted by tabs.
 */
function entriesOf(node: RootContent): string[] {
  if (node.type === 'table')
    return node.children.map(rowEntry)
  if (node.type === 'list')
    return node.children.flatMap(item => item.children.flatMap(itemEntries))
  if (node.type !== 'paragraph')
    return []
  const lines = toString(node).split(/[\r\n]+/).map(line => line.trim())
  return lines.filter(line => widthInEm(line) <= LONGEST_LINE_EM * 2)
}

function rowEntry(row: TableRow): string {
  return row.children.map(cell => toString(cell).trim()).filter(cell => cell !== '').join('\t')
}

function itemEntries(child: RootContent): string[] {
  return child.type === 'list' ? entriesOf(child) : [toString(child)]
}

/**
 * A title as it is compared: without its number, spaces and marks.
 *
 * @param text a line
 */
export function titleKey(text: string): string {
  const line = text.trim()
  const rest = line.slice(readNumber(line)?.length ?? 0)
  return wordCharacters(hasWords(rest) ? rest : line).toLowerCase()
}
