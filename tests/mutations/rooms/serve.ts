import { inRoom } from '../types.ts'

/** Who may ask for what: `lectern present` and `lectern dev`. */
export const SERVE = inRoom('serve', [
  {
    name: 'guests get the notes',
    file: 'scripts/build/guests.ts',
    replace: `if (NOTES_FILE.test(posix.basename(name)))`,
    by: `if (NOTES_FILE.test(name))`,
    tests: ['tests/browser/serving.test.ts'],
  },
  {
    name: 'guests get every kind of file',
    file: 'scripts/build/guests.ts',
    replace: `if (!SHARED.test(name))`,
    by: `if (name.endsWith('/'))`,
    tests: ['tests/browser/serving.test.ts'],
  },
  {
    name: 'a link leads out of the folder that is served',
    file: 'scripts/build/find-file.ts',
    replace: `const file = await realpath(`,
    by: `const file = await Promise.resolve(`,
    tests: ['tests/browser/serving.test.ts'],
  },
  {
    name: 'a page from elsewhere gets the notes by a name led to this machine',
    file: 'scripts/build/network.ts',
    replace: `return isLoopback(socket.remoteAddress ?? '') &&`,
    by: `return isLoopback(socket.remoteAddress ?? '') || called !== '' &&`,
    tests: ['tests/browser/serving.test.ts'],
  },
  {
    name: 'present is heard by every machine',
    file: 'scripts/build/network.ts',
    replace: `export const THIS_MACHINE = '127.0.0.1'`,
    by: `export const THIS_MACHINE = '0.0.0.0'`,
    tests: ['tests/browser/serving.test.ts'],
  },
  {
    name: 'dev writes files at the word of any page',
    file: 'scripts/dev/own-pages.ts',
    replace: `(origin !== undefined && origin !== own)`,
    by: `(origin === 'null')`,
    tests: ['tests/dev/own-pages.test.ts', 'tests/browser/dev.test.ts'],
  },
  {
    name: 'dev starts Slidev\'s server for whatever is asked for',
    file: 'scripts/dev/answer.ts',
    replace: `isPage ? servers.find(address) : servers.running(address)`,
    by: `servers.find(address)`,
    tests: ['tests/browser/dev.test.ts'],
  },
  {
    name: 'dev does not show again what a deck was before',
    file: 'scripts/build/shell/live.ts',
    replace: `import(next.module + '?' + ++count)`,
    by: `import(next.module)`,
    tests: ['tests/browser/dev-edits.test.ts'],
  },
  {
    name: 'dev draws slides with what was on them before',
    file: 'scripts/build/shell/live.ts',
    replace: `Object.assign(kept, frontmatter)`,
    by: ``,
    tests: ['tests/browser/dev-edits.test.ts'],
  },
  {
    name: 'dev makes decks twice at once',
    file: 'scripts/dev/turns.ts',
    replace: `current ??= isOver`,
    by: `current = isOver`,
    tests: ['tests/dev/turns.test.ts'],
  },
  {
    name: 'dev does not see that the article was saved',
    file: 'scripts/commands/dev.ts',
    replace: `saved: turns.ask,`,
    by: `saved: () => {},`,
    tests: ['tests/browser/dev.test.ts'],
  },
])
