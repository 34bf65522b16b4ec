import type { Code, Construct, Event, Extension, Resolver, Token, TokenizeContext } from 'micromark-util-types'
import { refuseDeepMarks } from './depth.ts'
import { resolvedInside } from './emphasis-marks.ts'

const TILDE = 126
/** What `~~` is until it is known whether it has a partner, and what it is then. */
const WAITING = 'strikethroughSequenceTemporary'
const SEQUENCE = 'strikethroughSequence'

/**
 * Struck words in time that grows with the text. micromark's extension goes back through all that stands before each
 * `~~`, and moves all that stands after it. Here each looks at the last one alone that is open: all of them are of two
 * tildes (GFM 6.5), so that it is the one. What comes of it is the same.
 *
 * @param strikethrough the extension's construct for two tildes: its tokenizer stays
 * @returns an extension that comes before it; it throws a VFileMessage for marks inside marks, hundreds deep
 */
export function linearStrikethrough(strikethrough: Construct): Extension {
  const construct: Construct = { ...strikethrough, resolveAll }
  return { text: { [TILDE]: construct }, insideSpan: { null: [construct] } }
}

/** What stands between words of Chinese, Japanese and Korean without a space, their own marks among it. */
const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u

function isChinese(code: Code): boolean {
  return code !== null && code > 0 && CHINESE.test(String.fromCodePoint(code))
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || /\s/.test(String.fromCodePoint(code))
}

/**
 * Struck words beside Chinese, with a mark at their edge: 由~~“五元”~~改为六元. GFM wants a space before and behind them,
 * which Chinese does not have.
 *
 * @param strikethrough the extension's construct for two tildes
 * @returns a construct that reads what that reads, and these
 */
export function besideChinese(strikethrough: Construct): Construct {
  const tokenize: Construct['tokenize'] = function (effects, ok, nok) {
    const { previous } = this
    return strikethrough.tokenize.call(this, effects, (code) => {
      const token = this.events.at(-1)![1]
      token._open ||= isChinese(previous) && !isSpace(code)
      token._close ||= isChinese(code) && !isSpace(previous)
      return ok(code)
    }, nok)
  }
  return { ...strikethrough, tokenize }
}

const resolveAll: Resolver = (events, context) => {
  const partners = partnersIn(events)
  const frames: { opening: Token, before: Event[] }[] = []
  let own: Event[] = []
  for (const event of events) {
    const [change, token] = event
    const partner = partners.get(token)
    if (!partner) {
      token.type = token.type === WAITING ? 'data' : token.type
      own.push(event)
    }
    else if (change === 'exit') {
      continue
    }
    else if (partner.start.offset > token.start.offset) {
      frames.push({ opening: token, before: own })
      refuseDeepMarks(frames.length, token)
      own = []
    }
    else {
      const { opening, before } = frames.pop()!
      for (const inner of struck(opening, token, own, context))
        before.push(inner)
      own = before
    }
  }
  // The same array, for micromark goes on with it.
  events.length = 0
  for (const event of own)
    events.push(event)
  return events
}

/** Each `~~` that begins or ends struck words, and the one at the other end. */
function partnersIn(events: readonly Event[]): Map<Token, Token> {
  const partners = new Map<Token, Token>()
  const open: Token[] = []
  for (const [change, token] of events) {
    if (change !== 'enter' || token.type !== WAITING)
      continue
    const opener = token._close ? open.pop() : undefined
    if (opener) {
      opener.type = token.type = SEQUENCE
      partners.set(opener, token).set(token, opener)
    }
    else if (token._open) {
      open.push(token)
    }
  }
  return partners
}

function struck(opening: Token, closing: Token, inner: Event[], context: TokenizeContext): Event[] {
  const group: Token = { type: 'strikethrough', start: { ...opening.start }, end: { ...closing.end } }
  const text: Token = { type: 'strikethroughText', start: { ...opening.end }, end: { ...closing.start } }
  return [
    ['enter', group, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
    ...resolvedInside(inner, context),
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', group, context],
  ]
}
