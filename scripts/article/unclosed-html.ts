import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types'
import { htmlText } from 'micromark-core-commonmark'

const ANGLE = 60
/** What ends only at a mark of its own (CommonMark 6.6): comments, instructions, CDATA, declarations. */
const OPENINGS = ['<!--', '<?', '<![CDATA[', '<!'] as const

/**
 * HTML within text in time that grows with the text. micromark looks from each `<!--` to the end of its paragraph for
 * what closes it. Where one has looked in vain, those behind it do so too, and are not tried: what comes of it is the
 * same.
 *
 * @param source gives the text that is parsed
 * @returns an extension in the place of micromark's construct
 */
export function linearHtml(source: () => string): Extension {
  /** What has no end in a paragraph, by its tokenizer. */
  const unclosed = new WeakMap<TokenizeContext, Set<string>>()
  const construct: Construct = {
    ...htmlText,
    name: 'linearHtmlText',

    tokenize(this: TokenizeContext, effects, ok, nok) {
      const { offset } = this.now()
      const opening = OPENINGS.find(one => source().startsWith(one, offset))
      const known = unclosed.get(this) ?? new Set()
      unclosed.set(this, known)
      const inVain: State = (code) => {
        if (opening !== undefined && code === null)
          known.add(opening)
        return nok(code)
      }
      return opening !== undefined && known.has(opening) ? nok : htmlText.tokenize.call(this, effects, ok, inVain)
    },
  }
  return { text: { [ANGLE]: construct }, disable: { null: [htmlText.name!] } }
}
