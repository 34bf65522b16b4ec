/** A word that is parted at a line's end: of a line without spaces no more is looked at than a word has. */
const HYPHENATED = /(\p{L}[\p{L}’'-]{0,99})-[ \t]*(?:\r\n|[\n\r])[ \t\u3000]*(\p{Ll}[\p{L}’']*)/gu
/** Words that keep their hyphen before another (The Chicago Manual of Style, 7.89). */
const COMBINING = new RegExp(`^(?:${[
  'well|ill|self|half|quarter|all|cross|ex|non|high|low|long|short|large|small|full|part|hard|soft|old|new|far|near',
  'hand|home|man|wind|water|sun|snow|open|single|double|two|three|four|five|six|seven|eight|nine|ten|first|second',
  'third|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|mid',
  'so|better|best|much|little|less|ever|still|above|then|now',
].join('|')})$`, 'i')

/**
 * Joins the words that hyphens part at the ends of lines. The hyphen stays where the text writes the word with one
 * elsewhere, or where it parts words that are joined by one; it goes where the text has the whole word, and else.
 *
 * @param paragraph a paragraph with its line breaks
 * @param words the words of the whole text, as `wordsIn` gives them
 * @returns the paragraph, each such word on one line
 */
export function joinHyphens(paragraph: string, words: ReadonlySet<string>): string {
  return paragraph.replace(HYPHENATED, (_, before: string, after: string) => {
    const has = (word: string): boolean => words.has(word.toLowerCase())
    const last = /[^-]*$/.exec(before)![0]
    const keeps = !has(before + after) && (has(`${before}-${after}`) || COMBINING.test(last) || before.includes('-'))
    return keeps ? `${before}-${after}` : before + after
  })
}

/**
 * The words of a text, those with hyphens whole.
 *
 * @param text the text
 * @returns each once, in small letters
 */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}[\p{L}’']*(?:-[\p{L}’']+)*/gu))
}

const WIDE = [
  String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`,
  String.raw`\u2014\u2018-\u201D\u2026\u3001-\u303F\uFF00-\uFFEF`,
].join('')
const SPACE = String.raw`[ \u00A0\u3000\u2002-\u200A]`
const SPACED = new RegExp(`(?<=[${WIDE}])${SPACE}(?=[${WIDE}])`, 'gu')
const ADJACENT = new RegExp(`(?<=[${WIDE}])(?=[${WIDE}])`, 'gu')
const FEWEST = 8
const MOSTLY = 0.8

/**
 * Whether a scan has left a space between nearly all of a text's characters.
 *
 * @param text a text file's text
 */
export function isSpacedOut(text: string): boolean {
  const spaced = text.match(SPACED)?.length ?? 0
  return spaced >= FEWEST && spaced >= MOSTLY * (spaced + (text.match(ADJACENT)?.length ?? 0))
}

const BESIDE_WIDE = new RegExp(`(?<=[${WIDE}])${SPACE}+|${SPACE}+(?=[${WIDE}])`, 'gu')
const SINGLES = new RegExp(String.raw`(?<![\p{L}\p{N}])[A-Za-z\d](?:${SPACE}[A-Za-z\d.%])+(?![\p{L}\p{N}])`, 'gu')

/**
 * Takes out the spaces that a scan has left between the characters: those beside Chinese, and those within 2 0 2 4 and
 * L E D.
 *
 * @param text a paragraph of a text that is spaced out
 * @returns the paragraph
 */
export function closeUp(text: string): string {
  return text.replace(SINGLES, run => run.replace(new RegExp(SPACE, 'g'), '')).replace(BESIDE_WIDE, '')
}
