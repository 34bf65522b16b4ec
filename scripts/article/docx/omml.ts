import type { Element, Nodes } from 'xast'
import { child, has, textOf, valueOf } from './xml.ts'

/** Names that TeX sets upright as operators. */
const FUNCTIONS = new Set('arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(' '))

/** Signs above a letter, by the character that Word keeps of each. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': 'grave',
  '\u0301': 'acute',
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'overline',
  '\u0306': 'breve',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u030C': 'check',
  '\u20D7': 'vec',
  '\u20D6': 'overleftarrow',
  '\u00AF': 'bar',
}

const ALPHABETS: Readonly<Record<string, string>> = { 'double-struck': 'mathbb', 'fraktur': 'mathfrak', 'script': 'mathcal', 'sans-serif': 'mathsf', 'monospace': 'mathtt' }

/** What TeX takes for its own, and signs that it has another name for. */
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\backslash ', '^': '\\hat{}', '~': '\\sim ', '′': '\'', '″': '\'\'', '‖': '\\|' }

/** Operators that stand high. */
const OPERATORS: Readonly<Record<string, string>> = { '∑': '\\sum', '∏': '\\prod', '∫': '\\int', '∬': '\\iint', '∭': '\\iiint', '∮': '\\oint', '⋃': '\\bigcup', '⋂': '\\bigcap' }

/** What makes brackets round it grow. */
const TALL = /\\(?:frac|genfrac|sqrt|begin|underset|overset|sum|prod|i+nt|oint|big)/

/** One handler for each element that is more than its children in a row (ECMA-376 1, 22.1.2). */
const HANDLERS: Readonly<Record<string, (element: Element) => string>> = {
  'm:acc': element => accent(valueOf(element, 'm:accPr', 'm:chr') ?? '\u0302', part(element, 'm:e')),
  'm:bar': element => `\\${valueOf(element, 'm:barPr', 'm:pos') === 'top' ? 'over' : 'under'}line{${part(element, 'm:e')}}`,
  'm:borderBox': element => `\\boxed{${part(element, 'm:e')}}`,
  'm:d': brackets,
  'm:eqArr': element => `\\begin{array}{l}${parts(element, 'm:e').map(line => line.replace(/\\&/g, '')).join(' \\\\ ')}\\end{array}`,
  'm:f': fraction,
  'm:func': element => `${named(part(element, 'm:fName'))} ${part(element, 'm:e')}`,
  'm:groupChr': groupCharacter,
  'm:limLow': element => isFunction(part(element, 'm:e')) ? `${named(part(element, 'm:e'))}_{${part(element, 'm:lim')}}` : `\\underset{${part(element, 'm:lim')}}{${part(element, 'm:e')}}`,
  'm:limUpp': element => `\\overset{${part(element, 'm:lim')}}{${part(element, 'm:e')}}`,
  'm:m': element => `\\begin{matrix}${element.children.filter(row => row.type === 'element' && row.name === 'm:mr').map(row => parts(row as Element, 'm:e').join(' & ')).join(' \\\\ ')}\\end{matrix}`,
  'm:nary': nary,
  'm:r': run,
  'm:rad': element => `\\sqrt${isOn(element, 'm:radPr', 'm:degHide') || part(element, 'm:deg') === '' ? '' : `[${part(element, 'm:deg')}]`}{${part(element, 'm:e')}}`,
  'm:sPre': element => `{}${scripts(element)}${part(element, 'm:e')}`,
  'm:sSub': element => `${base(element)}${scripts(element)}`,
  'm:sSubSup': element => `${base(element)}${scripts(element)}`,
  'm:sSup': element => `${base(element)}${scripts(element)}`,
  'w:del': () => '',
  'w:t': element => escape(textOf(element)),
}

/**
 * Turns a formula of Word into TeX as KaTeX reads it: signs stay the characters that they are. (The one library for it, omml2mathml, has a browser's DOM of
 * 2016 as its dependency.)
 *
 * @param node `m:oMath`, or anything in it
 * @returns TeX, without dollar signs; nothing for a formula without characters
 */
export function ommlToTex(node: Nodes): string {
  if (node.type !== 'element' || node.name.endsWith('Pr'))
    return ''
  const tex = KNOWN.get(node) ?? texOf(node)
  KNOWN.set(node, tex)
  return tex
}

/** Handlers ask for a part several times: of forty exponents in each other that would be more than the stars. */
const KNOWN = new WeakMap<Element, string>()

