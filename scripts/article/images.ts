import type { Image, Paragraph, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Wording } from '../messages/model.ts'
import { visit } from 'unist-util-visit'
import { wording } from '../messages/wording.ts'
import { warn } from './warn.ts'

/**
 * A remark plugin that gives pictures their addresses where Markdown names these elsewhere: `![a chart][1]`.
 *
 * @returns a transformer
 */
export function resolveImages() {
  return (tree: Root): void => {
    const urls = new Map<string, string>()
    visit(tree, 'definition', ({ identifier, url }) => {
      if (!urls.has(identifier)) // CommonMark 4.7: the first definition counts
        urls.set(identifier, url)
    })
    visit(tree, 'imageReference', (node, index, parent) => {
      const url = urls.get(node.identifier)
      if (parent && index !== undefined && url !== undefined) {
        const place = node.position && { position: node.position }
        parent.children[index] = { type: 'image', url, alt: node.alt ?? '', ...place }
      }
    })
  }
}

/**
 * The addresses of an article's pictures.
 *
 * @param tree the article
 * @returns each once, in order
 */
export function imageUrls(tree: Root): string[] {
  const urls = new Set<string>()
  visit(tree, 'image', image => void urls.add(image.url))
  return [...urls]
}

/** A path, or a name with a picture's ending and without spaces: `C:\\…\\wps1.png`, `IMG_2041.jpg`, `file:///tmp/a`. */
const FILE_NAME = new RegExp([
  String.raw`^(?:[a-z]:[\\/]|\\\\|file:|https?:|(?:\.{0,2}\/)?(?:[^\s/]+\/)+[^\s/]+\.\w{2,4}$)`,
  String.raw`^[^\s。，；：！？]+\.(?:png|jpe?g|gif|webp|avif|bmp|svg|tiff?|emf|wmf|heic|ico)$`,
].join('|'), 'i')

/**
 * Whether a picture's description is none, but the name of a file that a program has put there.
 *
 * @param alt the description
 * @returns true for paths, addresses and names of files
 */
export function isFileName(alt: string): boolean {
  return FILE_NAME.test(alt.trim())
}

/** Names that programs give to pictures, without their ending. */
const AUTOMATIC = new RegExp(String.raw`^(?:${[
  'untitled|image|img|pic|picture|photo|screenshot|screen shot|clipboard',
  '截图|截屏|图片|图像|微信图片|屏幕截图|未命名',
  // What editors set for a description that nobody has written (CSDN; Gitee; Typora).
  '在这里插入图片描述|请?(?:在此)?(?:输入|添加|插入|填写)图片的?(?:描述|说明)|图片(?:描述|说明)|alt(?: text)?|img alt',
].join('|')})?[\s\d_.()-]*$`, 'i')

/**
 * Whether a picture's description is none, but what a program sets for one that nobody has written.
 *
 * @param alt the description
 */
export function isAutomatic(alt: string): boolean {
  return AUTOMATIC.test(alt.trim())
}

/** Why a picture is not shown, and what to do. */
export interface LostImage { fault: Wording | string }

/**
 * Why a picture is not shown; or where it is, and what of it is left out, by name, since it ran or loaded something.
 */
export type PlacedImage = { path: string, left?: string[] } | LostImage

/**
 * A remark plugin that points pictures to the files that decks show. Of a picture that cannot be shown its description
 * stays, as text.
 *
 * @param images what has become of each address; without it pictures stay as they are
 * @returns a transformer; the file has a message for each picture that is left out
 */
export function placeImages(images?: ReadonlyMap<string, PlacedImage>) {
  return (tree: Root, file: VFile): void => {
    if (!images)
      return
    visit(tree, 'image', (image) => {
      const { url } = image
      const placed = images.get(url)
      if (!placed)
        return
      if ('path' in placed) {
        image.url = placed.path
        if (placed.left && placed.left.length > 0) {
          const parts = wording('picture-parts', { picture: shorten(url), parts: placed.left })
          warn(file, 'image', image.position, parts)
        }
        return
      }
      image.data = { ...image.data, lost: true }
      const lost = wording('picture-lost', { picture: shorten(url), fault: placed.fault })
      warn(file, 'image', image.position, lost)
    })
  }
}

declare module 'mdast' {
  interface ImageData {
    /** It cannot be shown. */
    lost?: boolean
  }
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url
}

/**
 * The pictures of a paragraph.
 *
 * @param paragraph any paragraph
 * @returns its images, those in links and emphasis too
 */
export function imagesIn(paragraph: Paragraph | { children: PhrasingContent[] }): Image[] {
  const images: Image[] = []
  visit({ type: 'paragraph', children: paragraph.children } as Paragraph, 'image', image => void images.push(image))
  return images
}
