import type { DeckState, SlideState } from '../merge/states.ts'
import type { RuleId } from '../messages/model.ts'
import type { Reason } from '../messages/reason.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'

/** What a person has made of a slide. */
export interface EditFinding extends Reason { line: number, ruleId: RuleId }

/**
 * Lists what a person has made of a deck: none of it is a fault.
 *
 * @param deck what was made of it
 * @returns each slide that was edited, added, hidden or deleted, at its line, or the deck's first
 */
export function edits({ slides, deleted }: DeckState): EditFinding[] {
  return [
    ...slides.flatMap(editOf),
    ...deleted.map(({ id, title }) => {
      const how = id === undefined ? wording('edit-deleted', { title }) : wording('edit-deleted-id', { title, id })
      return { line: 1, ruleId: 'deleted-slide' as const, ...reasonFor(how) }
    }),
  ]
}

function editOf({ state, hidden, line, title }: SlideState): EditFinding[] {
  if (state === 'undecided')
    return [{ line, ruleId: 'undecided-slide', ...reasonFor(wording('edit-undecided', { title })) }]
  const changed = reasonFor(wording('edit-changed', { title }))
  const own = reasonFor(wording('edit-own', { title }))
  return [
    ...(state === 'edited' ? [{ line, ruleId: 'edited-slide' as const, ...changed }] : []),
    ...(state === 'own' ? [{ line, ruleId: 'own-slide' as const, ...own }] : []),
    ...(hidden ? [{ line, ruleId: 'hidden-slide' as const, ...reasonFor(wording('edit-hidden', { title })) }] : []),
  ]
}
