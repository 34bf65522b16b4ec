import type { Literal } from 'mdast'
import type { Code, Construct, Extension, State, Token, TokenType } from 'micromark-util-types'
import { isLineMark, LINE_STARTS } from './line-marks.ts'
import { isShortcode } from './templates.ts'

/** Signs of a program in a line: its links, comments, tags. */
export interface InlineMark extends Literal {
  type: 'inlineMark'
  kind: 'wiki' | 'embed' | 'comment' | 'template' | 'note' | 'superscript' | 'subscript' | 'shortcode'
}

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

/** How marks in a line begin and end, and what may stand in them. */
interface Form {
  kind: InlineMark['kind']
  open: string
  close: string
  /**
   * What cannot stand between them: there the mark is none. It keeps the reader from looking at the same characters
   * again and again.
   */
  stop?: string
  /** It may go over a line's end. */
  lines?: true
  /** The most characters that it has. */
  most?: number
  /** Brackets between its own are pairs. */
  nests?: true
  /** What may stand before it. */
  after?: RegExp
  /** What cannot stand behind it. */
  before?: RegExp
  /** Whether all of it is such a mark. */
  test?: RegExp | ((mark: string) => boolean)
}

/** Variables of site programs (Liquid, Nunjucks, Go templates); other words in braces are text. */
const VARIABLE = /^\{\{-?\s*(?:(?:site|page|post|layout|include|theme|config|paginator)\.|(?:content|toc|TOC|pagebreak)\s*[|}]|\.(?:Site|Page|Params|Title|Date|Content|Summary)\b)/
const TAG = /^\{%-?\s*\/?[a-z]/i

/** What may stand before a raised sign. */
const RAISABLE = /[\p{L}\p{N})）\]]/u
const RAISED = /^\^[+\-−]?(?:[\d.,]+|[a-z\d]{1,3})\^$/i
const LOWERED = /^~(?:\d{1,3}[+\-−]?|[a-z]{1,3})~$/

const FORMS: readonly Form[] = [
  { kind: 'wiki', open: '[[', close: ']]', stop: '[', after: /[^\w\]]/, test: /^\[\[\s*(?:[^\s\]]|(?:[^\s\]][^\]]*)?\])[^\]]*\]\]$/ },
  { kind: 'embed', open: '![[', close: ']]', stop: '[', test: /^!\[\[\s*(?:[^\s\]]|(?:[^\s\]][^\]]*)?\])[^\]]*\]\]$/ },
  { kind: 'comment', open: '%%', close: '%%', lines: true, after: /[^%\d\\]/, test: /^%%[^%]/ },
  { kind: 'template', open: '{%', close: '%}', stop: '{', test: TAG },
  { kind: 'template', open: '{{<', close: '>}}', stop: '{' },
  { kind: 'template', open: '{{%', close: '%}}', stop: '{' },
  { kind: 'template', open: '{{', close: '}}', stop: '{', test: VARIABLE },
  { kind: 'note', open: '^[', close: ']', nests: true, lines: true, stop: '^', test: /^\^\[\s*\S[\s\S]*\]$/ },
  // 3~5公里，10~20分钟 is two spans of numbers, ^_^ a face.
  { kind: 'superscript', open: '^', close: '^', most: 8, after: RAISABLE, before: /\d/, test: RAISED },
  { kind: 'subscript', open: '~', close: '~', most: 6, after: /[a-z)]/i, before: /\d/, test: LOWERED },
  { kind: 'shortcode', open: ':', close: ':', most: 24, after: /[^\w:]/, test: isShortcode },
]

function isLineEnd(code: Code): boolean {
  return code !== null && code < -2
}

/** A construct for one form. */
function inlineMark(form: Form): Construct {
  const { open, close, stop, lines, most = Infinity, nests, after, before, test } = form
  return {
    name: `inlineMark-${form.kind}`,
    previous: code => !after || after.test(code === null || code < 0 ? '\n' : String.fromCodePoint(code)),
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
        closed = character === close[closed] ? closed + 1 : character === close[0] ? 1 : 0
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

interface Compiler { enter: (node: object, token: Token) => void, exit: (token: Token) => void, sliceSerialize: (token: Token) => string }

/** An extension of mdast-util-from-markdown: nodes for them. */
export const dialectFromMarkdown = {
  enter: {
    inlineMark(this: Compiler, token: Token): void {
      this.enter({ type: 'inlineMark', kind: (token as Token & { kind: string }).kind, value: this.sliceSerialize(token) }, token)
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
