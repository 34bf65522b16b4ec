import { characterOf, isParting, REFERENCE, shifted, withJoints } from './markup.ts'
import { FORMULA, JOINT, NOTHING, nothing } from './plain.ts'
import { referencesRead } from './references.ts'

/** Elements whose text is for the machine, or a field to be filled in: it is no text of the page. */
const MUTE = new Set([
  'script style template noscript textarea select svg iframe object audio video canvas title',
  'annotation annotation-xml rp',
].flatMap(names => names.split(' ')))
/** Elements whose content is text with no tags in it (HTML 13.1.2): they end with the first tag that ends them. */
const RAW = new Set('script style textarea title iframe noembed noframes'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const HIDDEN = new RegExp([
  String.raw`\shidden(?=[\s=/>])`,
  String.raw`\saria-hidden\s*=\s*["']?true`,
  String.raw`\sstyle\s*=\s*(?:"[^"]*|'[^']*)`
  + String.raw`(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))`,
].join('|'), 'i')
/** What holds the numbers of lines of code, beside them (Prism, SyntaxHighlighter): they belong to no word. */
const NUMBERS = /\sclass\s*=\s*["'][^"']*(?:line-?num|line-?no|gutter)/i
/** What a link into the page itself says that leads to a note, or back from it. */
const NOTE_MARK = /^[[(（〔【]?(?:\d{1,3}|[a-z]|[*†‡§]+|[↩↑^⏎]\S{0,3})[\])）〕】]?$/i
const LONGEST_MARK = 800
/** A sign of money that opens a formula with a number first: $3x^2$ is no price. */
const OPENS_FORMULA = /(?<![\w$\\])\$(?=\d[^$\n<]{0,200}[\\^_=][^$\n<]{0,200}\$(?!\d))/g

/**
 * A page's text without tags, scripts, styles and what it hides, by tags alone: no tree is made of them.
 *
 * @param html the page
 * @returns as many characters, nothing for those of its markup
 */
export function maskHtml(html: string): string {
  const page = new MaskedPage(html)
  const isMissing = missing(html)
  while (page.from < html.length) {
    const at = html.indexOf('<', page.from)
    page.addText(at < 0 ? html.length : at)
    if (at < 0)
      break
    const name = tagName(html, at)
    if (html.startsWith('<!--', at))
      page.skipTo(endAfter(html, '-->', at + 4))
    else if (name !== undefined)
      page.skipTag(name, at, isMissing)
    else if (/^[!?/]/.test(html[at + 1] ?? ''))
      page.skipTo(endAfter(html, '>', at))
    else
      page.addText(at + 1)
  }
  return page.text()
}

/** Signs that characters have raised and lowered. A note's label has others, too: [12], [n 3]. */
const RAISED = /^[\d+\-=()−–\s]+$/

/** The words of an element, up to its end. */
function wordsIn(html: string, from: number, close: string): string {
  const piece = html.slice(from, from + LONGEST_MARK)
  const end = piece.toLowerCase().indexOf(close)
  return referencesRead((end < 0 ? piece : piece.slice(0, end)).replace(/<[^>]*>/g, ''))
}

/** A page whose markup is taken out piece by piece, as many characters standing for it. */
class MaskedPage {
  from = 0
  readonly #html: string
  readonly #pieces: string[] = []
  /** The elements that raise or lower the text, the innermost last, and whether their signs can be so themselves. */
  readonly #raised: { name: 'sup' | 'sub', isShifted: boolean }[] = []

  constructor(html: string) {
    this.#html = html
  }

  addText(to: number): void {
    const source = this.#html.slice(this.from, to)
    const words = source.replace(OPENS_FORMULA, NOTHING)
    const text = words.replace(new RegExp(REFERENCE, 'gi'), characterOf).replace(/[\r\n]/g, ' ')
    const script = this.#raised.at(-1)
    this.#pieces.push(script?.isShifted ? shifted(text, script.name) : text)
    this.from = to
  }

  skipTo(to: number, sign?: string): void {
    this.#pieces.push(nothing(this.#html.slice(this.from, to), sign))
    this.from = to
  }

  /** Skips a tag, and its whole element where nobody sees its text. */
  skipTag(name: string, at: number, isMissing: (text: string, from: number) => boolean): void {
    const html = this.#html
    const end = endOfTag(html, at, isMissing)
    const opens = html[at + 1] !== '/'
    const close = opens ? endOfUnseen(html, html.slice(at, end), name, end, isMissing) : undefined
    const parting = isParting(name) || NUMBERS.test(html.slice(at, end)) ? '\n' : JOINT
    if (close === undefined && name === 'math')
      this.skipTo(end, opens ? FORMULA.start : FORMULA.end)
    else
      this.skipTo(close ?? end, parting)
    if ((name !== 'sup' && name !== 'sub') || close !== undefined)
      return
    if (opens)
      this.#raised.push({ name, isShifted: RAISED.test(wordsIn(html, end, `</${name}`)) })
    else
      this.#raised.pop()
  }

  text(): string {
    return withJoints(this.#pieces.join(''))
  }
}

/**
 * Tells whether a text is not found from a place on, and remembers it: so looking for what is missing takes no more
 * than once the page.
 */
function missing(html: string): (text: string, from: number) => boolean {
  const gone = new Map<string, number>()
  return (text, from) => {
    if (from >= (gone.get(text) ?? Number.POSITIVE_INFINITY))
      return true
    if (html.includes(text, from))
      return false
    gone.set(text, from)
    return true
  }
}

function endAfter(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from)
  return at < 0 ? html.length : at + text.length
}

/** Where a tag ends: at the first `>` that stands in no value in quotation marks. */
function endOfTag(html: string, from: number, isMissing: (text: string, from: number) => boolean): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at]!
    if (sign === '>')
      return at + 1
    const opens = (sign === '"' || sign === '\'') && /=\s*$/.test(html.slice(Math.max(from, at - 8), at))
    if (opens && !isMissing(sign, at + 1))
      at = html.indexOf(sign, at + 1)
  }
  return html.length
}

/** Where an element ends whose text nobody sees, or that only leads to a note. */
function endOfUnseen(
  html: string,
  tag: string,
  name: string,
  from: number,
  isMissing: (text: string, from: number) => boolean,
): number | undefined {
  if (VOID.has(name) || tag.endsWith('/>'))
    return undefined
  if (name === 'a' && /\shref\s*=\s*["']?#/i.test(tag)) {
    const end = html.slice(from, from + LONGEST_MARK).search(/<\/a\s*>/i)
    const words = end < 0 ? '' : wordsIn(html, from, '</a').replace(/\s+/g, '')
    return end >= 0 && NOTE_MARK.test(words) ? endAfter(html, '>', from + end) : undefined
  }
  if (!MUTE.has(name) && !HIDDEN.test(tag))
    return undefined
  if (isMissing(`</${name}`, from))
    return undefined
  const tags = new RegExp(`<(/?)${name.replace(/[^a-z\d-]/g, '.')}(?=[\\s/>])`, 'gi')
  tags.lastIndex = from
  let depth = 1
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    if (match[1])
      depth--
    else if (!RAW.has(name))
      depth++
    if (depth === 0)
      return endAfter(html, '>', match.index)
  }
  return undefined
}

/** The name of the tag that begins at a place. */
function tagName(html: string, at: number): string | undefined {
  return /^[a-z][^\s/>]*/i.exec(html.slice(at + 1, at + 40).replace(/^\//, ''))?.[0].toLowerCase()
}
