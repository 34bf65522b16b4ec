import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SCRIPTS = fileURLToPath(new URL('../scripts', import.meta.url))

/** The rooms, each with the rooms that it may import from: data flows down, nothing calls back up. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  article: ['language'],
  outline: ['article', 'language'],
  deck: ['outline', 'article', 'language'],
  slidev: ['deck', 'article', 'language'],
  merge: ['slidev', 'language'],
  files: ['article', 'deck', 'failure.ts', 'root.ts'],
  build: ['slidev', 'files', 'language', 'failure.ts', 'root.ts'],
  check: ['build', 'merge', 'slidev', 'deck', 'outline', 'article', 'language'],
  dev: ['build', 'slidev', 'files', 'failure.ts', 'root.ts'],
}
/** Rooms without a file system, a process, a clock or chance. */
const PURE = ['language', 'article', 'outline', 'deck', 'slidev', 'merge']

function filesOf(room: string): string[] {
  return readdirSync(join(SCRIPTS, room), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => join(SCRIPTS, room, file))
}

function importsOf(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/^import .*?from '([^']+)'|import\('([^']+)'\)/gm), match => match[1] ?? match[2]!)
}

describe('the house', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports from %j and nothing above', (room, allowed) => {
    for (const file of filesOf(room)) {
      const rooms = importsOf(file).filter(source => source.startsWith('.')).map(source => relative(SCRIPTS, join(dirname(file), source)).split(/[/\\]/)[0]!)
      for (const source of rooms.filter(source => source !== room))
        expect(allowed, `${file} imports from ${source}`).toContain(source)
    }
  })

  it.each(PURE)('%s is pure', (room) => {
    for (const file of filesOf(room)) {
      expect(importsOf(file).filter(source => source.startsWith('node:'))).toEqual([])
      expect(readFileSync(file, 'utf8')).not.toMatch(/\bprocess\.|Math\.random|Date\.now|new Date\(\)/)
    }
  })

  it('keeps files short', () => {
    const long = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).filter(file => readFileSync(join(SCRIPTS, file), 'utf8').split('\n').length > 200)
    expect(long).toEqual([])
  })
})
