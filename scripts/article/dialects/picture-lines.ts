import type { Image, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import { toString } from 'mdast-util-to-string'
import { OF_PICTURE } from '../../language/caption-form.ts'
import { placesOf } from '../places.ts'
import { changeAll, isFlow, without } from './reading.ts'

/**
 * A remark plugin that parts a picture from its caption, where that stands on the line below it in the same paragraph:
 * it has a picture's number, or is all in italics or bold. What has no number describes the picture, where nothing else
 * does.
 *
 * @returns a transformer
 */
export function partPictureLines() {
  return (tree: Root, file: VFile): void => {
    const place = placesOf(file)
    changeAll(tree, parent => isFlow(parent) ? partedIn(parent, place) : parent.children as RootContent[])
  }
}

function partedIn({ children }: Parents, place: Places): RootContent[] {
  return (children as RootContent[]).flatMap((node): RootContent[] => {
    const [image, ...others] = node.type === 'paragraph' ? node.children : []
    const below = image?.type === 'image' ? linesBelow(others, place) : undefined
    const words = toString({ type: 'paragraph', children: below ?? [] }).trim()
    if (image?.type !== 'image' || below === undefined || words === '' || /[\r\n]/.test(words))
      return [node]
    const isNumbered = OF_PICTURE.test(words)
    if (!isNumbered && !isMarked(below))
      return [node]
    const shown = paragraphOf([isNumbered || image.alt ? image : described(image, words, below)])
    return isNumbered || image.alt ? [shown, paragraphOf(below)] : [shown]
  })
}

/** What stands on the next line; nothing where something follows on the same. */
function linesBelow(nodes: readonly PhrasingContent[], place: Places): PhrasingContent[] | undefined {
  const first = nodes.findIndex(node => node.type !== 'break' && toString(node).trim() !== '')
  const node = nodes[first]
  const space = node?.type === 'text' ? /^\s*/.exec(node.value)![0] : ''
  const gap = nodes.slice(0, first).map(one => one.type === 'break' ? '\n' : toString(one)).join('') + space
  if (!node || !/[\r\n]/.test(gap) || nodes.slice(first).some(({ type }) => type === 'break'))
    return undefined
  const words = node.type === 'text' ? without(node, [[0, space.length]], place) : [node]
  return [...words, ...nodes.slice(first + 1)]
}

function isMarked(below: readonly PhrasingContent[]): boolean {
  return below.length === 1 && /^(?:emphasis|strong)$/.test(below[0]!.type)
}

function described(image: Image, alt: string, below: readonly PhrasingContent[]): Image {
  const place = below[0]!.position && { position: below[0]!.position }
  return { ...image, alt, ...place }
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }) }
}
