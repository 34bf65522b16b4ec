import type { Element, Nodes } from 'xast'
import { accented, escapeTex, functionName, isFunctionName, operatorOf } from './tex-signs.ts'
import { child, has, isElement, textOf, valueOf } from './xml.ts'

/** TeX's alphabets by Word's names for them (ECMA-376 1, 22.1.3). */
const ALPHABETS: Readonly<Record<string, string>> = {
  'double-struck': 'mathbb',
  'fraktur': 'mathfrak',
  'script': 'mathcal',
  'sans-serif': 'mathsf',
  'monospace': 'mathtt',
}

/** Constructs round which brackets grow. */
const TALL = /\\(?:frac|genfrac|sqrt|begin|underset|overset|sum|prod|i+nt|oint|big)/

/** One handler for each element that is more than a row of its children (ECMA-376 1, 22.1.2). */
const HANDLERS: Readonly<Record<string, (element: Element) => string>> = {
  'm:acc': accent,
  'm:bar': bar,
  'm:borderBox': element => `\\boxed{${part(element, 'm:e')}}`,
  'm:d': brackets,
  'm:eqArr': equations,
  'm:f': fraction,
  'm:func': element => `${functionName(part(element, 'm:fName'))} ${part(element, 'm:e')}`,
  'm:groupChr': groupCharacter,
  'm:limLow': lowerLimit,
  'm:limUpp': element => `\\overset{${part(element, 'm:lim')}}{${part(element, 'm:e')}}`,
  'm:m': matrix,
  'm:nary': nary,
  'm:r': run,
  'm:rad': radical,
  'm:sPre': element => `{}${scripts(element)}${part(element, 'm:e')}`,
  'm:sSub': withScripts,
  'm:sSubSup': withScripts,
  'm:sSup': withScripts,
  'w:del': () => '',
  'w:t': element => escapeTex(textOf(element)),
}

/**
 * Turns a formula of Word into TeX as KaTeX reads it. Signs stay characters. (The one library for it, omml2mathml,
 * depends on a browser's DOM of 2016.)
 *
 * @param node `m:oMath`, or anything in it
 * @returns TeX without dollar signs; nothing for a formula without characters
 */
export function ommlToTex(node: Nodes): string {
  if (node.type !== 'element' || node.name.endsWith('Pr'))
    return ''
  const tex = KNOWN.get(node) ?? texOf(node)
  KNOWN.set(node, tex)
  return tex
}

/** TeX that was made already. Handlers ask for a part several times: forty exponents would take two to the forty. */
const KNOWN = new WeakMap<Element, string>()

function texOf(node: Element): string {
  return HANDLERS[node.name]?.(node) ?? node.children.map(ommlToTex).join('')
}

function part(element: Element, name: string): string {
  const found = child(element, name)
  return found ? ommlToTex(found).trim() : ''
}

function parts(element: Element, name: string): string[] {
  return childrenNamed(element, name).map(node => ommlToTex(node).trim())
}

function childrenNamed(element: Element, ...names: string[]): Element[] {
  return element.children.filter((node): node is Element => isElement(node, ...names))
}

