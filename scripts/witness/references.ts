import { characterOf, REFERENCE } from './markup.ts'
import { NOTHING } from './plain.ts'

const REFERENCES = new RegExp(REFERENCE, 'gi')

/** A text with the characters that its references stand for. */
export function referencesRead(text: string): string {
  return text.replace(REFERENCES, reference => characterOf(reference).replaceAll(NOTHING, ''))
}
