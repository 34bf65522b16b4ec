import { inRoom } from '../types.ts'

/** The promises, as rules. */
export const CHECK = inRoom('check', [
  {
    name: 'text of 16 px is large enough',
    file: 'scripts/check/rules/type.ts',
    replace: `export const SMALLEST_TEXT = 24`,
    by: `export const SMALLEST_TEXT = 16`,
    tests: ['tests/check/rules.test.ts'],
    foundIn: 'tests/check/rules.test.ts',
  },
  {
    name: 'a contrast of 3:1 is enough',
    file: 'scripts/check/rules/colour.ts',
    replace: `const LEAST_CONTRAST = 4.5`,
    by: `const LEAST_CONTRAST = 3`,
    tests: ['tests/check/rules.test.ts'],
    foundIn: 'tests/check/rules.test.ts',
  },
  {
    name: 'text outside the margins is not told of',
    file: 'scripts/check/rules/fit.ts',
    replace: `texts.filter(({ furniture, box }) => !furniture &&`,
    by: `texts.filter(({ furniture, box }) => furniture &&`,
    tests: ['tests/check/rules.test.ts'],
    foundIn: 'tests/check/rules.test.ts',
  },
  {
    name: 'sentences may stand in any order',
    file: 'scripts/check/words/slides.ts',
    replace: `const moved = isInOrder ?`,
    by: `const moved = isInOrder || links ?`,
    tests: ['tests/check/word-faults.test.ts'],
    foundIn: 'tests/check/word-faults.test.ts',
  },
  {
    name: 'half a clause is a clause',
    file: 'scripts/check/words/article-text.ts',
    replace: `if (this.isEdge(at) && this.isEdge(at + words.length))`,
    by: `if (this.isEdge(at))`,
    tests: ['tests/check/word-faults.test.ts', 'tests/check/words.test.ts'],
    foundIn: 'tests/check/word-faults.test.ts',
  },
  {
    name: 'a sentence that is in no note is not told of',
    file: 'scripts/check/words/notes.ts',
    replace: `if (!first || !place)`,
    by: `if (!first || !place || missing.length < 9)`,
    tests: ['tests/check/word-faults.test.ts'],
    foundIn: 'tests/check/word-faults.test.ts',
  },
  {
    name: 'a sentence that is missing is counted as said',
    file: 'scripts/check/words/coverage.ts',
    replace: `covered: sentences.length - removedByHand - missing`,
    by: `covered: sentences.length - removedByHand`,
    tests: ['tests/check/words.test.ts', 'tests/check/word-faults.test.ts'],
  },
  {
    name: 'fonts of this machine are taken for the theme\'s',
    file: 'scripts/check/foreign-fonts.ts',
    replace: `!font.isCustomFont && font.glyphCount > 0`,
    by: `!font.isCustomFont && font.glyphCount > 99`,
    tests: ['tests/browser/mutations.test.ts'],
  },
  {
    name: 'a box that cuts its text is not seen',
    file: 'scripts/check/read-slides.ts',
    replace: `clips: style.overflowX !== 'visible'`,
    by: `clips: style.overflowX === 'clip'`,
    tests: ['tests/browser/mutations.test.ts'],
  },
])
