import type { Break, Code, InlineCode, Link, Nodes, PhrasingContent, Text } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Handle, Options } from 'mdast-util-to-markdown'
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown'
import { TO_MARKDOWN } from '../article/to-markdown.ts'
import { withoutAddresses } from './endings.ts'
import { codeLanguage } from './languages.ts'

/**
 * Slidev looks for comments, for files to include and for marks in notes before it reads code. The end of a comment
 * alone is none on a slide.
 */
const UNFENCED = /<!--|--!?>|^\s*<<<|\[click/im
const UNFENCED_ON_SLIDE = /<!--|^\s*<<</m
const DRAWN = /^(?:mermaid|plantuml|katex|latex)$/i

/** Text of which nothing becomes markup or a component. */
const text: Handle = (node: Text, _, state, info) => state.safe(node.value, info)

/** Slidev looks for comments before it reads escapes, over the borders of texts too. */
function withoutComments(markdown: string): string {
  return markdown.replace(/\\<(?=!--)/g, '&lt;')
}

/** Slidev's alerts are taken from a quotation's first line, escaped or not. */
const ALERT = /\\\[!(?=(?:note|tip|important|warning|caution)\])/gi

/**
 * Text on a slide: Vue evaluates {{ }} after the engine has decoded references and escapes. A comment between the
 * braces keeps them apart and shows nothing.
 */
const slideText: Handle = (node: Text, parent, state, info) => {
  const escaped = text(node, parent, state, info).replace(/\{(?=\{)/g, '{<!-- -->').replace(ALERT, '&#91;!')
  const safe = withoutAddresses(escaped)
  return safe.endsWith('{') && info.after.startsWith('{') ? `${safe}<!-- -->` : safe
}

/** A line's end. Where nothing follows on its line, or on the next, a backslash would be text (CommonMark 6.7). */
const lineBreak: Handle = (node: Break, parent, state, info) => {
  if (!/^\S/.test(info.after))
    return ''
  // A row of a table is one line (GFM 4.10).
  return state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info)
}
// With what it begins: a backslash at the end of the text before it is escaped, or would escape that.
Object.assign(lineBreak, {
  peek: ((_, __, state) => state.stack.includes('tableCell') ? '<' : '\\') satisfies Handle,
})

/**
 * Slidev looks for comments in addresses too, and a bracket may follow one: none may open or close there (RFC 3986, 2).
 */
const link: Handle = (node: Link, parent, state, info) => {
  const url = node.url.replaceAll('<', '%3C').replace(/--(?=>|$)/g, '-%2D')
  return defaultHandlers.link({ ...node, url }, parent, state, info)
}

/**
 * Code in a line, which Slidev keeps Vue away from. Two that meet would be one: something that shows nothing stands
 * between.
 */
function inlineCodeAfter(between: string): Handle {
  return (node: InlineCode, parent, state, info) => {
    if (node.value.trim() === '' || UNFENCED.test(node.value))
      return state.handle({ type: 'text', value: node.value }, parent, state, info)
    const code = defaultHandlers.inlineCode(node, parent, state)
    // In a row of a table | parts cells, in code too (GFM 4.10).
    const inRow = state.stack.includes('tableCell') ? code.replace(/\|/g, '\\|') : code
    return `${info.before.endsWith('`') ? between : ''}${inRow}`
  }
}

/** Slidev's formulas begin and end with no space, and before no digit. */
const slideMath: Handle = (node: InlineMath, _, __, info) =>
  `$${node.value.trim()}$${/^\d/.test(info.after) ? '<!-- -->' : ''}`

/** The same in a note, which is a comment and has none within. */
const noteMath: Handle = (node: InlineMath, parent, state, info) =>
  UNFENCED.test(node.value)
    ? state.handle({ type: 'text', value: node.value }, parent, state, info)
    : `$${node.value.trim()}$${/^\d/.test(info.after) ? '<wbr>' : ''}`

/**
 * Code in a fence is shown as it stands: Slidev's highlighter keeps Vue away from it. What no fence holds is written as
 * lines of text.
 */
function codeUnless(unfenced: RegExp): Handle {
  return (node: Code, parent, state, info) => {
    if (unfenced.test(node.value))
      return state.handle({ type: 'paragraph', children: linesOf(node.value) }, parent, state, info)
    const language = DRAWN.test(node.lang ?? '') ? undefined : codeLanguage(node.lang ?? '')
    return defaultHandlers.code({ type: 'code', lang: language ?? null, value: node.value }, parent, state, info)
  }
}

function linesOf(value: string): PhrasingContent[] {
  const lines = value.split('\n').filter(line => line.trim() !== '')
  return lines.flatMap((line, index): PhrasingContent[] => {
    const words: PhrasingContent = { type: 'text', value: line.trimStart() }
    return index > 0 ? [{ type: 'break' }, words] : [words]
  })
}

/**
 * What Slidev reads into text beyond GFM and formulas: `::name::` at a line's head is a slot, `<<<` a file's text.
 */
const UNSAFE: Options = {
  unsafe: [
    { character: ':', atBreak: true },
    { character: '<' },
  ],
}

const OPTIONS: Options = { bullet: '-', emphasis: '*', fences: true, rule: '-', listItemIndent: 'one' }

/**
 * Writes mdast as Markdown that Slidev shows as it is: no text in it becomes markup, a component or an expression.
 *
 * @param node a block, or a root of blocks
 * @returns Markdown with a final newline
 */
export function toSlidevMarkdown(node: Nodes): string {
  // In an address between angle brackets nothing can be escaped (CommonMark 6.4): links name theirs in round ones.
  const handlers = {
    break: lineBreak,
    code: codeUnless(UNFENCED_ON_SLIDE),
    inlineCode: inlineCodeAfter('<!-- -->'),
    inlineMath: slideMath,
    link,
    text: slideText,
  }
  return withoutComments(toMarkdown(node, optionsWith(handlers)))
}

/**
 * Writes a speaker's note as the inside of an HTML comment: it cannot end the comment, and [click] is text.
 *
 * @param node a root of paragraphs
 * @returns Markdown without a final newline
 */
export function toNoteMarkdown(node: Nodes): string {
  // The same: Slidev would take marks from within the brackets.
  const handlers = {
    break: lineBreak,
    code: codeUnless(UNFENCED),
    inlineCode: inlineCodeAfter('<wbr>'),
    inlineMath: noteMath,
    link,
    text,
  }
  return withoutComments(toMarkdown(node, optionsWith(handlers)))
    .trimEnd()
    .replace(/--(!?)>/g, '--$1&gt;')
    // Slidev looks for its marks before it reads escapes. After a backslash of the text, `\\`, one of ours may stand.
    .replace(/(?<!\\)((?:\\\\)*)\\\[(?=click)/gi, '$1&#91;')
}

function optionsWith(handlers: NonNullable<Options['handlers']>): Options {
  return { ...OPTIONS, resourceLink: true, extensions: [...TO_MARKDOWN, UNSAFE, { handlers }] }
}
