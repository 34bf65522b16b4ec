import type { Code, Image, InlineCode, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { toString } from 'mdast-util-to-string'
import { asScript } from '../raised.ts'
import { readInside } from './inside.ts'
import { tableOfLists } from './list-table.ts'
import { escapedIn, REASONS, without } from './reading.ts'

/** Code that its document runs and does not show (Quarto, “Cell options”; knitr, `echo`). */
const UNSHOWN = /^(?:#|\/\/|%%)\|\s*(?:echo|include):\s*false\s*$/im
/** What is set of a block of code that is run (Quarto, “Cell options”), at its head. */
const CELL_OPTIONS = /^(?:(?:#|\/\/|%%)\|[^\n]*(?:\n|$))+/
/** What a notebook asks its other notes, and shows the answer in its place (Obsidian, Dataview, Tasks). */
const QUERY = /^(?:dataview|dataviewjs|tasks|query|base)$/
/** Directives whose content is Markdown (MyST, “Directives”; docutils). */
export const BOX = new RegExp(`^(?:${[
  'note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|dropdown|topic|sidebar|margin',
  'epigraph|pull-quote|highlights|exercise|solution|prf:\\w+',
].join('|')})$`)
/** Directives that show a picture. */
export const PICTURE = /^(?:figure|image)$/
const CODE = /^(?:code|code-block|code-cell|sourcecode|literalinclude)$/
/** What is set of a directive, at its head: lines of keys, or YAML between lines. */
const OPTIONS = /^(?:---\n[\s\S]*?\n---(?:\n|$)|(?:[ \t]*:[\w-]+:[^\n]*(?:\n|$))+)\s*/

/**
 * Reads the head of a block of code, {r} or {.python .numberLines}, as its language, and a directive, {note}, as what
 * stands in it; code that its document does not show is left out.
 *
 * @param code a block of code
 * @param reading what the steps share
 * @returns the code, or the blocks; nothing where it is not to be shown
 */
export function readCode(code: Code, reading: Reading): RootContent[] {
  const head = `${code.lang ?? ''} ${code.meta ?? ''}`.trim()
  if (QUERY.test(code.lang ?? '')) {
    reading.left.push({ words: code.value, reason: REASONS.code, position: code.position })
    return []
  }
  if (!head.startsWith('{'))
    return [code]
  if (UNSHOWN.test(code.value) || /\b(?:echo|include)\s*=\s*F(?:ALSE)?\b/.test(head)) {
    reading.left.push({ words: code.value, reason: REASONS.code, position: code.position })
    return []
  }
  const name = /^\{([a-z][\w:-]*)\}/.exec(head)?.[1]
  const words = head.slice(head.indexOf('}') + 1).trim()
  if (name !== undefined && BOX.test(name))
    return [...titleOf(code, words, reading), ...contentOf(code, reading)]
  if (name !== undefined && PICTURE.test(name) && words !== '')
    return withCaption(pictureOf(code, words), contentOf(code, reading))
  if (name === 'list-table')
    return [...titleOf(code, words, reading), ...tableOfLists(contentOf(code, reading))]
  const lang = name !== undefined && CODE.test(name) ? words : /^\{\s*[.=]?([\w+#-]+)/.exec(head)?.[1]
  const options = (name !== undefined && CODE.test(name) ? OPTIONS : CELL_OPTIONS).exec(code.value)?.[0] ?? ''
  leaveOptions(options, code, reading)
  return [{ ...code, value: code.value.slice(options.length), lang: lang ?? null, meta: null }]
}

function leaveOptions(words: string, { position }: Code, { left }: Reading): void {
  if (words !== '')
    left.push({ words, reason: REASONS.setting, position })
}

/** A directive's title stands on its first line. */
function titleOf({ position }: Code, words: string, { place }: Reading): Paragraph[] {
  const start = position!.start.offset!
  const at = start + place.source.slice(start, position!.end.offset).indexOf(words)
  return words === '' ? [] : readInside(words, at, at + words.length, place) as Paragraph[]
}

function contentOf(code: Code, reading: Reading): RootContent[] {
  const options = OPTIONS.exec(code.value)?.[0] ?? ''
  leaveOptions(options, code, reading)
  const value = code.value.slice(options.length)
  const { start, end } = code.position!
  const head = reading.place.source.slice(start.offset, end.offset).lastIndexOf(value)
  const from = start.offset! + Math.max(0, head)
  return value.trim() === '' ? [] : readInside(value, from, end.offset!, reading.place)
}

/**
 * A picture with what is said below it: the first paragraph is its caption, the others its legend (docutils, “Figure”).
 *
 * @param picture a paragraph that is the picture
 * @param below the blocks below it
 * @returns the picture with its caption as description, and the legend
 */
export function withCaption(picture: Paragraph, below: RootContent[]): RootContent[] {
  const [first, ...legend] = below
  const [image] = picture.children as [Image]
  // A description is words alone: formulas, links and code stand below, as they are.
  const isPlain = first?.type === 'paragraph'
    && first.children.every(({ type }) => /^(?:text|strong|emphasis)$/.test(type))
  if (!isPlain)
    return [picture, ...first ? [first] : [], ...legend]
  const position = first.position && { position: first.position }
  return [{ ...picture, children: [{ ...image, alt: toString(first), ...position }] }, ...legend]
}

function pictureOf({ position }: Code, url: string): Paragraph {
  const place = position && { position }
  return { type: 'paragraph', children: [{ type: 'image', url, alt: '', ...place }], ...place }
}

/** The name of a role before its words (MyST, “Roles”; docutils): {ref}`渡口`, :ref:`渡口`. */
const ROLE = /(?:\{([a-z][\w:-]*)\}|(?<![\w:]):([a-z][\w-]*(?::[a-z][\w-]*)?):)$/

/**
 * Reads roles in a parent's lines: their names are no words. What is raised or lowered is so, what leads somewhere are
 * its words: {ref}`the boat <sec-boat>`.
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children without the names of roles
 */
export function readRoles(parent: Parents, reading: Reading): RootContent[] {
  const nodes = parent.children as RootContent[]
  const roleAt = (index: number): RegExpExecArray | undefined => {
    const [node, next] = [nodes[index], nodes[index + 1]]
    const found = node?.type === 'text' && next?.type === 'inlineCode' ? ROLE.exec(node.value) : null
    return found && node?.type === 'text' && !escapedIn(node, reading.place)(found.index) ? found : undefined
  }
  return nodes.flatMap((node, index): RootContent[] => {
    const role = roleAt(index)
    if (role && node.type === 'text')
      return without(node, [[role.index, node.value.length]], reading.place)
    const [, inBraces, inColons] = roleAt(index - 1) ?? []
    const before = inBraces ?? inColons
    return before !== undefined && node.type === 'inlineCode' ? [wordsOfRole(before, node)] : [node]
  })
}

const SCRIPTS: Readonly<Record<string, 'superscript' | 'subscript'>> = {
  sub: 'subscript',
  subscript: 'subscript',
  sup: 'superscript',
  superscript: 'superscript',
}

/** Roles whose words are code, and those that lead somewhere: words <target> (Sphinx, Roles). */
const LITERAL = /^(?:code|literal|kbd|command|file|program|samp|option|envvar)$/
const REFERS = /(?:^|:)(?:ref|doc|numref|term|any|download|eq|class|func|meth|mod|attr|obj)$/
const TARGET = /(?<=\S)\s*<[^<>]*>$/

function wordsOfRole(role: string, code: InlineCode): PhrasingContent {
  const { value, position } = code
  const place = position && { position }
  if (LITERAL.test(role))
    return code
  if (role === 'math')
    return { type: 'inlineMath', value, ...place } as PhrasingContent
  const where = SCRIPTS[role]
  const words = REFERS.test(role) ? value.replace(TARGET, '') : value
  return { type: 'text', value: (where && asScript(words, where)) ?? words, ...place }
}
