import type { Token } from './model.ts'
import { withoutSpace } from './bare-words.ts'

/**
 * After these a note may be parted: a mark of a clause or a sentence with what closes after it, a full stop that stands
 * in no number or word, a line's end.
 */
const PIECE = new RegExp([
  String.raw`[^。！？．｡；，：!?;,:\n.]*(?:(?<=[A-Z\d])\.(?=[A-Z\d])[^。！？．｡；，：!?;,:\n.]+)*`,
  String.raw`(?:[。！？．｡；，：!?;,:.]+[”’」』）》)\]"']*|\n|$)`,
].join(''), 'gi')

const ENDED = /[。！？．｡；，：!?;,:.][”’」』）》)\]"']*$/

/**
 * Joins the pieces of clauses that are so long that several notes share them.
 *
 * @param tokens the notes' pieces, in order
 * @param known the article's pieces
 * @returns the pieces; those without a mark at their end that make one of the article's with what follows, as that one
 */
export function joinTorn<T extends Pick<Token, 'words'>>(tokens: T[], known: ReadonlySet<string>): T[] {
  const joined: T[] = []
  for (let from = 0; from < tokens.length;) {
    const token = tokens[from]!
    const to = known.has(token.words) ? from + 1 : endOfTorn(tokens, from, known)
    const words = tokens.slice(from, to).map(token => token.words).join('')
    joined.push(to === from + 1 ? token : { ...token, words })
    from = to
  }
  return joined
}

function endOfTorn(tokens: Pick<Token, 'words'>[], from: number, known: ReadonlySet<string>): number {
  let words = ''
  for (let to = from; to < tokens.length; to++) {
    words += tokens[to]!.words
    if (to > from && known.has(words))
      return to + 1
    if (ENDED.test(words))
      break
  }
  return from + 1
}

/**
 * Cuts a text into pieces at its marks, the same pieces whatever stands round them: so two texts can be compared.
 *
 * @param text any text
 * @returns the pieces that have words or marks
 */
export function tokensOf(text: string): Token[] {
  const toToken = ({ 0: piece, index }: RegExpExecArray): Token =>
    ({ words: withoutSpace(piece), index: index + piece.search(/\S|$/) })
  return Array.from(text.matchAll(PIECE), toToken).filter(({ words }) => words !== '')
}
