import type { PhrasingContent } from 'mdast'
import type { Handle, State } from 'mdast-util-to-markdown'
import { isMark } from './marks.ts'

/**
 * The writer of marks looks for each through all others of its paragraph, so that those of a paragraph with more marks
 * than this are written in several pieces.
 */
const MANY = 200
/** Nobody marks so much in one paragraph, or inside one mark. */
const TOO_MANY = 1000

/** A paragraph that is written. */
interface Parent { type: string, children: PhrasingContent[] }

/**
 * Writes paragraphs with thousands of marks in time that grows with them. A piece ends behind a text, where the next
 * mark begins as well as it does in the whole paragraph.
 *
 * @param handle writes a paragraph
 * @returns writes it piece by piece, where it has many marks
 */
export function piecewise(handle: Handle): Handle {
  return (node: Parent, parent, state, info) => {
    const pieces = piecesOf(node.children)
    let written = ''
    for (const [index, children] of pieces.entries()) {
      const before = written.slice(-1) || info.before
      const after = firstOf(pieces[index + 1]?.[0], node, state) || info.after
      written += handle({ ...node, children }, parent, state, { ...info, before, after })
    }
    return written
  }
}

/** The character that a node's Markdown begins with. */
function firstOf(node: PhrasingContent | undefined, parent: Parent, state: State): string {
  const nothing = { before: '', after: '', now: { line: 1, column: 1 }, lineShift: 0 }
  return node ? state.handle(node, parent as never, state, nothing).charAt(0) : ''
}

/** Phrasing content in pieces of few marks. */
function piecesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]]
  let marks = 0
  for (const child of children) {
    const own = marksIn(child)
    if (marks >= TOO_MANY || (marks >= MANY && isFreeBehind(pieces.at(-1)!.at(-1)!))) {
      pieces.push([])
      marks = 0
    }
    pieces.at(-1)!.push(own > TOO_MANY ? withoutInner(child) : child)
    marks += Math.min(own, TOO_MANY)
  }
  return pieces
}

/** Behind a Chinese character, a mark of punctuation or a space any mark may begin (CommonMark 6.2). */
function isFreeBehind(node: PhrasingContent): boolean {
  return node.type === 'text' && /[\p{Script=Han}\p{P}\s]$/u.test(node.value)
}

function marksIn(node: PhrasingContent): number {
  return isMark(node) ? 1 + node.children.reduce((sum, child) => sum + marksIn(child), 0) : 0
}

/** A mark with thousands in it alone stays. */
function withoutInner(node: PhrasingContent): PhrasingContent {
  const leaves = (child: PhrasingContent): PhrasingContent[] => isMark(child) ? child.children.flatMap(leaves) : [child]
  return isMark(node) ? { ...node, children: node.children.flatMap(leaves) } as PhrasingContent : node
}
