import { inRoom } from '../types.ts'

/** Slidev's Markdown, in which text must stay text. */
export const SLIDEV = inRoom('slidev', [
  {
    name: 'braces in the text are evaluated',
    file: 'scripts/slidev/escape.ts',
    replace: `.replace(/\\{(?=\\{)/g, '{<!-- -->')`,
    by: ``,
    tests: ['tests/slidev/escape.test.ts', 'tests/browser/hostile.test.ts'],
  },
  {
    name: 'dollar signs are mathematics',
    file: 'scripts/article/to-markdown.ts',
    replace: `mathToMarkdown(),`,
    by: `{ ...mathToMarkdown(), unsafe: [] },`,
    tests: ['tests/slidev/escape.test.ts', 'tests/browser/hostile.test.ts'],
  },
  {
    name: '--> in a note ends it',
    file: 'scripts/slidev/escape.ts',
    replace: `.replace(/--(!?)>/g, '--$1&gt;')`,
    by: ``,
    tests: ['tests/slidev/escape.test.ts', 'tests/fuzz/plain-text.test.ts'],
  },
  {
    name: '[click] in a note is a mark, and is not said',
    file: 'scripts/slidev/escape.ts',
    replace: `'$1&#91;')`,
    by: `'$1\\\\[')`,
    tests: ['tests/slidev/clicks.test.ts'],
  },
  {
    name: 'slides of quotations lose their note',
    file: 'scripts/slidev/stringify.ts',
    replace: `\${note ? \``,
    by: `\${note && slide.layout !== 'quote' ? \``,
    tests: ['tests/outline/fixtures.test.ts', 'tests/deck/promises.test.ts'],
  },
  {
    name: 'hyphens in a title end the frontmatter',
    file: 'scripts/slidev/stringify.ts',
    replace: `if (!text.includes('---'))`,
    by: `if (text !== '')`,
    tests: ['tests/slidev/stringify.test.ts', 'tests/fuzz/plain-text.test.ts'],
  },
  {
    name: 'the 100th deck\'s name sorts before the 11th\'s',
    file: 'scripts/slidev/stringify.ts',
    replace: `Math.max(2, String(total).length)`,
    by: `2`,
    tests: ['tests/slidev/stringify.test.ts'],
  },
])
