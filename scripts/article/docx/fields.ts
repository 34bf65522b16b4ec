import type { Element, ElementContent } from 'xast'
import { readEq } from './eq.ts'
import { child, elementsOf, has, make, textOf, valueOf } from './xml.ts'

/** A field whose end is not read yet: where it began, its code, its result. */
interface Open { from: number, code: string, result: string, isResult: boolean }

/** Fields that show what their own code says, and have no result (ECMA-376 1, 17.16.5). */
const CODES: Readonly<Record<string, (code: string) => ElementContent[]>> = {
  EQ: readEq,
  SYMBOL: symbol,
  MACROBUTTON: button,
  GOTOBUTTON: button,
}
const CODE = /^\s*(EQ|SYMBOL|MACROBUTTON|GOTOBUTTON)\b/i

/**
 * Puts what Word shows in the place of fields that have no result.
 *
 * @param children what stands in a paragraph, or in a part of it
 * @returns the same with such fields as words, symbols, formulas
 */
export function showFields(children: ElementContent[]): ElementContent[] {
  if (!children.some(node => node.type === 'element' && node.name === 'w:r' && has(node, 'w:fldChar')))
    return children.flatMap(node => node.type === 'element' && node.name === 'w:fldSimple' ? shownBy(node.attributes['w:instr'] ?? '') ?? [node] : [node])
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

/** Ends the innermost field: what it shows takes the place of all its runs. What stands in another's code is part of that. */
function close(open: Open[], done: ElementContent[]): void {
  const { from, code, result } = open.pop()!
  const outer = open.at(-1)
  if (outer)
    outer[outer.isResult ? 'result' : 'code'] += result
  const shown = result === '' ? shownBy(code) : undefined
  if (shown)
    done.splice(from, done.length - from, ...shown)
}

/** What a field's code shows by itself: runs, formulas; nothing for fields of other kinds. */
function shownBy(code: string): ElementContent[] | undefined {
  const [found, name] = CODE.exec(code) ?? []
  if (found === undefined)
    return undefined
  const shown = CODES[name!.toUpperCase()]!(code.slice(found.length))
  return shown.map(node => node.type === 'element' && node.name !== 'm:oMath' ? make('w:r', {}, [node]) : node)
}

/** A run that begins, fills and ends a field at once is as many runs. */
function apart(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.name !== 'w:r' || !has(node, 'w:fldChar'))
    return [node]
  const properties = node.children.filter(child => child.type === 'element' && child.name === 'w:rPr')
  return node.children.filter(child => !properties.includes(child)).map(child => ({ ...node, children: [...properties, child] }))
}

/** Symbol fonts have their characters at F000 (ECMA-376 1, 17.3.3.29); a number alone is one of Windows's. */
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

/** A button shows what stands behind the name of what it does. */
function button(code: string): ElementContent[] {
  const shown = code.trim().replace(/^\S+\s*/, '')
  return shown === '' ? [] : [words(shown)]
}

/**
 * A field with a list shows the entry that was chosen (ECMA-376 1, 17.16.9).
 *
 * @param element the mark that begins the field
 * @returns it, and the entry
 */
export function chosen(element: Element): ElementContent[] {
  const list = child(element, 'w:ffData', 'w:ddList')
  const entries = list ? elementsOf(list, 'w:listEntry') : []
  const entry = entries[Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)]?.attributes['w:val']
  return [element, ...(entry ? [words(entry)] : [])]
}

function words(value: string): Element {
  return make('w:t', { 'xml:space': 'preserve' }, [{ type: 'text', value }])
}
