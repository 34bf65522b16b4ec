import type { Heading, Paragraph, Root, RootContent, Text, Yaml } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Frontmatter } from '../article/frontmatter.ts'
import type { Places } from '../article/places.ts'
import type { PlainKey } from '../messages/model.ts'
import type { Talk, TalkLine } from './types.ts'
import { toString } from 'mdast-util-to-string'
import { YAMLParseError } from 'yaml'
import { flatText } from '../article/flat-text.ts'
import { readFrontmatter, refuseKey } from '../article/frontmatter.ts'
import { leaveOut } from '../article/left-out.ts'
import { positionOf } from '../article/places.ts'
import { warn } from '../article/warn.ts'
import { wording } from '../messages/wording.ts'
import { toDrafts } from './draft.ts'
import { talkOfMeta } from './talk.ts'
import { findBelowTitle, findTalk, splitTitle } from './title-block.ts'
import { fromFirstWords, isInferred, titleHeading, topDepth } from './title-heading.ts'

/** The form of a language tag (BCP 47, 2.1). */
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i

/**
 * Reads an article's frontmatter.
 *
 * @param tree the article
 * @param file takes a message where the frontmatter is no YAML, or its language no tag
 * @returns its text values
 */
export function readMeta(tree: Root, file: VFile): Frontmatter {
  const yaml = tree.children.find(node => node.type === 'yaml')
  try {
    const { lang, ...meta } = yaml ? readFrontmatter(yaml.value) : {}
    if (lang === undefined || LANGUAGE.test(lang))
      return { ...meta, ...(lang !== undefined && { lang }) }
    refuseKey(file, 'lang', lang, wording('expected-language'))
    return meta
  }
  catch (cause) {
    const message = warn(file, 'frontmatter', faultIn(cause, yaml!), wording('frontmatter-not-yaml'))
    if (cause instanceof Error)
      message.cause = cause
    return {}
  }
}

/** Where YAML says its fault is: its first line stands below the article's first. */
function faultIn(cause: unknown, yaml: Yaml): Point | Position | undefined {
  const at = cause instanceof YAMLParseError ? cause.linePos?.[0] : undefined
  return at && yaml.position ? { line: yaml.position.start.line + at.line, column: at.col } : yaml.position
}

/** What stands above an article's text, and the blocks below it. */
export interface Head {
  title?: Text
  subtitle: Text[]
  byline: Text[]
  talk: Talk
  talkLines: TalkLine[]
  rest: RootContent[]
  depth: number
}

/**
 * Takes the title block off an article's head.
 *
 * @param blocks the article's blocks without its frontmatter
 * @param meta the frontmatter
 * @param file takes messages
 * @param place the article's places
 * @returns the title block, the rest, and the depth of the parts' headings
 */
export function readHead(blocks: RootContent[], meta: Frontmatter, file: VFile, place: Places): Head {
  const nodes = fromFirstWords(blocks)
  const top = topDepth(nodes)
  const head: Head = { subtitle: [], byline: [], talk: {}, talkLines: [], rest: nodes, depth: top }
  if (meta.title !== undefined)
    head.title = metaText(meta.title, file, place)
  const title = titleHeading(nodes, meta.title, place)
  if (title)
    takeTitle(head, title, nodes, file, place)
  else if (meta.title !== undefined)
    takeTalk(head, nodes, place)
  takeMeta(head, meta, file, place)
  const ofLines = Object.fromEntries(head.talkLines.map(({ key, value }) => [key, value]))
  head.talk = { ...ofLines, ...talkOfMeta(meta, file) }
  return head
}

