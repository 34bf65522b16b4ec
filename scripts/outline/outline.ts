import type { Nodes, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Passage } from '../article/passage.ts'
import type { PlainKey } from '../messages/model.ts'
import type { Body } from './body.ts'
import type { Doubt, Outline, Part } from './types.ts'
import { toString } from 'mdast-util-to-string'
import { imagesIn } from '../article/images.ts'
import { placesOf } from '../article/places.ts'
import { warn } from '../article/warn.ts'
import { hasWords } from '../language/marks.ts'
import { detectLanguage } from '../language/measure.ts'
import { failWith } from '../messages/file.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { readBody } from './body.ts'
import { firstClause } from './draft.ts'
import { readHead, readMeta } from './head.ts'
import { listHeadingsAlone } from './headings-alone.ts'
import { warnLongClauses } from './long-clauses.ts'
import { cellsIn, leavePicturesOut } from './lost-pictures.ts'

/**
 * A unified plugin that reads an article with headings as an Outline.
 *
 * @returns a transformer from mdast to an Outline, which it leaves in the file's data too; it warns, in the file's
 *   messages, of headings that are out of order
 */
export function toOutline() {
  return (tree: Root, file: VFile): Outline => {
    const place = placesOf(file)
    const meta = readMeta(tree, file)
    const nodes = withWords(tree.children.filter(node => node.type !== 'yaml'), file)
    warnUnclosed(tree, file)
    const headings = nodes.filter(node => node.type === 'heading')
    leavePicturesOut(headings.flatMap(imagesIn), wording('left-heading-picture'), file)
    leavePicturesOut(cellsIn(nodes).flatMap(imagesIn), wording('left-table-picture'), file)
    const head = readHead(nodes, meta, file, place)
    const body = readBody(listHeadingsAlone(head.rest, head.depth), head.depth, place, file)
    const found = head.title ? undefined : titleWithout(body, nodes, file)
    const title = saidBelow(head.title ?? found!.title, openingOf(body))
    // A title over headings that are none: all the text is one part.
    if (body.parts.length === 0)
      body.parts.push({ title: repeated(title), lead: body.lead.splice(0), points: [], closing: [] })
    for (const part of body.parts) {
      const repeats = part === body.parts[0] && part.title.value === title.value
      const opening = openingOf({ lead: [], parts: [part] })
      part.title = repeats ? repeated(part.title) : saidBelow(part.title, opening)
    }
    warnLongClauses(passagesOf(body), file)
    const language = meta.lang ?? detectLanguage(wordsOf(tree) || toString(tree))
    const outline: Outline = {
      type: 'outline',
      title,
      subtitle: head.subtitle,
      byline: head.byline,
      talk: head.talk,
      talkLines: head.talkLines,
      language,
      ...body,
      doubts: [...collectDoubts(nodes), ...(found ? [doubtStandIn(title, found.stand)] : [])],
    }
    file.data.outline = outline
    return outline
  }
}

/** Nodes whose letters are of no language. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['code', 'inlineCode', 'math', 'inlineMath', 'yaml'])

/** The words of an article, without code and formulas. */
function wordsOf(node: Nodes): string {
  if (NO_LANGUAGE.has(node.type))
    return ''
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node)
}

/**
 * Leaves out headings without words, which head nothing.
 *
 * @param nodes the article's blocks
 * @param file takes a message of each
 * @returns the others
 */
export function withWords(nodes: RootContent[], file: VFile): RootContent[] {
  return nodes.filter((node) => {
    const empty = node.type === 'heading' && !hasWords(toString(node, { includeImageAlt: false }))
    if (empty)
      warn(file, 'empty-heading', node.position, wording('empty-heading'))
    return !empty
  })
}

function warnUnclosed(tree: Root, file: VFile): void {
  const opensFrontmatter = file.extname === '.md' && /^---[ \t]*\r?\n[\w-]+:/.test(String(file))
  if (opensFrontmatter && tree.children[0]?.type !== 'yaml')
    warn(file, 'frontmatter', { line: 1, column: 1 }, wording('frontmatter-no-end'))
}

/** The text that stands first below a title. */
function openingOf({ lead, parts: [part] }: Pick<Body, 'lead' | 'parts'>): Passage | undefined {
  const opening = [...lead, ...part?.lead ?? [], ...part?.points[0]?.passages ?? []]
  return opening.find(({ text }) => hasWords(text))
}

/**
 * What stands for a title that is not there: above parts that the author has headed it is the file's name, or the first
 * heading; else the text's first clause.
 */
function titleWithout(body: Body, nodes: RootContent[], file: VFile): { title: Text, stand: PlainKey } {
  const [first, second] = body.parts
  if (!first || !second || nodes.some(node => node.type === 'heading' && node.data !== undefined))
    return { title: guessTitle(body, file), stand: 'stand-clause' }
  const name = file.stem ?? ''
  const stand = isTitle(name) ? 'stand-file-name' : 'stand-heading'
  return { title: { ...first.title, ...(isTitle(name) && { value: name }), data: {} }, stand }
}

/**
 * Whether a file's name is one that its author gave the article: in Chinese. Others are abbreviations, dates and
 * numbers more often than titles.
 */
function isTitle(name: string): boolean {
  return (name.match(/\p{Script=Han}/gu)?.length ?? 0) > 1
}

/** Without headings the first clause of the text stands for the title. */
function guessTitle(body: Body, file: VFile): Text {
  const opening = openingOf(body)
  if (!opening)
    return body.parts[0]?.title ?? failWith(file, wording('no-words'), { ruleId: 'no-words' })
  // Of a table's row the first cell: together they are no clause.
  const cell = opening.row?.cells.find(({ value }) => hasWords(value))
  const { start, end } = firstClause(opening.text)
  return cell ?? opening.slice(start, end)
}

/** A title that is the first clause of the text below it, as a guess at one is: to say both would say it twice. */
function saidBelow<Any extends Text>(title: Any, opening: Passage | undefined): Any {
  const { start, end } = opening ? firstClause(opening.text) : { start: 0, end: 0 }
  return opening?.text.slice(start, end) === title.value ? repeated(title) : title
}

function repeated<Any extends Text>(title: Any): Any {
  return { ...title, data: { ...title.data, repeats: true } }
}

/** All passages of an article, in order. */
function passagesOf({ lead, parts, closing }: Body): Passage[] {
  const ofPart = (part: Part): Passage[] =>
    [...part.lead, ...part.points.flatMap(point => point.passages), ...part.closing]
  return [...lead, ...parts.flatMap(ofPart), ...closing]
}

function doubtStandIn(title: Text, stand: PlainKey): Doubt {
  const reason = reasonFor(wording('doubt-no-title', { stand: wording(stand) }))
  return { position: title.position!, confidence: 0.3, ...reason }
}

function collectDoubts(nodes: RootContent[]): Doubt[] {
  return nodes.flatMap((node) => {
    const mayDoubt = node.type === 'heading' || node.type === 'thematicBreak' || node.type === 'paragraph'
    return mayDoubt && node.data?.doubt ? [node.data.doubt] : []
  })
}
