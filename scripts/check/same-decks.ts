import type { DeckFile } from '../slidev/stringify.ts'

/** A deck that is not what the article gives. */
export interface DeckDifference {
  name: string
  /** The first line that differs, from 1, as it is kept and as the article gives it. */
  line: number
  kept: string | undefined
  given: string | undefined
}

/**
 * Compares the decks that were kept as generated with those that the article gives (promise 6). Of a theme's path the
 * name counts: the rest says where Lectern stands.
 *
 * @param kept the decks as they were generated
 * @param given the decks that the article gives now
 * @returns the decks that differ
 */
export function deckDifferences(kept: DeckFile[], given: DeckFile[]): DeckDifference[] {
  const names = [...new Set([...kept, ...given].map(({ name }) => name))].sort()
  return names.flatMap((name): DeckDifference[] => {
    const linesIn = (decks: DeckFile[]): string[] =>
      decks.find(deck => deck.name === name)?.markdown.split(/\r?\n/) ?? []
    const [one, other] = [linesIn(kept), linesIn(given)]
    const lines = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at)
    const line = lines.findIndex(at => !isSameLine(one[at], other[at]))
    return line < 0 ? [] : [{ name, line: line + 1, kept: one[line], given: other[line] }]
  })
}

/**
 * Whether two lines of decks are the same, but for where a theme stands.
 *
 * @param one a line
 * @param other another
 */
export function isSameLine(one: string | undefined, other: string | undefined): boolean {
  const theme = themeOf(one)
  return one === other || (theme !== undefined && theme === themeOf(other))
}

function themeOf(line: string | undefined): string | undefined {
  return line?.startsWith('theme: ') ? line.replace(/["']$/, '').split('/').at(-1) : undefined
}
