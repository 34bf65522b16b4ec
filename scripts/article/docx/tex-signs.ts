/** Names that TeX sets upright as operators. */
const FUNCTIONS = new Set([
  'arccos', 'arcsin', 'arctan', 'arg', 'cos', 'cosh', 'cot', 'coth', 'csc', 'deg', 'det', 'dim', 'exp', 'gcd',
  'hom', 'inf', 'ker', 'lg', 'lim', 'liminf', 'limsup', 'ln', 'log', 'max', 'min', 'Pr', 'sec', 'sin', 'sinh',
  'sup', 'tan', 'tanh',
])

/** Signs above a letter, by the combining character that Word keeps for each. */
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

/** Characters with a meaning in TeX, or with another name there. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '^': '\\hat{}',
  '~': '\\sim ',
  '′': '\'',
  '″': '\'\'',
  '‖': '\\|',
}

/** Operators that TeX sets larger than other signs. */
const OPERATORS: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
}

/** Signs of Unicode that are not seen: between a function and its argument, say. */
const UNSEEN = /[\u2061-\u2064\u200B]/g

/**
 * Writes words so that TeX shows each of their characters.
 *
 * @param words the text of a formula
 */
export function escapeTex(words: string): string {
  return words.replace(UNSEEN, '')
    .replace(/[\\^~′″‖]|([#$%&_{}])/g, (character, plain?: string) => plain ? `\\${plain}` : ESCAPED[character]!)
}

/**
 * Sets a sign above a part of a formula.
 *
 * @param character the sign as Word has it
 * @param inner the part, in TeX
 */
export function accented(character: string, inner: string): string {
  const name = ACCENTS[character]
  return name ? `\\${name}{${inner}}` : `\\overset{${escapeTex(character)}}{${inner}}`
}

/**
 * The TeX command of an operator such as ∑; other signs as they are.
 *
 * @param sign one character
 */
export function operatorOf(sign: string): string {
  return OPERATORS[sign] ?? sign
}

/**
 * Whether a part of a formula is a name that TeX has as a command: `lim`.
 *
 * @param tex the part, in TeX
 */
export function isFunctionName(tex: string): boolean {
  return FUNCTIONS.has(nameIn(tex))
}

/**
 * Writes a function's name upright, by TeX's own command if there is one.
 *
 * @param tex the part that names the function, in TeX
 * @returns the part as it is where it is no name
 */
export function functionName(tex: string): string {
  const name = nameIn(tex)
  if (FUNCTIONS.has(name))
    return `\\${name}`
  return /^[a-z]+$/i.test(name) ? `\\operatorname{${name}}` : tex
}

function nameIn(tex: string): string {
  return tex.replace(/^\\text\{(.*)\}$/, '$1')
}
