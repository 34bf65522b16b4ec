import type { Unit } from './units.ts'
import { partOf } from '../article/marks.ts'
import { OF_PICTURE, OF_TABLE } from '../language/caption-form.ts'
import { trimClause } from '../language/clauses.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse } from './units.ts'

/** A sentence says of a picture what it shows: Figure 1 shows …, 图1是……。 */
const SENTENCE = /[。！？；]["”’」』）)]*$|^[A-Z][a-z]+\.? \d[\d.–-]* [a-z]/
/** A longer one is text. */
const LONGEST_EM = 60

/**
 * Finds which unit is the caption of a picture or a table beside it: that of a picture stands below it, that of a table
 * above (GB/T 7713.1—2006, 6.3); where none does, the other way about.
 *
 * @param units the sentences under one heading
 * @returns for each caption the picture, or the first row of the table
 */
export function captionsIn(units: readonly Unit[]): ReadonlyMap<Unit, Unit> {
  const captions = new Map<Unit, Unit>()
  for (const [index, unit] of units.entries()) {
    const isFirst = unit.row !== undefined && units[index - 1]?.row?.table !== unit.row.table
    if (!unit.image && !isFirst)
      continue
    const end = unit.row ? units.findLastIndex(other => other.row?.table === unit.row!.table) + 1 : index + 1
    const sides = unit.image ? [end, index - 1] : [index - 1, end]
    const form = unit.image ? OF_PICTURE : OF_TABLE
    const caption = sides.find(at => isCaption(units, at, form) && !captions.has(units[at]!))
    if (caption !== undefined)
      captions.set(units[caption]!, unit)
  }
  return captions
}

/** Whether a unit is a caption: a paragraph of its own that is said to be one, or numbers a picture or a table. */
function isCaption(units: readonly Unit[], at: number, form: RegExp): boolean {
  const [unit, next] = [units[at], units[at + 1]]
  const isWhole = next === undefined || next.opensParagraph || !isProse(next)
  const text = unit?.sentence.value.trim() ?? ''
  if (!unit || !isProse(unit) || !unit.opensParagraph || !isWhole)
    return false
  const isOther = form === OF_PICTURE && (OF_TABLE.test(text) || next?.row !== undefined)
  const isNamed = unit.caption === true && !isOther
  const isSentence = SENTENCE.test(text) && !(isNamed && form === OF_PICTURE)
  return (isNamed || form.test(text)) && !isSentence && widthInEm(text) <= LONGEST_EM
}

/**
 * The words of a caption as a slide shows them.
 *
 * @param caption its unit
 * @param caption.sentence its words
 */
export function captionText({ sentence }: Unit): Unit['bullets'][number] {
  const words = trimClause(sentence.value)
  const start = sentence.value.indexOf(words)
  return partOf(sentence, start, start + words.length)
}
