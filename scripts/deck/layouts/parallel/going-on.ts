import type { Structure } from '../../structures/structure.ts'
import type { Unit } from './members.ts'
import { sizeOf, spanOf, withStrong } from '../../structures/alike.ts'
import { faceOf, says, sharedStart } from '../../structures/frames.ts'
import { areAlike, FEWEST, strengthOf } from './members.ts'

/** Of fewer characters it may be chance. */
const SHORTEST = 3

/**
 * Members of a topic and what is said of it, in the same words of each: 内涝，根子在地面上；黑臭，根子在管网里；…. What a member says
 * after that is left to the note.
 *
 * @param text the text
 * @param units pieces parted by ；, or sentences
 * @returns the row, its members as far as the words that differ; nothing where they do not go on alike
 */
export function goingOnAlike(text: string, units: readonly Unit[]): Structure | undefined {
  if (units.length < FEWEST || units.some(({ clauses }) => clauses.length < 2))
    return undefined
  const faces = units.map(({ clauses }) => faceOf(text, clauses[1]!))
  const length = sharedStart(faces)
  const isShort = sizeOf(faces[0]!.form.slice(0, length)) < SHORTEST
  if (!says(faces[0]!, 0, length) || isShort || faces.some(({ form }) => form.length <= length))
    return undefined
  const spans = units.map(({ clauses }) => spanOf(clauses[0]!, clauses[1]))
  if (!areAlike(text, spans, length))
    return undefined
  const members = withStrong(text, spans, faces.map(({ start, end }) => ({ start: start + length, end })))
  return { strength: strengthOf(0.9, units), members }
}
