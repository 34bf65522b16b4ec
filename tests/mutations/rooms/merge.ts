import { inRoom } from '../types.ts'

/** A person's edits, and the article's. */
export const MERGE = inRoom('merge', [
  {
    name: 'a slide that was deleted comes back',
    file: 'scripts/merge/arrange.ts',
    replace: `return comesBack(slide, old) ?`,
    by: `return comesBack(slide, old) || true ?`,
    tests: ['tests/merge/properties.test.ts', 'tests/commands/edits.test.ts'],
  },
  {
    name: 'a conflict is not told',
    file: 'scripts/merge/lines.ts',
    replace: `conflict ||= changed.size === 2 && !same`,
    by: `conflict ||= changed.size > 2 && !same`,
    tests: ['tests/merge/by-hand.test.ts', 'tests/merge/properties.test.ts'],
  },
  {
    name: 'the article\'s version of a slide in conflict is shown',
    file: 'scripts/merge/hidden.ts',
    replace: `hide: true\${end}`,
    by: `hide: false\${end}`,
    tests: ['tests/merge/by-hand.test.ts', 'tests/merge/properties.test.ts'],
  },
  {
    name: 'what a person says of the deck is written over',
    file: 'scripts/merge/frontmatter.ts',
    replace: `return entry.value === old ||`,
    by: `return entry.value === old || clash ||`,
    tests: ['tests/merge/by-hand.test.ts'],
  },
  {
    name: 'slides that were moved go back',
    file: 'scripts/merge/arrange.ts',
    replace: `if (known && moved.has(slide))`,
    by: `if (known && moved.has(slide) && moved.size > 99)`,
    tests: ['tests/merge/properties.test.ts', 'tests/commands/edits.test.ts'],
  },
  {
    name: 'a deck that was edited and whose part is gone is thrown away',
    file: 'scripts/merge/merge.ts',
    replace: `alignment.decks[index] === undefined && !isSameText(`,
    by: `alignment.decks[index] === undefined && isSameText(`,
    tests: ['tests/merge/properties.test.ts', 'tests/commands/merge.test.ts'],
  },
  {
    name: 'line ends of the article\'s take the place of a person\'s',
    file: 'scripts/merge/merge.ts',
    replace: `const end = endOf(own) ?? '\\n'`,
    by: `const end = '\\n'`,
    tests: ['tests/merge/properties.test.ts'],
  },
  {
    name: 'a person\'s edit of a slide is lost where the article changes the slide too',
    file: 'scripts/merge/slide.ts',
    replace: `if (!isEdited(base, ours))`,
    by: `if (!isEdited(base, ours) || isEdited(base, theirs))`,
    tests: ['tests/merge/properties.test.ts', 'tests/commands/edits.test.ts'],
  },
])
