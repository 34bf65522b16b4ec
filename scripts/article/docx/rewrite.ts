import type { Element, ElementContent, Root } from 'xast'
import type { Written } from './numbering.ts'
import type { Styles } from './styles.ts'
import { carrier, framed, marked, textNode } from './carriers.ts'
import { keepLastMarks } from './deleted-marks.ts'
import { joinDropCaps } from './drop-cap.ts'
import { chosen, showFields } from './fields.ts'
import { hasSigns, ommlToTex } from './omml.ts'
import { paragraphProperties, runProperties } from './properties.ts'
import { isOn, runProperty } from './styles.ts'
import { child, elementsOf, has, make, outermost, valueOf, without } from './xml.ts'

/** What `rewrite` knows of the document. */
export interface Context {
  styles: Styles
  /** For a paragraph that Word numbers, what it writes before it. */
  numbers: ReadonlyMap<Element, Written>
  /** The words of the document's diagrams, by the id that a drawing has for one. */
  diagrams: ReadonlyMap<string, string[]>
  /** The names of documents within the document, by their ids. */
  chunks: ReadonlyMap<string, string>
  /** The style of the paragraph that is being read. */
  paragraphStyle?: string | undefined
}

type Handler = (element: Element, context: Context) => ElementContent[]

/** One handler for each construct that mammoth would leave out, or show though Word does not. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'm:oMath': formula,
  'm:oMathPara': formula,
  'mc:AlternateContent': alternative,
  'w:body': container,
  'w:tc': container,
  'w:txbxContent': container,
  'w:del': (element, context) => markedRuns(element, 'deleted', context),
  'w:moveFrom': (element, context) => markedRuns(element, 'moved', context),
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

/** Elements that mammoth reads. Others that hold words or formulas are replaced by their content: custom elements. */
const READ = new RegExp(`^(?:${[
  'w:(?:[prt]|tbl|tr|tc|hyperlink|sdt|sdtContent|customXml|ins|moveTo|object|smartTag|drawing|pict|txbxContent)',
  'w:(?:document|body|footnotes?|endnotes?)',
  'v:(?:roundrect|shape|textbox|group|rect)',
  'wp:(?:inline|anchor)',
  'a:.*',
  'pic:.*',
].join('|')})$`)
/** Elements that hold no text. */
const NEVER_READ = /^w:(?:.*Pr|tblGrid|instrText|delInstrText)$/

/**
 * Rewrites a part of a Word document, so that mammoth reads of it what Word shows. Formulas, and words that Word does
 * not show, become runs whose styles have names with `lectern-`: `docx.ts` says what each becomes in HTML.
 *
 * @param part `word/document.xml`, or notes
 * @param context what is known of the document
 * @returns the part rewritten
 */
export function rewrite(part: Root, context: Context): Root {
  const children = part.children.map(node => node.type === 'element' ? withInner(node, context) : node)
  return { ...part, children }
}

function rewriteElement(element: Element, context: Context): ElementContent[] {
  const handler = HANDLERS[element.name]
  if (handler)
    return handler(element, context)
  const isKnown = READ.test(element.name) || NEVER_READ.test(element.name)
  const isWrapper = !isKnown && has(element, 'w:r', 'w:p', 'm:oMath')
  return isWrapper ? inner(element, context) : [withInner(element, context)]
}

function inner(element: Element, context: Context): ElementContent[] {
  return showFields(element.children)
    .flatMap(node => node.type === 'element' ? rewriteElement(node, context) : [node])
}

function withInner(element: Element, context: Context): Element {
  return { ...element, children: inner(element, context) }
}

function runsOf(element: Element, context: Context): Element[] {
  return inner(element, context).flatMap(node => elementsOf(node, 'w:r'))
}

function markedRuns(element: Element, why: string, context: Context): Element[] {
  return runsOf(element, context).map(run => marked(run, why))
}

/** An element that holds blocks. A drop cap is joined with its paragraph. */
function container(element: Element, context: Context): ElementContent[] {
  const blocks = joinDropCaps(keepLastMarks(element.children))
  return [{ ...element, children: inner({ ...element, children: blocks }, context) }]
}

/** A paragraph, with the number that Word writes before it as words. */
function paragraph(element: Element, context: Context): ElementContent[] {
  const properties = child(element, 'w:pPr')
  const number = context.numbers.get(element)
  const label = number && number.label !== '' ? [make('w:r', {}, [textNode(number.label)])] : []
  const children = inner(element, { ...context, paragraphStyle: valueOf(properties, 'w:pStyle') })
  const rewritten = paragraphProperties(properties, number, context.styles)
  return [{ ...element, children: [rewritten, ...label, ...without(children, 'w:pPr')] }]
}

