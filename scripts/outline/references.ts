import type { FootnoteDefinition, Paragraph, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { titleKey } from './contents.ts'

/** What heads the works that an article cites (GB/T 7713.2—2022, 5.7; Chicago Manual of Style, 14.62). */
const CITED = new RegExp(`^(?:${[
  '(?:主要)?(?:参考|引用|征引|參考)(?:文献|文獻|资料|資料|书目|書目)(?:[及与]注释)?',
  '外部(?:链接|鏈接|連結)|externallinks|references(?:cited)?|(?:selected)?bibliography|workscited|literaturecited',
].join('|')})$`)
/** What heads notes: they are such only where each has its number. */
const NOTES = /^(?:注释|注釋|注解|附注|脚注|尾注|endnotes|footnotes)$/
/** A number before a work or a note. */
const NUMBERED = /^(?:[[［〔【(（]\d{1,3}(?:[-–—]\d{1,3})?[\]］〕】)）]|\d{1,3}[.．、](?!\d)|[①-⑳])/
/** The kind of a work, 渡口[M] (GB/T 7714—2015, 附录B), or its year behind who wrote it: Lin, A. (2020). */
const WORK = new RegExp([
  String.raw`[[［](?:[JMCDRNSPGZA]|DB|CP|EB|[A-Z]{1,2}\/OL)[\]］]`,
  String.raw`^[^。！？]{2,160}[(（]?(?:1[5-9]|20)\d{2}[a-z]?[)）]?[.．。,，:：]`,
].join('|'))

/** What calls a note in a text, and stands before the note: 〔1〕, [1], ※. */
const MARK = String.raw`[〔［[]\d{1,3}[〕］\]]|※`
const OPENS_NOTE = new RegExp(`^(?:${MARK})(?=.)`, 's')
const CALLS = new RegExp(`(?<=\\S[ \\t]*)(?:${MARK})`, 'g')

/**
 * Makes notes of the works that an article cites, where they stand below a line that says so, and of notes whose marks
 * call them in the text above: they are said, and head no part.
 *
 * @param nodes the article's blocks
 * @returns the blocks; a line and its works are one footnote that nothing calls
 */
export function noteReferences(nodes: RootContent[]): RootContent[] {
  const names = new Set(nodes.flatMap(node => node.type === 'footnoteDefinition' ? [node.identifier] : []))
  const blocks: RootContent[] = []
  const called = new Set<string>()
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    const end = at > 0 ? Math.max(endOfWorks(nodes, at), endOfCalled(nodes, at, called)) : at
    if (end === at) {
      blocks.push(node)
      for (const [mark] of toString(node).matchAll(CALLS))
        called.add(mark)
      continue
    }
    let count = 1
    while (names.has(`references-${count}`))
      count++
    names.add(`references-${count}`)
    blocks.push(noteOf(nodes.slice(at, end), `references-${count}`))
    at = end - 1
  }
  return blocks
}

/** Where the works end that stand below a line; at the line itself where there are none. */
function endOfWorks(nodes: readonly RootContent[], at: number): number {
  const line = nodes[at]!
  const key = line.type === 'heading' || line.type === 'paragraph' ? titleKey(toString(line)) : ''
  if (!CITED.test(key) && !NOTES.test(key))
    return at
  const isEntry = CITED.test(key) ? isWork : isNumbered
  const next = nodes.findIndex((node, index) => index > at && !isEntry(node))
  const end = next < 0 ? nodes.length : next
  // What a heading stands over is all of it works, or it is text.
  const isEnd = end === nodes.length || /^(?:heading|thematicBreak)$/.test(nodes[end]!.type)
  const isWhole = line.type !== 'heading' || isEnd
  return end > at + 1 && isWhole ? end : at
}

/** Where the notes end that begin at a block, each with a mark that the text above has; at the block itself: none. */
function endOfCalled(nodes: readonly RootContent[], at: number, called: ReadonlySet<string>): number {
  const isOther = (node: RootContent): boolean =>
    node.type !== 'paragraph' || !called.has(OPENS_NOTE.exec(toString(node).trim())?.[0] ?? '')
  const end = nodes.findIndex((node, index) => index >= at && isOther(node))
  return end < 0 ? nodes.length : end
}

function isNumbered(node: RootContent): boolean {
  if (node.type === 'list')
    return node.ordered === true
  return node.type === 'paragraph' && NUMBERED.test(toString(node).trim())
}

function isWork(node: RootContent): boolean {
  return node.type === 'list' || isNumbered(node) || (node.type === 'paragraph' && WORK.test(toString(node).trim()))
}

function noteOf([line, ...works]: RootContent[], name: string): FootnoteDefinition {
  const head = { ...line, type: 'paragraph' } as Paragraph
  const [start, end] = [line!.position?.start, (works.at(-1) ?? line)!.position?.end]
  const position = start && end && { position: { start, end } }
  return { type: 'footnoteDefinition', identifier: name, label: name, children: [head, ...works] as never, ...position }
}
