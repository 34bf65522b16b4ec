import type { Paragraph, Root } from 'mdast'
// The names of its tokens.
import type {} from 'micromark-extension-math'
import type { Code, Construct, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import remarkMath from 'remark-math'
import { visit } from 'unist-util-visit'

/**
 * `$x$`: no space within its signs, no digit behind them, so that $5 and $10 are prices (Pandoc, tex_math_dollars); nor
 * a letter or digit before them: US$3, 5$.
 */
const SINGLE = /(?<![\w$\\])\$(?![\s$])((?:(?!\n[ \t>]*\n)[^$])+)(?<![\s\\])\$(?![\d$])/y
const DOUBLE = /(?<!\$)\$\$((?:(?!\n[ \t>]*\n)[^$])+)\$\$(?!\$)/y
/** `$$` on a line of its own, and below it another: nothing between them has these signs. */
const BLOCK = /\$\$[ \t]*\r?\n(?:(?![^\n]*\$\$)[^\n]*\n)*?[ \t>]*\$\$[ \t]*(?:\r?\n|$)/y
/** `\(x\)`, `\[x\]` and environments, LaTeX's own signs. */
const LATEX = new RegExp([
  String.raw`\\\((?:(?!\n[ \t>]*\n)[\s\S]){1,600}?\\\)`,
  String.raw`\\\[(?:(?!\n[ \t>]*\n)[\s\S]){1,600}?\\\]`,
  String.raw`\\begin\{((?:equation|align(?:ed|at)?|gather(?:ed)?|split|cases|[bpvBV]?matrix|array)\*?)\}`
  + String.raw`(?:(?!\n[ \t>]*\n)[\s\S]){1,2000}?\\end\{\1\}`,
].join('|'), 'y')
/** What tells a formula from words in brackets: \[注\]. */
const TEX = /\\[a-z]|[\^_=<>+]/i
const OPERATOR = /[\\^_=+/<>*-]/
const CLAUSE_END = /[，。；！？、]/

/**
 * A unified plugin, used after a parser for Markdown: formulas between `$`, `$$` and LaTeX's brackets. It is
 * remark-math with Pandoc's rule, which is Slidev's too, of what a sign of money begins and ends.
 */
export function formulas(this: Processor): void {
  let source = ''
  remarkMath.call(this as never)
  const extensions = this.data('micromarkExtensions')!
  const { flow, text } = extensions.pop()!
  const [block, inline] = [flow![DOLLAR] as Construct, text![DOLLAR] as Construct]
  extensions.push({
    flow: { [DOLLAR]: onlyWhere(block, offset => matchAt(BLOCK, source, offset) !== undefined) },
    text: { [DOLLAR]: onlyWhere(inline, offset => isFormula(source, offset)), [BACKSLASH]: latex(() => source) },
  })
  const parse = this.parser!
  this.parser = (text, file) => parse(source = text, file)
}

const [DOLLAR, BACKSLASH] = [36, 92]

function onlyWhere(construct: Construct, holds: (offset: number) => boolean): Construct {
  return {
    ...construct,

    tokenize(this: TokenizeContext, effects, ok, nok) {
      return holds(this.now().offset) ? construct.tokenize.call(this, effects, ok, nok) : nok
    },
  }
}

function matchAt(pattern: RegExp, source: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(source) ?? undefined
}

function isFormula(source: string, offset: number): boolean {
  const single = matchAt(SINGLE, source, offset)?.[1]
  const double = single === undefined ? matchAt(DOUBLE, source, offset)?.[1] : undefined
  const tex = single ?? double
  return tex !== undefined && VISIBLE.test(tex) && (single === undefined || !isWords(single))
}

/** Something that shows: characters that do not are taken out of a text, and leave no formula. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u

/** 4 a piece; 5 yuan. */
const PRICE = /^\d[\d.,]*\s+(?:[a-z]\s+)?[a-z]{2,}/i

/** Words between two signs of money: 从$甲地到$乙地, $5 a day or 6$. A formula may have Chinese names. */
function isWords(tex: string): boolean {
  if (PRICE.test(tex))
    return true
  const words = tex.replace(/\\(?:text\w*|mbox|mathrm|operatorname)\s*\{[^{}]*\}/g, '')
  const isSentence = !OPERATOR.test(words) || CLAUSE_END.test(words) || /^\d[\d.,]*\s*\p{Script=Han}/u.test(words)
  return /\p{Script=Han}/u.test(words) && isSentence
}

/* eslint-disable max-lines-per-function -- micromark's states share what they have read */
/** LaTeX's brackets, which mdast-util-math reads as it reads `$`. */
function latex(source: () => string): Construct {
  return {
    name: 'latex',
    tokenize(this: TokenizeContext, effects, ok, nok) {
      const found = matchAt(LATEX, source(), this.now().offset)?.[0]
      const end = this.now().offset + (found?.length ?? 0)
      // An environment's own words belong to the formula.
      const size = found?.startsWith('\\begin') ? 0 : 2
      const now = (): number => this.now().offset
      let taken = 0
      return found !== undefined && TEX.test(found.slice(2, -2)) ? start : nok

      function start(code: Code): ReturnType<typeof ok> {
        effects.enter('mathText')
        return size === 0 ? within(code) : opening(code)
      }

      function opening(code: Code): ReturnType<typeof ok> {
        if (taken === 0)
          effects.enter('mathTextSequence')
        effects.consume(code)
        if (++taken < 2)
          return opening
        effects.exit('mathTextSequence')
        return within
      }

      function within(code: Code): ReturnType<typeof ok> {
        if (now() >= end - size)
          return close(code)
        // The cell of a table ends before the formula.
        if (code === null)
          return nok(code)
        const kind = code < -2 ? 'lineEnding' : 'mathTextData'
        effects.enter(kind)
        return kind === 'lineEnding' ? lineEnd(code) : data(code)
      }

      function lineEnd(code: Code): ReturnType<typeof ok> {
        effects.consume(code)
        effects.exit('lineEnding')
        return within
      }

      function data(code: Code): ReturnType<typeof ok> {
        if (code === null || code < -2 || now() >= end - size) {
          effects.exit('mathTextData')
          return within(code)
        }
        effects.consume(code)
        return data
      }

      function close(code: Code): ReturnType<typeof ok> {
        if (size > 0) {
          effects.enter('mathTextSequence')
          return closing(code)
        }
        effects.exit('mathText')
        return ok(code)
      }

      function closing(code: Code): ReturnType<typeof ok> {
        effects.consume(code)
        if (now() < end)
          return closing
        effects.exit('mathTextSequence')
        effects.exit('mathText')
        return ok
      }
    },
  }
}
/* eslint-enable max-lines-per-function */

/**
 * A remark plugin that makes a block of a formula that is a paragraph by itself between `$$` or `\[ \]`, or an
 * environment.
 *
 * @returns a transformer
 */
export function liftFormulas() {
  return (tree: Root, file: { toString: () => string }): void => {
    const source = String(file)
    visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
      const [only, ...others] = node.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
      if (only?.type !== 'inlineMath' || others.length > 0 || !parent || index === undefined)
        return
      if (/^(?:\$\$|\\\[|\\begin)/.test(source.slice(only.position!.start.offset)))
        parent.children[index] = { type: 'math', meta: null, value: only.value.trim(), position: only.position! }
    })
  }
}
