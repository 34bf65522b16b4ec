import type { Element, ElementContent } from 'xast'
import { readEq } from './eq.ts'
import { child, elementsOf, has, isElement, make, textOf, valueOf, without } from './xml.ts'

/** A field whose end is not read yet: where it began, its code, its result, and which of both is being read. */
interface Open { from: number, code: string, result: string, isResult: boolean }

/** Fields that have no result and show what their code says (ECMA-376 1, 17.16.5). */
const CODES: Readonly<Record<string, (code: string) => ElementContent[]>> = {
  EQ: readEq,
  SYMBOL: symbol,
  MACROBUTTON: button,
  GOTOBUTTON: button,
}
const CODE = /^\s*(EQ|SYMBOL|MACROBUTTON|GOTOBUTTON)\b/i

/**
 * Replaces fields that have no result with what Word shows for them.
 *
 * @param children the children of a paragraph, or of a part of it
 * @returns the same with such fields as words, symbols and formulas
 */
export function showFields(children: ElementContent[]): ElementContent[] {
  if (!children.some(node => isElement(node, 'w:r') && has(node, 'w:fldChar')))
    return children.flatMap(showSimple)
  const done: ElementContent[] = []
  const open: Open[] = []
  for (const node of children.flatMap(apart)) {
    done.push(node)
    const field = open.at(-1)
    const mark = node.type === 'element' ? elementsOf(node, 'w:fldChar')[0]?.attributes['w:fldCharType'] : undefined
    if (mark === 'begin')
      open.push({ from: done.length - 1, code: '', result: '', isResult: false })
    else if (field && mark === 'separate')
      field.isResult = true
    else if (field && mark === 'end')
      close(open, done)
    else if (field && node.type === 'element')
      field[field.isResult ? 'result' : 'code'] += elementsOf(node, 'w:instrText', 'w:t').map(textOf).join('')
  }
  return done
}

/** A field whose code stands in an attribute. */
function showSimple(node: ElementContent): ElementContent[] {
  const shown = isElement(node, 'w:fldSimple') ? shownBy(node.attributes['w:instr'] ?? '') : undefined
  return shown ?? [node]
}

/**
 * Ends the innermost field: what it shows takes the place of all its runs. The result of a field within a field belongs
 * to the code or the result of the outer one.
 */
function close(open: Open[], done: ElementContent[]): void {
  const { from, code, result } = open.pop()!
  const outer = open.at(-1)
  if (outer)
    outer[outer.isResult ? 'result' : 'code'] += result
  const shown = result === '' ? shownBy(code) : undefined
  if (shown)
    done.splice(from, done.length - from, ...shown)
}

/** The runs and formulas that a field's code shows by itself; nothing for fields of other kinds. */
function shownBy(code: string): ElementContent[] | undefined {
  const [found, name] = CODE.exec(code) ?? []
  if (found === undefined)
    return undefined
  const shown = CODES[name!.toUpperCase()]!(code.slice(found.length))
  return shown.map(node => node.type === 'element' && node.name !== 'm:oMath' ? make('w:r', {}, [node]) : node)
}

/** Splits a run that has marks of fields in it, into one run for each of its children. */
function apart(node: ElementContent): ElementContent[] {
  if (!isElement(node, 'w:r') || !has(node, 'w:fldChar'))
    return [node]
  const properties = node.children.filter(child => isElement(child, 'w:rPr'))
  return without(node.children, 'w:rPr').map(child => ({ ...node, children: [...properties, child] }))
}

/** Symbol fonts have their characters from F000 on (ECMA-376 1, 17.3.3.29). */
const OWN = 0xF000

function symbol(code: string): ElementContent[] {
  const number = Number(/^\s*(0x[\da-f]+|\d+)/i.exec(code)?.[1] ?? Number.NaN)
  const font = /\\f\s*"?([^"\\]+)/i.exec(code)?.[1]!.trim()
  if (Number.isNaN(number))
    return []
  if (font && number < 0x100)
    return [make('w:sym', { 'w:font': font, 'w:char': (OWN + number).toString(16).toUpperCase() })]
  return [words(String.fromCodePoint(Math.min(number, 0xFFFF)))]
}

/** A button shows the words behind the name of its command. */
function button(code: string): ElementContent[] {
  const shown = code.trim().replace(/^\S+\s*/, '')
  return shown === '' ? [] : [words(shown)]
}

/**
 * Shows the chosen entry of a field that has a list (ECMA-376 1, 17.16.9).
 *
 * @param element the mark that begins the field
 * @returns the mark and the entry
 */
export function chosen(element: Element): ElementContent[] {
  const list = child(element, 'w:ffData', 'w:ddList')
  const entries = list ? elementsOf(list, 'w:listEntry') : []
  const index = Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)
  const entry = entries[index]?.attributes['w:val']
  return [element, ...(entry ? [words(entry)] : [])]
}

function words(value: string): Element {
  return make('w:t', { 'xml:space': 'preserve' }, [{ type: 'text', value }])
}
