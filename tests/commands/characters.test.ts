import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eachInFolder } from '../support/folder.ts'
import { lectern, snapshot } from '../support/program.ts'

const folder = eachInFolder()

const article = (word: string): string => `标题\n\n一、${word}\n\n${word}在文章里，写得很清楚。\n`
const names = async (name = 'slides/a'): Promise<string[]> => (await readdir(join(folder.path, name))).sort()

describe('characters that the theme\'s fonts lack', () => {
  it('have fonts beside the decks, the same each time, as long as the article has them', async () => {
    await writeFile(join(folder.path, 'a.txt'), article('臺灣與𠮷野'))
    expect(await lectern(folder.path, 'generate', 'a.txt', '--dry-run')).toMatchObject({ code: 0, stderr: '' })
    expect(await readdir(folder.path)).toEqual(['a.txt'])
    expect(await lectern(folder.path, 'generate', 'a.txt')).toMatchObject({ code: 0, stderr: '' })
    expect(await names()).toEqual(['.lectern', '01.md', 'fonts', 'styles.css'])
    expect(await names('slides/a/fonts')).toHaveLength(9)
    const before = await snapshot(folder.path)
    await lectern(folder.path, 'generate', 'a.txt')
    expect(await snapshot(folder.path)).toEqual(before)

    await writeFile(join(folder.path, 'a.txt'), article('龍與龜'))
    await lectern(folder.path, 'generate', 'a.txt')
    expect((await names('slides/a/fonts')).filter(name => name.includes('jp'))).toEqual([])
    await writeFile(join(folder.path, 'a.txt'), article('龙与龟'))
    await lectern(folder.path, 'generate', 'a.txt')
    expect(await names()).toEqual(['.lectern', '01.md'])
  })

  it('leave a person\'s styles and files alone', async () => {
    await writeFile(join(folder.path, 'a.txt'), article('臺灣'))
    await lectern(folder.path, 'generate', 'a.txt')
    const slides = join(folder.path, 'slides/a')
    await writeFile(join(slides, 'styles.css'), 'h1 { color: green }\n')
    await writeFile(join(slides, 'style.css'), 'h2 { color: green }\n')
    await writeFile(join(slides, 'fonts/mine.woff2'), 'mine')
    expect((await lectern(folder.path, 'generate', 'a.txt')).code).toBe(0)
    expect(await readFile(join(slides, 'styles.css'), 'utf8')).toBe('h1 { color: green }\n')
    expect(await readFile(join(slides, 'styles/index.css'), 'utf8')).toContain('@import \'../fonts/lectern-extra.css\';')
    await writeFile(join(slides, 'styles/index.css'), 'p { color: green }\n')
    expect(await lectern(folder.path, 'generate', 'a.txt')).toMatchObject({ code: 1, stderr: expect.stringContaining('Add `@import \'./fonts/lectern-extra.css\';`') as unknown })
    // As it says.
    await writeFile(join(slides, 'style.css'), '@import \'./fonts/lectern-extra.css\';\nh2 { color: green }\n')
    expect((await lectern(folder.path, 'generate', 'a.txt')).code).toBe(0)
    await writeFile(join(folder.path, 'a.txt'), article('台湾'))
    await lectern(folder.path, 'generate', 'a.txt')
    expect(await names('slides/a/fonts')).toEqual(['lectern-extra.css', 'mine.woff2'])
    expect(await names()).toEqual(['.lectern', '01.md', 'fonts', 'style.css', 'styles', 'styles.css'])
  })

  it('are found where they are figures that stand low or high by themselves', async () => {
    await writeFile(join(folder.path, 'a.txt'), article('H₂O与CO₂，10⁻⁶与x₀'))
    expect(await lectern(folder.path, 'generate', 'a.txt')).toMatchObject({ code: 0, stderr: '' })
    const styles = await readFile(join(folder.path, 'slides/a/fonts/lectern-extra.css'), 'utf8')
    expect(styles).toMatch(/U\+2082/)
    expect(styles).toMatch(/U\+207B/)
  })

  it('are named where no font has them, each once, with their place', async () => {
    await writeFile(join(folder.path, 'a.txt'), article('龍與𪚥和𪚥'))
    await writeFile(join(folder.path, 'b.html'), '<title>标题</title><h1>标题</h1><p>一段话说完了，有一个&#x0E01;字。</p>')
    const { code, stderr } = await lectern(folder.path, 'generate', 'a.txt', 'b.html')
    expect({ code, lines: stderr.trim().split('\n') }).toEqual({ code: 0, lines: [
      'a.txt:3:5: No font of Lectern\'s has the character `𪚥` (U+2A6A5), so few machines will show it: write another in its place (no-glyph)',
      expect.stringMatching(/^b\.html: No font of Lectern's has the character `ก` \(U\+0E01\)/),
    ] })
  })
})
