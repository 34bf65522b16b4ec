import { inRoom } from '../types.ts'

/** The second reader, and readers that lose what it must find. */
export const WITNESS = inRoom('witness', [
  {
    name: 'single tildes strike out: a sign between two digits is lost',
    file: 'scripts/article/text/paragraphs.ts',
    replace: `const value = place.source.slice(start, end)`,
    by: `const value = place.source.slice(start, end).replace(/(\\d)[~—](?=\\d)/g, '$1')`,
    tests: ['tests/witness/articles.test.ts', 'tests/witness/losses.test.ts'],
  },
  {
    name: 'a reader drops an English word',
    file: 'scripts/article/text/paragraphs.ts',
    replace: `const value = place.source.slice(start, end)`,
    by: `const value = place.source.slice(start, end).replace(/ made/, '')`,
    tests: ['tests/witness/losses.test.ts'],
  },
  {
    name: 'a menu is left out without a word',
    file: 'scripts/article/html/tell-left.ts',
    replace: `for (const run of runs)`,
    by: `for (const run of runs.slice(99))`,
    tests: ['tests/witness/losses.test.ts', 'tests/witness/articles.test.ts'],
  },
  {
    name: 'signs between digits are no words',
    file: 'scripts/witness/tokens.ts',
    replace: `(\${DIGIT}+(?:\${BETWEEN}\${DIGIT}+)*)`,
    by: `(\${DIGIT})`,
    tests: ['tests/witness/losses.test.ts'],
  },
  {
    name: 'a word is found wherever it stands',
    file: 'scripts/witness/cover.ts',
    replace: `if (goesOn || (startsAt(source, from + length) && startsAt(target, place + length)))`,
    by: `if (goesOn || length > 0)`,
    tests: ['tests/witness/losses.test.ts'],
  },
  {
    name: 'a loss does not end with 1',
    file: 'scripts/commands/generate.ts',
    replace: `...(losses > 0 ?`,
    by: `...(losses > 99 ?`,
    tests: ['tests/commands/losses.test.ts'],
  },
])