/** A property that is there is on, unless it says that it is off (ECMA-376 1, 22.9.2.7). */
function isOn(element: Element, ...names: string[]): boolean {
  return child(element, ...names) !== undefined && !['0', 'off', 'false'].includes(valueOf(element, ...names) ?? '')
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

function run(element: Element): string {
  const words = childrenNamed(element, 'm:t', 'w:t').map(textOf).join('')
  const isText = isOn(element, 'm:rPr', 'm:nor')
  if (isText)
    return words.trim() === '' ? ' ' : `\\text{${escapeTex(words)}}`
  const tex = escapeTex(words).replace(EAST_ASIAN, '\\text{$&}')
  const alphabet = alphabetOf(element)
  return alphabet && /^[a-z\d]+$/i.test(words) ? `\\${alphabet}{${tex}}` : tex
}

function alphabetOf(run: Element): string | undefined {
  const isBold = /^bi?$/.test(valueOf(run, 'm:rPr', 'm:sty') ?? '')
  return ALPHABETS[valueOf(run, 'm:rPr', 'm:scr') ?? ''] ?? (isBold ? 'mathbf' : undefined)
}

function fraction(element: Element): string {
  const [above, below] = [part(element, 'm:num'), part(element, 'm:den')]
  switch (valueOf(element, 'm:fPr', 'm:type')) {
    case 'lin':
    case 'skw':
      return `{${above}}/{${below}}`
    case 'noBar':
      return `\\genfrac{}{}{0pt}{}{${above}}{${below}}`
    default:
      return `\\frac{${above}}{${below}}`
  }
}

function radical(element: Element): string {
  const degree = isOn(element, 'm:radPr', 'm:degHide') ? '' : part(element, 'm:deg')
  return `\\sqrt${degree === '' ? '' : `[${degree}]`}{${part(element, 'm:e')}}`
}

/** Equations below each other, without the marks at which Word aligns them. */
function equations(element: Element): string {
  const lines = parts(element, 'm:e').map(line => line.replace(/\\&/g, ''))
  return `\\begin{array}{l}${lines.join(' \\\\ ')}\\end{array}`
}

function matrix(element: Element): string {
  const rows = childrenNamed(element, 'm:mr').map(row => parts(row, 'm:e').join(' & '))
  return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`
}

/** A base with its subscript and superscript. A base of one character needs no braces. */
function withScripts(element: Element): string {
  const base = part(element, 'm:e')
  return `${[...base].length === 1 ? base : `{${base}}`}${scripts(element)}`
}

function scripts(element: Element): string {
  const [below, above] = [part(element, 'm:sub'), part(element, 'm:sup')]
  return `${below === '' ? '' : `_{${below}}`}${above === '' ? '' : `^{${above}}`}`
}

function lowerLimit(element: Element): string {
  const [base, limit] = [part(element, 'm:e'), part(element, 'm:lim')]
  return isFunctionName(base) ? `${functionName(base)}_{${limit}}` : `\\underset{${limit}}{${base}}`
}

function nary(element: Element): string {
  const limits = { undOvr: '\\limits', subSup: '\\nolimits' }[valueOf(element, 'm:naryPr', 'm:limLoc') ?? ''] ?? ''
  const sign = valueOf(element, 'm:naryPr', 'm:chr') ?? '∫'
  return `${operatorOf(sign)}${limits}${scripts(element)} ${part(element, 'm:e')}`
}

function brackets(element: Element): string {
  // A property without a value stands for no bracket; one that is not there, for the usual one.
  const sign = (name: string, usual: string): string =>
    child(element, 'm:dPr', name) ? valueOf(element, 'm:dPr', name) ?? '' : usual
  const inner = parts(element, 'm:e').join(escapeTex(sign('m:sepChr', '|')))
  const [open, close] = [sign('m:begChr', '('), sign('m:endChr', ')')]
  const [left, right] = [escapeTex(open), escapeTex(close)]
  const grows = TALL.test(inner) || open === '' || close === ''
  return grows ? `\\left${left || '.'} ${inner} \\right${right || '.'}` : `${left}${inner}${right}`
}

function accent(element: Element): string {
  return accented(valueOf(element, 'm:accPr', 'm:chr') ?? '\u0302', part(element, 'm:e'))
}

function bar(element: Element): string {
  const side = valueOf(element, 'm:barPr', 'm:pos') === 'top' ? 'over' : 'under'
  return `\\${side}line{${part(element, 'm:e')}}`
}

function groupCharacter(element: Element): string {
  const character = valueOf(element, 'm:groupChrPr', 'm:chr') ?? '⏟'
  const inner = part(element, 'm:e')
  if (character === '⏟' || character === '⏞')
    return `\\${character === '⏟' ? 'under' : 'over'}brace{${inner}}`
  const side = valueOf(element, 'm:groupChrPr', 'm:pos') === 'top' ? 'over' : 'under'
  return `\\${side}set{${escapeTex(character)}}{${inner}}`
}

/**
 * Whether a formula has anything to draw.
 *
 * @param formula `m:oMath` or `m:oMathPara`
 * @returns true if it has some text
 */
export function hasSigns(formula: Element): boolean {
  return has(formula, 'm:t', 'w:t') && textOf(formula).trim() !== ''
}
