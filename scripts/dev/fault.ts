import type { Wording } from '../messages/model.ts'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/**
 * Says why a deck cannot be shown.
 *
 * @param path its file
 * @param error what was thrown
 * @returns a sentence, and what to do where that is known
 */
export function faultOf(path: string, error: unknown): Wording {
  if (error instanceof Failure)
    return error.wording
  return wording('dev-not-shown', { path, fault: error instanceof Error ? error.message : String(error) })
}
