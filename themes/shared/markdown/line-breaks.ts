import type { MarkdownExit, Token } from 'markdown-exit'
import { addressBreaks, LONGEST_TOKEN } from '../../../scripts/language/addresses.ts'
import { toPhrases } from '../../../scripts/language/phrases.ts'
import { CLOSING, OPENING } from '../../../scripts/language/words.ts'

/** A phrase of more characters may be parted where the browser likes: it may be wider than its column. */
const LONGEST_HELD = 30

/**
 * Lets lines break between phrases and nowhere within them: `<wbr>` stands between two, and a span of the class
 * `phrase` around one that a browser would part, at a hyphen, a slash, a space or after 》. Both are elements: no
 * character is added to the text.
 *
 * @param md Slidev's engine
 */
export function lineBreaks(md: MarkdownExit): void {
  md.core.ruler.push('line_breaks', (state) => {
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.children)
        token.children = withBreaks(token.children, state.Token)
    }
  })
}

interface Range { from: number, to: number }

/** A phrase may begin in plain text and end in strong: a block's text is cut as a whole. */
function withBreaks(tokens: readonly Token[], Type: typeof Token): Token[] {
  const text = tokens.map(textOf).join('')
  const phrases = rangesOf(toPhrases(text))
  const inners = phrases.map(range => inner(text, range)).filter(range => isHeld(text, range))
  const held = /\p{Script=Han}/u.test(text) ? inners : signsIn(text)
  const starts = phrases.map(({ from }) => from).filter(at => at > 0 && !/\s/.test(text[at - 1]!))
  const breaks = new Set([...starts, ...addressBreaks(text)])
  const edges = [...breaks, ...held.flatMap(({ from, to }) => [from, to])].sort((one, other) => one - other)

  const result: Token[] = []
  function add(token: Token, from: number, to: number): void {
    if (breaks.has(from))
      result.push(new Type('wbr', 'wbr', 0))
    if (!isParted(text.slice(from, to)) || !held.some(range => range.from <= from && to <= range.to)) {
      result.push(token)
      return
    }
    const open = new Type('phrase_open', 'span', 1)
    open.attrSet('class', 'phrase')
    result.push(open, token, new Type('phrase_close', 'span', -1))
  }
  let at = 0
  for (const token of tokens) {
    const end = at + textOf(token).length
    if (token.type === 'text') {
      const cuts = [at, ...new Set(edges.filter(edge => edge > at && edge < end)), end]
      for (const [index, to] of cuts.slice(1).entries()) {
        const from = cuts[index]!
        add(Object.assign(new Type('text', '', 0), { level: token.level, content: text.slice(from, to) }), from, to)
      }
    }
    else if (token.type === 'code_inline') {
      add(token, at, end)
    }
    else {
      result.push(token)
    }
    at = end
  }
  return result
}

function textOf({ type, content }: Token): string {
  if (type === 'text' || type === 'code_inline')
    return content
  return type === 'softbreak' || type === 'hardbreak' || (type === 'html_inline' && /^<br\b/i.test(content)) ? '\n' : ''
}

function rangesOf(phrases: readonly string[]): Range[] {
  let to = 0
  return phrases.map(phrase => ({ from: to, to: to += phrase.length }))
}

/** A phrase without the space at its end, where a line may break. */
function inner(text: string, { from, to }: Range): Range {
  return { from, to: from + text.slice(from, to).trimEnd().length }
}

const EDGES = new RegExp(`^[${OPENING}]+|[${CLOSING}]+$`, 'g')

/** Whether a browser may part a text that has no mark to say so. */
function isParted(text: string): boolean {
  return /[^\p{L}\p{N}\p{M}]/u.test(text.replace(EDGES, ''))
}

/** Whether a browser would part a phrase, and must not. */
function isHeld(text: string, { from, to }: Range): boolean {
  const phrase = text.slice(from, to)
  return phrase.length <= LONGEST_HELD
    && isParted(phrase)
    && !phrase.includes('\n')
    && Array.from(phrase.matchAll(/[!-~]+/g)).every(([token]) => token.length <= LONGEST_TOKEN)
}

/** In English a word breaks at its hyphen, as is usual; an option, a path or a range of numbers does not. */
function signsIn(text: string): Range[] {
  const signs = text.matchAll(/(?<!\S)[("'‘“]?(?=[-./~]|\S*[\d_/.=])\S*[-/]\S+/g)
  return Array.from(signs, ({ index, 0: sign }) => ({ from: index, to: index + sign.length }))
    .filter(({ from, to }) => to - from <= LONGEST_TOKEN)
}
