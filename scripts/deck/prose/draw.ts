import type { List, PhrasingContent, RootContent, Text } from 'mdast'
import type { Member, Span } from '../structures/structure.ts'
import type { Evidence } from './evidence.ts'
import type { Prose } from './voices.ts'
import { partOf } from '../../article/marks.ts'
import { emphasise } from '../emphasis.ts'
import { quote } from '../layouts/quote.ts'
import { list, listItem, paragraph, phrasing } from '../nodes.ts'

/**
 * The blocks of a slide's evidence, below its headline: whose words they are, what governs a structure, its members as
 * a list, what stands after them.
 *
 * @param evidence what the slide shows
 * @param prose the text that it stands in
 * @returns blocks in the text's order
 */
export function evidenceBlocks({ layout, voice, spans, structure }: Evidence, prose: Prose): RootContent[] {
  const { slice } = prose
  const attribution = voice?.attribution ? [paragraph(voice.attribution)] : []
  if (layout === 'quote')
    return quote(spans.map(slice), voice!.attribution)
  if (!structure)
    return [...attribution, ...(spans.length > 0 ? [listOf(spans.map(slice), emphasise(spans.map(slice)))] : [])]
  const { over, members, after, half } = structure
  const before = [...attribution, ...(over ? [paragraph(slice(over))] : [])]
  const words = members.map(member => layout === 'pairs' ? pair(slice(member)) : memberWords(slice, member))
  if (layout === 'definition' || layout === 'figure')
    return [...before, ...words.map((children): RootContent => ({ type: 'paragraph', children }))]
  const drawn = listOf(members.map(slice), words, layout === 'steps' ? half?.first ?? 1 : undefined)
  return [...before, drawn, ...(after ? [paragraph(slice(after))] : [])]
}

/** A list whose items know their places, for the marks of clicks in the note. */
function listOf(texts: Text[], words: PhrasingContent[][], start?: number): List {
  return list(words.map((children, index) => ({ ...listItem(children), position: texts[index]!.position! })), start)
}

/** A member with its own words strong; where its author has marked some, those are. */
function memberWords(slice: (span: Span) => Text, { start, end, strong }: Member): PhrasingContent[] {
  const text = slice({ start, end })
  if (!strong || text.data?.phrasing)
    return phrasing(text)
  const [from, to] = [strong.start - start, strong.end - start]
  return [...textOf(text, 0, from), { type: 'strong', children: [partOf(text, from, to)] }, ...textOf(text, to)]
}

function textOf(text: Text, from: number, to = text.value.length): Text[] {
  return from < to ? [partOf(text, from, to)] : []
}

/** What joins the two of a pair. */
const JOINT = /(?<=\S)(?:[和与同跟及]|\s+(?:and|or|versus|vs\.?)\s+)(?=\S)/i

/** 公和私: both strong, and between them what joins them. */
function pair(text: Text): PhrasingContent[] {
  const joint = JOINT.exec(text.value)
  if (!joint || text.data?.phrasing)
    return phrasing(text)
  const end = joint.index + joint[0].length
  const strong = (part: Text): PhrasingContent => ({ type: 'strong', children: [part] })
  return [strong(partOf(text, 0, joint.index)), partOf(text, joint.index, end), strong(partOf(text, end))]
}
