import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '../../scripts/deck/settings.ts'
import { THEMES } from '../../scripts/deck/types.ts'
import { generate } from '../../scripts/generate.ts'

const article = (frontmatter: string): VFile => new VFile({ path: 'a.md', value: `---\n${frontmatter}\n---\n\n# 渡口\n\n渡船每天早上从对岸过来。\n` })

describe('a theme that an article names', () => {
  it('may be any of Lectern\'s own', () => {
    const folders = readdirSync(fileURLToPath(new URL('../../themes', import.meta.url)), { recursive: true, encoding: 'utf8' })
    const own = folders.flatMap(path => /^([^/\\]+)[/\\]package\.json$/.exec(path)?.[1] ?? [])
    expect([...THEMES].sort()).toEqual(own.filter(name => name !== 'mine').sort())
    for (const theme of THEMES)
      expect(settingsOf(article(`theme: ${theme}`))).toEqual({ theme })
  })

  it.each([
    ['a path beside it', './evil'],
    ['a path above it', '../evil'],
    ['an absolute path', '/tmp/evil'],
    ['a path on Windows', '"C:\\\\evil"'],
    ['a path on another machine', '"\\\\\\\\host\\\\evil"'],
    ['an address', 'file:///tmp/evil'],
    ['a way out of Lectern\'s themes', 'study/../../evil'],
    ['a theme and a path', '[study, ./evil]'],
    ['a package', '"@evil/slidev-theme"'],
    ['another program\'s theme', 'hexo'],
    ['what all objects have', '__proto__'],
    ['a folder of Lectern\'s that is none', 'shared'],
    ['other letters', 'Study'],
  ])('is passed over with a message where it is %s, and the decks have the default', async (_, theme) => {
    const file = article(`theme: ${theme}`)
    expect(settingsOf(file)).toEqual({})
    expect(file.messages).toEqual([expect.objectContaining({ ruleId: 'frontmatter', line: 2, fatal: false, reason: expect.stringMatching(/can be study or plain: correct it, name a theme of your own with --theme, or remove the line$/) as string })])
    const { decks } = await generate(article(`theme: ${theme}`))
    expect(decks[0]!.markdown).toContain('\ntheme: ../../node_modules/lectern/themes/study\n')
    expect(decks[0]!.markdown).not.toMatch(/evil|hexo/)
  })

  it.each([
    ['its line, in quotes', '"theme": ./evil', 2],
    ['the first line of the frontmatter where it is written over two', '? theme\n: ./evil', 1],
  ])('has for its place %s', (_, frontmatter, line) => {
    const file = article(frontmatter)
    expect(settingsOf(file)).toEqual({})
    expect(file.messages).toMatchObject([{ line, column: 1 }])
  })
})
