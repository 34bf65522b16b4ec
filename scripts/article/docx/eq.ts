import type { Element, ElementContent } from 'xast'
import { make } from './xml.ts'

/** What an EQ field says: words as they stand, or a command with its options and arguments (ECMA-376 1, 17.16.5.17). */
type Piece = string | Command
interface Command { name: string, options: string, args: Piece[][] }

/** A general switch: `\* jc2`, `\* "Font:宋体"`. It formats, and says nothing. */
const FORMATTING = /\\\*\s*(?:"[^"]*"|\S+)\s*/g
const CIRCLE = /^[○〇◯Ｏ]$/
/** Circled numbers: ① to ⑳ (Unicode 2460). */
const FIRST_CIRCLED = 0x2460
const LAST_NUMBER = 20

/** One handler for each command: what Word draws, as its newer formulas have it. */
const HANDLERS: Readonly<Record<string, (command: Command) => ElementContent[]>> = {
  a: ({ args }) => [make('m:m', {}, args.map(arg => make('m:mr', {}, [part('e', arg)])))],
  b: ({ options, args }) => [make('m:d', {}, [brackets(options), part('e', args[0])])],
  d: () => [],
  f: ({ args }) => [make('m:f', {}, [part('num', args[0]), part('den', args[1])])],
  i: integral,
  l: ({ args }) => args.flatMap((arg, index) => [...(index > 0 ? [signs(',')] : []), ...elementsFor(arg)]),
  o: ({ args }) => args.flatMap(elementsFor),
  r: ({ args }) => [make('m:rad', {}, args.length > 1
    ? [part('deg', args[0]), part('e', args[1])]
    : [part('deg', []), part('e', args[0])])],
  s: script,
  x: ({ args }) => [make('m:borderBox', {}, [part('e', args[0])])],
}

/**
 * Reads an EQ field, in which Word and WPS keep formulas of old, characters with their reading (拼音指南) and characters
 * in a circle (带圈字符). The field has no result: what it shows are the words of its own code.
 *
 * @param code what stands behind `EQ`
 * @returns `w:ruby`, `w:t` or `m:oMath`, of which each is read as such
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
  const reading = args.find(arg => arg.length > 0 && arg.every(piece => typeof piece !== 'string' && piece.name === 's'))
  const others = args.filter(arg => arg !== reading).map(wordsOf)
  if (reading && others.length > 0)
    return [make('w:ruby', {}, [inRun('w:rt', wordsOf(reading)), inRun('w:rubyBase', others.join(''))])]
  return [text(others.some(word => CIRCLE.test(word)) ? circled(others.filter(word => !CIRCLE.test(word)).join('')) : args.map(wordsOf).join(''))]
}

function circled(words: string): string {
  const number = Number(words)
  return Number.isInteger(number) && number >= 1 && number <= LAST_NUMBER ? String.fromCodePoint(FIRST_CIRCLED + number - 1) : words
}

/** An integral, a sum or a product, with what stands below and above it. */
function integral({ options, args: [below, above, of] }: Command): ElementContent[] {
  const sign = /\\su/i.test(options) ? '∑' : /\\pr/i.test(options) ? '∏' : '∫'
  const properties = make('m:naryPr', {}, [make('m:chr', { 'm:val': sign })])
  return [make('m:nary', {}, [properties, part('sub', below), part('sup', above), part('e', of)])]
}

/** What stands above the line, and below it. */
function script({ options, args }: Command): ElementContent[] {
  const isBelow = /\\do/i.test(options)
  if (args.length > 1)
    return [make('m:sSubSup', {}, [part('e', []), part('sup', args[0]), part('sub', args[1])])]
  return [make(isBelow ? 'm:sSub' : 'm:sSup', {}, [part('e', []), part(isBelow ? 'sub' : 'sup', args[0])])]
}

function brackets(options: string): Element {
  const of = (name: string): string | undefined => new RegExp(String.raw`\\(?:${name})\\(.)`, 'i').exec(options)?.[1]
  const both = of('bc')
  const closing = both && '([{<'.includes(both) ? ')]}>'['([{<'.indexOf(both)] : both
  return make('m:dPr', {}, [
    make('m:begChr', { 'm:val': both ?? of('lc') ?? '(' }),
    make('m:endChr', { 'm:val': closing ?? of('rc') ?? ')' }),
  ])
}

function part(name: string, pieces: readonly Piece[] | undefined): Element {
  return make(`m:${name}`, {}, elementsFor(pieces ?? []))
}

function elementsFor(pieces: readonly Piece[]): ElementContent[] {
  return pieces.flatMap(piece => typeof piece === 'string' ? [signs(piece)] : HANDLERS[piece.name]?.(piece) ?? piece.args.flatMap(elementsFor))
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

/** Reads pieces up to what ends them: a closing bracket, or what parts arguments. A backslash before either makes it a sign. */
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
