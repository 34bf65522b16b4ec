import type { Element, Nodes, Parents, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { CONTINUE, visit } from 'unist-util-visit'
import { isAutomatic, isFileName } from '../images.ts'
import { elements, hasPicture } from './furniture.ts'
import { namePattern, namesOf } from './names.ts'

/** Properties in which pages keep the address of a picture that is loaded when it comes into view. */
const LAZY = [
  'dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOriginalSrc', 'dataUrl', 'dataLazy', 'dataHiResSrc',
]
/** Properties with several addresses, of which the last is that of the largest picture. */
const SETS = ['dataSrcset', 'dataLazySrcset', 'srcSet']
/** The address of a picture of one pixel, or of none. */
const PLACEHOLDER = new RegExp([
  String.raw`^$`,
  String.raw`^data:image/(?:gif|png|svg\+xml)`,
  String.raw`^about:blank`,
  String.raw`(?:^|[/_-])(?:blank|spacer|placeholder|lazy|loading|transparent|grey|pixel|1x1)[^/]*\.(?:gif|png|svg)$`,
].join('|'), 'i')

/** The beginning of a caption with a number: 图1, Figure 2. */
const NUMBERED = /^(?:图|圖|照片|Fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]+/i
/** A newspaper's caption of a photograph: 图为晒场, 晒场（林砚秋 摄）. */
const OF_PHOTOGRAPH = /^(?:图为|圖為)|[（(\s]\p{Script=Han}{2,12}\s?[摄攝]影?\s?[）)]?$/u
/** A longer paragraph that begins like a caption is text. */
const LONGEST_CAPTION = 60

/** Names that pages and word processors give to a caption. */
const CAPTION_NAMES = namePattern('caption', 'img-?desc', 'image-?desc')
/** The class of a paragraph that names the picture or the table beside it. */
export const CAPTION = 'caption'
const INNER_BLOCK = /^(?:p|ul|ol|dl|table|blockquote|pre|h[1-6])$/
/** In pixels. Letters of a text are as large or larger. */
const SMALL = 15

/**
 * A rehype plugin that gives pictures the address and the words that a reader sees. It finds pictures that the page
 * loads later, and captions; it drops descriptions that are names of files. A table's caption becomes the paragraph
 * before it.
 *
 * @returns a transformer
 */
export function pictures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { tagName, properties } = element
      if (tagName === 'img')
        element.properties = { ...properties, src: addressOf(properties), alt: descriptionOf(properties) }
    })
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'figure')
        joinCaption(element, elements(element, ({ tagName }) => tagName === 'figcaption'))
      if (element.tagName === 'table')
        parent!.children.splice(index!, 1, ...captionsOf(element), element)
      joinCaptionInside(element)
      if (/^(?:p|div|picture|img|a|section)$/.test(element.tagName))
        joinCaptionBelow(element, index!, parent!)
      return [CONTINUE, parent!.children.indexOf(element) + 1]
    })
  }
}

/**
 * A rehype plugin for pictures that a page keeps for readers without scripts. Such a picture is shown if no other
 * stands beside it, or only a placeholder.
 *
 * @returns a transformer
 */
export function latePictures() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const own = element.tagName === 'noscript' ? picturesIn(element)[0] : undefined
    if (!own || !parent)
      return
    const beside = picturesIn(parent as Element).find(image => image !== own)
    if (!beside)
      parent.children[index!] = own
    else if (PLACEHOLDER.test(addressOf(beside.properties)))
      beside.properties = replaced(beside.properties, own.properties)
  })
}

/** The properties of a placeholder with the address of the picture itself. */
function replaced(placeholder: Properties, own: Properties): Properties {
  const src = own.src === undefined ? {} : { src: own.src }
  return { ...placeholder, ...src, alt: placeholder.alt || own.alt || '' }
}

function picturesIn(element: Element): Element[] {
  return elements(element, ({ tagName }) => tagName === 'img')
}

/** Takes the captions from a table, as paragraphs. */
function captionsOf(table: Element): Element[] {
  const captions = table.children
    .filter((child): child is Element => child.type === 'element' && child.tagName === 'caption')
  table.children = table.children.filter(child => !captions.includes(child as Element))
  return captions.map(caption => ({ ...caption, tagName: 'p', properties: { className: [CAPTION] } }))
}

