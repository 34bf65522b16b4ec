import type { Definition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from './places.ts'
import { visit } from 'unist-util-visit'
import { placesOf } from './places.ts'

/** An address that begins with Chinese words and is one: a file's name, or a path. */
const FILE = /^[^。，；：！？、《》“”]+(?:\/|\.[a-z\d]{1,5}(?:[#?]|$))/i

/**
 * A remark plugin that takes notes for text which people write as addresses are defined: `[1]: 见《渡口镇志》。` is no
 * address, and nobody would see it. Where it is called, `[1]` stays as it is written.
 *
 * @returns a transformer
 */
export function keepWordedDefinitions() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    const labels = new Set<string>()
    visit(tree, 'definition', (node, index, parent) => {
      if (!isWorded(node) || !parent)
        return
      labels.add(node.identifier)
      parent.children[index!] = paragraphOf(node, place) as never
    })
    if (labels.size > 0)
      restoreCalls(tree, labels, place)
  }
}

function isWorded({ url, title, position }: Definition): boolean {
  return position !== undefined && (title ?? '') === '' && /^[\p{Script=Han}“‘「『《（]/u.test(url)
    && !FILE.test(url)
}

function restoreCalls(tree: Root, labels: ReadonlySet<string>, place: Places): void {
  visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
    if (!('identifier' in node) || !labels.has(node.identifier as string) || !node.position || !parent)
      return
    const [start, end] = [node.position.start.offset!, node.position.end.offset!]
    const text: PhrasingContent = { type: 'text', value: place.source.slice(start, end), position: node.position }
    parent.children[index!] = text as RootContent as never
  })
}

function paragraphOf({ position }: Definition, place: Places): Paragraph {
  const value = place.source.slice(position!.start.offset, position!.end.offset)
  return { type: 'paragraph', children: [{ type: 'text', value, position: position! }], position: position! }
}
