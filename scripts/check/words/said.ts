import type { Text } from 'mdast'
import type { Passage } from '../../article/passage.ts'
import type { Outline } from '../../outline/types.ts'
import { maskedText } from '../../article/marks.ts'
import { saidOf, saidOfTitleBlock } from '../../deck/titles.ts'

/** A place in the article, from 1. */
export interface Place { line: number, column: number }

/** A block of what is said: a passage, or a heading that is a sentence of its own. */
export interface Said {
  text: string
  /** The same, with letters for code and formulas: they have no clauses. */
  masked: string
  /** Where a character of it stands in the article. */
  placeOf: (index: number) => Place
  /** A table's cells, lines of code: each may stand by itself. */
  pieces?: string[]
  /** The part that it belongs to, from 0: the article's lead goes with the first, its closing with the last. */
  part: number
}

/**
 * Everything that is said: all but the title block and the headings that stand alone, where they can be seen.
 *
 * @param outline an article's outline
 * @returns its blocks in order
 */
export function saidIn(outline: Outline): Said[] {
  const { lead, parts, closing } = outline
  return [
    ...saidOfTitleBlock(outline).flatMap(line => fromTitle(line, 0)),
    ...lead.map(passage => fromPassage(passage, 0)),
    ...parts.flatMap((part, index) => [
      ...fromTitle(saidOf(part.title), index),
      ...part.lead.map(passage => fromPassage(passage, index)),
      ...part.points.flatMap(({ title, passages }) => [
        ...fromTitle(saidOf(title), index),
        ...passages.map(passage => fromPassage(passage, index)),
      ]),
      ...part.closing.map(passage => fromPassage(passage, index)),
    ]),
    ...closing.map(passage => fromPassage(passage, parts.length - 1)),
  ]
}

function fromPassage({ text, masked, slice, row, code }: Passage, part: number): Said {
  const pieces = row?.cells.map(cell => cell.value) ?? code?.lines
  return { text, masked, part, placeOf: index => slice(index, index + 1).position!.start, ...(pieces && { pieces }) }
}

function fromTitle(title: Text | undefined, part: number): Said[] {
  if (!title)
    return []
  const { line, column } = title.position!.start
  return [{ text: title.value, masked: maskedText(title), part, placeOf: index => ({ line, column: column + index }) }]
}