function texOf(node: Element): string {
  return HANDLERS[node.name]?.(node) ?? node.children.map(ommlToTex).join('')
}

function part(element: Element, name: string): string {
  const found = child(element, name)
  return found ? ommlToTex(found).trim() : ''
}

function parts(element: Element, name: string): string[] {
  return element.children.filter(node => node.type === 'element' && node.name === name).map(node => ommlToTex(node).trim())
}

/** A property that is there is on, unless it says that it is off (ECMA-376 1, 22.9.2.7). */
function isOn(element: Element, ...names: string[]): boolean {
  return child(element, ...names) !== undefined && !['0', 'off', 'false'].includes(valueOf(element, ...names) ?? '')
}

function run(element: Element): string {
  const words = element.children.filter(node => node.type === 'element' && /^[mw]:t$/.test(node.name)).map(textOf).join('')
  if (isOn(element, 'm:rPr', 'm:nor'))
    return words.trim() === '' ? ' ' : `\\text{${escape(words)}}`
  const alphabet = ALPHABETS[valueOf(element, 'm:rPr', 'm:scr') ?? ''] ?? (/^bi?$/.test(valueOf(element, 'm:rPr', 'm:sty') ?? '') ? 'mathbf' : undefined)
  const text = escape(words).replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu, '\\text{$&}')
  return alphabet && /^[a-z\d]+$/i.test(words) ? `\\${alphabet}{${text}}` : text
}

function escape(words: string): string {
  return words.replace(/[\u2061-\u2064\u200B]/g, '').replace(/[\\^~′″‖]|([#$%&_{}])/g, (character, plain?: string) => plain ? `\\${plain}` : ESCAPED[character]!)
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

/** What scripts stand at: one character needs no braces. */
function base(element: Element): string {
  const text = part(element, 'm:e')
  return [...text].length === 1 ? text : `{${text}}`
}

function scripts(element: Element): string {
  return (['m:sub', 'm:sup'] as const).map(name => part(element, name) === '' ? '' : `${name === 'm:sub' ? '_' : '^'}{${part(element, name)}}`).join('')
}

function nary(element: Element): string {
  const limits = { undOvr: '\\limits', subSup: '\\nolimits' }[valueOf(element, 'm:naryPr', 'm:limLoc') ?? ''] ?? ''
  const sign = valueOf(element, 'm:naryPr', 'm:chr') ?? '∫'
  return `${OPERATORS[sign] ?? sign}${limits}${scripts(element)} ${part(element, 'm:e')}`
}

function brackets(element: Element): string {
  const sign = (name: string, usual: string): string => child(element, 'm:dPr', name) ? valueOf(element, 'm:dPr', name) ?? '' : usual
  const inner = parts(element, 'm:e').join(escape(sign('m:sepChr', '|')))
  const [open, close] = [sign('m:begChr', '('), sign('m:endChr', ')')]
  const grows = TALL.test(inner) || open === '' || close === ''
  return grows ? `\\left${escape(open) || '.'} ${inner} \\right${escape(close) || '.'}` : `${escape(open)}${inner}${escape(close)}`
}

function accent(character: string, inner: string): string {
  return ACCENTS[character] ? `\\${ACCENTS[character]}{${inner}}` : `\\overset{${escape(character)}}{${inner}}`
}

function groupCharacter(element: Element): string {
  const character = valueOf(element, 'm:groupChrPr', 'm:chr') ?? '⏟'
  const inner = part(element, 'm:e')
  if (character === '⏟' || character === '⏞')
    return `\\${character === '⏟' ? 'under' : 'over'}brace{${inner}}`
  return `\\${valueOf(element, 'm:groupChrPr', 'm:pos') === 'top' ? 'over' : 'under'}set{${escape(character)}}{${inner}}`
}

function isFunction(text: string): boolean {
  return FUNCTIONS.has(text.replace(/^\\(?:text|mathrm)\{(.*)\}$/, '$1'))
}

/** A function's name, upright: TeX's own where it has one. */
function named(text: string): string {
  const name = text.replace(/^\\text\{(.*)\}$/, '$1')
  return FUNCTIONS.has(name) ? `\\${name}` : /^[a-z]+$/i.test(name) ? `\\operatorname{${name}}` : text
}

/**
 * Whether a formula has anything to draw.
 *
 * @param formula `m:oMath` or `m:oMathPara`
 * @returns true where some text stands in it
 */
export function hasSigns(formula: Element): boolean {
  return has(formula, 'm:t', 'w:t') && textOf(formula).trim() !== ''
}
