import { inRoom } from '../types.ts'

/** Headings that are found, and those that are none. */
export const OUTLINE = inRoom('outline', [
  {
    name: 'run-in headings are lost',
    file: 'scripts/outline/run-in.ts',
    replace: `count < between * 0.75`,
    by: `count < between * 1.75`,
    tests: ['tests/outline/sample.test.ts', 'tests/outline/table.test.ts'],
  },
  {
    name: 'numbered headings may begin at any number',
    file: 'scripts/outline/families.ts',
    replace: `else if (value === start || value === 0)`,
    by: `else if (value >= 0)`,
    tests: ['tests/outline/table.test.ts', 'tests/outline/fixtures.test.ts'],
  },
  {
    name: 'a run of ordinals may begin at any one',
    file: 'scripts/outline/ordinals.ts',
    replace: `: ordinal.value === 1)`,
    by: `: ordinal.value > 0)`,
    tests: ['tests/outline/table.test.ts', 'tests/outline/fixtures.test.ts'],
  },
  {
    name: 'what sums up the whole stays with the last point',
    file: 'scripts/outline/closing.ts',
    replace: `return sums >= owned ?`,
    by: `return sums > after.length ?`,
    tests: ['tests/outline/closing.test.ts'],
  },
  {
    name: 'a subtitle in brackets is part of the title',
    file: 'scripts/outline/subtitle.ts',
    replace: `return bracketed && !isOwn ?`,
    by: `return bracketed && open < 0 ?`,
    tests: ['tests/outline/sample.test.ts', 'tests/outline/table.test.ts'],
  },
  {
    name: 'a run-in heading is in no note',
    file: 'scripts/outline/draft.ts',
    replace: `...(runIn && { runIn }),`,
    by: ``,
    tests: ['tests/outline/documents.test.ts', 'tests/outline/fixtures.test.ts'],
  },
  {
    name: 'import forgets which headings are sentences',
    file: 'scripts/outline/to-markdown.ts',
    replace: `runIn ? COMMENT.runIn : COMMENT.alone`,
    by: `runIn ? COMMENT.alone : COMMENT.runIn`,
    tests: ['tests/outline/import.test.ts'],
  },
])
