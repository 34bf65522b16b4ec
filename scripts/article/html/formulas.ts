import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { MathMLToLaTeX } from 'mathml-to-latex'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { elements } from './furniture.ts'
import { FORMULA, readTex } from './tex.ts'

/**
 * Classes of elements in which KaTeX, MathJax 2 and 3 and MediaWiki keep a formula. It stands there twice: drawn, and
 * as MathML.
 */
const DRAWN = /^(?:katex(?:-display)?|MathJax(?:_Display|_SVG)?|mwe-math-element)$/
const DRAWN_TAGS = new Set(['mjx-container'])

const toXml = unified().use(rehypeStringify, { closeSelfClosing: true }).freeze()

/**
 * A rehype plugin that makes one element of each formula of a page, with its TeX. A formula is MathML, a drawing of
 * MathML, or a code element with the class `math-inline` or `math-display`, as rehype-katex and `docxToHtml` have it.
 * If the page has the author's TeX too, that is taken; so is TeX in the text.
 *
 * @returns a transformer
 */
export function formulas() {
  return (tree: Root): void => {
    readTex(tree)
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === FORMULA)
        return SKIP
      const tex = texIn(element)?.trim()
      if (!parent || index === undefined || !tex)
        return undefined
      parent.children[index] = {
        type: 'element',
        tagName: FORMULA,
        properties: { display: isDisplayed(element) ? 'block' : 'inline' },
        children: [{ type: 'text', value: tex }],
        ...(element.position && { position: element.position }),
      }
      return SKIP
    })
  }
}

function texIn(element: Element): string | undefined {
  if (element.tagName === 'code')
    return classesOf(element).some(name => /^math-(?:inline|display)$/.test(name)) ? toString(element) : undefined
  const isFormula = element.tagName === 'math' || isDrawn(element)
  const math = isFormula ? mathIn(element)[0] : undefined
  return math && texOf(math)
}

function isDrawn(element: Element): boolean {
  return DRAWN_TAGS.has(element.tagName) || classesOf(element).some(name => DRAWN.test(name))
}

/** The MathML in an element, itself first if it is MathML. */

function mathIn(element: Element): Element[] {
  return elements(element, ({ tagName }) => tagName === 'math')
}

/** Whether a formula stands on a line of its own. */
function isDisplayed(element: Element): boolean {
  const { display } = element.properties
  if (display !== undefined)
    return /^(?:block|true)$/.test(String(display))
  const hasClass = classesOf(element).some(name => /display/i.test(name))
  return hasClass || mathIn(element).some(({ properties }) => properties.display === 'block')
}

function classesOf(element: Element): string[] {
  return [element.properties.className].flat().map(String)
}

/** The author's TeX for a formula, else TeX from its MathML. If that cannot be read, its words. */
function texOf(math: Element): string {
  const [annotation] = elements(math, ({ tagName, properties }) =>
    tagName === 'annotation' && /tex/i.test(String(properties.encoding)))
  const own = annotation ? toString(annotation) : String(math.properties.alttext ?? '')
  if (own.trim() !== '')
    return own.trim().replace(/^\{\\(?:display|text)style (.*)\}$/s, '$1').trim()
  try {
    return MathMLToLaTeX.convert(toXml.stringify({ type: 'root', children: [math] }))
  }
  catch {
    return toString(math)
  }
}

/**
 * Makes a formula of mdast.
 *
 * @param element a `FORMULA`
 * @returns a node as mdast-util-math has it
 */
export function toFormula(element: Element): { type: 'inlineMath' | 'math', value: string } {
  return { type: element.properties.display === 'block' ? 'math' : 'inlineMath', value: toString(element) }
}
