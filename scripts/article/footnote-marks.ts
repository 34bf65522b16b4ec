import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

const BRACKET = 93
/** A label has no more characters (CommonMark 6.3). */
const LONGEST_LABEL = 999

/**
 * Footnotes' `![^a]` in time that grows with the text. At each `]` micromark's extension goes back through all that
 * stands before it, up to the image that has opened last. Here it does so only where the label that has just been
 * tried is an image's, and no longer than labels are: no other could be a footnote's. What comes of it is the same.
 *
 * @param potential the extension's construct for `]`
 * @returns an extension in the place of it
 */
export function linearFootnotes(potential: Construct): Extension {
  const construct: Construct = {
    ...potential,
    name: 'linearFootnoteCall',

    tokenize(this: TokenizeContext, effects, ok, nok) {
      const label = this._labelStarts?.at(-1)
      const isOfImage = label?.type === 'labelImage' && this.now().offset - label.end.offset <= LONGEST_LABEL
      return isOfImage ? potential.tokenize.call(this, effects, ok, nok) : nok
    },
  }
  return { text: { [BRACKET]: construct }, disable: { null: [potential.name!] } }
}
