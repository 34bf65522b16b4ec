/** What a page's program brings in or gives away, where it goes over lines (MDX, “ESM”). */
const OPENS = new RegExp(`^(?:${[
  String.raw`export\s+(?:default\s+)?(?:(?:const|let|var|function|async|class)\b|[{[(])`,
  String.raw`import\s+(?:[\w$]+\s*,\s*)?(?=\{)`,
].join('|')})[^。！？]*[{[(,=>\x60]$`)
const DEFAULT = /^export\s+default\s+(?:[A-Z][\w$.]*|\([^。！？]*\)\s*=>[^。！？]*[;)}>])\s*;?$/
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/
/** A longer one has no end. In lines. */
const LONGEST = 200

/**
 * Finds the programs that stand among a page's text: from a line that brings in or gives away up to the one that closes
 * the last of its brackets.
 *
 * @param text a Markdown article
 * @returns the range of each, in order
 */
export function modulesIn(text: string): [from: number, to: number][] {
  const matches = Array.from(text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g))
  const lines = matches.map(([line]) => line)
  const found: [number, number][] = []
  let isCode = false
  for (let at = 0; at < lines.length; at++) {
    const words = lines[at]!.trimEnd()
    if (FENCE.test(words))
      isCode = !isCode
    const end = isCode ? -1 : endOf(lines, at)
    if (end < at)
      continue
    found.push([matches[at]!.index, matches[end]!.index + lines[end]!.trimEnd().length])
    at = end
  }
  return found
}

/** The line that ends the program which begins at one; -1 where none does. */
function endOf(lines: readonly string[], from: number): number {
  const first = lines[from]!.trimEnd()
  if (DEFAULT.test(first))
    return from
  if (!OPENS.test(first))
    return -1
  let depth = 0
  for (let at = from; at < Math.min(lines.length, from + LONGEST); at++) {
    const code = lines[at]!.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/.*$/g, '')
    depth += (code.match(/[{[(]/g)?.length ?? 0) - (code.match(/[}\])]/g)?.length ?? 0)
    if (depth <= 0)
      return at > from ? at : -1
  }
  return -1
}
