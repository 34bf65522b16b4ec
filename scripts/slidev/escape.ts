import type { Nodes } from 'mdast'
import type { Options } from 'mdast-util-to-markdown'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/**
 * What Slidev reads into text beyond GFM: `$` is mathematics, `::name::` at a line's head a slot, `<<<` a file's text.
 */
const slidev: Options = {
  unsafe: [
    { character: '$' },
    { character: ':', atBreak: true },
    { character: '<' },
  ],
}

/**
 * Writes mdast as Markdown that Slidev shows as it is: no text in it becomes markup, a component or an expression.
 *
 * @param node a block, or a root of blocks
 * @returns Markdown with a final newline
 */
export function toSlidevMarkdown(node: Nodes): string {
  const text = toMarkdown(node, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmToMarkdown(), slidev],
  })
  return text
    // Vue evaluates {{ }} after the engine has decoded references and escapes; a comment between the braces keeps them apart and shows nothing.
    .replace(/\{(?=\{)/g, '{<!-- -->')
    // Slidev looks for comments before it reads escapes.
    .replace(/\\<(?=!--)/g, '&lt;')
}

/**
 * Writes a speaker's note as the inside of an HTML comment: it cannot end the comment, and [click] is text.
 *
 * @param node a root of paragraphs
 * @returns Markdown without a final newline
 */
export function toNoteMarkdown(node: Nodes): string {
  return toMarkdown(node, { bullet: '-', extensions: [gfmToMarkdown(), slidev] })
    .trimEnd()
    .replace(/\\<(?=!--)/g, '&lt;')
    .replace(/--(!?)>/g, '--$1&gt;')
    .replace(/\\\[(?=click)/gi, '&#91;')
}
