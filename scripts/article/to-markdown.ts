import type { Break, Nodes } from 'mdast'
import type { Handle, Options, State } from 'mdast-util-to-markdown'
import type { Subscript, Superscript } from './nodes.ts'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { defaultHandlers } from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
import { piecewise } from './mark-pieces.ts'
import { shifted } from './nodes.ts'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    superscript: 'superscript'
    subscript: 'subscript'
  }
}

/** Raised and lowered words: Unicode's own characters, or the element where it has none. */
const shiftedWords: Handle = (node: Subscript | Superscript, _, state, info) => {
  const tag = node.type === 'superscript' ? 'sup' : 'sub'
  const exit = state.enter(node.type)
  const inTags = (): string => `<${tag}>${state.containerPhrasing(node, { ...info, before: '>', after: '<' })}</${tag}>`
  const words = shifted(node) ?? inTags()
  exit()
  return words
}

/** A cell has one line of Markdown: its line ends are elements. */
const lineEnd: Handle = (node: Break, parent, state: State, info) =>
  state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info)

const CJK_FRIENDLY = cjkFriendlyToMarkdown()
const { paragraph } = CJK_FRIENDLY.handlers as Record<'paragraph', Handle>

const HANDLERS: Partial<Record<Nodes['type'], Handle>> = {
  superscript: shiftedWords,
  subscript: shiftedWords,
  break: lineEnd,
  paragraph: piecewise(paragraph),
}

/**
 * What the Markdown that is written has beyond CommonMark: GFM, mathematics, emphasis next to Chinese marks, raised and
 * lowered words.
 */
export const TO_MARKDOWN: readonly Options[] = [
  gfmToMarkdown(),
  mathToMarkdown(),
  CJK_FRIENDLY,
  { handlers: HANDLERS as Options['handlers'] & object },
]
