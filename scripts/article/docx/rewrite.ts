import type { Element, ElementContent, Root } from 'xast'
import type { Written } from './numbering.ts'
import type { Styles } from './styles.ts'
import { keepLastMarks } from './deleted-marks.ts'
import { joinDropCaps } from './drop-cap.ts'
import { chosen, showFields } from './fields.ts'
import { BULLETS } from './numbering.ts'
import { hasSigns, ommlToTex } from './omml.ts'
import { headingRank, isOn, kindOf, runProperty } from './styles.ts'
import { child, elementsOf, has, make, outermost, textOf, valueOf } from './xml.ts'

/** What a document's part is read with. */
export interface Context {
  styles: Styles
  /** What Word writes before a paragraph that it numbers by itself, by the paragraph. */
  numbers: ReadonlyMap<Element, Written>
  /** The words of the document's diagrams, by what a drawing names them. */
  diagrams: ReadonlyMap<string, string[]>
  /** The names of documents within the document, by what it names them. */
  chunks: ReadonlyMap<string, string>
  /** The style of the paragraph that is read. */
  paragraphStyle?: string | undefined
}

type Handler = (element: Element, context: Context) => ElementContent[]

/** One handler for each construct that mammoth leaves out or shows though Word does not: it becomes what mammoth keeps. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'm:oMath': formula,
  'm:oMathPara': formula,
  'mc:AlternateContent': alternative,
  'w:body': container,
  'w:tc': container,
  'w:txbxContent': container,
  'w:del': (element, context) => runsOf(element, context).map(run => marked(run, 'deleted')),
  'w:moveFrom': (element, context) => runsOf(element, context).map(run => marked(run, 'moved')),
  'w:delText': element => [{ ...element, name: 'w:t' }],
  'v:textpath': letters,
  'w:altChunk': chunk,
  'w:cr': element => [{ ...element, name: 'w:br' }],
  'w:drawing': drawing,
  'w:fldChar': chosen,
  'w:p': paragraph,
  'w:r': run,
  'w:ruby': ruby,
  'w:sdt': control,
}

/** What mammoth reads, and what is of no use to it. All else that holds words or pictures is taken for its content: fields, directions, custom elements. */
const READ = /^(?:w:(?:[prt]|tbl|tr|tc|hyperlink|sdt|sdtContent|customXml|ins|moveTo|object|smartTag|drawing|pict|txbxContent|document|body|footnotes?|endnotes?)|v:(?:roundrect|shape|textbox|group|rect)|wp:(?:inline|anchor)|a:.*|pic:.*)$/
const NEVER_READ = /^w:(?:.*Pr|tblGrid|instrText|delInstrText)$/

/**
 * Rewrites a part of a Word document, so that mammoth reads of it what Word shows. What Word does not show, and formulas, become runs with styles whose names
 * begin with `lectern-`: `docx.ts` says what each is in HTML.
 *
 * @param part `word/document.xml`, or notes
 * @param context styles and numbers
 * @returns the part rewritten
 */
export function rewrite(part: Root, context: Context): Root {
  return { ...part, children: part.children.map(node => node.type === 'element' ? { ...node, children: inner(node, context) } : node) }
}

function rewriteElement(element: Element, context: Context): ElementContent[] {
  const handler = HANDLERS[element.name]
  if (handler)
    return handler(element, context)
  const isUnknown = !READ.test(element.name) && !NEVER_READ.test(element.name) && has(element, 'w:r', 'w:p', 'm:oMath')
  return isUnknown ? inner(element, context) : [{ ...element, children: inner(element, context) }]
}

function inner(element: Element, context: Context): ElementContent[] {
  return showFields(element.children).flatMap(node => node.type === 'element' ? rewriteElement(node, context) : [node])
}

/** A run that shows nothing itself: its style says what it is. */
function carrier(style: string, text: string): Element {
  return make('w:r', {}, [make('w:rPr', {}, [make('w:rStyle', { 'w:val': `lectern-${style}` })]), textNode(text)])
}

/** Words that Word does not show, and why. */
function marked(run: Element, why: string): Element {
  return carrier(why, elementsOf(run, 'w:t', 'w:tab', 'w:br').map(node => node.name === 'w:t' ? textOf(node) : ' ').join(''))
}

function runsOf(element: Element, context: Context): Element[] {
  return inner(element, context).flatMap(node => elementsOf(node, 'w:r'))
}

/** Blocks: a paragraph whose first letter Word sets large and apart is one again. */
function container(element: Element, context: Context): ElementContent[] {
  return [{ ...element, children: inner({ ...element, children: joinDropCaps(keepLastMarks(element.children)) }, context) }]
}

/** A paragraph has the number that Word writes before it, and the style that its rank asks for, or its style's own. */
function paragraph(element: Element, context: Context): ElementContent[] {
  const properties = child(element, 'w:pPr')
  const rank = headingRank(properties, context.styles)
  const kind = rank ? `heading-${Math.min(6, rank)}` : kindOf(properties, context.styles)
  const number = context.numbers.get(element)
  const children = inner(element, { ...context, paragraphStyle: valueOf(properties, 'w:pStyle') }).filter(node => node !== properties)
  const dropped = [...(kind ? ['w:pStyle'] : []), ...(number ? ['w:numPr'] : [])]
  const kept = properties?.children.filter(node => node.type !== 'element' || !dropped.includes(node.name)) ?? []
  const style = kind ? [make('w:pStyle', { 'w:val': `lectern-${kind}` })] : []
  const list = number?.isItem ? [make('w:numPr', {}, [make('w:ilvl', { 'w:val': String(number.depth ?? levelOf(properties)) }), make('w:numId', { 'w:val': BULLETS })])] : []
  const words = number && number.label !== '' ? [make('w:r', {}, [textNode(number.label)])] : []
  return [{ ...element, children: [make('w:pPr', {}, [...style, ...list, ...kept]), ...words, ...children.filter(node => node.type !== 'element' || node.name !== 'w:pPr')] }]
}

