import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { RuleId, Wording } from '../messages/model.ts'
import { addMessage } from '../messages/file.ts'

/**
 * Gives an article a message of Lectern's.
 *
 * @param file the article
 * @param ruleId a rule with a row in docs/rules.md
 * @param place where it applies, where that is known
 * @param reason what is wrong and what to do
 * @returns the message, for a cause or an actual value
 */
export function warn(
  file: VFile,
  ruleId: RuleId,
  place: Point | Position | undefined,
  reason: Wording,
): VFileMessage {
  return addMessage(file, reason, { place, ruleId })
}
