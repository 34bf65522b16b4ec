import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { MathMLToLaTeX } from 'mathml-to-latex'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { elements } from './furniture.ts'

/** What programs that draw formulas put round them: KaTeX, MathJax 2 and 3, MediaWiki. In it the formula stands twice, drawn and as MathML. */
const DRAWN = /^(?:katex(?:-display)?|MathJax(?:_Display|_SVG)?|mwe-math-element)$/
const DRAWN_TAGS = new Set(['mjx-container'])

const toXml = unified().use(rehypeStringify, { closeSelfClosing: true }).freeze()

/** The element that `formulas` makes of a formula: its text is TeX. */
export const FORMULA = 'lectern-formula'

/**
 * A rehype plugin that makes one element of each of a page's formulas, with its TeX: of MathML, of what programs have drawn of it, of code elements with the
 * class `math-inline` or `math-display`, as rehype-katex and `docxToHtml` have them. Where the page has the formula's own TeX, that is taken.
 *
 * @returns a transformer
 */
export function formulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      const tex = texIn(element)?.trim()
      if (!parent || index === undefined || !tex)
        return undefined
      const isDisplay = element.properties.display !== undefined ? /^(?:block|true)$/.test(String(element.properties.display)) : isDisplayed(element)
      parent.children[index] = {
        type: 'element',
        tagName: FORMULA,
        properties: { display: isDisplay ? 'block' : 'inline' },
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
  const isDrawn = DRAWN_TAGS.has(element.tagName) || classesOf(element).some(name => DRAWN.test(name))
  const math = element.tagName === 'math' ? element : isDrawn ? mathIn(element)[0] : undefined
  return math && texOf(math)
}

function mathIn(element: Element): Element[] {
  return elements(element, ({ tagName }) => tagName === 'math')
}

/** Whether a formula stands on a line of its own. */
function isDisplayed(element: Element): boolean {
  return classesOf(element).some(name => /display/i.test(name)) || mathIn(element).some(({ properties }) => properties.display === 'block')
}

function classesOf(element: Element): string[] {
  return [element.properties.className].flat().map(String)
}

/** A formula's own TeX, else what its MathML says; its words where that cannot be read. */
function texOf(math: Element): string {
  const annotation = elements(math, ({ tagName, properties }) => tagName === 'annotation' && /tex/i.test(String(properties.encoding)))[0]
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
