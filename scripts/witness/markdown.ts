import { ADDRESS, DEFINITION, labelOf, labelsIn } from './labels.ts'
import { dataAtHead } from './markdown-head.ts'
import { characterOf, isParting, REFERENCE, shifted, withJoints } from './markup.ts'
import { JOINT, nothing } from './plain.ts'

const ESCAPE = String.raw`\\[!-/:-@[-\x60{-~]`
/** Of a row of signs without an end no more are counted. */
const CODE = String.raw`(\x60{1,40})(?!\x60)[^\n]{0,300}?[^\x60\n]\1(?!\x60)`
const TAG = String.raw`</?([a-zA-Z][\w:-]*)(?:\s[^<>]*)?/?>`
const LABEL = String.raw`\[\^[^\]\s]{1,200}\]:?|(?<=\])\[(?:\\.|[^\[\]\\]){0,200}\]`
/** What is raised or lowered (Pandoc's Markdown): 10^3^, 0^o^C, H~2~O. */
const SHIFTED = String.raw`(?<=[\p{L}\d)]|\d~)(?:\^[\p{L}\d+()−–-]{1,6}\^|~\d{1,3}~)(?!\d)`
/** What strikes words out, before them and behind: between two numbers, 3~~5, it says how far. */
const STRIKES = String.raw`(?<![a-z\p{N}~])~~(?=[^\s~][^~\n]{0,200}~~)|(?<=(?<![a-z\p{N}~])~~[^\s~][^~\n]{0,200})~~`
/** The same between tags. */
const TAGGED = String.raw`<su[bp]>[\d+()−–-]{1,12}</su[bp]>`
const TAGGED_WHOLE = /^(<su[bp]>)(.+)(<\/su[bp]>)$/i
/** The note that a notebook's link leads to, before its words. */
const TARGET = String.raw`!?\[\[[^\]\n|]{1,200}(?=\|[^\]\n]+\]\])`
const INLINE = new RegExp([
  `${STRIKES}|${SHIFTED}`,
  ESCAPE,
  CODE,
  TARGET,
  ADDRESS,
  TAGGED,
  String.raw`<[a-z][a-z+.-]+:[^\s<>]*>`,
  TAG,
  LABEL,
  REFERENCE,
  String.raw`\$+`,
  String.raw`\[click(?::\d+)?\]`,
].join('|'), 'giu')

