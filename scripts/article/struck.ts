import type { Heading, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { wording } from '../messages/wording.ts'
import { leaveOut } from './left-out.ts'

/**
 * A remark plugin that leaves struck words out of headings: titles stand in menus and in the names of pages, where
 * nothing can be struck, and would say what holds no more. In text they stay, struck.
 *
 * @returns a transformer; the file has a message for each
 */
export function dropStruckTitles() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (heading: Heading) => {
      visit(heading, 'delete', (node, index, parent) => {
        leaveOut(file, toString(node), wording('left-struck'), { ruleId: 'unseen', place: node.position })
        const children = parent!.children as PhrasingContent[]
        children.splice(index!, 1)
        return index
      })
    })
  }
}
