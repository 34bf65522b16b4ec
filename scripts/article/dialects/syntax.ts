import type { Literal } from 'mdast'
import type { Code, Construct, Extension, State, Token, TokenType } from 'micromark-util-types'
import type { Form, InlineMark } from './forms.ts'
import { FORMS } from './forms.ts'
import { isLineMark, LINE_STARTS } from './line-marks.ts'

/** A line that is nothing but a sign of a program: a fence, a tag, a page break. */
export interface LineMark extends Literal {
  type: 'lineMark'
}

declare module 'mdast' {
  interface PhrasingContentMap { inlineMark: InlineMark }
  interface RootContentMap { inlineMark: InlineMark, lineMark: LineMark }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap { inlineMark: 'inlineMark', inlineMarkPiece: 'inlineMarkPiece', lineMark: 'lineMark' }
}

function isLineEnd(code: Code): boolean {
  return code !== null && code < -2
}

/** A construct for one form. */
// eslint-disable-next-line max-lines-per-function -- micromark's states share what they have read
function inlineMark(form: Form): Construct {
  const { open, close, stop, lines, most = Infinity, nests, after, before, test } = form
  return {
    name: `inlineMark-${form.kind}`,
    previous: code => !after || after.test(code === null || code < 0 ? '\n' : String.fromCodePoint(code)),
    // eslint-disable-next-line max-lines-per-function -- the same
    tokenize(effects, ok, nok) {
      let opened = 0
      let closed = 0
      let depth = 0
      let count = 0
      const finish = (code: Code): State | undefined => {
        effects.exit('inlineMarkPiece')
        const mark = this.sliceSerialize(effects.exit('inlineMark'))
        if (before && code !== null && code > 0 && before.test(String.fromCodePoint(code)))
          return nok(code)
        return !test || (typeof test === 'function' ? test(mark) : test.test(mark)) ? ok(code) : nok(code)
      }
      const inside = (code: Code): State | undefined => {
        if (closed === close.length && depth === 0)
          return finish(code)
        if (code === null || ++count > most || (isLineEnd(code) && !lines))
          return nok(code)
        if (isLineEnd(code)) {
          effects.exit('inlineMarkPiece')
          effects.enter('lineEnding')
          effects.consume(code)
          effects.exit('lineEnding')
          effects.enter('inlineMarkPiece')
          closed = 0
          return inside
        }
        const character = code < 0 ? ' ' : String.fromCodePoint(code)
        if (character === stop)
          return nok(code)
        if (nests && character === '[')
          depth++
        const reopened = character === close[0] ? 1 : 0
        closed = character === close[closed] ? closed + 1 : reopened
        if (nests && closed === 1 && depth > 0) {
          depth--
          closed = 0
        }
        effects.consume(code)
        return inside
      }
      const begin = (code: Code): State | undefined => {
        if (opened === open.length)
          return inside(code)
        if (code !== open.charCodeAt(opened))
          return nok(code)
        opened++
        effects.consume(code)
        return begin
      }
      return (code) => {
        effects.enter('inlineMark', { kind: form.kind } as never)
        effects.enter('inlineMarkPiece')
        return begin(code)
      }
    },
  }
}

/** A line that is a mark, whatever stands before it: it ends a paragraph. */
const lineMark: Construct = {
  name: 'lineMark',
  tokenize(effects, ok, nok) {
    const inside = (code: Code): State | undefined => {
      if (code === null || isLineEnd(code))
        return isLineMark(this.sliceSerialize(effects.exit('lineMark'))) ? ok(code) : nok(code)
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter('lineMark')
      return inside(code)
    }
  },
}

/** Constructs by the character that they begin with. */
function byStart(forms: readonly Form[]): Extension['text'] & object {
  const found: Record<number, Construct[]> = {}
  for (const form of forms)
    (found[form.open.charCodeAt(0)] ??= []).push(inlineMark(form))
  return found
}

/**
 * An extension of micromark: the signs of programs that Markdown's own grammar does not have. What is escaped, or in
 * code, is none.
 */
export const dialectSyntax: Extension = {
  text: byStart(FORMS),
  flow: Object.fromEntries(Array.from(LINE_STARTS, character => [character.charCodeAt(0), lineMark])),
}

interface Compiler {
  enter: (node: object, token: Token) => void
  exit: (token: Token) => void
  sliceSerialize: (token: Token) => string
}

/** An extension of mdast-util-from-markdown: nodes for them. */
export const dialectFromMarkdown = {
  enter: {
    inlineMark(this: Compiler, token: Token): void {
      const { kind } = token as Token & { kind: string }
      this.enter({ type: 'inlineMark', kind, value: this.sliceSerialize(token) }, token)
    },
    lineMark(this: Compiler, token: Token): void {
      this.enter({ type: 'lineMark', value: this.sliceSerialize(token).trim() }, token)
    },
  } satisfies Partial<Record<TokenType, unknown>>,
  exit: {
    inlineMark(this: Compiler, token: Token): void {
      this.exit(token)
    },
    lineMark(this: Compiler, token: Token): void {
      this.exit(token)
    },
  } satisfies Partial<Record<TokenType, unknown>>,
}
