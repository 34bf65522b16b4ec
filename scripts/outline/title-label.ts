import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import { leaveOut } from '../article/left-out.ts'
import { wording } from '../messages/wording.ts'
import { paragraphOf, toDrafts } from './draft.ts'
import { isCreditLine, TITLE_LABEL } from './title-lines.ts'

/** A title with its label stands no lower. */
const LOWEST = 4

/**
 * Takes 原标题： from an article's first line that is no credit: the words behind it are the title.
 *
 * @param nodes the article's blocks
 * @param file the label is counted as left out
 * @param place the article's places
 * @returns the blocks, the first without the label
 */
export function withoutTitleLabel(nodes: RootContent[], file: VFile, place: Places): RootContent[] {
  const drafts = toDrafts(nodes.slice(0, LOWEST), place)
  // A paper's name and day may stand above it.
  const at = drafts.findIndex(({ text }) => !isCreditLine(text))
  const draft = drafts[at]
  const label = draft?.node.type === 'paragraph' ? TITLE_LABEL.exec(draft.text)?.[0] : undefined
  if (!draft || label === undefined)
    return nodes
  leaveOut(file, label, wording('left-title-label'))
  return nodes.with(nodes.indexOf(draft.node), paragraphOf(draft.raw(label.length, draft.text.length)))
}
