import type { DeckState, SlideState } from '../merge/states.ts'

/** What a person has made of a slide. */
export interface EditFinding { line: number, ruleId: string, reason: string }

/**
 * Lists what a person has made of a deck: none of it is a fault.
 *
 * @param deck what was made of it
 * @returns each slide that was edited, added, hidden or deleted, at its line, or the deck's first
 */
export function edits({ slides, deleted }: DeckState): EditFinding[] {
  return [
    ...slides.flatMap(editOf),
    ...deleted.map(({ id, title }) => ({
      line: 1,
      ruleId: 'deleted-slide',
      reason: `“${title}” was deleted by hand${id === undefined ? '' : bringsBack(id)}`,
    })),
  ]
}

function bringsBack(id: string): string {
  return `; a slide with \`id: ${id}\` and \`reset: true\` in its frontmatter brings it back`
}

function editOf({ state, hidden, line, title }: SlideState): EditFinding[] {
  if (state === 'undecided') {
    const reason = `“${title}” is the article's version of the slide before, and hidden; `
      + 'keep one of the two and delete the other'
    return [{ line, ruleId: 'undecided-slide', reason }]
  }
  const changed = `“${title}” was changed by hand; \`reset: true\` in its frontmatter sets it back`
  return [
    ...(state === 'edited' ? [{ line, ruleId: 'edited-slide', reason: changed }] : []),
    ...(state === 'own' ? [{ line, ruleId: 'own-slide', reason: `“${title}” was added by hand` }] : []),
    ...(hidden ? [{ line, ruleId: 'hidden-slide', reason: `“${title}” is hidden` }] : []),
  ]
}
