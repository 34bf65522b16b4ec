import type { ElementNode, TemplateChildNode } from '@vue/compiler-dom'
import { wording } from '../../messages/wording.ts'
import { LongWay } from './long-way.ts'
import { ATTRIBUTES, CLASSES, COMPONENTS, HIGHEST_START, TAGS } from './names.ts'

/** `NodeTypes` of Vue's compiler, which are no values at run time. */
const ELEMENT = 1
const INTERPOLATION = 5
const ATTRIBUTE = 6

/**
 * Looks at all markup of a slide: what it is made of must be known to look the same the fast way.
 *
 * @param nodes nodes as Vue's compiler reads them
 * @throws LongWay for a node that is not known
 */
export function checkMarkup(nodes: readonly TemplateChildNode[]): void {
  for (const node of nodes) {
    if (node.type as number === INTERPOLATION)
      throw new LongWay(wording('way-expression'))
    if (node.type as number === ELEMENT)
      checkElement(node as ElementNode)
  }
}

function checkElement({ tag, props, children }: ElementNode): void {
  checkMarkup(children)
  if (tag === LAYOUT)
    return
  if (!TAGS.has(tag) && !(COMPONENTS as readonly string[]).includes(pascal(tag)))
    throw new LongWay(wording('way-element', { tag }))
  for (const prop of props)
    prop.type as number === ATTRIBUTE ? checkAttribute(prop as Attribute, tag) : checkDirective(prop as Directive, tag)
}

/** What Slidev puts around a slide. */
const LAYOUT = 'InjectedLayout'

type Attribute = Extract<ElementNode['props'][number], { value: unknown }>
type Directive = Exclude<ElementNode['props'][number], Attribute>

function checkAttribute({ name, value }: Attribute, tag: string): void {
  const isHigh = name === 'start' && !(Number(value?.content) >= 1 && Number(value?.content) <= HIGHEST_START)
  if (!ATTRIBUTES.has(name) || isHigh)
    throw new LongWay(wording('way-attribute', { name, tag }))
  const unknown = name === 'class' ? unknownClass(value?.content) : undefined
  if (unknown !== undefined)
    throw new LongWay(wording('way-class', { name: unknown }))
}

/**
 * Slidev's plugins write slots and the lines of code to mark. What a person writes for clicks is known only in its
 * simplest form.
 */
function checkDirective({ name, rawName, exp }: Directive, tag: string): void {
  const isOwn = name === 'slot' || rawName === ':ranges'
  const isClick = ['v-after', 'v-click'].includes(rawName!) && exp === undefined
  if (!isOwn && !isClick)
    throw new LongWay(wording('way-directive', { name: rawName ?? name, tag }))
}

/**
 * Finds a class whose styles are perhaps not there.
 *
 * @param classes as an attribute has them
 * @returns the first; nothing where all are known
 */
export function unknownClass(classes = ''): string | undefined {
  return classes.split(/\s+/).find(name => name !== '' && !CLASSES.has(name) && !/^language-[\w-]+$/.test(name))
}

function pascal(tag: string): string {
  return tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
