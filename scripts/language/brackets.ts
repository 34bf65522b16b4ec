/** Closing mark → opening mark, for brackets and quotes of Chinese (GB/T 15834) and English. */
const OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '）': '（',
  '》': '《',
  '〉': '〈',
  '」': '「',
  '』': '『',
  '】': '【',
  '〕': '〔',
  ')': '(',
  ']': '[',
}
const OPENERS = new Set(Object.values(OPENING))

/** Characters that close a bracket or a quote. */
export const CLOSERS: ReadonlySet<string> = new Set([...Object.keys(OPENING), '"', '\''])

/** For each character index of a closing mark, the index of the mark that it closes. */
export type Pairs = ReadonlyMap<number, number>

/**
 * Pairs brackets and quotes. A mark without its partner is left out, so that an unbalanced quote holds nothing together.
 * Straight double quotes are paired in turn; straight single quotes are apostrophes.
 *
 * @param text any text
 * @returns closing index → opening index
 */
export function pairBrackets(text: string): Pairs {
  const pairs = new Map<number, number>()
  const open: { mark: string, index: number }[] = []
  for (let index = 0; index < text.length; index++) {
    const mark = text[index]!
    if (mark === '"') {
      const at = open.findLastIndex(entry => entry.mark === '"')
      if (at < 0) {
        open.push({ mark, index })
        continue
      }
      pairs.set(index, open[at]!.index)
      open.length = at
    }
    else if (OPENERS.has(mark)) {
      open.push({ mark, index })
    }
    else if (OPENING[mark] !== undefined && !isApostrophe(text, index)) {
      const at = open.findLastIndex(entry => entry.mark === OPENING[mark])
      if (at >= 0) {
        pairs.set(index, open[at]!.index)
        open.length = at
      }
    }
  }
  return pairs
}

/**
 * How deep in brackets each character stands; the marks themselves count as inside.
 *
 * @param text any text
 * @param pairs its bracket pairs
 * @returns one depth per UTF-16 unit
 */
export function bracketDepths(text: string, pairs: Pairs = pairBrackets(text)): Int32Array {
  const change = new Int32Array(text.length + 1)
  for (const [close, open] of pairs) {
    change[open]! += 1
    change[close + 1]! -= 1
  }
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    depth += change[index]!
    change[index] = depth
  }
  return change.subarray(0, text.length)
}

/** ’ between letters is an apostrophe: it’s, the boys’ own. */
function isApostrophe(text: string, index: number): boolean {
  return text[index] === '’' && /[A-Z]/i.test(text[index - 1] ?? '') && /[A-Z]/i.test(text[index + 1] ?? '')
}
