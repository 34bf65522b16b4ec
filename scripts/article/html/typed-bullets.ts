import type { Element, ElementContent, Parents, Root, RootContent, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** Signs that somebody types before items. Empty boxes and circles are to be ticked. */
const SIGNS = '•●⚫■◆▪◼➢➤►▶❖'
const BULLET = new RegExp(String.raw`^\s*([${SIGNS}])\s*(?=\S)`, 'u')
const SIGN_ALONE = new RegExp(`^[${SIGNS}]?$`, 'u')

/**
 * A rehype plugin for paragraphs in a row that begin with the same typed bullet: they are the items of a list.
 *
 * @returns a transformer
 */
export function typedBullets() {
  return (tree: Root): void => visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(child => bulletOf(child) !== undefined))
      return
    const parent = node as Parents
    parent.children = gathered(parent.children as RootContent[]) as never
  })
}

/** Blocks with their bulleted paragraphs in lists. */
function gathered(blocks: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (let from = 0; from < blocks.length;) {
    const run = runAt(blocks, from)
    const items = run.filter(block => bulletOf(block) !== undefined) as Element[]
    result.push(...items.length > 1 ? [toList(items)] : blocks.slice(from, from + Math.max(1, run.length)))
    from += Math.max(1, run.length)
  }
  return result
}

/** The paragraphs from a place on that have the same bullet, and the white space between them. */
function runAt(blocks: RootContent[], from: number): RootContent[] {
  const sign = bulletOf(blocks[from])
  const isSame = (block: RootContent): boolean => sign !== undefined && (bulletOf(block) === sign || isBlank(block))
  let end = from
  while (end < blocks.length && isSame(blocks[end]!))
    end++
  const run = blocks.slice(from, end)
  return run.slice(0, run.findLastIndex(block => !isBlank(block)) + 1)
}

function isBlank(block: RootContent): boolean {
  return block.type === 'text' && block.value.trim() === ''
}

function bulletOf(block: RootContent | undefined): string | undefined {
  return block?.type === 'element' && block.tagName === 'p' ? BULLET.exec(toString(block))?.[1] : undefined
}

function toList(items: Element[]): Element {
  const children = items.map((item): Element => ({ ...item, tagName: 'li', properties: {}, children: unsigned(item) }))
  const { position } = items[0]!
  return { type: 'element', tagName: 'ul', properties: {}, children, ...(position && { position }) }
}

/** An item's content without its bullet, which may stand in an element of its own. */
function unsigned(item: Element): ElementContent[] {
  let isGone = false
  visit(item, 'text', (text: Text) => {
    if (!isGone)
      text.value = text.value.replace(isSign(text) ? /.*/s : BULLET, '')
    isGone ||= text.value.trim() !== ''
  })
  return item.children
}

function isSign({ value }: Text): boolean {
  return SIGN_ALONE.test(value.trim())
}