function levelOf(properties: Element | undefined): string {
  return valueOf(properties, 'w:numPr', 'w:ilvl') ?? '0'
}

function textNode(value: string): Element {
  return make('w:t', { 'xml:space': 'preserve' }, [{ type: 'text', value }])
}

/** Blocks in a frame, as mammoth reads them: after the paragraph that they stand in. */
function framed(lines: string[]): Element[] {
  return [make('w:txbxContent', {}, lines.map(line => make('w:p', {}, [make('w:r', {}, [textNode(line)])])))]
}

/** A picture of letters has its words as an attribute (ECMA-376 4, 19.1.2.23). */
function letters(element: Element): ElementContent[] {
  const words = element.attributes.string?.trim() ?? ''
  return words === '' ? [] : [make('v:textbox', {}, framed([words]))]
}

/** A run whose styles hide it, strike it out or raise it says so itself, which is what mammoth reads. */
function run(element: Element, context: Context): ElementContent[] {
  const own = child(element, 'w:rPr')
  const property = (name: string): Element | undefined => runProperty(name, own, context.paragraphStyle, context.styles)
  const rewritten = { ...element, children: inner(element, context) }
  if (isOn(property('w:vanish')))
    return [marked(rewritten, 'hidden')]
  const isStruck = isOn(property('w:strike')) || isOn(property('w:dstrike'))
  const raised = property('w:vertAlign')
  const others = own?.children.filter(node => node.type !== 'element' || !['w:strike', 'w:dstrike', 'w:vertAlign'].includes(node.name)) ?? []
  const properties = make('w:rPr', {}, [...others, ...(isStruck ? [make('w:strike')] : []), ...(raised ? [raised] : [])])
  return [{ ...rewritten, children: [properties, ...rewritten.children.filter(node => node.type !== 'element' || node.name !== 'w:rPr')] }]
}

/** What a reading stands above; the reading is no word of the sentence. */
function ruby(element: Element, context: Context): ElementContent[] {
  const bases = child(element, 'w:rubyBase')
  const readings = child(element, 'w:rt')
  return [...(bases ? inner(bases, context) : []), ...(readings ? runsOf(readings, context).map(run => marked(run, 'reading')) : [])]
}

/** Each formula as TeX. A paragraph of formulas has each on a line of its own. */
function formula(element: Element): ElementContent[] {
  const isDisplay = element.name === 'm:oMathPara'
  return outermost(element, 'm:oMath').filter(hasSigns).map(math => carrier(isDisplay ? 'math-display' : 'math-inline', ommlToTex(math).trim()))
}

/** The older form of a drawing, which mammoth reads, where it has what the newer one shows. */
function alternative(element: Element, context: Context): ElementContent[] {
  const fallback = child(element, 'mc:Fallback')
  const isWhole = fallback && has(fallback, 'w:t', 'm:t', 'v:imagedata', 'a:blip')
  const chosen = isWhole ? fallback : child(element, 'mc:Choice') ?? fallback
  return chosen ? inner(chosen, context) : []
}

/** Another document within this one, which Word takes in when it opens the file (ECMA-376 1, 17.17.2.1): it is named. */
function chunk({ attributes }: Element, context: Context): ElementContent[] {
  return [make('w:p', {}, [carrier('chunk', context.chunks.get(attributes['r:id'] ?? '') ?? attributes['r:id'] ?? '')])]
}

/** A field that is still to be filled in says so, which is no text (ECMA-376 1, 17.5.2.39). */
function control(element: Element, context: Context): ElementContent[] {
  const isEmpty = isOn(child(element, 'w:sdtPr', 'w:showingPlcHdr'))
  const content = child(element, 'w:sdtContent')
  if (!isEmpty || !content)
    return [{ ...element, children: inner(element, context) }]
  const runs = runsOf(content, context).map(run => marked(run, 'unfilled'))
  return has(content, 'w:p') ? [make('w:p', {}, runs)] : runs
}

/** A drawing's text boxes, and a diagram's words, stand after the paragraph, as mammoth has older ones. What is neither text nor picture is named. */
function drawing(element: Element, context: Context): ElementContent[] {
  const diagrams = elementsOf(element, 'dgm:relIds').flatMap(({ attributes }) => context.diagrams.get(attributes['r:dm'] ?? '') ?? [])
  const boxes = [...elementsOf(element, 'w:txbxContent').flatMap(box => rewriteElement(box, context)), ...(diagrams.length > 0 ? framed(diagrams) : [])]
  const picture = has(element, 'a:blip') ? [{ ...element, children: inner(withoutBoxes(element), context) }] : []
  const lost = boxes.length + picture.length === 0 && has(element, 'c:chart', 'dgm:relIds') ? [carrier('drawing', valueOfName(element))] : []
  return [...picture, ...lost, ...(boxes.length > 0 ? [make('w:pict', {}, boxes)] : [])]
}

function withoutBoxes(element: Element): Element {
  return { ...element, children: element.children.filter(node => node.type !== 'element' || node.name !== 'w:txbxContent').map(node => node.type === 'element' ? withoutBoxes(node) : node) }
}

function valueOfName(element: Element): string {
  const properties = elementsOf(element, 'wp:docPr')[0]?.attributes
  return properties?.descr ?? properties?.name ?? 'drawing'
}
