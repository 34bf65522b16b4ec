import type { Text } from 'mdast'
import type { Places } from './places.ts'
import { isInvisible } from './invisible.ts'
import { positionOf } from './places.ts'

/** From index `at` on, a text stands at `to` in another, character by character. */
export interface Step { at: number, to: number }

/** White space, and U+0085, which becomes a space as \v and \f do. */
const SPACE = /[\s\u0085]/
/** A character reference that stands for white space, which pages use for indents. */
const SPACE_REFERENCE = new RegExp([
  '^&(?:nbsp|ensp|emsp|thinsp',
  '|#(?:9|10|13|32|160|819[4-9]|820[12]|12288)',
  '|#x(?:A0|200[2-A]|3000));',
].join(''), 'i')
const REFERENCE = /^&[#\w]+;/

/**
 * Where the characters of a leaf stand in its source: Markdown has escapes, character references, and marks at its
 * ends; HTML has white space that shows as one space or none, and tags between texts that have become one.
 *
 * @param value the leaf's text
 * @param source its Markdown or HTML
 * @returns steps, each good until the next
 */
export function align(value: string, source: string): Step[] {
  if (value === source)
    return [{ at: 0, to: 0 }]
  const steps: Step[] = [{ at: 0, to: 0 }]
  let to = 0
  for (let at = 0; at < value.length; at++) {
    const start = skip(source, to, value[at]!)
    const reference = source[start] === '&' ? REFERENCE.exec(source.slice(start, start + 40)) : null
    // White space of one kind stands for another. Past an escape's backslash, or a code's backticks, the character
    // stands a little further on.
    const isSpace = SPACE.test(value[at]!) && SPACE.test(source[start] ?? '')
    const found = reference || isSpace ? start : start + Math.max(0, source.slice(start, start + 4).indexOf(value[at]!))
    if (found > to) {
      to = found
      steps.push({ at, to })
    }
    if (reference) {
      steps.push({ at, to })
      to += reference[0].length
      steps.push({ at: at + 1, to })
    }
    else {
      to++
    }
  }
  return steps
}

/**
 * Passes over what stands in a source before a character and is none of the text: tags, collapsed white space,
 * invisible characters.
 */
function skip(source: string, from: number, character: string): number {
  let at = from
  for (;;) {
    const next = source[at]
    if (next === undefined || next === character)
      return at
    const space = SPACE.test(next) ? next : SPACE_REFERENCE.exec(source.slice(at, at + 10))?.[0]
    const tag = next === '<' ? source.indexOf('>', at) + 1 - at : 0
    if (isInvisible(next))
      at++
    else if (space !== undefined && !SPACE.test(character))
      at += space.length
    else if (tag > 0)
      at += tag
    else
      return at
  }
}

/**
 * The index that a step leads to.
 *
 * @param steps from `align`
 * @param index in the text
 * @returns the index in the source
 */
export function follow(steps: Step[], index: number): number {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (steps[middle]!.at <= index)
      low = middle
    else
      high = middle - 1
  }
  const step = steps[low]
  return step ? step.to + index - step.at : 0
}

/**
 * Cuts a piece from a text node.
 *
 * @param node the text
 * @param from index of its first character
 * @param to index after its last
 * @param place the article's places
 * @returns a text node at the piece's own place
 */
export function sliceText(node: Text, from: number, to: number, place: Places): Text {
  const value = node.value.slice(from, to)
  if (!node.position || value === node.value)
    return { ...node, value }
  const start = node.position.start.offset!
  const steps = align(node.value, place.source.slice(start, node.position.end.offset))
  const end = follow(steps, Math.max(from, to - 1)) + 1
  return { type: 'text', value, position: positionOf(start + follow(steps, from), start + end, place) }
}