/** A picture of letters (WordArt) has its words as an attribute (ECMA-376 4, 19.1.2.23). */
function letters(element: Element): ElementContent[] {
  const words = element.attributes.string?.trim() ?? ''
  return words === '' ? [] : [make('v:textbox', {}, framed([words]))]
}

/** A run. Mammoth reads a run's own properties only, so that those of its styles are written into it. */
function run(element: Element, context: Context): ElementContent[] {
  const own = child(element, 'w:rPr')
  const property = (name: string): Element | undefined =>
    runProperty(name, own, context.paragraphStyle, context.styles)
  const rewritten = withInner(element, context)
  if (isOn(property('w:vanish')))
    return [marked(rewritten, 'hidden')]
  return [{ ...rewritten, children: [runProperties(own, property), ...without(rewritten.children, 'w:rPr')] }]
}

/** Characters with their reading, which is no word of the sentence. */
function ruby(element: Element, context: Context): ElementContent[] {
  const bases = child(element, 'w:rubyBase')
  const readings = child(element, 'w:rt')
  return [
    ...(bases ? inner(bases, context) : []),
    ...(readings ? markedRuns(readings, 'reading', context) : []),
  ]
}

/** Formulas as TeX. Each formula of a paragraph of formulas stands on its own line. */
function formula(element: Element): ElementContent[] {
  const style = element.name === 'm:oMathPara' ? 'math-display' : 'math-inline'
  return outermost(element, 'm:oMath').filter(hasSigns).map(math => carrier(style, ommlToTex(math).trim()))
}

/** One of two forms of a drawing: the older one, which mammoth reads, if it has words or a picture. */
function alternative(element: Element, context: Context): ElementContent[] {
  const fallback = child(element, 'mc:Fallback')
  const isWhole = fallback && has(fallback, 'w:t', 'm:t', 'v:imagedata', 'a:blip')
  const chosen = isWhole ? fallback : child(element, 'mc:Choice') ?? fallback
  return chosen ? inner(chosen, context) : []
}

/** A document within this one, which Word includes when it opens the file (ECMA-376 1, 17.17.2.1): its name. */
function chunk({ attributes }: Element, context: Context): ElementContent[] {
  const id = attributes['r:id'] ?? ''
  return [make('w:p', {}, [carrier('chunk', context.chunks.get(id) ?? id)])]
}

/** A content control. If it is not filled in yet, its words are a prompt and no text (ECMA-376 1, 17.5.2.39). */
function control(element: Element, context: Context): ElementContent[] {
  const isEmpty = isOn(child(element, 'w:sdtPr', 'w:showingPlcHdr'))
  const content = child(element, 'w:sdtContent')
  if (!isEmpty || !content)
    return [withInner(element, context)]
  const runs = markedRuns(content, 'unfilled', context)
  return has(content, 'w:p') ? [make('w:p', {}, runs)] : runs
}

/** A drawing: its picture, then its text boxes and the words of its diagram. Of a drawing without these, the name. */
function drawing(element: Element, context: Context): ElementContent[] {
  const ids = elementsOf(element, 'dgm:relIds').map(({ attributes }) => attributes['r:dm'] ?? '')
  const diagrams = ids.flatMap(id => context.diagrams.get(id) ?? [])
  const boxes = [
    ...elementsOf(element, 'w:txbxContent').flatMap(box => rewriteElement(box, context)),
    ...(diagrams.length > 0 ? framed(diagrams) : []),
  ]
  const picture = has(element, 'a:blip') ? [{ ...element, children: inner(withoutBoxes(element), context) }] : []
  const isLost = boxes.length + picture.length === 0 && has(element, 'c:chart', 'dgm:relIds')
  const lost = isLost ? [carrier('drawing', nameOf(element))] : []
  return [...picture, ...lost, ...(boxes.length > 0 ? [make('w:pict', {}, boxes)] : [])]
}

function withoutBoxes(element: Element): Element {
  const children = without(element.children, 'w:txbxContent')
  return { ...element, children: children.map(node => node.type === 'element' ? withoutBoxes(node) : node) }
}

function nameOf(drawing: Element): string {
  const properties = elementsOf(drawing, 'wp:docPr')[0]?.attributes
  return properties?.descr ?? properties?.name ?? 'drawing'
}
