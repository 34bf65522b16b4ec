import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../../scripts/deck/types.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
function namesIn(folder: string, ending: string): string[] {
  const files = readdirSync(root(folder)).filter(file => file.endsWith(ending))
  return files.map(file => basename(file, ending)).sort()
}
/** Lectern's own. A person's may stand beside them. */
const THEMES = ['plain', 'study']
const ALL = [...LAYOUTS].sort()
/** Drawn for decks of an earlier release, and made no more. */
const FROM_BEFORE = 'outline'

describe('layouts', () => {
  it('are one file or one folder each in scripts/deck/layouts', () => {
    expect(readdirSync(root('scripts/deck/layouts')).map(name => basename(name, '.ts')).sort()).toEqual(ALL.filter(name => name !== FROM_BEFORE))
  })

  it('are all in the example', () => {
    const shown = Array.from(readFileSync(root('themes/shared/example-slides.md'), 'utf8').matchAll(/^layout: (\w+)$/gm), match => match[1]!)
    expect([...new Set(shown)].sort()).toEqual(ALL)
  })

  it.each(THEMES)('have a twin each in %s, a line in its README, and its example', (theme) => {
    const own = [...ALL, 'default'].sort()
    expect(namesIn(`themes/${theme}/layouts`, '.vue')).toEqual(own)
    const listed = Array.from(readFileSync(root(`themes/${theme}/README.md`), 'utf8').matchAll(/^\| `(\w+)` \|/gm), match => match[1]!)
    expect(listed.sort()).toEqual(own)
    expect(readFileSync(root(`themes/${theme}/example.md`), 'utf8')).toMatch(/^---\ntheme: \.\/\n/)
  })

  it('take their colours from the same tokens in both themes', () => {
    const tokens = (folder: string): string[] => Array.from(readFileSync(root(`themes/${folder}/styles/tokens.css`), 'utf8').matchAll(/^ {2}(--[\w-]+):/gm), match => match[1]!).sort()
    const all = [...tokens('study'), ...tokens('shared')]
    expect(tokens('plain')).toEqual(tokens('study'))
    const used = readdirSync(root('themes/shared/styles')).flatMap(file => Array.from(readFileSync(root(`themes/shared/styles/${file}`), 'utf8').matchAll(/var\((--[\w-]+)/g), match => match[1]!))
    const drawn = ['--around', '--at', '--columns', '--count', '--share', '--start', '--turn']
    // The sizes are set by the fitting of each slide, what stands around a figure by the figure's, the others by its
    // items' numbers and its place.
    expect([...new Set(used)].filter(name => !all.includes(name) && !/^--share-\d$/.test(name)).sort()).toEqual([...drawn, '--large-size', '--text-size', '--title-size'].sort())
  })
})
