import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Datum } from '../messages/model.ts'
import { visit } from 'unist-util-visit'
import { firstOf, wording } from '../messages/wording.ts'
import { warn } from './warn.ts'

/** Scripts whose letters take a joiner or a non-joiner between them (UAX #31, 2.3). Emoji are joined as well. */
const KEEPS_JOINER = [
  String.raw`(?<=(?![\p{Script=Han}\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])`
  + String.raw`[\p{L}\p{M}])`
  + String.raw`[\u200C\u200D](?=\p{L})`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
].join('|')

/**
 * Characters that show nothing and change how others are set: bidirectional controls, zero-width spaces, soft hyphens
 * and their like (UAX #44, Default_Ignorable_Code_Point), annotations, control characters. Variation selectors choose a
 * character's form, and stay.
 */
const INVISIBLE = new RegExp([
  `(${KEEPS_JOINER})`,
  String.raw`(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}`,
  String.raw`[\uFFF9-\uFFFB]`,
  String.raw`(?![\t\n\r])\p{Cc}`,
].join('|'), 'gu')

/** Control characters that part words: Markdown can write none of them (CommonMark 2.3 and 2.5). */
const PARTING = /[\v\f\u0085]/g

/**
 * Takes characters from a text that show nothing and change how others are set. Those that part words become spaces.
 *
 * @param text any text
 * @param left is told each that is left out
 * @returns the text without them
 */
export function withoutInvisible(text: string, left: (character: string) => void = () => {}): string {
  return text.replace(PARTING, ' ').replace(INVISIBLE, (character: string, joiner: string | undefined) => {
    if (joiner !== undefined)
      return joiner
    left(character)
    return ''
  })
}

/**
 * Whether a character may be left out of a text.
 *
 * @param character one code unit or more
 * @returns true for those that `withoutInvisible` leaves out somewhere
 */
export function isInvisible(character: string): boolean {
  return withoutInvisible(character) === ''
}

/**
 * A remark plugin that leaves invisible characters out of all of an article's text.
 *
 * @returns a transformer; the file has one message that counts them, at the first
 */
export function dropInvisible() {
  return (tree: Root, file: VFile): void => {
    const counts = new Map<string, number>()
    let place: Root['position']
    visit(tree, (node, index, parent) => {
      const key = node.type === 'image' || node.type === 'imageReference' ? 'alt' : 'value'
      const text = (node as { alt?: unknown, value?: unknown })[key]
      if (typeof text !== 'string')
        return undefined
      Object.assign(node, { [key]: withoutInvisible(text, (character) => {
        counts.set(character, (counts.get(character) ?? 0) + 1)
        place ??= node.position
      }) })
      if (node.type === 'text' && node.value === '' && parent) {
        parent.children.splice(index!, 1)
        return index
      }
    })
    if (counts.size > 0)
      warn(file, 'invisible', place, wording('invisible', { characters: nameAll(counts) }))
  }
}

/** How many kinds of characters a message names. */
const MOST_NAMED = 5

function nameAll(counts: ReadonlyMap<string, number>): Datum {
  const named = Array.from(counts, ([character, count]) => {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    return count > 1 ? wording('invisible-times', { code, count }) : code
  })
  return firstOf(named, MOST_NAMED)
}
