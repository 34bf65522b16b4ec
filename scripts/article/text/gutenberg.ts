import type { Line } from './lines.ts'

/** The lines that part a book from what the library says of it (Project Gutenberg, HTML and text formatting FAQ). */
const START = /^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/i
const END = new RegExp(`^(?:${[
  String.raw`\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b`,
  String.raw`End of (?:the )?Project Gutenberg(?:'s|’s)?\b`,
].join('|')})`, 'i')
/** Who made the file. */
const PRODUCED = /^(?:Produced by|E-?text prepared by|This e-?text was (?:produced|prepared))\b/i

/** A book of the library: its own lines, what stands round them, and what the library's head says. */
export interface Book {
  lines: Line[]
  head: Line[]
  foot: Line[]
  /** Lines at the book's beginning that only say who made the file, or repeat the head's title and author. */
  front: Line[]
  title?: string
  author?: string
}

/**
 * Reads a text file of Project Gutenberg.
 *
 * @param lines a text's lines
 * @returns the book, or nothing where the text is none
 */
export function readBook(lines: readonly Line[]): Book | undefined {
  const start = lines.findIndex(({ words }) => START.test(words))
  const isLibrary = start >= 0 || lines.slice(0, 20).some(({ words }) => /Project Gutenberg/i.test(words))
  const found = lines.findIndex(({ words }, index) => index > start && END.test(words))
  if (!isLibrary || (start < 0 && found < 0))
    return undefined
  const end = found < 0 ? lines.length : found
  const [head, foot] = [lines.slice(0, start + 1), lines.slice(end)]
  const facts = { title: factOf(head, 'Title'), author: factOf(head, 'Author') }
  const own = lines.slice(start + 1, end)
  const front = frontOf(own, facts)
  return {
    lines: own.filter(line => !front.includes(line)),
    head,
    foot,
    front,
    ...(facts.title !== undefined && { title: facts.title }),
    ...(facts.author !== undefined && { author: facts.author }),
  }
}

/** What the library's head says after a key, over as many lines as are indented below it. */
function factOf(head: readonly Line[], key: string): string | undefined {
  const at = head.findIndex(({ words }) => words.startsWith(`${key}:`))
  if (at < 0)
    return undefined
  const below = head.slice(at + 1)
  const more = below.slice(0, Math.max(0, below.findIndex(({ blank, indented }) => blank || !indented)))
  const fact = [head[at]!.words.slice(key.length + 1), ...more.map(({ words }) => words)].join(' ').trim()
  return fact === '' ? undefined : fact
}

/** The lines before the book's text that the library's head has said already. */
function frontOf(
  own: readonly Line[],
  { title, author }: { title: string | undefined, author: string | undefined },
): Line[] {
  const known = [title, author].filter(fact => fact !== undefined).map(plain)
  const front: Line[] = []
  let isCredit = false
  for (const line of own.slice(0, 60)) {
    if (line.blank) {
      isCredit = false
      continue
    }
    isCredit ||= PRODUCED.test(line.words)
    const words = plain(line.words.replace(/^by\b/i, ''))
    const isKnown = known.some(fact => fact === words || (words.length > 3 && fact.includes(words)))
    const repeats = title !== undefined && (words === '' || /^\d{4}$/.test(words) || isKnown)
    if (!isCredit && !repeats)
      break
    front.push(line)
  }
  return front
}

/** Words to compare: letters and digits in small letters. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
