import type { Words } from './cover.ts'
import type { Paired } from './mend.ts'
import { align } from './align.ts'
import { chanceIn } from './chance.ts'
import { mend } from './mend.ts'
import { lastAtOrBefore, lineStartsIn } from './plain.ts'

/** A text without some of its lines, and the places in the whole of the tokens that are left. */
export interface Rest { text: string, kept: number[] }

/**
 * A text as if the lines that a reader has left out were not there: a page's number in the middle of a sentence, and
 * the running head below it. What they part goes on.
 *
 * @param words the text's words
 * @param words.tokens its tokens
 * @param text the text
 * @param isGone whether a token was left out
 * @returns the rest; nothing where no line is gone
 */
export function restOf({ tokens }: Words, text: string, isGone: (at: number) => boolean): Rest | undefined {
  const lines = new Map<number, number[]>()
  for (const [at, { line }] of tokens.entries()) {
    const own = lines.get(line) ?? []
    own.push(at)
    lines.set(line, own)
  }
  const gone = [...lines.values()].filter(own => own.every(isGone))
  if (gone.length === 0)
    return undefined
  const cut = new Set(gone.flat())
  const lineStarts = lineStartsIn(text)
  const pieces: string[] = []
  let from = 0
  for (const own of gone) {
    pieces.push(text.slice(from, lineStarts[lastAtOrBefore(lineStarts, tokens[own[0]!]!.start)]))
    from = endOf(text, tokens[own.at(-1)!]!.end)
  }
  pieces.push(text.slice(from))
  const left = pieces.map(piece => piece.trim()).filter(piece => piece !== '')
  return { text: left.join('\n'), kept: [...tokens.keys()].filter(at => !cut.has(at)) }
}

function endOf(text: string, index: number): number {
  const at = text.slice(index).search(/[\r\n]/)
  return at < 0 ? text.length : index + at
}

/**
 * Looks once more for words that stand before or behind a line that was left out.
 *
 * @param rest the text without such lines, if there are any
 * @param known what is known of the decks
 * @param toWords reads the words of a text
 * @param open 1 for each token of the whole text that is not found yet; is made 0 for those that are
 */
export function mendRest(
  rest: Rest | undefined,
  known: Pick<Paired, 'notes' | 'isSpaced' | 'joined'>,
  toWords: (text: string) => Words,
  open: Uint8Array,
): void {
  const source = toWords(rest?.text ?? '')
  if (!rest || !open.includes(1) || source.tokens.length !== rest.kept.length)
    return
  const pairs = align(source.ids, known.notes.ids)
  const doubted = chanceIn(pairs, source, known.notes)
  const isOpen = (at: number, index: number): boolean => open[at] === 1 && (pairs[index]! < 0 || doubted.has(index))
  const still = Uint8Array.from(rest.kept, (at, index) => isOpen(at, index) ? 1 : 0)
  mend({ ...known, source, text: rest.text, pairs }, still)
  rest.kept.forEach((at, index) => open[at] = still[index]!)
}
