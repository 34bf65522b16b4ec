import { inRoom } from '../types.ts'

/** Files that are written whole, by one at a time. */
export const FILES = inRoom('files', [
  {
    name: 'a lock never holds',
    file: 'scripts/files/lock.ts',
    replace: `writeFile(path, holder, { flag: 'wx' })`,
    by: `writeFile(path, holder, { flag: 'w' })`,
    tests: ['tests/files/lock.test.ts'],
  },
  {
    name: 'a lock of a process that has ended holds for ever',
    file: 'scripts/files/lock.ts',
    replace: `host === hostname() && !isRunning(Number(pid))`,
    by: `host === hostname() && Number(pid) === 0`,
    tests: ['tests/files/lock.test.ts'],
  },
  {
    name: 'files take their places before the list of them counts',
    file: 'scripts/files/commit.ts',
    replace: `await rename(stage, join(journal, 'next'))`,
    by: `await finish(folder, stage)`,
    tests: ['tests/files/commit.test.ts', 'tests/commands/killed.test.ts'],
  },
  {
    name: 'what a stopped run had left is never done',
    file: 'scripts/files/commit.ts',
    replace: `if (!names.includes('next'))`,
    by: `if (!names.includes('later'))`,
    tests: ['tests/files/commit.test.ts'],
  },
  {
    name: 'what a person wrote after a stopped run is written over',
    file: 'scripts/files/commit.ts',
    replace: `if (now !== undefined && now !== was)`,
    by: `if (now !== undefined && now === was)`,
    tests: ['tests/files/commit.test.ts'],
  },
  {
    name: 'an article may show pictures from anywhere on the disk',
    file: 'scripts/files/images.ts',
    replace: `below !== '' && !/^\\.\\.(?:[/\\\\]|$)/.test(below)`,
    by: `below !== ''`,
    tests: ['tests/commands/formats.test.ts'],
  },
  {
    name: 'what import writes is half written where the disk is full',
    file: 'scripts/files/write.ts',
    replace: `changed.map(({ path }) => join(dirname(path), \`.lectern-\${process.pid}-\${begun++}.tmp\`))`,
    by: `changed.map(({ path }) => path)`,
    tests: ['tests/files/write.test.ts'],
  },
  {
    name: 'what another build is making is cleared away',
    file: 'scripts/files/replace.ts',
    replace: `of === basename(target) && !isRunning(Number(pid))`,
    by: `of === basename(target) && Number(pid) > 0`,
    tests: ['tests/files/replace.test.ts'],
  },
  {
    name: 'the last build goes before the next one is whole',
    file: 'scripts/files/replace.ts',
    replace: `await mkdir(temporary)`,
    by: `await mkdir(temporary).then(() => rm(target, { recursive: true, force: true }))`,
    tests: ['tests/files/replace.test.ts', 'tests/browser/incremental.test.ts'],
  },
])
