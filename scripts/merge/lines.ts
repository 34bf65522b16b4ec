import { diffIndices } from 'node-diff3'

/** Which side wins where both have changed the same lines. */
export type Side = 'ours' | 'theirs'

/** Lines `from` to `to` of the base, replaced. Where both are the same, something is put in before that line. */
interface Hunk { from: number, to: number, lines: string[], side: Side }

/**
 * Merges two texts that come from one, line by line. Lines are compared without their ends; what nobody changed keeps
 * the bytes that it has in `ours`. Changes of neighbouring lines do not touch each other.
 *
 * @param base the text that both come from
 * @param ours the text as a person has changed it
 * @param theirs the text as it was generated anew
 * @param prefer the side that wins where both have changed the same lines
 * @returns the merged text, its new lines with the ends of `ours`, and whether both have changed the same lines
 */
export function mergeLines(
  base: string,
  ours: string,
  theirs: string,
  prefer: Side = 'ours',
): { text: string, conflict: boolean } {
  const [o, a, b] = [base, ours, theirs].map(splitLines) as [string[], string[], string[]]
  const hunks = [...hunksOf(o, a, 'ours'), ...hunksOf(o, b, 'theirs')]
    .sort((one, other) => one.from - other.from || one.to - other.to)
  const kept = keptLines(o, a)
  const lines: string[] = []
  let conflict = false
  let at = 0
  for (const cluster of clusters(hunks)) {
    const from = Math.min(...cluster.map(hunk => hunk.from))
    const to = Math.max(...cluster.map(hunk => hunk.to))
    const side = (which: Side): string[] => replaced(from, to, cluster.filter(hunk => hunk.side === which), kept)
    const changed = new Set(cluster.map(hunk => hunk.side))
    const same = changed.size === 2 && sameLines(side('ours'), side('theirs'))
    conflict ||= changed.size === 2 && !same
    const winner = changed.size === 2 && !same ? prefer : [...changed][0]!
    lines.push(...kept.slice(at, from), ...side(winner))
    at = to
  }
  lines.push(...kept.slice(at))
  const isEnded = (ours.endsWith('\n') === base.endsWith('\n') ? theirs : ours).endsWith('\n')
  return { text: joinLines(lines, endOf(ours) ?? endOf(theirs) ?? '\n', isEnded), conflict }
}

/**
 * Whether two texts are the same but for the ends of their lines.
 *
 * @param one a text
 * @param other another
 * @returns true where a person would see no difference
 */
export function isSameText(one: string, other: string): boolean {
  return one === other || withEnds(one, '\n') === withEnds(other, '\n')
}

/**
 * The ends that a text's lines have: that of its first.
 *
 * @param text any text
 * @returns CRLF or LF; nothing where there is one line
 */
export function endOf(text: string): string | undefined {
  return /\r?\n/.exec(text)?.[0]
}

/**
 * Writes a text with other line ends.
 *
 * @param text any text
 * @param end CRLF or LF
 * @returns the text with these ends
 */
export function withEnds(text: string, end: string): string {
  return text.replace(/\r?\n/g, end)
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

function bare(line: string): string {
  return line.replace(/\r?\n$/, '')
}

function sameLines(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((line, index) => bare(line) === bare(other[index]!))
}

/** Where lines begin, and how many they are. */
type Run = [start: number, count: number]

function hunksOf(base: string[], other: string[], side: Side): Hunk[] {
  const changes = diffIndices(base.map(bare), other.map(bare)) as { buffer1: Run, buffer2: Run }[]
  return changes.flatMap(({ buffer1: [from, length], buffer2: [start, count] }): Hunk[] => {
    if (length !== count)
      return [{ from, to: from + length, lines: other.slice(start, start + count), side }]
    // As many lines as before: each stands for its own.
    return other.slice(start, start + count)
      .map((line, index) => ({ from: from + index, to: from + index + 1, lines: [line], side }))
  })
}

/** The base's lines, each as it stands in the other text where it is there. */
function keptLines(base: string[], other: string[]): string[] {
  const kept = [...base]
  let shift = 0
  let at = 0
  for (const hunk of [...hunksOf(base, other, 'ours'), { from: base.length, to: base.length, lines: [] }]) {
    for (; at < hunk.from; at++)
      kept[at] = other[at + shift]!
    shift += hunk.lines.length - (hunk.to - hunk.from)
    at = hunk.to
  }
  return kept
}

/** Hunks that change the same lines, together. */
function clusters(hunks: Hunk[]): Hunk[][] {
  const result: Hunk[][] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last?.some(other => other.side !== hunk.side && overlap(other, hunk)))
      last.push(hunk)
    else
      result.push([hunk])
  }
  return result
}

function overlap(one: Hunk, other: Hunk): boolean {
  if (one.from === one.to && other.from === other.to)
    return one.from === other.from
  return one.from < other.to && other.from < one.to
}

function replaced(from: number, to: number, hunks: Hunk[], kept: string[]): string[] {
  const lines: string[] = []
  let at = from
  for (const hunk of hunks) {
    lines.push(...kept.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...lines, ...kept.slice(at, to)]
}

/** New lines have the end that the others have; the last one may have none. */
function joinLines(lines: string[], end: string, isEnded: boolean): string {
  const ended = lines.map(line => line.endsWith('\n') ? line : `${line}${end}`)
  return isEnded || lines.length === 0 ? ended.join('') : [...ended.slice(0, -1), bare(lines.at(-1)!)].join('')
}
