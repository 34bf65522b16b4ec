import type { Element, Parents, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { CONTINUE, visit } from 'unist-util-visit'
import { isFileName } from '../images.ts'
import { elements } from './furniture.ts'

/** Where pages keep the address of a picture that is loaded when it comes into view. */
const LAZY = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOriginalSrc', 'dataUrl', 'dataLazy', 'dataHiResSrc']
/** Where they keep several, of which the last is the largest. */
const SETS = ['dataSrcset', 'dataLazySrcset', 'srcSet']
/** A picture of one pixel, or none yet. */
const PLACEHOLDER = /^$|^data:image\/(?:gif|png|svg\+xml)|^about:blank|(?:^|[/_-])(?:blank|spacer|placeholder|lazy|loading|transparent|grey|pixel|1x1)[^/]*\.(?:gif|png|svg)$/i

/** How a caption begins that has its number: 图1, Figure 2. */
const NUMBERED = /^(?:图|圖|照片|Fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]+/i
/** A longer paragraph that begins so is text. */
const LONGEST_CAPTION = 60

/**
 * A rehype plugin that gives pictures the address and the words that a reader sees with them: pictures that the page loads later, captions, descriptions that
 * are no names of files. A table's caption is the paragraph before it.
 *
 * @returns a transformer
 */
export function pictures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'img')
        element.properties = { ...element.properties, src: addressOf(element.properties), alt: descriptionOf(element.properties) }
    })
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'figure')
        joinCaption(element, elements(element, ({ tagName }) => tagName === 'figcaption'))
      if (element.tagName === 'table')
        parent!.children.splice(index!, 1, ...captionsOf(element), element)
      if (element.tagName === 'p')
        joinCaptionBelow(element, index!, parent!)
      return [CONTINUE, parent!.children.indexOf(element) + 1]
    })
  }
}

/** A table's captions, taken from it, as paragraphs. */
function captionsOf(table: Element): Element[] {
  const captions = table.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'caption')
  table.children = table.children.filter(child => !captions.includes(child as Element))
  return captions.map(caption => ({ ...caption, tagName: 'p' }))
}

/** A paragraph below one that is a picture may be its caption: its style says so, or its number. */
function joinCaptionBelow(paragraph: Element, index: number, parent: Parents): void {
  const below = parent.children.slice(index + 1).find(node => node.type !== 'text' || node.value.trim() !== '')
  if (toString(paragraph).trim() !== '' || below?.type !== 'element' || below.tagName !== 'p')
    return
  const words = toString(below).trim()
  if ([below.properties.className].flat().includes('caption') || (NUMBERED.test(words) && words.length <= LONGEST_CAPTION && !/[。！？]$/.test(words)))
    joinCaption(paragraph, [below], parent)
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
function joinCaption(around: Element, captions: Element[], parent: Parents = around): void {
  const images = elements(around, ({ tagName }) => tagName === 'img')
  const words = captions.map(caption => toString(caption).trim().replace(/[ \t\r\n]+/g, ' ')).join(' ')
  const hasOwn = captions.some(caption => elements(caption, ({ tagName }) => tagName === 'img').length > 0)
  const own = String(images[0]?.properties.alt ?? '').trim()
  if (images.length !== 1 || captions.length !== 1 || words === '' || hasOwn || !words.includes(own))
    return
  images[0]!.properties = { ...images[0]!.properties, alt: words }
  remove(parent, captions[0]!)
}

function remove(node: Parents, gone: Element): void {
  node.children = node.children.filter(child => child !== gone) as Element['children']
  node.children.forEach(child => child.type === 'element' && remove(child, gone))
}
