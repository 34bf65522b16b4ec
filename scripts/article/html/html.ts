import type { Preset } from 'unified'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { ownBody } from './own-body.ts'
import { partAtBreaks } from './part-at-breaks.ts'

/** How HTML becomes mdast where rehype-remark would add signs of its own: quotation marks, zero-width spaces. */
const toMdast: Preset['plugins'] = [
  [rehypeRemark, { handlers: { q: (state: State, node: never) => state.all(node), wbr: () => undefined } }],
  partAtBreaks,
]

interface State { all: (node: never) => unknown[] }

/** A reader of web pages: of the page's text only the article's own. */
export const webPage: Preset = { plugins: [rehypeParse, ownBody, ...toMdast] }

/** A reader of HTML that is all article: what a word processor's file has become. */
export const plainHtml: Preset = { plugins: [rehypeParse, ...toMdast] }
