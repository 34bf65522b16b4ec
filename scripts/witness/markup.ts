import { JOINT, NOTHING, nothing } from './plain.ts'

/** Elements that stand within a line (HTML 3.2.5.2.5, and what word processors add): all others part blocks. */
const INLINE = new Set([
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q rb ruby s samp small span strike',
  'strong sub sup time tt u var wbr v-click',
].flatMap(names => names.split(' ')))

/**
 * Whether a tag parts blocks.
 *
 * @param name the element's, in small letters
 */
export function isParting(name: string): boolean {
  return !INLINE.has(name)
}

/** Signs of mathematics, of measures and of print, each behind its name (HTML 4, 24.3 and 24.4; HTML 13.5). */
const SIGNS = [
  'prime′ Prime″ oline‾ frasl⁄ asymp≈ equiv≡ sim∼ cong≅ prop∝ infin∞ radic√ sum∑ prod∏ int∫ part∂ nabla∇ ang∠ perp⊥',
  'forall∀ exist∃ empty∅ isin∈ notin∉ ni∋ and∧ or∨ cap∩ cup∪ there4∴ sub⊂ sup⊃ nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ sdot⋅',
  'lceil⌈ rceil⌉ lfloor⌊ rfloor⌋ lowast∗ ratio∶ loz◊ spades♠ clubs♣ hearts♥ diams♦ star☆ starf★ check✓ cross✗',
  'uarr↑ darr↓ harr↔ crarr↵ lArr⇐ uArr⇑ rArr⇒ dArr⇓ hArr⇔ dagger† Dagger‡ sbquo‚ bdquo„ lsaquo‹ rsaquo› para¶ not¬',
  'iexcl¡ iquest¿ curren¤ brvbar¦ macr¯ fnofƒ num# percnt% ast* lpar( rpar) comma, period. colon: semi; excl! quest?',
  'plus+ equals= hyphen‐ dash‐ lsqb[ rsqb] lbrack[ rbrack] horbar― vellip⋮ numero№ phone☎',
].flatMap(signs => signs.split(' ')).map(sign => [sign.slice(0, -1), sign.slice(-1)] as const)

const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SIGNS),
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'',
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: NOTHING, zwj: NOTHING, zwnj: NOTHING,
  mdash: '—', ndash: '–', hellip: '…', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»',
  middot: '·', bull: '•', times: '×', divide: '÷', plusmn: '±', minus: '−', deg: '°', permil: '‰',
  sup1: '¹', sup2: '²', sup3: '³', frac12: '½', frac14: '¼', frac34: '¾', le: '≤', ge: '≥', ne: '≠',
  rarr: '→', larr: '←', yen: '¥', euro: '€', pound: '£', cent: '¢', sect: '§', copy: '©', reg: '®', trade: '™',
  szlig: 'ß', aelig: 'æ',
  AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', oelig: 'œ', eth: 'ð', thorn: 'þ', micro: 'µ', ordm: 'º', ordf: 'ª',
}
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030A',
  cedil: '\u0327',
  caron: '\u030C',
}
const GREEK = [
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon',
  'phi chi psi omega',
].flatMap(names => names.split(' '))

/** A reference to a character (HTML 13.5, CommonMark 2.5), to be read whatever its case. */
export const REFERENCE = String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});`

/**
 * The character that a reference names, for as many characters as it has.
 *
 * @param reference such as `&#8212;`
 * @returns the character and nothing after it; a name that is not known stays
 */
export function characterOf(reference: string): string {
  const name = reference.slice(1, -1)
  const character = name.startsWith('#') ? characterAt(name.slice(1)) : NAMED[name] ?? letterOf(name)
  return character === undefined ? reference : character.padEnd(reference.length, NOTHING)
}

/** The character of a number, hexadecimal behind an x. */
function characterAt(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : NOTHING
}

function letterOf(name: string): string | undefined {
  const [, letter, accent] = /^([a-z])([a-z]+)$/i.exec(name) ?? []
  if (accent !== undefined && ACCENTS[accent])
    return (letter! + ACCENTS[accent]).normalize('NFC')
  const at = GREEK.indexOf(name.toLowerCase())
  return at < 0 ? undefined : String.fromCodePoint((/^[A-Z]/.test(name) ? 0x391 : 0x3B1) + at)
}

/**
 * Tells where tags may part words: between two letters or digits, a<b>c. Elsewhere they are nothing.
 *
 * @param masked a text with a sign and nothing behind it for each tag within a line
 * @param sign the sign
 * @returns as many characters
 */
export function withJoints(masked: string, sign = JOINT): string {
  const isLetter = (character: string | undefined): boolean => /^[\p{L}\p{Nd}]$/u.test(character ?? '')
  const tags = new RegExp(`(?<!${NOTHING})${NOTHING}*${sign}[${NOTHING}${sign}]*`, 'g')
  return masked.replace(tags, (gap: string, at: number) =>
    nothing(gap, isLetter(masked[at - 1]) && isLetter(masked[at + gap.length]) ? JOINT : NOTHING))
}

const PLAIN = '0123456789+-=()−–'
const SCRIPTS = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋₋' } as const

/**
 * Raised or lowered digits as characters that are so themselves.
 *
 * @param text words
 * @param where above the line or below
 * @returns as many characters
 */
export function shifted(text: string, where: 'sup' | 'sub'): string {
  return text.replace(/[\d+\-=()−–]/g, sign => SCRIPTS[where][PLAIN.indexOf(sign)]!)
}
