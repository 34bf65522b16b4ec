import { inRoom } from '../types.ts'

/** Pages, PDFs, handouts, PowerPoint slides, the offline file, and what need not be made again. */
export const BUILD = inRoom('build', [
  {
    name: 'tags in a note run in handouts',
    file: 'scripts/build/note-html.ts',
    replace: `.use(remarkRehype).use(rehypeSanitize)`,
    by: `.use(remarkRehype)`,
    tests: ['tests/build/note-html.test.ts'],
  },
  {
    name: 'a title with < is markup on the start page',
    file: 'scripts/build/html-text.ts',
    replace: `.replace(/</g, '&lt;')`,
    by: ``,
    tests: ['tests/build/note-html.test.ts'],
  },
  {
    name: 'a PDF has no tags',
    file: 'scripts/build/print.ts',
    replace: `  tagged: true,\n  outline: true,`,
    by: `  tagged: false,\n  outline: false,`,
    tests: ['tests/browser/pdf.test.ts'],
  },
  {
    name: 'a PDF has the day that it was made on',
    file: 'scripts/build/pdf.ts',
    replace: `pdf.setCreationDate(facts.date)`,
    by: `pdf.setCreationDate(new Date())`,
    tests: ['tests/browser/pdf.test.ts'],
  },
  {
    name: 'a PDF links to the machine that printed it',
    file: 'scripts/build/print.ts',
    replace: `link.removeAttribute('href')`,
    by: `link.removeAttribute('title')`,
    tests: ['tests/browser/pdf.test.ts'],
  },
  {
    name: 'a PDF ends with a blank page',
    file: 'scripts/build/print.ts',
    replace: `{ break-after: auto !important; }`,
    by: `{ break-after: page !important; }`,
    tests: ['tests/browser/pdf.test.ts'],
  },
  {
    name: 'a handout has no notes',
    file: 'scripts/build/handout/parts.ts',
    replace: `note: noteHtml(note ?? '')`,
    by: `note: noteHtml(String(note ?? '').slice(0, 0))`,
    tests: ['tests/browser/handout.test.ts'],
  },
  {
    name: 'PowerPoint slides have no title for a screen reader',
    file: 'scripts/build/pptx/rewrite.ts',
    replace: `<p:ph type="title"/>`,
    by: `<p:ph type="body"/>`,
    tests: ['tests/all/pptx.test.ts'],
  },
  {
    name: 'an edited deck is not built again',
    file: 'scripts/build/inputs.ts',
    replace: `JSON.stringify([facts, names, own, elsewhere])`,
    by: `JSON.stringify([facts, names, own.length, elsewhere])`,
    tests: ['tests/browser/incremental.test.ts'],
  },
  {
    name: 'a damaged result counts as built',
    file: 'scripts/build/ledger.ts',
    replace: `now[name] === hash`,
    by: `now[name] !== hash.slice(1)`,
    tests: ['tests/build/ledger.test.ts'],
  },
  {
    name: 'the offline file asks for its modules beside it',
    file: 'scripts/build/inline-files.ts',
    replace: `if (!source?.startsWith('.'))`,
    by: `if (!source?.startsWith('..'))`,
    tests: ['tests/browser/offline.test.ts'],
  },
  {
    name: 'the presenter view has no notes',
    file: 'scripts/build/pages.ts',
    replace: `meta.slide.noteHTML = notes?.[first + index] ?? ''`,
    by: `meta.slide.noteHTML = ''`,
    tests: ['tests/browser/sample.test.ts'],
  },
])
