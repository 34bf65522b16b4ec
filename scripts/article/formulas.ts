import type { Code, InlineCode, Nodes, Root } from 'mdast'
import type { InlineMath, Math } from 'mdast-util-math'
import type { VFile } from 'vfile'
import type { PlainKey } from '../messages/model.ts'
import katex from 'katex'
import { visit } from 'unist-util-visit'
import { wording } from '../messages/wording.ts'
import { warn } from './warn.ts'

/**
 * What KaTeX draws only where the text is trusted: addresses, pictures, HTML (https://katex.org/docs/options, trust).
 */
const UNTRUSTED = /\\(?:href|url|includegraphics|html[a-z]+)(?![a-z])/i
/** What ends a formula in Slidev's Markdown before its end, or a comment. */
const UNWRITABLE = /(?<!\\)\$|<!--|-->|\n[ \t]*\n|^---/m
/** At 24 px, the floor, a formula is as wide as the page with so many signs, and as high with so many lines. */
const WIDEST = 44
const HIGHEST = 7

/**
 * A remark plugin that makes code of formulas that cannot be drawn: KaTeX does not know them, or they are larger than a
 * slide.
 *
 * @returns a transformer; the file has a message for each
 */
export function checkFormulas() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'math' && node.type !== 'inlineMath') || !parent || index === undefined)
        return
      const fault = faultOf(node)
      if (!fault)
        return
      const { value, position } = node
      const place = position && { position }
      const shown: Code | InlineCode = node.type === 'math'
        ? { type: 'code', lang: null, value, ...place }
        : { type: 'inlineCode', value, ...place }
      parent.children[index] = shown as never
      const named = value.length > 60 ? `${value.slice(0, 57)}…` : value
      warn(file, 'formula', position, wording('formula', { formula: named, fault: wording(fault) }))
    })
  }
}

function faultOf({ type, value }: InlineMath | Math): PlainKey | undefined {
  if (value.trim() === '' || UNWRITABLE.test(value))
    return 'formula-unwritable'
  if (UNTRUSTED.test(value))
    return 'formula-untrusted'
  const rows = value.split('\\\\')
  if (type === 'math' && (rows.length > HIGHEST || rows.some(row => signsIn(row) > WIDEST)))
    return 'formula-large'
  try {
    const options = { displayMode: type === 'math', strict: false, trust: false, throwOnError: true }
    katex.renderToString(value, { ...options, output: 'html' })
    return undefined
  }
  catch {
    return 'formula-unreadable'
  }
}

/** About how many signs a line of a formula has: a command is one, or none. */
function signsIn(tex: string): number {
  return tex.replace(SILENT, '').replace(/\\[a-z]+/gi, 'x').replace(/[\s{}^_&]/g, '').length
}

/** Commands that draw nothing themselves. */
const SILENT = new RegExp([
  String.raw`\\(?:begin|end)\{[a-z*]+\}`,
  String.raw`\\(?:left|right|text|mathrm|mathbf|mathit|operatorname|d?frac|sqrt|quad|displaystyle)(?![a-z])`,
].join('|'), 'gi')

/**
 * How many lines of text a line with formulas is as high as, beyond its own: fractions, sums and roots stand out of it.
 *
 * @param nodes what is in a block
 * @returns a count, 0 for letters and signs
 */
export function tallFormulas(nodes: readonly Nodes[] = []): number {
  const tallIn = (node: Nodes): number => {
    if (node.type === 'inlineMath')
      return TALL.test(node.value) ? 1 : 0
    return 'children' in node ? tallFormulas(node.children) : 0
  }
  return nodes.reduce((sum, node) => sum + tallIn(node), 0)
}

const TALL = /\\(?:[dt]?frac|sum|prod|int|binom|sqrt|over|begin|lim|underset|overset|stack)(?![a-z])/
