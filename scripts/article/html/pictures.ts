import type { Element, Nodes, Parents, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { CONTINUE, visit } from 'unist-util-visit'
import { isAutomatic, isFileName } from '../images.ts'
import { elements } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

/** Where pages keep the address of a picture that is loaded when it comes into view. */
const LAZY = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOriginalSrc', 'dataUrl', 'dataLazy', 'dataHiResSrc']
/** Where they keep several, of which the last is the largest. */
const SETS = ['dataSrcset', 'dataLazySrcset', 'srcSet']
/** A picture of one pixel, or none yet. */
const PLACEHOLDER = /^$|^data:image\/(?:gif|png|svg\+xml)|^about:blank|(?:^|[/_-])(?:blank|spacer|placeholder|lazy|loading|transparent|grey|pixel|1x1)[^/]*\.(?:gif|png|svg)$/i

/** How a caption begins that has its number: 图1, Figure 2. */
const NUMBERED = /^(?:图|圖|照片|Fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]+/i
/** What newspapers write of a photograph: 图为晒场, 晒场（林砚秋 摄）. */
const OF_PHOTOGRAPH = /^(?:图为|圖為)|[（(\s]\p{Script=Han}{2,12}\s?[摄攝]影?\s?[）)]?$/u
/** A longer paragraph that begins so is text. */
const LONGEST_CAPTION = 60

/** What pages and word processors call a caption. */
const CAPTION_NAMES = namePattern('caption', 'img-?desc', 'image-?desc')
/** In pixels: text has 15 or more. */
const SMALL = 15

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
      if (/^(?:p|div|picture|img|a|section)$/.test(element.tagName))
        joinCaptionBelow(element, index!, parent!)
      return [CONTINUE, parent!.children.indexOf(element) + 1]
    })
  }
}

/**
 * A rehype plugin for pictures that a page keeps for readers without scripts: one that no other picture stands beside, or only a blank one, is the picture.
 *
 * @returns a transformer
 */
export function latePictures() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const own = element.tagName === 'noscript' ? elements(element, ({ tagName }) => tagName === 'img')[0] : undefined
    if (!own || !parent)
      return
    const beside = elements(parent as Element, ({ tagName }) => tagName === 'img').find(image => image !== own)
    if (!beside)
      parent.children[index!] = own
    else if (PLACEHOLDER.test(addressOf(beside.properties)))
      beside.properties = { ...beside.properties, ...(own.properties.src !== undefined && { src: own.properties.src }), alt: beside.properties.alt || own.properties.alt || '' }
  })
}

/** A table's captions, taken from it, as paragraphs. */
function captionsOf(table: Element): Element[] {
  const captions = table.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'caption')
  table.children = table.children.filter(child => !captions.includes(child as Element))
  return captions.map(caption => ({ ...caption, tagName: 'p' }))
}

/** A block below one that is a picture may be its caption: its name or its style says so, or its number. */
function joinCaptionBelow(block: Element, index: number, parent: Parents): void {
  const [next, other] = [parent.children[index + 1], parent.children[index + 2]]
  const below = next?.type === 'text' && next.value.trim() === '' ? other : next
  if (below?.type !== 'element' || !/^(?:p|div|span|section)$/.test(below.tagName) || toString(block).trim() !== '')
    return
  const words = toString(below).trim()
  const isShort = words.length <= LONGEST_CAPTION && !/[。！？]$/.test(words)
  const isCaption = [NUMBERED, OF_PHOTOGRAPH].some(form => form.test(words)) || (isBlock(block) && isSmall(below))
  if (CAPTION_NAMES.test(namesOf(below)) || (isShort && isCaption))
    joinCaption(block, [below], parent)
}

function isBlock({ tagName }: Element): boolean {
  return tagName !== 'img' && tagName !== 'a'
}

/** Whether a block is set in the middle, in letters smaller than a text's, and not bold: as pages without captions set what they say of a picture. */
function isSmall(block: Element): boolean {
  const styles = elements(block, () => true).map(({ properties }) => String(properties.style ?? '')).join(';')
  const sizes = Array.from(styles.matchAll(/font-size:\s*([\d.]+)px/g), match => Number(match[1]))
  return /text-align:\s*center/.test(styles) && sizes.length > 0 && Math.max(...sizes) < SMALL && elements(block, ({ tagName }) => /^(?:b|strong|h[1-6])$/.test(tagName)).length === 0
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
  return isFileName(words) || isAutomatic(words) ? '' : words
}

/** The caption of a lone picture that has no description of its own says what it shows. */
function joinCaption(around: Element, captions: Element[], parent: Parents = around): void {
  const images = elements(around, ({ tagName }) => tagName === 'img')
  const words = captions.map(caption => wordsOf(caption).trim().replace(/[ \t\r\n]+/g, ' ')).join(' ')
  const hasOwn = captions.some(caption => elements(caption, ({ tagName }) => tagName === 'img').length > 0)
  const own = String(images[0]?.properties.alt ?? '').trim()
  if (images.length !== 1 || captions.length !== 1 || words === '' || hasOwn || !words.includes(own))
    return
  images[0]!.properties = { ...images[0]!.properties, alt: words }
  remove(parent, captions[0]!)
}

/** An element's words: where a line is broken a space stands. */
function wordsOf(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'br')
    return ' '
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node)
}

function remove(node: Parents, gone: Element): void {
  node.children = node.children.filter(child => child !== gone) as Element['children']
  node.children.forEach(child => child.type === 'element' && remove(child, gone))
}
