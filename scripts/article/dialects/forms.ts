import type { Literal } from 'mdast'
import { isShortcode } from './templates.ts'

/** Signs of a program in a line: its links, comments, tags. */
export interface InlineMark extends Literal {
  type: 'inlineMark'
  kind: 'wiki' | 'embed' | 'comment' | 'edit' | 'template' | 'note' | 'query'
    | 'superscript' | 'subscript' | 'shortcode'
}

/** How marks in a line begin and end, and what may stand in them. */
export interface Form {
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
const VARIABLE = new RegExp(String.raw`^\{\{-?\s*(?:${[
  String.raw`(?:site|page|post|layout|include|theme|config|paginator)\.`,
  String.raw`(?:content|toc|TOC|pagebreak)\s*[|}]`,
  String.raw`\.(?:Site|Page|Params|Title|Date|Content|Summary)\b`,
].join('|')})`)
const TAG = /^\{%-?\s*\/?[a-z]/i

const INLINE_DIFF = /^.[+-](?![+-])(?:\s+\S(?:[\s\S]*\S)?\s+|\S(?:[\s\S]*\S)?)[+-].$/

/** Every form, in the order in which they are tried. */
export const FORMS: readonly Form[] = [
  {
    kind: 'wiki',
    open: '[[',
    close: ']]',
    stop: '[',
    after: /[^\w\]]/,
    test: /^\[\[\s*(?:[^\s\]]|(?:[^\s\]][^\]]*)?\])[^\]]*\]\]$/,
  },
  { kind: 'embed', open: '![[', close: ']]', stop: '[', test: /^!\[\[\s*(?:[^\s\]]|(?:[^\s\]][^\]]*)?\])[^\]]*\]\]$/ },
  { kind: 'comment', open: '%%', close: '%%', lines: true, after: /[^%\d\\]/, test: /^%%[^%]/ },
  { kind: 'comment', open: '{/*', close: '*/}', stop: '{', lines: true },
  // What was put in, taken out, put in its place, marked and remarked (CriticMarkup).
  { kind: 'edit', open: '{++', close: '++}', stop: '{' },
  { kind: 'edit', open: '{--', close: '--}', stop: '{' },
  { kind: 'edit', open: '{~~', close: '~~}', stop: '{', test: /^\{~~[\s\S]*~>/ },
  { kind: 'edit', open: '{==', close: '==}', stop: '{' },
  // The same with one sign, in braces or brackets (GitLab, “Inline diff”). A space on one side only is an item of text.
  ...['{+', '{-', '[+', '[-'].map((open): Form => {
    const [bracket, sign] = open as unknown as [string, string]
    return { kind: 'edit', open, close: sign + (bracket === '{' ? '}' : ']'), stop: bracket, test: INLINE_DIFF }
  }),
  { kind: 'comment', open: '{>>', close: '<<}', stop: '{' },
  { kind: 'template', open: '{%', close: '%}', stop: '{', test: TAG },
  { kind: 'template', open: '{{<', close: '>}}', stop: '{' },
  { kind: 'template', open: '{{%', close: '%}}', stop: '{' },
  { kind: 'template', open: '{{', close: '}}', stop: '{', test: VARIABLE },
  // What an outliner shows of other pages (Logseq, “Macros”).
  { kind: 'query', open: '{{', close: '}}', stop: '{', test: /^\{\{(?:embed|query|renderer)\s/ },
  { kind: 'note', open: '^[', close: ']', nests: true, lines: true, stop: '^', test: /^\^\[\s*\S[\s\S]*\]$/ },
  // 3~5公里，10~20分钟 is two spans of numbers, ^_^ a face.
  {
    kind: 'superscript',
    open: '^',
    close: '^',
    most: 8,
    after: /[\p{L}\p{N})）\]~]/u,
    before: /\d/,
    // 10^−3^, SO~4~^2−^, Ca^2+^
    test: /^\^(?:[+\-−–]?(?:[\d.,]+|[a-z\d]{1,3})|\d?[+\-−–])\^$/i,
  },
  {
    kind: 'subscript',
    open: '~',
    close: '~',
    most: 6,
    after: /[a-z)]/i,
    before: /\d/,
    test: /^~(?:\d{1,3}[+\-−]?|[a-z]{1,3})~$/,
  },
  { kind: 'shortcode', open: ':', close: ':', most: 24, after: /[^\w:]/, test: isShortcode },
]
