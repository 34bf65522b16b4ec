import type { Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { Reading } from './reading.ts'
import { sliceText } from '../align.ts'
import { escapedIn } from './reading.ts'

/** Two signs that begin or end marked words, what those are, and what stands at their edges. */
interface Form {
  sign: string
  pattern: RegExp
  type: 'emphasis' | 'strong'
  before: RegExp
  opens: RegExp
  closes: RegExp
  after: RegExp
}

const [EQUALS, PLUS, LINES] = [/(?<!=)==(?!=)/g, /(?<!\+)\+\+(?!\+)/g, /(?<!_)__(?!_)/g]
/** Chinese words, and marks at their edges. */
const HAN = /[\p{Script=Han}“《]/u
const HAN_OR_MARK = /[\p{Script=Han}”》。！？]/u
/** Whatever is no ASCII. */
const WIDE = /[^\0-\x7F]/

/**
 * A third sign is none of them. ==a== stands at the edges of words; ++a++ and __a__, which programs have as well, round
 * Chinese alone, where Markdown does not see the second right before a word (CommonMark 6.2; markdown-it-ins).
 */
const FORMS: readonly Form[] = [
  { sign: '==', pattern: EQUALS, type: 'emphasis', before: /[^\w!<>]/, opens: /\S/, closes: /\S/, after: /\W/ },
  { sign: '++', pattern: PLUS, type: 'emphasis', before: /[^\w+]/, opens: WIDE, closes: WIDE, after: /[^\w+]/ },
  { sign: '__', pattern: LINES, type: 'strong', before: /\W/, opens: HAN, closes: HAN_OR_MARK, after: /\W/ },
]

interface Sign { type: 'sign', node: Text, opens: boolean, closes: boolean }

/**
 * Reads words between == and == as `<mark>` is read: as emphasis; and so those between ++ and ++, __ and __. As with
 * `_` they stand at the edges of words, and none in a word of Latin letters: a==b is text (CommonMark 6.2, by analogy;
 * Obsidian, “Highlights”).
 *
 * @param parent any node with children
 * @param reading what the steps share
 * @returns its children, marked words as emphasis
 */
export function readHighlights(parent: Parents, reading: Reading): RootContent[] {
  return FORMS.reduce((nodes, form) => readForm(nodes, form, reading), parent.children as RootContent[])
}

function readForm(nodes: RootContent[], form: Form, reading: Reading): RootContent[] {
  if (!nodes.some(node => node.type === 'text' && node.value.includes(form.sign)))
    return nodes
  const pieces = nodes.flatMap((node, index): (RootContent | Sign)[] =>
    node.type === 'text' ? partAtSigns(node, form, [index > 0, index < nodes.length - 1], reading) : [node])
  const result: RootContent[] = []
  let opened: { at: number, sign: Sign } | undefined
  for (const piece of pieces) {
    if (piece.type !== 'sign') {
      result.push(piece)
    }
    else if (opened && piece.closes && result.length > opened.at) {
      const children = result.splice(opened.at) as PhrasingContent[]
      const [start, end] = [opened.sign.node.position?.start, piece.node.position?.end]
      result.push({ type: form.type, children, ...(start && end && { position: { start, end } }) })
      opened = undefined
    }
    else if (!opened && piece.opens) {
      opened = { at: result.length, sign: piece }
    }
    else {
      result.push(piece.node)
    }
  }
  if (opened)
    result.splice(opened.at, 0, opened.sign.node)
  return result
}

/** The pieces of a text between its signs; whether other words stand beside it. */
function partAtSigns(node: Text, form: Form, beside: [boolean, boolean], { place }: Reading): (Text | Sign)[] {
  const [hasBefore, hasAfter] = beside
  const { value } = node
  const signs = Array.from(value.matchAll(form.pattern), ({ index }) => index)
  const isEscaped = signs.length > 0 ? escapedIn(node, place) : () => false
  const pieces: (Text | Sign)[] = []
  let from = 0
  const take = (to: number): void => {
    if (to > from)
      pieces.push(sliceText(node, from, to, place))
    from = to
  }
  for (const at of signs.filter(index => !isEscaped(index) && !isEscaped(index + 1))) {
    const before = value[at - 1] ?? (hasBefore ? '.' : ' ')
    const after = value[at + 2] ?? (hasAfter ? '.' : ' ')
    take(at)
    from = at + 2
    const opens = form.opens.test(after) && form.before.test(before)
    const closes = form.closes.test(before) && form.after.test(after)
    pieces.push({ type: 'sign', node: sliceText(node, at, at + 2, place), opens, closes })
  }
  take(value.length)
  return pieces
}
