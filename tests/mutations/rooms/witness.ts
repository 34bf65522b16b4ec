import { inRoom } from '../types.ts'

/** The second reader, and readers that lose what it must find. */
export const WITNESS = inRoom('witness', [
  {
    name: 'single tildes strike out: a sign between two digits is lost',
    file: 'scripts/article/plain-text.ts',
    replace: `children: [{ type: 'text', value: text.slice(start, end), position }], position }`,
    by: `children: [{ type: 'text', value: text.slice(start, end).replace(/(\\d)[~—](?=\\d)/g, '$1'), position }], position }`,
    tests: ['tests/witness/articles.test.ts', 'tests/witness/losses.test.ts'],
  },
  {
    name: 'a reader drops an English word',
    file: 'scripts/article/plain-text.ts',
    replace: `type: 'text', value: text.slice(start, end), position`,
    by: `type: 'text', value: text.slice(start, end).replace(/ made/, ''), position`,
    tests: ['tests/witness/losses.test.ts'],
  },
  {
    name: 'a menu is left out without a word',
    file: 'scripts/article/html/left-blocks.ts',
    replace: `for (const words of blocks.values())`,
    by: `for (const words of [...blocks.values()].slice(99))`,
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
