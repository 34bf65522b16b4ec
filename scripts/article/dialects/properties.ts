import type { Heading, Parents, Root, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { toString } from 'mdast-util-to-string'
import { REASONS, without } from './reading.ts'

/**
 * Keys that a program gives to the properties of its pages: Notion's own, in English and Chinese. One of them is among
 * any that it exports.
 */
const OWN_KEYS = new RegExp(`^(?:${[
  'Created(?: (?:time|by))?|Last (?:edited|updated)(?: (?:time|by))?|Edited(?: time)?|Updated|Status|Tags?',
  'Priority|Assign(?:ee)?|Due(?: date)?|Category|Type|URL',
  '创建时间|创建日期|创建者|创建人|(?:最后|上次|最近)编辑(?:时间|者|人)?|更新时间|状态|标签|优先级|分类|类别|负责人',
].join('|')})$`, 'i')
/** Keys that say whose text or talk it is: these lines stay. */
const KEPT_KEYS = new RegExp(`^(?:${[
  'Authors?|By|Speaker|Presenter|Organi[sz]ation|Affiliation|Date|Source',
  '作者|来源|主讲人?|报告人|汇报人|单位|日期|时间',
].join('|')})$`, 'i')
const LINE = /^(?<key>[^:：。！？\n]{1,30})(?<sign>::?) \S/

/** A field among words: [重量:: 四百斤] (Dataview, “Inline Fields”). */
const FIELD = /[[(]([^[\]():：\n]{1,30})::(?= )[^[\]()\n]+[\])]/g

/**
 * Takes the signs off the fields among a parent's words.
 *
 * @param parent a node with words
 * @param reading what the steps share
 * @returns its children
 */
export function readFields(parent: Parents, { place }: Reading): RootContent[] {
  return (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    const found = node.type === 'text' ? Array.from(node.value.matchAll(FIELD)) : []
    if (node.type !== 'text' || found.length === 0)
      return [node]
    return without(node, found.flatMap(({ index, 0: field, 1: key }) => {
      const [sign, end] = [index + 1 + key!.length, index + field.length]
      return [[index, index + 1], [sign, sign + 2], [end - 1, end]] as const
    }), place)
  })
}

/** What an outliner keeps of a block, in a line of the block (Logseq, “Properties”). */
const BLOCK_PROPERTY = new RegExp([
  '^(?:id|collapsed|heading|background-color|(?:created|updated)-at',
  String.raw`(?:card|logseq|ls)[.-][\w.-]+):: .*(?:\r?\n|$)|^(?:SCHEDULED|DEADLINE): <[^<>\n]*>(?:\r?\n|$)`,
  // A block's address where another shows it.
  String.raw`\(\([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\)\)`,
].join('|'), 'gm')

/**
 * Leaves out the lines that an outliner keeps in its blocks.
 *
 * @param parent a node with words
 * @param reading what the steps share
 * @returns its children
 */
export function dropBlockProperties(parent: Parents, reading: Reading): RootContent[] {
  return (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if (parent.type !== 'paragraph' || node.type !== 'text' || !/:: |\(\(|: </.test(node.value))
      return [node]
    const { value, position } = node
    const matches = Array.from(value.matchAll(BLOCK_PROPERTY))
    const found = matches.map(({ index, 0: line }) => [index, index + line.length] as const)
    for (const [from, to] of found)
      reading.left.push({ words: value.slice(from, to).trim(), reason: REASONS.properties, position })
    return found.length > 0 ? without(node, found, reading.place) : [node]
  })
}

/** Keys that notebooks write raw, without marks, at a note's end (Joplin, “RAW export”) or head (Zettlr, “IDs”). */
const RAW_KEYS = /^(?:id|parent_id|(?:user_)?(?:created|updated)_time|type_|zettel-?id|uuid|encryption_applied)$/
const RAW_LINE = /^([a-z][a-z\d_-]*):(?:[ \t]+\S.*)?$/

/**
 * Leaves out blocks of raw keys: lines of small letters with a colon, of which two or more are a notebook's own.
 *
 * @param tree the article
 * @param reading what the steps share
 */
export function dropRawKeys(tree: Root, reading: Reading): void {
  tree.children = tree.children.filter((node) => {
    const keys = node.type === 'paragraph'
      ? toString(node).split(/\r?\n/).map(line => RAW_LINE.exec(line.trim())?.[1])
      : []
    const isRaw = keys.every(key => key !== undefined) && keys.filter(key => RAW_KEYS.test(key)).length > 1
    if (isRaw)
      reading.left.push({ words: toString(node), reason: REASONS.properties, position: node.position })
    return !isRaw
  })
}

/**
 * Leaves out the properties that a page has below its title: lines of a key and a value, one of a kind that programs
 * write.
 *
 * @param tree the article
 * @param reading what the steps share
 */
export function dropProperties(tree: Root, reading: Reading): void {
  const at = tree.children[0]?.type === 'yaml' ? 1 : 0
  const [title, block] = tree.children.slice(at)
  if (title?.type !== 'heading' || title.depth !== 1 || block?.type !== 'paragraph')
    return
  const lines = toString(block).split(/\r?\n/)
  const keys = lines.map(line => LINE.exec(line.trim())?.groups?.key)
  // Two colons are a notebook's (Dataview, “Adding Metadata”).
  const isField = lines.every(line => LINE.exec(line.trim())?.groups?.sign === '::')
  if (!keys.every(key => key !== undefined) || !(isField || keys.some(key => OWN_KEYS.test(key))))
    return
  const kept = keptLines(block.children, keys, reading)
  const words = lines.filter((_, index) => !KEPT_KEYS.test(keys[index]!)).join('\n')
  reading.left.push({ words, reason: REASONS.properties, position: block.position })
  tree.children.splice(at + 1, 1, ...kept)
  lowerOthers(tree, title)
}

/** Whatever has properties is a page: headings of the title's own rank stand below it. */
function lowerOthers({ children }: Root, title: Heading): void {
  const others = children.filter(node => node.type === 'heading' && node !== title) as Heading[]
  if (others.some(({ depth }) => depth === 1))
    others.forEach(heading => heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'])
}

function keptLines(children: readonly RootContent[], keys: readonly string[], { place }: Reading): RootContent[] {
  const [text] = children
  if (children.length !== 1 || text?.type !== 'text')
    return []
  let at = 0
  return (text as Text).value.split('\n').flatMap((line, index): RootContent[] => {
    const [from, to] = [at, at + line.length]
    at = to + 1
    if (!KEPT_KEYS.test(keys[index]!))
      return []
    const sign = line.indexOf('::')
    const second: [number, number][] = sign < 0 ? [] : [[from + sign, from + sign + 1]]
    const children = without(text, [[0, from], ...second, [to, text.value.length]], place)
    const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
    return [{ type: 'paragraph', children, position }]
  })
}
