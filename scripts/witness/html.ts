import { characterOf, isParting, REFERENCE, shifted } from './markup.ts'
import { FORMULA, nothing } from './plain.ts'

/** Elements whose text is for the machine, or a field to be filled in: it is no text of the page. */
const MUTE = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'select', 'svg', 'iframe', 'object', 'audio', 'video', 'canvas', 'title', 'annotation', 'annotation-xml', 'rp'])
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const HIDDEN = /\shidden(?=[\s=/>])|\saria-hidden\s*=\s*["']?true|\sstyle\s*=\s*(?:"[^"]*|'[^']*)(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))/i
/** What a link into the page itself says that leads to a note, or back from it. */
const NOTE_MARK = /^[[(（〔【]?(?:\d{1,3}|[a-z]|[*†‡§]+|[↩↑^⏎]\S{0,3})[\])）〕】]?$/i
const LONGEST_MARK = 800

/**
 * A page's text without tags, scripts, styles and what it hides, by tags alone: no tree is made of them.
 *
 * @param html the page
 * @returns as many characters, nothing for those of its markup
 */
export function maskHtml(html: string): string {
  const texts = new RegExp(REFERENCE, 'g')
  const pieces: string[] = []
  const raised: ('sup' | 'sub')[] = []
  const isMissing = missing(html)
  let from = 0
  const addText = (to: number): void => {
    const text = html.slice(from, to).replace(texts, characterOf).replace(/[\r\n]/g, ' ')
    const script = raised.at(-1)
    pieces.push(script ? shifted(text, script) : text)
    from = to
  }
  const skipTo = (to: number, sign?: string): void => {
    pieces.push(nothing(html.slice(from, to), sign))
    from = to
  }
  while (from < html.length) {
    const at = html.indexOf('<', from)
    addText(at < 0 ? html.length : at)
    if (at < 0)
      break
    if (html.startsWith('<!--', at)) {
      skipTo(endAfter(html, '-->', at + 4))
      continue
    }
    const name = /^[a-z][^\s/>]*/i.exec(html.slice(at + 1, at + 40).replace(/^\//, ''))?.[0].toLowerCase()
    if (name === undefined) {
      if (/^[!?/]/.test(html[at + 1] ?? ''))
        skipTo(endAfter(html, '>', at))
      else
        addText(at + 1)
      continue
    }
    const end = endOfTag(html, at, isMissing)
    const tag = html.slice(at, end)
    const opens = html[at + 1] !== '/'
    const close = opens ? endOfUnseen(html, tag, name, end, isMissing) : undefined
    if (close !== undefined)
      skipTo(close, isParting(name) ? '\n' : undefined)
    else if (name === 'math')
      skipTo(end, opens ? FORMULA.start : FORMULA.end)
    else
      skipTo(end, isParting(name) ? '\n' : undefined)
    if ((name === 'sup' || name === 'sub') && opens)
      raised.push(name)
    else if (name === 'sup' || name === 'sub')
      raised.pop()
  }
  return pieces.join('')
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
    if ((sign === '"' || sign === '\'') && /=\s*$/.test(html.slice(Math.max(from, at - 8), at)) && !isMissing(sign, at + 1))
      at = html.indexOf(sign, at + 1)
  }
  return html.length
}

/** Where an element ends whose text nobody sees, or that only leads to a note. */
function endOfUnseen(html: string, tag: string, name: string, from: number, isMissing: (text: string, from: number) => boolean): number | undefined {
  if (VOID.has(name) || tag.endsWith('/>'))
    return undefined
  if (name === 'a' && /\shref\s*=\s*["']?#/i.test(tag)) {
    const piece = html.slice(from, from + LONGEST_MARK)
    const end = piece.search(/<\/a\s*>/i)
    const words = piece.slice(0, Math.max(0, end)).replace(/<[^>]*>|\s+/g, '').replace(new RegExp(REFERENCE, 'g'), reference => characterOf(reference).replaceAll('\0', ''))
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
    depth += match[1] ? -1 : 1
    if (depth === 0 || name === 'script' || name === 'style')
      return endAfter(html, '>', match.index)
  }
  return undefined
}
