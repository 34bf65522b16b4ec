import type { Image, Paragraph, Parents, RootContent } from 'mdast'
import type { Places } from '../places.ts'
import type { InlineMark } from './forms.ts'
import type { Reading } from './reading.ts'
import type { LineMark } from './syntax.ts'
import type { Argument } from './templates.ts'
import { wording } from '../../messages/wording.ts'
import { isAutomatic, isFileName } from '../images.ts'
import { leaveOut } from '../left-out.ts'
import { textIn } from './reading.ts'
import { argumentsOf } from './templates.ts'

/** Endings of pictures. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|tiff?|heic|ico)(?:[?#].*)?$/i
/** Tags that are pictures: Hugo's figure, Hexo's asset_img, img and image. */
const PICTURE_TAG = new RegExp([
  String.raw`^\{(?:%-?|\{[<%])\s*`,
  String.raw`(?:figure|img|image|asset_img|asset_image|imgcap|photo|inlineimage|inlineimg)\b`,
].join(''))

/**
 * Whether an address is that of a picture.
 *
 * @param address a path or an address
 */
export function isPicture(address: string): boolean {
  return PICTURE.test(address)
}

/**
 * The picture that a tag of a site's program stands for.
 *
 * @param mark the tag
 * @param place the article's places
 * @returns a paragraph with the picture, its caption the description; what else it has of caption and title stands
 *   below (Hugo, “Figure shortcode”); nothing for another tag
 */
export function pictureOfTag(mark: LineMark | InlineMark, place: Places): Paragraph[] | undefined {
  const found = PICTURE_TAG.test(mark.value) ? argumentsOf(mark.value) : []
  const unnamed = found.find(({ key, value }) => key === undefined && isPicture(value))
  const address = found.find(({ key }) => key === 'src') ?? unnamed
  if (!address)
    return undefined
  const isWords = ({ key, value, quoted }: Argument): boolean =>
    key === undefined && (quoted || !/^\d+(?:%|px)?$/.test(value))
  const plain = found.slice(found.indexOf(address) + 1).filter(isWords)
  const captions = ['caption', 'title'].flatMap(name => found.find(({ key }) => key === name) ?? [])
  const [caption] = captions
  const alt = found.find(({ key }) => key === 'alt')
  const description = alt?.value ?? caption?.value ?? plain.map(({ value }) => value.replace(/^'|'$/g, '')).join(' ')
  const says = caption?.value.includes(description) ? caption.value : description
  const position = mark.position!
  const image: Image = { type: 'image', url: address.value, alt: says, position }
  const shown: Paragraph = { type: 'paragraph', children: [image], position }
  const others = captions.filter(({ value }) => !says.includes(value)).sort((one, other) => one.from - other.from)
  return [shown, ...others.map(({ from, value }): Paragraph => {
    const below = textIn(mark, from, from + value.length, place)
    return { type: 'paragraph', children: [below], position: below.position! }
  })]
}

/**
 * Takes from pictures the descriptions that are only names of their files: they are no captions.
 *
 * @param parent what may hold pictures
 * @param reading what the steps share
 * @returns its children
 */
export function dropFileNames(parent: Parents, { file }: Reading): RootContent[] {
  return (parent.children as RootContent[]).map((node) => {
    if (node.type !== 'image' || !node.alt || !isNameOf(node.alt, node.url))
      return node
    leaveOut(file, node.alt, wording('left-picture-name'))
    return { ...node, alt: '' }
  })
}

/** Where and how large a deck shows a picture (Marp, “Image syntax”). */
const SETTING = new RegExp(`^(?:(?:${[
  'bg|fit|cover|contain|auto|left|right|vertical|(?:left|right):[\\d.]+%|[\\d.]+%',
  '(?:w|h|width|height):\\S+',
  '(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\\S+)?',
].join('|')})(?:\\s+|$))+$`)

function isNameOf(alt: string, url: string): boolean {
  const path = decoded(url)
  const name = path.replace(/^.*[/\\]/, '')
  const words = alt.trim()
  if (isFileName(words) || (isPicture(words) && !/[。！？；\n]/.test(words)))
    return true
  if (words === path || words === name || isAutomatic(words) || (/^bg\b|:|%/.test(words) && SETTING.test(words)))
    return true
  return words === name.replace(/\.\w+$/, '') && /^[\-.A-Z_]*\d[\w\-.]*$/i.test(words)
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''))
  }
  catch {
    return url
  }
}
