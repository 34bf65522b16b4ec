import type { Image, Root, RootContent, TableCell } from 'mdast'
import type { VFile } from 'vfile'
import type { Wording } from '../messages/model.ts'
import { visit } from 'unist-util-visit'
import { leaveOut } from '../article/left-out.ts'
import { wording } from '../messages/wording.ts'

/**
 * The pictures of an article.
 *
 * @param tree its blocks
 * @returns each, wherever it stands
 */
export function picturesIn(tree: Root): Image[] {
  const images: Image[] = []
  visit(tree, 'image', image => void images.push(image))
  return images
}

/**
 * The cells of tables, wherever these stand.
 *
 * @param nodes blocks
 * @returns each cell
 */
export function cellsIn(nodes: RootContent[]): TableCell[] {
  const cells: TableCell[] = []
  visit({ type: 'root', children: nodes }, 'tableCell', cell => void cells.push(cell))
  return cells
}

/**
 * Says which pictures are on no slide, since what they stand in is words.
 *
 * @param pictures those that are left out
 * @param reason what they stand in: a title, a heading, a table
 * @param file the article
 */
export function leavePicturesOut(pictures: Image[], reason: Wording, file: VFile): void {
  const advice = wording('left-picture-advice')
  for (const { alt, position } of pictures)
    leaveOut(file, alt ?? '', reason, { ruleId: 'image', place: position, advice })
}
