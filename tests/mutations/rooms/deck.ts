import { inRoom } from '../types.ts'

/** What slides show and what is said. */
export const DECK = inRoom('deck', [
  {
    name: 'the close of a part is in no deck',
    file: 'scripts/deck/plan.ts',
    replace: `...groupWithout(partTitle, part.closing, above),`,
    by: ``,
    tests: ['tests/outline/fixtures.test.ts'],
  },
  {
    name: 'clauses stand by their weight, not in the article\'s order',
    file: 'scripts/deck/select.ts',
    replace: `return pieces.filter(piece => chosen.has(piece) ||`,
    by: `return [...chosen, ...pieces.filter(piece => !chosen.has(piece))].filter(piece => chosen.has(piece) ||`,
    tests: ['tests/deck/promises.test.ts'],
  },
  {
    name: 'a slide is too full: as many bullets as there are',
    file: 'scripts/deck/capacity.ts',
    replace: `export const MOST_BULLETS = 5`,
    by: `export const MOST_BULLETS = 50`,
    tests: ['tests/deck/paginate.test.ts', 'tests/deck/capacity.test.ts'],
  },
  {
    name: 'a slide is too full: no margin below',
    file: 'scripts/deck/capacity.ts',
    replace: `const BOTTOM = 72`,
    by: `const BOTTOM = -72`,
    tests: ['tests/deck/capacity.test.ts', 'tests/browser/capacity.test.ts'],
  },
  {
    name: 'minutes add up to more than were asked for',
    file: 'scripts/deck/minutes.ts',
    replace: `Math.max(0, whole - sum(shares))`,
    by: `Math.max(0, whole)`,
    tests: ['tests/deck/minutes.test.ts'],
  },
  {
    name: 'a slide\'s id depends on the slides before it',
    file: 'scripts/deck/ids.ts',
    replace: `hash(wordsOf(slide, deck))`,
    by: `hash(\`\${deck.slides.indexOf(slide)} \${wordsOf(slide, deck)}\`)`,
    tests: ['tests/deck/ids.test.ts', 'tests/commands/edits.test.ts'],
  },
  {
    name: '不是…而是… is no contrast',
    file: 'scripts/deck/layouts/contrast.ts',
    replace: `[/^(?:不是|并非)/, /^而是/],`,
    by: ``,
    tests: ['tests/deck/forms.test.ts'],
  },
  {
    name: 'a list of three members is a contrast',
    file: 'scripts/deck/layouts/contrast.ts',
    replace: `if (clauses.some(`,
    by: `if (at > 99 && clauses.some(`,
    tests: ['tests/deck/forms.test.ts'],
  },
  {
    name: 'a bullet may be strong from end to end',
    file: 'scripts/deck/emphasis.ts',
    replace: `width <= LONGEST && width <= LARGEST_SHARE`,
    by: `width <= 99 * LARGEST_SHARE`,
    tests: ['tests/deck/emphasis.test.ts'],
  },
  {
    name: 'a quotation stands above the line that says whose it is, wherever that is',
    file: 'scripts/deck/layouts/quote.ts',
    replace: `attribution.position!.start.offset! > quotation`,
    by: `attribution.position!.start.offset! !== quotation`,
    tests: ['tests/deck/promises.test.ts', 'tests/outline/fixtures.test.ts'],
  },
])
