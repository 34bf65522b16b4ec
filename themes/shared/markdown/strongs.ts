import type { Token } from 'markdown-exit'

/** Where strong words open, and the place after their end. */
export interface Strong { from: number, to: number }

/**
 * Finds strong words that stand in nothing else.
 *
 * @param tokens of one line
 * @returns their places in order
 */
export function strongsOf(tokens: readonly Token[]): Strong[] {
  const found: Strong[] = []
  let depth = 0
  for (const [index, { type, nesting }] of tokens.entries()) {
    if (depth === 0 && type === 'strong_open')
      found.push({ from: index, to: index })
    depth += nesting
    if (depth === 0 && type === 'strong_close' && found.length > 0)
      found.at(-1)!.to = index + 1
  }
  return found
}
