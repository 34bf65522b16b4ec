import type { Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { toString } from 'mdast-util-to-string'
import { wording } from '../../messages/wording.ts'
import { imagesIn } from '../images.ts'
import { leaveOut } from '../left-out.ts'
import { changeAll } from './reading.ts'

const REMOTE = /^(?:https?:)?\/\//

/**
 * A remark plugin that leaves out paragraphs which have nothing but pictures of other machines that are links: badges,
 * as programs have them above what they say of themselves.
 *
 * @returns a transformer
 */
export function dropBadges() {
  return (tree: Root, file: VFile): void => {
    changeAll(tree, ({ children }: Parents) => (children as RootContent[]).filter((node) => {
      if (node.type !== 'paragraph' || !node.children.some(isBadge) || !node.children.every(isBadgeOrGap))
        return true
      const told = { ruleId: 'image' as const, place: node.position }
      leaveOut(file, imagesIn(node).map(({ alt }) => alt ?? '').join('\n'), wording('left-badges'), told)
      return false
    }))
  }
}

function isBadge(node: PhrasingContent): boolean {
  return node.type === 'link' && node.children.length > 0
    && node.children.every(child => child.type === 'image' && REMOTE.test(child.url))
}

function isBadgeOrGap(node: PhrasingContent): boolean {
  return isBadge(node) || node.type === 'break' || (node.type === 'text' && toString(node).trim() === '')
}
