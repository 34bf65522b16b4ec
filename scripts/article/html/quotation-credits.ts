import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { elements } from './furniture.ts'

/**
 * A rehype plugin for the foot of a quotation, which says whose words they are (HTML 5.1, 4.4.4): a paragraph, and no
 * foot of the page.
 *
 * @returns a transformer
 */
export function keepQuotationCredits() {
  return (tree: Root): void => visit(tree, 'element', (quotation) => {
    if (quotation.tagName !== 'blockquote')
      return
    for (const foot of elements(quotation, ({ tagName }) => tagName === 'footer'))
      foot.tagName = 'p'
  })
}