/** What stands for a tag until its neighbours are known (Unicode 23.7). */
const TAG_JOINT = '\uFDD3'
/** A line that opens or closes code (CommonMark 4.5), in a list or a quotation too. */
const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?!`)|~{3,}(?!~))(.*)$/
const TASK = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ x]\])(?=[ \t])/i

const KEY = new RegExp([
  String.raw`^[ \t]*(?:-[ \t]+|#\+)?(?:[\w-]+(?: [\w-]+)*|"[^"\n]+"|'[^'\n]+')[ \t]*::?(?=\s)`,
  String.raw`^\p{Script=Han}{2,6}[ \t]*[：:]`,
  String.raw`^[ \t]*[\w.-]+[ \t]*=`,
  String.raw`^[ \t]*\[{1,2}[\w."-]+\]{1,2}[ \t]*$`,
  String.raw`(?<=(?:[{,]|^)\s{0,200})"[\w-]+"[ \t]*:`,
  // A name that another line may call a value by (YAML 1.2.2, 6.9.2).
  String.raw`(?<=:[ \t]+|-[ \t]+)&[\w-]+(?=\s)`,
  // A mapping in braces (YAML 1.2.2, 7.4.2).
  String.raw`(?<=\{(?:[^{}\n]{0,200},)?\s{0,200})[\w-]+[ \t]*:(?=\s)`,
].join('|'), 'gmu')
const TIME_OF_DAY = /(?<=\d{4}-\d\d-\d\d)[T ]\d\d:[^\n"]*/g

/**
 * Markdown without its marks, by lines and signs alone: no tree is made of it. Words in comments and in tags that are
 * not known stay.
 *
 * @param markdown an article, or a slide
 * @param isDeck whether Slidev's own marks are marks
 * @returns as many characters, nothing for those of its markup
 */
export function maskMarkdown(markdown: string, isDeck = false): string {
  const data = isDeck ? '' : dataAtHead(markdown)
  const head = data.replace(KEY, key => nothing(key)).replace(TIME_OF_DAY, time => nothing(time))
  const text = markdown.slice(data.length)
  const labels = labelsIn(text)
  const inline = (piece: string): string => withoutMarks(piece, labels, isDeck)
  const pieces: string[] = []
  let prose = ''
  let fence: string | undefined
  for (const line of text.split(/(?<=\n)/)) {
    const [, marks, rest] = FENCE.exec(line.trimEnd()) ?? []
    const opens = fence === undefined && marks !== undefined && !(marks.startsWith('`') && rest!.includes('`'))
    const closes = fence !== undefined && marks?.startsWith(fence) && rest!.trim() === ''
    if (fence !== undefined && !closes) {
      pieces.push(line)
    }
    else if (opens || closes) {
      pieces.push(inline(prose), nothing(line, '\n'))
      prose = ''
      fence = opens ? marks : undefined
    }
    else {
      prose += line.replace(TASK, (_, start: string, box: string) => start + nothing(box))
    }
  }
  return [head, ...pieces, inline(prose)].join('')
}

function withoutMarks(piece: string, labels: ReadonlySet<string>, isDeck: boolean): string {
  let label = -1
  const prose = piece.replace(DEFINITION, definition => nothing(definition, '\n'))
  return withJoints(prose.replace(INLINE, (found: string, _: string, name: string | undefined, at: number) => {
    // A label belongs to what stands in brackets before it: of [foo][bar][baz] the last may have words of its own.
    const shown = found.startsWith('[') && label === at ? found : inLine(found, name, labels, isDeck)
    if (found.startsWith('[') && shown !== found)
      label = at + found.length
    return shown
  }), TAG_JOINT)
}

function inLine(found: string, name: string | undefined, labels: ReadonlySet<string>, isDeck: boolean): string {
  if (/^[~^](?!~)/.test(found))
    return `\0${shifted(found.slice(1, -1), found.startsWith('^') ? 'sup' : 'sub')}\0`
  const [, tag, words, close] = TAGGED_WHOLE.exec(found) ?? []
  if (tag)
    return nothing(tag) + shifted(words!, /p/i.test(tag) ? 'sup' : 'sub') + nothing(close!)
  if (found.startsWith('\\'))
    return `\0${found.slice(1)}`
  if (found.startsWith('`'))
    return found.replace(/^`+|`+$/g, ticks => nothing(ticks, '\t'))
  // A sign of money stands between two numbers: $100~$200.
  if (found.startsWith('$') || found === '~~')
    return nothing(found, JOINT)
  if (/^(?:\]\(|!?\[\[)/.test(found))
    return nothing(found)
  if (found.startsWith('&'))
    return characterOf(found)
  if (name !== undefined)
    return isParting(name.toLowerCase()) ? nothing(found, '\n') : nothing(found, TAG_JOINT)
  if (/^\[click/i.test(found))
    return isDeck ? nothing(found) : found
  if (found.startsWith('['))
    return found === '[]' || labels.has(labelOf(found.replace(/^\[|\]:?$/g, ''))) ? nothing(found) : found
  return found
}

const ATTRIBUTE = String.raw`[\w:-]+=(?:"[^"{}\n]{0,300}"|'[^'{}\n]{0,300}'|[^\s{}"'][^\s{}]*)`
/**
 * Signs of pandoc, Quarto, notebooks and sites: attributes, commands, boxes, targets of links, names of blocks,
 * pictures' names.
 */
const DIALECT = [
  String.raw`\{(?:[#.:%<{=][^{}\n]{0,300}|${ATTRIBUTE}(?:\s+${ATTRIBUTE}){0,20}\s*)\}{1,2}`,
  String.raw`^[ \t>]*:{3,}[^\n]*`,
  String.raw`^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]*\w+`,
  String.raw`!\[\[[^\]\n]{0,200}\]\]|\[\[[^\]\n|]{0,200}\|`,
  String.raw`\[!\w+\][+-]?`,
  String.raw`[ \t]\^[\w-]+[ \t]*$`,
  String.raw`^[ \t]*(?:\[{1,2}_?toc_?\]{1,2}|@\[toc\](?:\([^)\n]*\))?)[ \t]*$`,
  String.raw`^[ \t]*\\(?:newpage|pagebreak|clearpage)\b[^\n]*`,
  String.raw`<!--\s*[/\w-]+\s*-->`,
  String.raw`^[ \t]*\([\w:./-]+\)=[ \t]*$`,
  String.raw`\{[a-z][\w:-]*\}(?=\x60)|[ \t]<[^<>\n]{1,200}>(?=\x60)`,
  String.raw`^[ \t]*:(?:class|name|label|width|height|align|figclass|open|icon|color|linenos|lines):.*$`,
  String.raw`^[ \t]*import\s(?:[\w{},*\s]{1,200}\sfrom\s+)?(?:"[^"\n]+"|'[^'\n]+');?[ \t]*$`,
  String.raw`^[ \t]*export\s+(?:(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\s+\w+\s*\()[^\n。！？]*$`,
  String.raw`^[ \t]*::[a-z][\w-]*::[ \t]*$`,
  String.raw`^[ \t]*Table:(?=[ \t])`,
  String.raw`^[ \t]*\.\. (?:(?:image|figure)::[^\n]*$|[a-z][\w-]*::)`,
  String.raw`:[a-z0-9_+-]{1,30}:`,
].join('|')
const DOUBTFUL = new RegExp(`${ADDRESS}|${TAG}|${LABEL}|${REFERENCE}|${DIALECT}`, 'gim')

/**
 * Where Markdown has what are marks in text and words in code: which it is, only its decks tell.
 *
 * @param markdown an article
 * @returns the range of each, in order
 */
export function marksIn(markdown: string): [from: number, to: number][] {
  const labels = labelsIn(markdown)
  const isWords = (found: string): boolean =>
    /^\[[^[\]!]+\]$/.test(found) && !/^\[[\^_t]/i.test(found) && !labels.has(labelOf(found.slice(1, -1)))
  const found = Array.from(markdown.matchAll(DOUBTFUL))
  const marks = found.filter(([mark]) => !isWords(mark)).map(rangeOf)
  const ofCode = Array.from(markdown.matchAll(INDENTED)).flatMap(({ index, 0: line }) =>
    Array.from(line.matchAll(REFERRING), rangeOf).map(([from, to]): [number, number] => [index + from, index + to]))
  return [...marks, ...ofCode].sort(([one], [other]) => one - other)
}

function rangeOf({ index, 0: found }: RegExpExecArray): [from: number, to: number] {
  return [index, index + found.length]
}

/** A line that is code or prose (CommonMark 4.4), and in it the words that have references. */
const INDENTED = /^(?: {4}|\t).*&.*/gm
const REFERRING = new RegExp(String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}]*(?:${REFERENCE}[\p{L}\p{N}]*)+`, 'giu')
