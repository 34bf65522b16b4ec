import type { Element, ElementContent, Nodes } from 'xast'

/**
 * Makes an element.
 *
 * @param name its name, with its prefix: `w:r`
 * @param attributes by their names
 * @param children what stands in it
 * @returns the element
 */
export function make(name: string, attributes: Record<string, string> = {}, children: ElementContent[] = []): Element {
  return { type: 'element', name, attributes, children }
}

/**
 * The first child of a name, and of that the first child of the next.
 *
 * @param element where to begin
 * @param names of children in each other, outermost first
 * @returns the innermost, where all are there
 */
export function child(element: Element | undefined, ...names: string[]): Element | undefined {
  let found = element
  for (const name of names)
    found = found?.children.find((node): node is Element => isElement(node, name))
  return found
}

/**
 * Whether a node is an element that has one of some names.
 *
 * @param node any node
 * @param names one or more
 */
export function isElement(node: Nodes, ...names: string[]): node is Element {
  return node.type === 'element' && names.includes(node.name)
}

/**
 * Leaves out elements that have one of some names.
 *
 * @param children an element's children
 * @param names one or more
 * @returns the other children
 */
export function without(children: readonly ElementContent[], ...names: string[]): ElementContent[] {
  return children.filter(node => !isElement(node, ...names))
}

/**
 * The value of a property, an element's `w:val` (or `m:val`).
 *
 * @param element where to begin
 * @param names of children in each other, the property's last
 * @returns the value; nothing where the property is not there or has none
 */
export function valueOf(element: Element | undefined, ...names: string[]): string | undefined {
  const { attributes } = child(element, ...names) ?? {}
  return attributes?.['w:val'] ?? attributes?.['m:val'] ?? undefined
}

/**
 * The elements of a name in an element, itself among them, however deep.
 *
 * @param node where to begin
 * @param names one or more
 * @returns each of them, in order
 */
export function elementsOf(node: Nodes, ...names: string[]): Element[] {
  const found: Element[] = []
  const look = (inner: Nodes): void => {
    if (isElement(inner, ...names))
      found.push(inner)
    if ('children' in inner)
      inner.children.forEach(look)
  }
  look(node)
  return found
}

/**
 * The elements of a name in an element, or the element itself, without those that stand in one of them.
 *
 * @param node where to begin
 * @param name the name
 * @returns each of them, in order
 */
export function outermost(node: Nodes, name: string): Element[] {
  if (isElement(node, name))
    return [node]
  return 'children' in node ? node.children.flatMap(inner => outermost(inner, name)) : []
}

/**
 * Whether an element has one of a name in it, or is one.
 *
 * @param node where to begin
 * @param names one or more
 * @returns true for the first that is found
 */
export function has(node: Nodes, ...names: string[]): boolean {
  if (isElement(node, ...names))
    return true
  return 'children' in node && node.children.some(inner => has(inner, ...names))
}

/**
 * An element's text.
 *
 * @param node any node
 * @returns what stands in it and between its tags
 */
export function textOf(node: Nodes): string {
  if (node.type === 'text')
    return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
