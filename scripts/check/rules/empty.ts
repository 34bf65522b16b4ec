import type { Finding } from '../types.ts'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { STRUCTURES } from '../../deck/structures/index.ts'
import { reasonFor } from '../../messages/reason.ts'
import { wording } from '../../messages/wording.ts'

/**
 * Layouts whose slides show text, a picture or a table below their title; of a statement and a quotation the title may
 * be the text, a section and a closing sentence have nothing else.
 */
const WITH_TEXT: ReadonlySet<unknown> = new Set<unknown>([
  undefined,
  '',
  'default',
  'points',
  ...STRUCTURES.map(({ layout }) => layout),
  'table',
  'code',
  'image',
])
const COMMENT = /^\s*(?:<!--[\s\S]*?-->\s*)*$/

const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/**
 * Promise 3: no slide of text has a title over nothing.
 *
 * @param layout its layout, where it names one
 * @param content its Markdown, without frontmatter and note
 * @returns a finding where it is a heading alone
 */
export function empty(layout: unknown, content: string): Finding[] {
  const nodes = markdown.parse(content).children.filter(node => !(node.type === 'html' && COMMENT.test(node.value)))
  const isTitleAlone = nodes.length > 0 && nodes.every(({ type }) => type === 'heading')
  if (!WITH_TEXT.has(layout) || !isTitleAlone)
    return []
  return [{ ruleId: 'empty', ...reasonFor(wording('empty')) }]
}
