import type { Element, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { isFileName } from '../images.ts'
import { elements } from './furniture.ts'

/** Where pages keep the address of a picture that is loaded when it comes into view. */
const LAZY = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOriginalSrc', 'dataUrl', 'dataLazy', 'dataHiResSrc']
/** Where they keep several, of which the last is the largest. */
const SETS = ['dataSrcset', 'dataLazySrcset', 'srcSet']
/** A picture of one pixel, or none yet. */
const PLACEHOLDER = /^$|^data:image\/(?:gif|png|svg\+xml)|^about:blank|(?:^|[/_-])(?:blank|spacer|placeholder|lazy|loading|transparent|grey|pixel|1x1)[^/]*\.(?:gif|png|svg)$/i

/**
 * A rehype plugin that gives pictures the address and the words that a reader sees with them: pictures that the page loads later, captions, descriptions that
 * are no names of files.
 *
 * @returns a transformer
 */
export function pictures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'img')
        element.properties = { ...element.properties, src: addressOf(element.properties), alt: descriptionOf(element.properties) }
      if (element.tagName === 'figure')
        joinCaption(element)
    })
  }
}

/** The address of the picture itself, where a blank one holds its place. */
function addressOf(properties: Properties): string {
  const own = String(properties.src ?? '')
  if (!PLACEHOLDER.test(own) || (own.startsWith('data:') && own.length > 1000))
    return own
  const lazy = LAZY.map(name => properties[name]).find(value => typeof value === 'string' && value.trim() !== '')
  return lazy === undefined ? ofSets(properties) ?? own : String(lazy)
}

/** The last of several addresses, each with a width or a density after it (HTML, 4.8.4.2.1). */
function ofSets(properties: Properties): string | undefined {
  const set = SETS.map(name => [properties[name] ?? []].flat().join(', ')).find(value => value !== '')
  return set?.split(/,\s+/).at(-1)?.trim().split(/\s+/)[0]
}

function descriptionOf({ alt }: Properties): string {
  const words = String(alt ?? '')
  return isFileName(words) ? '' : words
}

/** The caption of a lone picture that has no description of its own says what it shows. */
function joinCaption(figure: Element): void {
  const images = elements(figure, ({ tagName }) => tagName === 'img')
  const captions = elements(figure, ({ tagName }) => tagName === 'figcaption')
  const [image, caption] = [images[0], captions[0]]
  const words = caption ? toString(caption).trim().replace(/\s+/g, ' ') : ''
  if (images.length !== 1 || captions.length !== 1 || words === '' || elements(caption!, ({ tagName }) => tagName === 'img').length > 0)
    return
  const own = descriptionOf(image!.properties).trim()
  if (own === '' || words.includes(own)) {
    image!.properties = { ...image!.properties, alt: words }
    remove(figure, caption!)
  }
}

function remove(node: Element, gone: Element): void {
  node.children = node.children.filter(child => child !== gone)
  node.children.forEach(child => child.type === 'element' && remove(child, gone))
}
