import type { Language, Wording } from './model.ts'
import { inEnglish, inLanguage } from './wording.ts'

/** A reason in English, and what it is in every language. */
export interface Reason { reason: string, wording: Wording }

/**
 * The reason of a doubt or a finding.
 *
 * @param wording what is said
 * @returns the reason in English, with the wording
 */
export function reasonFor(wording: Wording): Reason {
  return { reason: inEnglish(wording), wording }
}

/**
 * A message's reason.
 *
 * @param message a message of Lectern's, or of a library's, which has one language
 * @param message.reason in English
 * @param message.wording in every language
 * @param language the reader's language
 */
export function reasonIn({ reason, wording }: { reason: string, wording?: Wording }, language: Language): string {
  return wording ? inLanguage(wording, language) : reason
}
