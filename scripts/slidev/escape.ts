import type { Code, Nodes, PhrasingContent } from 'mdast'
import type { Options } from 'mdast-util-to-markdown'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { codeLanguage } from './languages.ts'

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
  if (node.type === 'code')
    return codeMarkdown(node)
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

/** Slidev looks for comments, for files to include and for drawings before it reads fences. */
const UNFENCED = /<!--|-->|^\s*<<</m
const DRAWN = /^(?:mermaid|plantuml|katex|latex)$/i

/** Code in a fence is shown as it stands: Slidev's highlighter keeps Vue away from it. What no fence holds is written as lines of text. */
function codeMarkdown({ lang, value }: Code): string {
  if (UNFENCED.test(value))
    return toSlidevMarkdown({ type: 'paragraph', children: value.split('\n').filter(line => line.trim() !== '').flatMap((line, index): PhrasingContent[] => [...(index > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value: line }]) })
  const language = DRAWN.test(lang ?? '') ? undefined : codeLanguage(lang ?? '')
  return toMarkdown({ type: 'code', lang: language ?? null, value }, { fences: true })
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
    // Slidev looks for its marks before it reads escapes. After a backslash of the text, `\\`, one of ours may stand.
    .replace(/(?<!\\)((?:\\\\)*)\\\[(?=click)/gi, '$1&#91;')
}
