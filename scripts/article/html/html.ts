import type { Root } from 'hast'
import type { Preset } from 'unified'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { visit } from 'unist-util-visit'
import { ownBody } from './own-body.ts'
import { partAtBreaks } from './part-at-breaks.ts'

/**
 * How HTML becomes mdast where rehype-remark would add signs of its own: quotation marks, zero-width spaces. A line's end stays one: between
 * Chinese characters it is no space.
 */
const toMdast: Preset['plugins'] = [
  spaceElements,
  [rehypeRemark, { newlines: true, handlers: { q: (state: State, node: never) => state.all(node), wbr: () => undefined } }],
  partAtBreaks,
]

interface State { all: (node: never) => unknown[] }

/** A line's end between two elements is a space: source, date and author stand in a row. */
function spaceElements() {
  return (tree: Root): void => visit(tree, 'text', (node, index, parent) => {
    if (node.value.trim() === '' && [-1, 1].every(step => parent?.children[index! + step]?.type === 'element'))
      node.value = ' '
  })
}

/** A reader of web pages: of the page's text only the article's own. */
export const webPage: Preset = { plugins: [rehypeParse, ownBody, ...toMdast] }

/** A reader of HTML that is all article: what a word processor's file has become. */
export const plainHtml: Preset = { plugins: [rehypeParse, ...toMdast] }
