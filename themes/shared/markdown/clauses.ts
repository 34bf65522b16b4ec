import type { Token } from 'markdown-exit'

const STOP = /[，；：。！？][”’』」）]*$/
const CLAUSES = /[^，；：。！？]*[，；：。！？]+[”’』」）]*|[^，；：。！？]+$/g

/**
 * Puts each clause of Chinese text into a span of the class `clause`, which large type sets as a block in its line:
 * lines then break after ， and ； first. One that ends in such a mark is a `stop` as well, so that the blank half of the
 * mark may hang. A clause that is all strong stays as it is. In English the space between two clauses would be lost,
 * and nothing is done.
 *
 * @param all an inline text's tokens
 * @param Type the class of tokens
 * @returns the tokens, with spans around clauses where there are two or more
 */
export function withClauses(all: readonly Token[], Type: typeof Token): Token[] {
  const clauses: Token[][] = [[]]
  const add = (token: Token): void => void clauses.at(-1)!.push(token)
  let depth = 0
  for (const token of all) {
    depth += token.nesting
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      clauses.push([token], [])
    }
    else if (depth > 0 || token.type !== 'text') {
      add(token)
      if (depth === 0 && STOP.test(textOf(clauses.at(-1)!)))
        clauses.push([])
    }
    else {
      for (const [content] of token.content.matchAll(CLAUSES)) {
        add(Object.assign(new Type('text', '', 0), { level: token.level, content }))
        if (STOP.test(content))
          clauses.push([])
      }
    }
  }
  const texts = clauses.filter(clause => /\p{Script=Han}/u.test(textOf(clause)))
  if (texts.length < 2)
    return [...all]
  return clauses.flatMap((clause) => {
    const text = textOf(clause)
    const [first] = clause
    if (!/\p{Script=Han}/u.test(text) || (first?.type === 'strong_open' && clause.at(-1)!.type === 'strong_close'))
      return clause
    const open = new Type('part_open', 'span', 1)
    open.attrSet('class', STOP.test(text) ? 'clause stop' : 'clause')
    return [open, ...clause, new Type('part_close', 'span', -1)]
  })
}

/** The space after a mark that ends a clause: 2,000 and 10:30 have none. */
const SPACE_BETWEEN = /(?<=[a-z\d][,;:][”’"')\]]*) (?=\S|$)/i

/**
 * Puts each clause of a headline into a span: of Chinese as `withClauses` does, of English of the class `together`,
 * with the space between two outside. At sizes at which each has a line of its own they do not break.
 *
 * @param all the headline's tokens
 * @param Type the class of tokens
 * @returns the tokens, with spans around clauses where there are two or more
 */
export function withClausesOfHeadline(all: readonly Token[], Type: typeof Token): Token[] {
  if (/\p{Script=Han}/u.test(textOf(all)))
    return withClauses(all, Type)
  if (all.some(({ type }) => type.endsWith('break')))
    return [...all]
  const text = (content: string): Token => Object.assign(new Type('text', '', 0), { content })
  const clauses: Token[][] = [[]]
  let depth = 0
  for (const token of all) {
    depth += token.nesting
    const isWhole = depth > 0 || token.type !== 'text'
    const [first, ...others] = isWhole ? [token] : token.content.split(SPACE_BETWEEN).map(text)
    clauses.at(-1)!.push(first!)
    clauses.push(...others.map(other => [other]))
  }
  if (clauses.length < 2)
    return [...all]
  return clauses.flatMap((clause, index) => {
    const open = new Type('part_open', 'span', 1)
    open.attrSet('class', 'together')
    return [...index > 0 ? [text(' ')] : [], open, ...clause, new Type('part_close', 'span', -1)]
  })
}

/** The words of an inline text. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => type === 'text' || type === 'code_inline' ? content : '').join('')
}