function takeTitle(head: Head, title: Heading, nodes: RootContent[], file: VFile, place: Places): void {
  const inferred = isInferred(nodes)
  const block = inferred ? [title] : splitTitle(toDrafts([title], place)[0]!, title)
  const below = inferred ? { nodes: [], length: 0 } : findBelowTitle(toDrafts(nodes.slice(1), place))
  const text = textOf(block[0]!, place)
  if (head.title === undefined)
    head.title = text
  else
    tellReplaced([text], head.title.value, 'left-title-other', file)
  for (const node of new Set([...block, ...below.nodes, ...nodes])) {
    if (node.type === 'paragraph' && node.data?.role)
      takeLine(head, node, node.data.role, place)
  }
  head.rest = nodes.slice(1 + below.length).filter(node => !(node.type === 'paragraph' && node.data?.role))
  head.depth = topDepth(head.rest)
  if (head.depth === topDepth(nodes))
    warnSecondTitles(head.rest, head.depth, file)
}

/**
 * Takes the lines that say whose talk it is. Those that were found with the headings have their role; in an article
 * that has headings they are looked for here.
 */
function takeTalk(head: Head, nodes: RootContent[], place: Places): void {
  const found = nodes.filter(node => node.type === 'paragraph' && node.data?.role === 'talk')
  const talk = found.length > 0 ? found : findTalk(toDrafts(nodes, place)).nodes
  for (const node of talk)
    takeLine(head, node as Paragraph, 'talk', place)
  head.rest = found.length > 0 ? nodes.filter(node => !found.includes(node)) : nodes.slice(talk.length)
}

/** The frontmatter's subtitle, author and date stand for those of the text. */
function takeMeta(head: Head, meta: Frontmatter, file: VFile, place: Places): void {
  if (meta.subtitle !== undefined) {
    tellReplaced(head.subtitle, meta.subtitle, 'left-subtitle-other', file)
    head.subtitle = metaLines(meta.subtitle, file, place)
  }
  const byline = [meta.author, meta.date].filter(value => value !== undefined)
  if (byline.length > 0) {
    tellReplaced(head.byline, byline.join('\n'), 'left-author-date', file)
    head.byline = byline.flatMap(lines => metaLines(lines, file, place))
  }
}

/** Lines of the text that the frontmatter says in its own words. */
function tellReplaced(lines: Text[], value: string, why: PlainKey, file: VFile): void {
  for (const { value: words, position } of lines) {
    if (!value.split('\n').includes(words)) {
      const advice = wording('left-head-advice')
      leaveOut(file, words, wording(why), { ruleId: 'frontmatter', place: position, advice })
    }
  }
}

type Role = NonNullable<NonNullable<Paragraph['data']>['role']>

function takeLine(head: Head, node: Paragraph, role: Role, place: Places): void {
  if (role === 'talk')
    head.talkLines.push(...node.data?.talk ?? [])
  else
    head[role].push(...linesOf(node, place))
}

function warnSecondTitles(rest: RootContent[], depth: number, file: VFile): void {
  if (!rest.some(node => node.type === 'heading' && node.depth > depth))
    return
  for (const node of rest) {
    if (node.type === 'heading' && node.depth === depth)
      warn(file, 'second-title', node.position, wording('second-title', { title: toString(node) }))
  }
}

function metaText(value: string, file: VFile, place: Places): Text {
  const start = Math.max(0, String(file).indexOf(value))
  return { type: 'text', value, position: positionOf(start, start + value.length, place) }
}

function metaLines(value: string, file: VFile, place: Places): Text[] {
  return value.split('\n').map(line => metaText(line, file, place))
}

function textOf(node: RootContent, place: Places): Text {
  const { text, slice } = flatText(node, place)
  return trimmed(text, 0, slice)
}

/** A block's lines, each a text of its own: as they are where the frontmatter has them. */
function linesOf(node: RootContent, place: Places): Text[] {
  const { text, slice } = flatText(node, place)
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)]
  return lines.map(line => trimmed(line[0], line.index, slice))
}

/** A piece of a block's text without the spaces around it. */
function trimmed(piece: string, at: number, slice: (start: number, end: number) => Text): Text {
  const start = at + piece.length - piece.trimStart().length
  return slice(start, Math.max(start, at + piece.trimEnd().length))
}
