import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SCRIPTS = fileURLToPath(new URL('../scripts', import.meta.url))
const TESTS = fileURLToPath(new URL('.', import.meta.url))
/** The folders of the project `unit` in vitest.config.ts. */
const UNIT = ['messages', 'language', 'article', 'outline', 'deck', 'slidev', 'merge', 'check', 'themes', 'fuzz', 'witness']

/** Every room below the commands. */
const ROOMS = readdirSync(SCRIPTS, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'commands').map(({ name }) => name)

/** The rooms, each with the rooms that it may import from: data flows down, nothing calls back up. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  messages: [],
  language: [],
  article: ['language', 'messages'],
  outline: ['article', 'language', 'messages'],
  deck: ['outline', 'article', 'language', 'messages'],
  slidev: ['deck', 'article', 'language'],
  merge: ['slidev', 'language'],
  // It trusts no reader, and shares no code with any.
  witness: [],
  files: ['article', 'deck', 'messages', 'failure.ts', 'root.ts'],
  build: ['slidev', 'files', 'language', 'messages', 'failure.ts', 'root.ts'],
  check: ['build', 'merge', 'slidev', 'deck', 'outline', 'article', 'language', 'messages'],
  dev: ['build', 'slidev', 'files', 'messages', 'failure.ts', 'root.ts'],
  commands: [...ROOMS, 'pipeline.ts', 'failure.ts', 'root.ts'],
}
/** The files that stand above the rooms, each with what it may import from. */
const TOP: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['commands', 'messages', 'program.ts', 'surroundings.ts', 'failure.ts', 'root.ts'],
  'failure.ts': ['messages'],
  'generate.ts': ['pipeline.ts', 'article', 'deck', 'outline', 'slidev'],
  'index.ts': ['generate.ts', 'plugins.ts', 'article', 'outline', 'deck', 'slidev'],
  'packages.d.ts': [],
  'pipeline.ts': ['plugins.ts', 'article', 'outline', 'deck', 'slidev'],
  'program.ts': ['commands', 'messages', 'surroundings.ts', 'build', 'deck'],
  'plugins.ts': ['article', 'outline', 'deck', 'slidev'],
  'prepare.ts': ['build', 'files'],
  'root.ts': [],
  'surroundings.ts': ['commands', 'messages'],
}
/** Rooms without a file system, a process, a clock or chance. */
const PURE = ['messages', 'language', 'article', 'outline', 'deck', 'slidev', 'merge', 'witness']

function filesOf(room: string): string[] {
  return readdirSync(join(SCRIPTS, room), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => join(SCRIPTS, room, file))
}

function importsOf(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*?from '([^']+)'|import\('([^']+)'\)/gm), match => match[1] ?? match[2]!)
}

/** The rooms, or files beside them, that a file imports from. */
function roomsOf(file: string): string[] {
  return importsOf(file).filter(source => source.startsWith('.')).map(source => relative(SCRIPTS, join(dirname(file), source)).split(/[/\\]/)[0]!)
}

/** Everything that a file loads, itself among it: its own imports, and theirs. Types are not loaded. */
function loadedBy(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file))
    return known
  known.add(file)
  const loads = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '')
  for (const [, source] of loads.matchAll(/^(?:import|export) (?:.*?from )?'([^']+)'/gm)) {
    if (source!.startsWith('.'))
      loadedBy(join(dirname(file), source!), known)
    else
      known.add(source!)
  }
  return known
}

function files(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter(name => name.endsWith('.ts')).map(name => join(folder, name))
}

/** Files that import each other, over however many others: each with those that it can be reached from again. */
function circles(all: string[]): string[] {
  const imports = new Map(all.map(file => [file, importsOf(file).filter(source => source.startsWith('.')).map(source => join(dirname(file), source))]))
  const reached = (from: string): Set<string> => {
    const found = new Set<string>()
    const open = [...imports.get(from) ?? []]
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (!found.has(file)) {
        found.add(file)
        open.push(...imports.get(file) ?? [])
      }
    }
    return found
  }
  const inCircle = all.filter(file => reached(file).has(file))
  const isWith = (file: string, other: string): boolean => reached(file).has(other) && reached(other).has(file)
  const named = inCircle.map(file => [file, ...inCircle.filter(other => other !== file && isWith(file, other))])
  return named.map(group => group.map(file => relative(SCRIPTS, file).split(sep).join('/')).sort().join(' ↔ '))
}

describe('the house', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports from %j and nothing above', (room, allowed) => {
    for (const file of filesOf(room)) {
      for (const source of roomsOf(file).filter(source => source !== room))
        expect(allowed, `${file} imports from ${source}`).toContain(source)
    }
  })

  it('has no room and no file that is not listed here', () => {
    const files = readdirSync(SCRIPTS).filter(name => name.endsWith('.ts'))
    expect([...ROOMS, 'commands'].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
    expect(files.sort()).toEqual(Object.keys(TOP).sort())
  })

  it.each(Object.entries(TOP))('%s, above the rooms, imports from %j and nothing else', (file, allowed) => {
    for (const source of roomsOf(join(SCRIPTS, file)))
      expect(allowed, `${file} imports from ${source}`).toContain(source)
  })

  it.each(PURE)('%s is pure', (room) => {
    for (const file of filesOf(room)) {
      expect(importsOf(file).filter(source => source.startsWith('node:'))).toEqual([])
      expect(readFileSync(file, 'utf8')).not.toMatch(/\bprocess\.|Math\.random|Date\.now|new Date\(\)/)
    }
  })

  it('has no circle of imports, of types either', () => {
    expect(circles(files(SCRIPTS))).toEqual([])
  })

  it('keeps files short', () => {
    const long = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).filter(file => readFileSync(join(SCRIPTS, file), 'utf8').split('\n').length > 200)
    expect(long).toEqual([])
  })
})

describe('the tests', () => {
  const tests = UNIT.flatMap(folder => readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.test.ts')).map(file => join(folder, file)))

  it('of the project `unit` load no build and start no process', () => {
    expect(tests.length).toBeGreaterThan(50)
    const heavy = tests.flatMap((test) => {
      const loaded = Array.from(loadedBy(join(TESTS, test)), source => relative(SCRIPTS, source))
      return loaded.filter(source => source.startsWith(`build${sep}`)).concat([...loadedBy(join(TESTS, test))].filter(source => /^(?:node:)?child_process$/.test(source))).map(source => `${test} loads ${source}`)
    })
    expect(heavy).toEqual([])
  })

  it('draw no chance that the seed does not give', () => {
    const all = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter(file => /^(?!fixtures|bench|mutations).*\.ts$/.test(file) && file !== 'layers.test.ts')
    // A deck that is to be caught at it says so in its Markdown: `Math.random` in a template.
    expect(all.filter(file => /(?<!\\\$\{)Math\.random\(|randomUUID|randomBytes/.test(readFileSync(join(TESTS, file), 'utf8')))).toEqual([])
  })
})
