import type { FlatText } from '../../article/flat-text.ts'
import type { Form, FormRule } from './types.ts'
import { widthInEm } from '../../language/measure.ts'
import { cards } from '../layouts/cards.ts'
import { contrast } from '../layouts/contrast.ts'
import { enumeration } from '../layouts/enumeration.ts'
import { figure } from '../layouts/figure.ts'
import { steps } from '../layouts/steps.ts'

/** A slide with a form has room for so much beside its items, in em; a figure says itself how much. */
const LONGEST_REST_EM = 64

/** A longer sentence fits on no slide, whatever its form. In characters. */
const LONGEST_SENTENCE = 400

const RULES: readonly FormRule[] = [steps, contrast, figure, enumeration, cards]

/**
 * Finds the form that a sentence has most plainly.
 *
 * @param sentence a sentence that is nobody's speech
 * @returns its form, or nothing: then it is a bullet
 */
export function findForm(sentence: FlatText): Form | undefined {
  if (sentence.text.length > LONGEST_SENTENCE)
    return undefined
  const forms = RULES.flatMap(rule => rule(sentence) ?? []).filter(({ over, after, numeral }) => (!over || /\p{L}/u.test(over.value)) && (numeral ?? widthInEm(over?.value ?? '') + widthInEm(after?.value ?? '') <= LONGEST_REST_EM))
  return forms.sort((one, other) => other.strength - one.strength)[0]
}
