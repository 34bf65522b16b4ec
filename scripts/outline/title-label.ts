import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import { leaveOut } from '../article/left-out.ts'
import { wording } from '../messages/wording.ts'
import { paragraphOf, toDrafts } from './draft.ts'
import { TITLE_LABEL } from './title-lines.ts'

/**
 * Takes 原标题： from an article's first line: the words behind it are the title.
 *
 * @param nodes the article's blocks
 * @param file the label is counted as left out
 * @param place the article's places
 * @returns the blocks, the first without the label
 */
export function withoutTitleLabel(nodes: RootContent[], file: VFile, place: Places): RootContent[] {
  const [draft] = toDrafts(nodes.slice(0, 1), place)
  const label = draft?.node.type === 'paragraph' ? TITLE_LABEL.exec(draft.text)?.[0] : undefined
  if (label === undefined)
    return nodes
  leaveOut(file, label, wording('left-title-label'))
  return [paragraphOf(draft!.raw(label.length, draft!.text.length)), ...nodes.slice(1)]
}
