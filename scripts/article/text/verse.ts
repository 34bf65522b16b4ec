import type { Line } from './lines.ts'
import { headOf, isKey } from './lines.ts'

/** A line of verse is no longer than this, in em. */
const LONGEST = 24
/** A stanza has no more lines. */
const MOST_LINES = 60
/** Lines of Chinese verse differ by no more, in em. */
const DIFFERENCE = 6
/** Without marks, lines of verse have five or seven characters, as 绝句 and 律诗 have. */
const UNMARKED = /^(?:\p{Script=Han}{5}|\p{Script=Han}{7})$/u
const MARKED = /(?:[，。；！？、：…,.;!?:⸺]|—{2})[”’」』）)"']*$/
const SENTENCE = /[。！？.!?…][”’」』）)"']*$/

/** A key and its value; words that lead up to what is said stand in verse, too: 祖母说：. */
function isKeyed(words: string): boolean {
  return isKey(words) && !/[：:]$/.test(words)
}

/** A text of fewer lines, or whose stanzas are fewer, is not told from notes. */
const POEM = { lines: 6, stanzas: 2, longest: 20, mean: 5, sentences: 0.4, full: 0.6 } as const

/**
 * Whether all of a text is verse with few marks or none: stanzas of short lines whose ends are ragged, as no full lines
 * are, hardly any of them a sentence, and nothing that is numbered.
 *
 * @param stanzas a text's lines, those without a blank one between together
 */
export function isPoem(stanzas: readonly (readonly Line[])[]): boolean {
  const own = stanzas.filter(({ length }) => length > 1)
  const lines = own.flat()
  const isOther = ({ words, width }: Line): boolean =>
    width > POEM.longest || headOf(words) !== undefined || isKeyed(words) || !/\p{Script=Han}/u.test(words)
  if (own.length < POEM.stanzas || lines.length < POEM.lines || stanzas.flat().some(isOther))
    return false
  // The title may stand alone, and who wrote it, and when.
  if (stanzas.length - own.length > 3 || !own.some(({ length }) => length > 2))
    return false
  const share = (test: (line: Line) => boolean, of = lines): number => of.filter(test).length / of.length
  const inner = own.flatMap(stanza => stanza.slice(0, -1))
  const widest = Math.max(...inner.map(({ width }) => width))
  const mean = lines.reduce((sum, { width }) => sum + width, 0) / lines.length
  return mean >= POEM.mean
    && share(({ words }) => SENTENCE.test(words)) <= POEM.sentences
    && share(({ width }) => width >= widest - 1, inner) <= POEM.full
    && lines.some(({ words }) => /[，、；…]/.test(words))
}

/**
 * Whether lines without a blank line between are verse, whose line ends are the author's: short lines of about one
 * length, each with a mark at its end and not each a sentence; lines of five or seven characters; or lines that alone
 * are indented.
 *
 * @param lines lines one below the other
 * @param indents paragraphs of the text begin with an indent
 */
export function isVerse(lines: readonly Line[], indents: boolean): boolean {
  const isProse = ({ words, width }: Line): boolean => width > LONGEST || headOf(words) !== undefined || isKeyed(words)
  if (lines.length < 2 || lines.length > MOST_LINES || lines.some(isProse))
    return false
  const [widths, all] = [lines.map(({ width }) => width), lines.every(({ words }) => /\p{Script=Han}/u.test(words))]
  if (all && lines.length > 3 && lines.every(({ words }) => UNMARKED.test(words)) && new Set(widths).size === 1)
    return true
  const haveMarks = lines.length > 2 && lines.every(({ words }) => MARKED.test(words))
  const isMarked = haveMarks && !lines.every(({ words }) => SENTENCE.test(words))
  const difference = Math.max(...widths) - Math.min(...widths)
  if (all && isMarked && difference <= DIFFERENCE && SENTENCE.test(lines.at(-1)!.words))
    return true
  const beginCapital = lines.every(({ words }) => /^["“‘'—]?\p{Lu}/u.test(words))
  return !all && !indents && lines.every(({ indented }) => indented) && beginCapital
}
