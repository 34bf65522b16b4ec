import type { Cdata, Element, ElementContent, Root, Text } from 'xast'
import { VFileMessage } from 'vfile-message'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { isTooDeep } from '../depth.ts'
import { ANIMATIONS, ATTRIBUTES, ELEMENTS, REFERENCES, WORDS } from './allowed.ts'
import { cleanCss, isHarmless, isInside } from './css.ts'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** A picture that only draws. */
export interface CleanSvg {
  svg: string
  /**
   * What ran or loaded something and was left out, by name, each once, in order; what only its drawing program reads is
   * not named.
   */
  left: string[]
}

/** The namespaces that prefixes stand for, and what has been left out. */
interface State { names: ReadonlyMap<string, string>, left: Set<string> }

/**
 * Makes an SVG a picture that only draws: of elements and attributes those on a list stay (OWASP's way against
 * cross-site scripting), of references those to the picture's own parts. Scripts, handlers, other languages, style
 * sheets and files of elsewhere, entities and processing instructions go.
 *
 * @param text the file's text
 * @returns the picture, as XML in UTF-8; nothing where it is no SVG that a browser would show
 */
export function sanitizeSvg(text: string): CleanSvg | undefined {
  try {
    return cleanPicture(fromXml(text.replace(/^\uFEFF/, '')))
  }
  catch (error) {
    if (error instanceof VFileMessage || isTooDeep(error))
      return undefined
    throw error
  }
}

function cleanPicture({ children }: Root): CleanSvg | undefined {
  const root = children.find(node => node.type === 'element')!
  const hasStyleSheet = children.some(node => node.type === 'instruction' && node.name === 'xml-stylesheet')
  const left = new Set(hasStyleSheet ? ['xml-stylesheet'] : [])
  // Pages may leave the namespace out; a file shows nothing without it.
  const isBare = root.name === 'svg' && root.attributes.xmlns === undefined
  const names = new Map([['xml', XML], ...(isBare ? [['', SVG] as const] : [])])
  const clean = cleanElement(root, { names, left })
  if (clean?.name !== 'svg')
    return undefined
  clean.attributes = { xmlns: SVG, ...clean.attributes }
  return { svg: `${toXml(clean, { closeEmptyElements: true, tightClose: true })}\n`, left: [...left] }
}

function cleanElement(element: Element, outer: State): Element | undefined {
  const state = { ...outer, names: namesIn(element, outer.names) }
  const [space, name] = resolve(element.name, state.names)
  if (space !== SVG || !ELEMENTS.has(name)) {
    // Drawing programs keep notes for themselves, in namespaces of their own.
    if (space === SVG ? name !== 'metadata' : space === undefined || /xhtml|MathML/.test(space))
      state.left.add(name)
    return undefined
  }
  const attributes = cleanAttributes(element, state)
  if (ANIMATIONS.has(name) && !isSettable(attributes.attributeName, name)) {
    state.left.add(name)
    return undefined
  }
  const cleaned = (): ElementContent[] => element.children.flatMap(child => cleanChild(child, state))
  return { type: 'element', name, attributes, children: name === 'style' ? cleanStyle(element, state) : cleaned() }
}

/** A link's and an unknown group's children are drawn as they stand. */
function cleanChild(node: ElementContent, state: State): ElementContent[] {
  if (node.type === 'text' || node.type === 'cdata')
    return [{ type: 'text', value: node.value }]
  if (node.type !== 'element')
    return []
  const names = namesIn(node, state.names)
  const [space, name] = resolve(node.name, names)
  if (space === SVG && name === 'a') {
    const within = { ...state, names }
    const attributes = cleanAttributes({ ...node, attributes: withoutReferences(node) }, within)
    const children = node.children.flatMap(child => cleanChild(child, within))
    return [{ type: 'element', name: 'g', attributes, children }]
  }
  const clean = cleanElement(node, state)
  return clean ? [clean] : []
}

/** What a link leads to is no part of a picture. */
function withoutReferences({ attributes }: Element): Element['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !/(?:^|:)href$/.test(key)))
}

function cleanStyle({ children }: Element, { left }: State): ElementContent[] {
  const isText = (child: ElementContent): child is Text | Cdata => child.type === 'text' || child.type === 'cdata'
  const { css, changed } = cleanCss(children.filter(isText).map(({ value }) => value).join(''))
  if (changed)
    left.add('style')
  return [{ type: 'text', value: css }]
}

function cleanAttributes({ attributes }: Element, { names, left }: State): Record<string, string> {
  const clean: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) {
    const text = value ?? ''
    const [space, name] = key.includes(':') ? resolve(key, names) : [undefined, key]
    if (key === 'xmlns' || key.startsWith('xmlns:'))
      continue
    if ((space === undefined || space === XLINK) && REFERENCES.has(name)) {
      if (isInside(text))
        clean[name] = text
      else
        left.add(name)
    }
    else if (space === XML && (name === 'space' || name === 'lang')) {
      clean[`xml:${name}`] = text
    }
    else if (space === undefined && !key.includes(':')) {
      const kept = cleanValue(name, text)
      if (kept !== undefined)
        clean[name] = kept
      if (kept !== text && (kept !== undefined || ATTRIBUTES.has(name) || /^on/i.test(name)))
        left.add(name)
    }
  }
  return clean
}

/** The attribute's value as it may stand, or nothing. */
function cleanValue(name: string, value: string): string | undefined {
  if (WORDS.has(name))
    return value
  if (!ATTRIBUTES.has(name))
    return undefined
  if (name === 'style') {
    const { css, changed } = cleanCss(value)
    return changed ? css : value
  }
  return isHarmless(value) ? value : undefined
}

/** What an animation may set: an attribute that is allowed itself, and leads nowhere. */
function isSettable(attribute: string | undefined, animation: string): boolean {
  return attribute === undefined ? animation === 'animateMotion' : ATTRIBUTES.has(attribute) && attribute !== 'style'
}

function namesIn({ attributes }: Element, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    const prefix = /^xmlns(?::(.*))?$/.exec(key)
    return prefix ? [[prefix[1] ?? '', value ?? '']] : []
  })
  return own.length > 0 ? new Map([...outer, ...own]) : outer
}

/** A name's namespace and what is left without the prefix (Namespaces in XML 1.0). */
function resolve(name: string, names: ReadonlyMap<string, string>): [space: string | undefined, local: string] {
  const at = name.indexOf(':')
  return at < 0 ? [names.get(''), name] : [names.get(name.slice(0, at)), name.slice(at + 1)]
}
