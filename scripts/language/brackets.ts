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
 * Pairs brackets and quotes. A mark without its partner is left out, so that an unbalanced quote holds nothing
 * together. Straight double quotes are paired in turn; straight single quotes are apostrophes.
 *
 * @param text any text
 * @returns closing index → opening index
 */
export function pairBrackets(text: string): Pairs {
  const pairs = new Map<number, number>()
  const open = new OpenMarks()
  for (let index = 0; index < text.length; index++) {
    const mark = text[index]!
    const opening = mark === '"' ? '"' : OPENING[mark]
    if (opening !== undefined && open.has(opening) && !isApostrophe(text, index))
      pairs.set(index, open.close(opening))
    else if (mark === '"' || OPENERS.has(mark))
      open.push(mark, index)
  }
  return pairs
}

/** Opening marks that wait for their partner. Closing one gives up those inside it. */
class OpenMarks {
  readonly #stack: { mark: string, index: number }[] = []
  /**
   * How many of each wait: a closing mark without a partner must not search the stack, or a text of brackets takes the
   * square of its length.
   */
  readonly #waiting = new Map<string, number>()

  has(mark: string): boolean {
    return (this.#waiting.get(mark) ?? 0) > 0
  }

  push(mark: string, index: number): void {
    this.#stack.push({ mark, index })
    this.#waiting.set(mark, (this.#waiting.get(mark) ?? 0) + 1)
  }

  /** Gives the index of the last such mark, which must wait. */
  close(mark: string): number {
    for (;;) {
      const last = this.#stack.pop()!
      this.#waiting.set(last.mark, this.#waiting.get(last.mark)! - 1)
      if (last.mark === mark)
        return last.index
    }
  }
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
  return index > 0 && /^[A-Z]’[A-Z]/i.test(text.slice(index - 1, index + 2))
}
