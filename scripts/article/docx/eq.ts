import type { Element, ElementContent } from 'xast'
import { make } from './xml.ts'

/** A piece of an EQ field: words, or a command with its options and arguments (ECMA-376 1, 17.16.5.17). */
type Piece = string | Command
interface Command { name: string, options: string, args: Piece[][] }

/** A general switch, which formats only: `\* jc2`, `\* "Font:宋体"`. */
const FORMATTING = /\\\*\s*(?:"[^"]*"|\S+)\s*/g
const CIRCLE = /^[○〇◯Ｏ]$/
/** Circled numbers: ① to ⑳ (Unicode 2460). */
const FIRST_CIRCLED = 0x2460
const LAST_NUMBER = 20

/** One handler for each command. It makes what Word's newer formulas (OMML) have for the same. */
const HANDLERS: Readonly<Record<string, (command: Command) => ElementContent[]>> = {
  a: ({ args }) => [make('m:m', {}, args.map(arg => make('m:mr', {}, [part('e', arg)])))],
  b: ({ options, args }) => [make('m:d', {}, [brackets(options), part('e', args[0])])],
  d: () => [],
  f: ({ args }) => [make('m:f', {}, [part('num', args[0]), part('den', args[1])])],
  i: integral,
  l: ({ args }) => args.flatMap((arg, index) => index > 0 ? [signs(','), ...elementsFor(arg)] : elementsFor(arg)),
  o: ({ args }) => args.flatMap(elementsFor),
  r: root,
  s: script,
  x: ({ args }) => [make('m:borderBox', {}, [part('e', args[0])])],
}

/**
 * Reads an EQ field. Word and WPS keep older formulas in such fields, characters with their reading (拼音指南), and
 * characters in a circle (带圈字符). The field has no result: its code says what it shows.
 *
 * @param code the field's code after `EQ`
 * @returns elements of `w:ruby`, `w:t` or `m:oMath`
 */
export function readEq(code: string): ElementContent[] {
  const { pieces } = parse(code.replace(FORMATTING, ''), 0)
  const commands = pieces.filter(piece => typeof piece !== 'string')
  const [only] = commands
  if (only?.name === 'o' && commands.length === 1) {
    const words = pieces.map(piece => typeof piece === 'string' ? [text(piece)] : overstruck(piece)).flat()
    return words.filter(node => node.name !== 'w:t' || node.children.length > 0)
  }
  return [make('m:oMath', {}, elementsFor(pieces))]
}

/** Characters set over each other: one with its reading, one in a circle, or all of them in a row. */
function overstruck({ args }: Command): Element[] {
  const isRaised = (piece: Piece): boolean => typeof piece !== 'string' && piece.name === 's'
  const reading = args.find(arg => arg.length > 0 && arg.every(isRaised))
  const bases = args.filter(arg => arg !== reading).map(wordsOf)
  if (reading && bases.length > 0)
    return [make('w:ruby', {}, [inRun('w:rt', wordsOf(reading)), inRun('w:rubyBase', bases.join(''))])]
  if (bases.some(base => CIRCLE.test(base)))
    return [text(circled(bases.filter(base => !CIRCLE.test(base)).join('')))]
  return [text(args.map(wordsOf).join(''))]
}

/** A number from 1 to 20 as the character that has it in a circle; other words as they are. */
function circled(words: string): string {
  const number = Number(words)
  const hasCharacter = Number.isInteger(number) && number >= 1 && number <= LAST_NUMBER
  return hasCharacter ? String.fromCodePoint(FIRST_CIRCLED + number - 1) : words
}

/** A root, with its degree if it has two arguments. */
function root({ args }: Command): ElementContent[] {
  const [degree, radicand] = args.length > 1 ? args : [[], args[0]]
  return [make('m:rad', {}, [part('deg', degree), part('e', radicand)])]
}

/** An integral, a sum or a product, with what stands below and above it. */
function integral({ options, args: [below, above, of] }: Command): ElementContent[] {
  const properties = make('m:naryPr', {}, [make('m:chr', { 'm:val': integralSign(options) })])
  return [make('m:nary', {}, [properties, part('sub', below), part('sup', above), part('e', of)])]
}

function integralSign(options: string): string {
  if (/\\su/i.test(options))
    return '∑'
  return /\\pr/i.test(options) ? '∏' : '∫'
}

/** A superscript, a subscript, or both. */
function script({ options, args }: Command): ElementContent[] {
  const isBelow = /\\do/i.test(options)
  if (args.length > 1)
    return [make('m:sSubSup', {}, [part('e', []), part('sup', args[0]), part('sub', args[1])])]
  return [make(isBelow ? 'm:sSub' : 'm:sSup', {}, [part('e', []), part(isBelow ? 'sub' : 'sup', args[0])])]
}

function brackets(options: string): Element {
  const option = (name: string): string | undefined =>
    new RegExp(String.raw`\\(?:${name})\\(.)`, 'i').exec(options)?.[1]
  const both = option('bc')
  const closing = both && '([{<'.includes(both) ? ')]}>'['([{<'.indexOf(both)] : both
  return make('m:dPr', {}, [
    make('m:begChr', { 'm:val': both ?? option('lc') ?? '(' }),
    make('m:endChr', { 'm:val': closing ?? option('rc') ?? ')' }),
  ])
}

function part(name: string, pieces: readonly Piece[] | undefined): Element {
  return make(`m:${name}`, {}, elementsFor(pieces ?? []))
}

function elementsFor(pieces: readonly Piece[]): ElementContent[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string')
      return [signs(piece)]
    return HANDLERS[piece.name]?.(piece) ?? piece.args.flatMap(elementsFor)
  })
}

function signs(value: string): Element {
  return make('m:r', {}, [make('m:t', {}, [{ type: 'text', value }])])
}

function text(value: string): Element {
  return make('w:t', { 'xml:space': 'preserve' }, value.trim() === '' ? [] : [{ type: 'text', value }])
}

function inRun(name: string, value: string): Element {
  return make(name, {}, [make('w:r', {}, [text(value)])])
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => typeof piece === 'string' ? piece : piece.args.map(wordsOf).join('')).join('').trim()
}

/** Reads pieces up to a closing bracket or a mark between arguments. A backslash before such a mark makes it a sign. */
function parse(code: string, from: number): { pieces: Piece[], end: number } {
  const pieces: Piece[] = []
  let words = ''
  let at = from
  const keep = (): void => {
    if (words.trim() !== '')
      pieces.push(words.trim())
    words = ''
  }
  while (at < code.length && !/[),;，；]/.test(code[at]!)) {
    const [command, name, options] = /^\\([a-z])((?:\\.|[^(\\])*)\(/i.exec(code.slice(at)) ?? []
    if (command === undefined) {
      at += code[at] === '\\' && at + 1 < code.length ? 1 : 0
      words += code[at]!
      at += 1
      continue
    }
    keep()
    const args = argumentsFrom(code, at + command.length)
    pieces.push({ name: name!.toLowerCase(), options: options!, args: args.found })
    at = args.end
  }
  keep()
  return { pieces, end: at }
}

function argumentsFrom(code: string, from: number): { found: Piece[][], end: number } {
  const found: Piece[][] = []
  let at = from
  do {
    const { pieces, end } = parse(code, at)
    found.push(pieces)
    at = end + 1
  } while (at <= code.length && code[at - 1] !== ')')
  return { found, end: at }
}
