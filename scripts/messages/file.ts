import type { VFile } from 'vfile'
import type { Options } from 'vfile-message'
import type { RuleId, Wording } from './model.ts'
import { VFileMessage } from 'vfile-message'
import { inEnglish } from './wording.ts'

declare module 'vfile-message' {
  interface VFileMessage {
    /** The reason, to be said in the reader's language. */
    wording?: Wording
  }
}

/**
 * Gives a file a message of Lectern's, whose reason is English and can be said in other languages.
 *
 * @param file the file
 * @param wording what is wrong and what to do
 * @param options the rule and, where it is known, the place
 * @returns the message, for a cause or an actual value
 */
export function addMessage(file: VFile, wording: Wording, options: Options & { ruleId: RuleId }): VFileMessage {
  return Object.assign(file.message(inEnglish(wording), { ...options, source: 'lectern' }), { wording })
}

/**
 * A message that ends the reading: it is to be thrown.
 *
 * @param wording what is wrong and what to do
 * @param options the rule and, where they are known, the place and the cause
 */
export function fatalMessage(wording: Wording, options: Options & { ruleId: RuleId }): VFileMessage {
  return Object.assign(new VFileMessage(inEnglish(wording), { ...options, source: 'lectern' }), { wording })
}

/**
 * Ends the reading of a file.
 *
 * @param file the file
 * @param wording what is wrong and what to do
 * @param options the rule and, where they are known, the place and the cause
 * @throws VFileMessage always
 */
export function failWith(file: VFile, wording: Wording, options: Options & { ruleId: RuleId }): never {
  throw Object.assign(addMessage(file, wording, options), { fatal: true })
}