/** Joins a picture with the block below it, if this is a caption by its name, its style or its words. */
function joinCaptionBelow(block: Element, index: number, parent: Parents): void {
  const [next, other] = [parent.children[index + 1], parent.children[index + 2]]
  const below = next?.type === 'text' && next.value.trim() === '' ? other : next
  if (below?.type !== 'element' || !/^(?:p|div|span|section)$/.test(below.tagName))
    return
  if (toString(block).trim() !== '')
    return
  const words = toString(below).trim()
  const isShort = words.length <= LONGEST_CAPTION && !/[。！？]$/.test(words)
  const isCaption = [NUMBERED, OF_PHOTOGRAPH].some(form => form.test(words)) || (isBlock(block) && isSmall(below))
  if (CAPTION_NAMES.test(namesOf(below)) || (isShort && isCaption))
    joinCaption(block, [below], parent)
}

/** Joins a picture with the line below it in its own paragraph, which stands in the middle. */
function joinCaptionInside(block: Element): void {
  const { tagName, properties: { className, align, style } } = block
  const isCentred = /center/.test([className, align, style].flat().join(' '))
  const [picture, line, ...rest] = block.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  if (!/^(?:p|div)$/.test(tagName) || !isCentred || picture?.type !== 'element' || !hasPicture(picture))
    return
  const words = rest.map(child => toString(child)).join('').trim()
  const isCaption = words !== '' && words.length <= LONGEST_CAPTION && !/[。！？]$/.test(words)
  const isBelow = line?.type === 'element' && line.tagName === 'br' && toString(picture).trim() === ''
  if (!isBelow || !isCaption || rest.some(child => child.type === 'element' && child.tagName === 'br'))
    return
  const caption: Element = { type: 'element', tagName: 'span', properties: {}, children: rest as Element[] }
  block.children = [picture, caption]
  joinCaption(block, [caption])
}

function isBlock({ tagName }: Element): boolean {
  return tagName !== 'img' && tagName !== 'a'
}

/** Whether a block looks like a caption: in the middle, in letters smaller than those of a text, and not bold. */
function isSmall(block: Element): boolean {
  const styles = elements(block, () => true).map(({ properties }) => String(properties.style ?? '')).join(';')
  const sizes = Array.from(styles.matchAll(/font-size:\s*([\d.]+)px/g), match => Number(match[1]))
  const areSmall = sizes.length > 0 && Math.max(...sizes) < SMALL
  const bold = elements(block, ({ tagName }) => /^(?:b|strong|h[1-6])$/.test(tagName))
  return areSmall && /text-align:\s*center/.test(styles) && bold.length === 0
}

/** A picture's address: that of the picture which is loaded later, if it has a placeholder's. */
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

/** Makes a caption the description of its picture, if there is one of each, and the caption has that description. */
function joinCaption(around: Element, captions: Element[], parent: Parents = around): void {
  const [picture, ...otherPictures] = picturesIn(around)
  const [caption, ...otherCaptions] = captions
  if (!picture || !caption || otherPictures.length + otherCaptions.length > 0 || hasPicture(caption))
    return
  const words = wordsOf(caption).trim().replace(/[ \t\r\n]+/g, ' ')
  const description = String(picture.properties.alt ?? '').trim()
  if (words === '')
    return
  if (!words.includes(description))
    return nameCaption(caption)
  picture.properties = { ...picture.properties, alt: words }
  remove(parent, caption)
}

/** Says of a line that it is a caption: its picture has words of its own. */
function nameCaption(caption: Element): void {
  if (elements(caption, ({ tagName }) => INNER_BLOCK.test(tagName)).length === 0)
    Object.assign(caption, { tagName: 'p', properties: { className: [CAPTION] } })
}

/** An element's words, with a space for each break. */
function wordsOf(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'br')
    return ' '
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node)
}

function remove(node: Parents, gone: Element): void {
  node.children = node.children.filter(child => child !== gone) as Element['children']
  node.children.forEach(child => child.type === 'element' && remove(child, gone))
}
