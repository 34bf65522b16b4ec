import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'

/** The element that stands for a formula. Its text is TeX. */
export const FORMULA = 'lectern-formula'

/** Elements whose signs are no formulas. */
const NOT_TEXT = new Set(['pre', 'code', 'kbd', 'samp', 'script', 'style', 'textarea', 'math', 'title', FORMULA])
/** LaTeX's own signs, which no other text has. Of a sign without a partner no more is looked at. */
const LATEX = String.raw`\\\((?<inline>.{1,999}?)\\\)|\\\[(?<display>.{1,999}?)\\\]`
/** Signs of money: a formula between them has something that no price has. */
const DOLLARS = [
  String.raw`\$\$(?<block>[^$]{1,999})\$\$`,
  String.raw`(?<![\w$\\])\$(?![\s$])(?=[^$\n]{0,199}[\\^_=])(?<money>[^$\n]{1,199})(?<![\s\\])\$(?![\d$])`,
].join('|')
/** Programs that draw formulas, by what a page has of them: a script's address, or an element that one has drawn. */
const PROGRAM = /mathjax|katex|mjx-|math-renderer/i

/**
 * Finds the formulas that a page has as TeX in its text, for a program to draw: `\(x\)`, `\[x\]`, and if it has such a
 * program, `$x$` and `$$x$$`.
 *
 * @param tree the page, whose texts are parted there
 */
export function readTex(tree: Root): void {
  const pattern = new RegExp(hasProgram(tree) ? `${LATEX}|${DOLLARS}` : LATEX, 'gs')
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && NOT_TEXT.has(node.tagName))
      return SKIP
    if (node.type !== 'text' || !parent || index === undefined)
      return undefined
    const pieces = piecesOf(node, pattern)
    if (pieces.length > 0)
      (parent as Parents).children.splice(index, 1, ...pieces as never[])
    return pieces.length > 0 ? index + pieces.length : undefined
  })
}

function hasProgram(tree: Root): boolean {
  let found = false
  visit(tree, 'element', (element) => {
    const { properties: { className, src }, tagName } = element
    found ||= PROGRAM.test([tagName, className, src].flat().join(' '))
    found ||= tagName === 'script' && PROGRAM.test(toString(element))
  })
  return found
}

/** A text in pieces, formulas and what stands between them; none for a text without formulas. */
function piecesOf(node: Text, pattern: RegExp): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const match of node.value.matchAll(pattern)) {
    const { inline, display, block, money } = match.groups!
    const tex = (inline ?? display ?? block ?? money)!
    if (tex.trim() === '')
      continue
    pieces.push(...textOf(node, from, match.index), toElement(tex, inline ?? money, node))
    from = match.index + match[0].length
  }
  return pieces.length > 0 ? [...pieces, ...textOf(node, from, node.value.length)] : []
}

function textOf(node: Text, from: number, to: number): Text[] {
  return from < to ? [{ ...node, value: node.value.slice(from, to) }] : []
}

function toElement(tex: string, inline: string | undefined, { position }: Text): Element {
  return {
    type: 'element',
    tagName: FORMULA,
    properties: { display: inline === undefined ? 'block' : 'inline' },
    children: [{ type: 'text', value: tex.trim() }],
    ...(position && { position }),
  }
}
