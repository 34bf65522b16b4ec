import type { FootnoteDefinition, Html, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Reading } from './reading.ts'
import { SKIP, visit } from 'unist-util-visit'
import { isComment } from '../flat-text.ts'
import { dropAbbreviations } from './abbreviations.ts'
import { dropAttributes } from './attributes.ts'
import { readLineMarks } from './blocks.ts'
import { dropCaptionSigns } from './captions.ts'
import { dropComponents } from './components.ts'
import { readDefinitions } from './definitions.ts'
import { readCode, readRoles } from './directives.ts'
import { dropDocsifySigns } from './docsify.ts'
import { readGrid } from './grids.ts'
import { readHighlights } from './highlights.ts'
import { readInlineMarks } from './inline.ts'
import { readInside } from './inside.ts'
import { dropMadeContents } from './made-contents.ts'
import { dropNames, dropTags, readCallout } from './notebook.ts'
import { dropStates, liftHeadingItems, readPageProperties } from './outliner.ts'
import { dropFileNames } from './pictures.ts'
import { dropBlockProperties, dropProperties, dropRawKeys, readFields } from './properties.ts'
import { changeAll, isFlow, readingOf, REASONS, tellLeft } from './reading.ts'
import { dropRemarks } from './remarks.ts'
import { readRst } from './rst.ts'
import { readRuledTables } from './ruled-tables.ts'
import { readTitleLines } from './title-lines.ts'

/**
 * A remark plugin that reads Markdown as the programs do for which people write it: notebooks (Obsidian, Notion,
 * Typora), pandoc and Quarto, sites (Hexo, Hugo, Jekyll, VuePress, MkDocs). Their words are the article's; their signs
 * are none, and remarks are left out with a message.
 *
 * @returns a transformer
 */
export function readDialects() {
  return (tree: Root, file: VFile): void => {
    const reading = readingOf(tree, file)
    readTitleLines(tree, file, reading.place)
    readPageProperties(tree, reading)
    liftHeadingItems(tree)
    tree.children = dropMadeContents(tree.children, reading)
    changeAll(tree, parent => dropStates(parent, reading))
    changeChildren(tree, (node, parent) => node.type === 'html' && isFlow(parent) ? openHtml(node, reading) : [node])
    changeAll(tree, parent => readLineMarks(parent, reading))
    tree.children = readBlocks(tree.children, reading)
    changeAll(tree, parent => readRuledTables(parent, reading))
    changeAll(tree, parent => dropCaptionSigns(parent, reading))
    changeAll(tree, parent => readDefinitions(parent, reading))
    dropComponents(tree, reading)
    const notes: FootnoteDefinition[] = []
    readLines(tree, reading, notes)
    for (const note of notes) // a note's own notes come behind it
      readLines(note, reading, notes)
    tree.children.push(...notes)
    changeChildren(tree, node => readSetApart(node, reading))
    dropProperties(tree, reading)
    dropRawKeys(tree, reading)
    findComments(tree, reading)
    tellLeft(reading)
  }
}

type Parent = Parameters<Parameters<typeof changeAll>[1]>[0]

function changeChildren(tree: Root, change: (node: RootContent, parent: Parent) => RootContent[]): void {
  changeAll(tree, parent => (parent.children as RootContent[]).flatMap(node => change(node, parent)))
}

/** Leaves out what is no text among the blocks of an article, and reads the tables that are drawn. */
function readBlocks(nodes: RootContent[], reading: Reading): RootContent[] {
  const steps = [dropTags, dropAbbreviations, dropRemarks, readRst, readGrid]
  return steps.reduce((blocks, read) => blocks.flatMap(node => read(node, reading)), nodes)
}

function readSetApart(node: RootContent, reading: Reading): RootContent[] {
  if (node.type === 'blockquote')
    return readCallout(node, reading)
  return node.type === 'code' ? readCode(node, reading) : [node]
}

/** Reads what stands in lines, in the order in which one sign may hold another. */
function readLines(node: Root | FootnoteDefinition, reading: Reading, notes: FootnoteDefinition[]): void {
  changeAll(node, parent => readRoles(parent, reading))
  changeAll(node, parent => dropAttributes(parent, reading))
  changeAll(node, parent => dropDocsifySigns(parent, reading))
  changeAll(node, parent => readInlineMarks(parent, reading, notes))
  changeAll(node, parent => dropNames(parent, reading))
  changeAll(node, parent => dropBlockProperties(parent, reading))
  changeAll(node, parent => readFields(parent, reading))
  changeAll(node, parent => readHighlights(parent, reading))
  changeAll(node, parent => dropFileNames(parent, reading))
}

/**
 * Elements that begin blocks of HTML which are read whole: what stands in them is seldom Markdown, and lines are not
 * always paragraphs.
 */
const WHOLE = /^\s*<(?:pre|script|style|textarea|table|[uod]l)(?=[\s/>])/i

/** A block of HTML as Markdown with tags in it, unless it is a comment, or whole. */
function openHtml(html: Html, { place }: Reading): RootContent[] {
  const { value, position } = html
  const name = WHOLE.exec(value)?.[0].trim().slice(1)
  const isClosed = name !== undefined && value.toLowerCase().includes(`</${name.toLowerCase()}`)
  // A comment without an end is text to the end of its block.
  const isOpen = /^\s*<!--/.test(value) && !value.includes('-->')
  if (isComment(html) || isOpen || isClosed || !position)
    return [html]
  return readInside(value, position.start.offset!, position.end.offset!, place)
}

/** Comments that are signs of programs, not words of a person: <!-- more -->. */
const SIGN = /^(?:[/\w-]+|(?:markdownlint|prettier|eslint|cspell|omit|(?:START|END) doctoc|tab|endtab)\b.*)$/is

/** A comment, alone or in a block that is read whole. */
const COMMENT = /<!--([\s\S]*?)-->/g

/** Finds comments. They stay in the tree, where some say how a heading is read, and are no text. */
function findComments(tree: Root, reading: Reading): void {
  visit(tree, 'html', (node) => {
    for (const [, found] of node.value.matchAll(COMMENT)) {
      const words = found!.trim()
      if (words !== '')
        reading.left.push({ words, reason: SIGN.test(words) ? REASONS.sign : REASONS.comment, position: node.position })
    }
    return SKIP
  })
}
