import type { DomDocument, DomNode } from '@mozilla/readability/JSDOMParser.js'
import type { Element, Nodes, Root, Text } from 'hast'
import { Readability } from '@mozilla/readability'
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { visit } from 'unist-util-visit'
import { isMute } from './measure.ts'
import { FORMULA } from './tex.ts'

/** What Readability finds in a page. */
export interface Readable {
  /** The texts of the article, and its elements without text: pictures, lines. */
  kept: ReadonlySet<Nodes>
  /** How many characters the texts have. */
  length: number
  /** Who wrote it, as the page says in its text or in its head. */
  byline: string | undefined
}

/** An attribute of Lectern's. It says which element of the page an element is that Readability keeps. */
const MARK = 'data-lectern-element'
const ARTICLE_DATA = 'application/ld+json'

/**
 * Asks Mozilla's Readability what of a page is its article.
 *
 * @param tree the page, which stays as it is
 * @param body its body
 * @returns what it keeps; nothing where it finds no article
 */
export function readableIn(tree: Root, body: Nodes): Readable | undefined {
  const elements: Element[] = []
  const document = new JSDOMParser().parse('<html><head></head><body></body></html>', 'http://localhost/')
  const append = (parent: DomNode, node: Nodes): void => {
    if (node.type === 'text')
      parent.appendChild(document.createTextNode(node.value))
    if (node.type !== 'element' || (isMute(node) && node.properties.type !== ARTICLE_DATA))
      return
    const own = domElement(node, elements.push(node) - 1, document)
    parent.appendChild(own)
    node.children.forEach(child => append(own, child))
  }
  visit(tree, 'element', (node) => {
    if (node.tagName === 'head' || node.tagName === 'body')
      node.children.forEach(child => append(document[node.tagName as 'head' | 'body'], child))
  })
  const article = new Readability<DomNode>(document as never, {
    serializer: node => node as never,
    keepClasses: true,
  }).parse()
  if (!article?.content)
    return undefined
  const byline = article.byline?.replace(/\s+/g, ' ').trim() || undefined
  return { ...keptOf(article.content, elements, body), byline }
}

function domElement(element: Element, index: number, document: DomDocument): DomNode {
  const own = document.createElement(element.tagName === FORMULA ? 'math' : element.tagName)
  for (const [name, value] of Object.entries(element.properties)) {
    if (/^[a-z][\w-]*$/i.test(name) && value !== undefined && value !== null && value !== false)
      own.setAttribute(attributeOf(name), name === 'style' ? declarationsIn(String(value)) : [value].flat().join(' '))
  }
  own.setAttribute(MARK, String(index))
  return own
}

/** An attribute as HTML has it, by hast's name: `className`, `ariaHidden`. */
function attributeOf(name: string): string {
  return name === 'className' ? 'class' : name.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase()
}

/** The declarations of a style; of what is none, Readability's DOM asks for a value. */
function declarationsIn(style: string): string {
  return style.split(';').filter(declaration => declaration.includes(':')).join(';')
}

/**
 * The texts and the empty elements of a page that Readability has kept. Readability makes new elements and joins texts:
 * a text is looked for in the nearest element of the page.
 */
function keptOf(article: DomNode, elements: readonly Element[], body: Nodes): Pick<Readable, 'kept' | 'length'> {
  const kept = new Set<Nodes>()
  let length = 0
  const textsIn = new Map<Nodes, Text[]>()
  const textsOf = (element: Nodes): Text[] => {
    const known = textsIn.get(element) ?? allTexts(element)
    textsIn.set(element, known)
    return known
  }
  const walk = (node: DomNode, nearest: Nodes): void => {
    for (const child of node.childNodes) {
      if (child.nodeType !== 3) {
        const mark = child.getAttribute(MARK)
        const own = mark === undefined ? undefined : elements[Number(mark)]
        if (own && own.children.length === 0)
          kept.add(own)
        walk(child, own ?? nearest)
      }
      else if (child.textContent.trim() !== '') {
        length += child.textContent.trim().length
        rowOf(textsOf(nearest), child.textContent, kept).forEach(text => kept.add(text))
      }
    }
  }
  walk(article, body)
  return { kept, length }
}

function allTexts(element: Nodes): Text[] {
  const texts: Text[] = []
  visit(element, 'text', text => void texts.push(text))
  return texts
}

/** The first texts in a row that are not found yet and have, joined, these words. */
function rowOf(texts: readonly Text[], words: string, kept: ReadonlySet<Nodes>): Text[] {
  for (let from = 0; from < texts.length; from++) {
    if (kept.has(texts[from]!))
      continue
    let joined = ''
    let to = from
    while (to < texts.length && joined.length < words.length)
      joined += texts[to++]!.value
    if (joined === words)
      return texts.slice(from, to)
  }
  return []
}
