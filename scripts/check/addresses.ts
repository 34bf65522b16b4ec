import type { SourceSlideInfo } from '@slidev/types'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** An address on another machine. */
const REMOTE = /(?:https?:)?\/\/[^\s"'()<>\\]+/i
/** Where HTML and CSS load from: an attribute, a list of pictures, a style. A link is only followed. */
const LOADING = new RegExp(`(?:${[
  String.raw`\s:?(?:src|srcset|poster|data)\s*=["'\s]*(?:[^\s"'>][^"'>]*?)??`,
  String.raw`<(?:link|image|use)\s[^>]*?href\s*=\s*["']?`,
  String.raw`url\(\s*["']?`,
  String.raw`@import\s+["']`,
].join('|')})${String.raw`((?:https?:)?\/\/[^\s"'()<>\\,]+)`}`, 'gi')

const markdown = unified().use(remarkParse).freeze()

/**
 * Finds what a slide would load from another machine, whether or not a browser has come to ask for it: pictures, HTML
 * that loads, and addresses in its frontmatter.
 *
 * @param slide a slide of a deck
 * @param slide.content its Markdown
 * @param slide.frontmatter its frontmatter
 * @returns each address once
 */
export function remoteAddresses({ content, frontmatter }: Pick<SourceSlideInfo, 'content' | 'frontmatter'>): string[] {
  const found: string[] = []
  const walk = (node: Nodes): void => {
    const isShown = node.type === 'image' || (node.type === 'definition' && content.includes('!['))
    if (isShown && isRemote(node.url))
      found.push(node.url)
    else if (node.type === 'html' && !node.value.startsWith('<!--'))
      found.push(...Array.from(node.value.matchAll(LOADING), match => match[1]!))
    else if ('children' in node)
      node.children.forEach(walk)
  }
  walk(markdown.parse(content))
  for (const key of LOADED_KEYS) {
    const value = (frontmatter as Record<string, unknown>)[key]
    if (typeof value === 'string' && isRemote(value))
      found.push(value)
  }
  return [...new Set(found)]
}

/** Frontmatter that Slidev's layouts load: a picture behind or beside the text, a page in a frame. */
const LOADED_KEYS = ['background', 'backgroundImage', 'image', 'url', 'favicon'] as const

function isRemote(address: string): boolean {
  return REMOTE.exec(address)?.index === 0
}
