import { inRoom } from '../types.ts'

/** The command line. */
export const COMMANDS = inRoom('commands', [
  {
    name: 'exit code 0 on failure',
    file: 'scripts/cli.ts',
    replace: `error instanceof Failure ? error.exitCode : 1`,
    by: `error instanceof Failure ? 0 : 1`,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: 'exit code 1 for an unknown flag',
    file: 'scripts/cli.ts',
    replace: `return error.exitCode === 0 ? 0 : 2`,
    by: `return error.exitCode`,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: '--dry-run writes',
    file: 'scripts/commands/generate.ts',
    replace: `(flags.dryRun ? showChanges : writeDecks)`,
    by: `(flags.dryRun && paths.length > 99 ? showChanges : writeDecks)`,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: 'messages have no column',
    file: 'scripts/commands/console.ts',
    replace: `[file.path, message.line, message.column]`,
    by: `[file.path, message.line]`,
    tests: ['tests/commands/formats.test.ts', 'tests/commands/characters.test.ts'],
  },
  {
    name: 'a conflict ends with exit code 0',
    file: 'scripts/commands/generate.ts',
    replace: `...(conflicts > 0 ?`,
    by: `...(conflicts > 99 ?`,
    tests: ['tests/commands/merge.test.ts'],
  },
  {
    name: 'decks are made anew, not merged',
    file: 'scripts/commands/regenerate.ts',
    replace: `const merged: Merged = how.force\n`,
    by: `const merged: Merged = how.force || !how.prefer\n`,
    tests: ['tests/commands/command-line.test.ts', 'tests/commands/merge.test.ts'],
  },
  {
    name: '--force keeps no copy of what it writes over',
    file: 'scripts/commands/write-decks.ts',
    replace: `...await originals(folder, regenerated),`,
    by: ``,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: 'a deck that nobody generated is written over',
    file: 'scripts/commands/regenerate.ts',
    replace: `if (strangers.length === 0)`,
    by: `if (strangers.length < 99)`,
    tests: ['tests/commands/merge.test.ts', 'tests/commands/command-line.test.ts'],
  },
  {
    name: 'an article is written twice over, by two runs at once',
    file: 'scripts/commands/generate.ts',
    replace: `(inner, path) => () => withLock(path, inner)`,
    by: `(inner, path) => () => path === '' ? withLock(path, inner) : inner()`,
    tests: ['tests/commands/merge.test.ts', 'tests/commands/command-line.test.ts'],
  },
  {
    name: 'a run dies where nobody reads what it says',
    file: 'scripts/surroundings.ts',
    replace: `error.code !== 'EPIPE'`,
    by: `error.code !== 'EPIPED'`,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: 'options are forgotten by the next run',
    file: 'scripts/commands/make-decks.ts',
    replace: `    ...last?.options,\n`,
    by: ``,
    tests: ['tests/commands/command-line.test.ts'],
  },
  {
    name: 'check ends with exit code 0 where a promise is broken',
    file: 'scripts/commands/check.ts',
    replace: `if (broken > 0)`,
    by: `if (broken > 99)`,
    tests: ['tests/browser/check.test.ts'],
  },
])
