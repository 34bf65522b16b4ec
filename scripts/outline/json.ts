import type { Text } from 'mdast'
import type { Passage } from '../article/passage.ts'
import type { Language } from '../messages/model.ts'
import type { Outline } from './types.ts'
import { reasonIn } from '../messages/reason.ts'

/** An outline as `lectern outline --json` prints it: a contract, kept word for word with the documentation. */
export interface OutlineJson {
  title: string
  subtitle?: string
  byline?: string
  language: string
  lead: string[]
  parts: { title: string, lead: string[], points: { title: string, paragraphs: string[] }[], closing: string[] }[]
  closing: string[]
  doubts: { line: number, column: number, confidence: number, reason: string }[]
}

/**
 * Writes an outline as plain data.
 *
 * @param outline the outline
 * @param language the language of the doubts' reasons
 * @returns what `--json` prints
 */
export function toJson(outline: Outline, language: Language = 'en'): OutlineJson {
  return {
    title: outline.title.value,
    ...(outline.subtitle.length > 0 && { subtitle: joinLines(outline.subtitle) }),
    ...(outline.byline.length > 0 && { byline: joinLines(outline.byline) }),
    language: outline.language,
    lead: texts(outline.lead),
    parts: outline.parts.map(part => ({
      title: part.title.value,
      lead: texts(part.lead),
      points: part.points.map(point => ({ title: point.title.value, paragraphs: texts(point.passages) })),
      closing: texts(part.closing),
    })),
    closing: texts(outline.closing),
    doubts: outline.doubts.map(({ position, confidence, ...why }) => ({
      line: position.start.line,
      column: position.start.column,
      confidence: Math.round(confidence * 100) / 100,
      reason: reasonIn(why, language),
    })),
  }
}

/**
 * Lines of a title block as one text, parted by an ideographic space.
 *
 * @param lines subtitle or byline
 * @returns one line
 */
export function joinLines(lines: Text[]): string {
  return lines.map(line => line.value).join('\u3000')
}

function texts(passages: Passage[]): string[] {
  return passages.map(passage => passage.text).filter(text => text.trim() !== '')
}
