import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { openArticle } from '../../scripts/article/open.ts'
import { generate } from '../../scripts/generate.ts'

/** The first deck's own frontmatter, and what is said, of an article with this frontmatter. */
async function headOf(frontmatter: string): Promise<{ head: string, messages: string[] }> {
  const { decks, messages } = await generate({ path: 'a.md', value: `---\n${frontmatter}\n---\n\n# 渡口\n\n## 船\n\n渡船每天早上从对岸过来。\n` })
  return { head: decks[0]!.markdown.split('\n---\n')[0]!, messages: messages.map(({ reason }) => reason) }
}

/** What the table's first column names between backticks. */
const named = readFileSync(fileURLToPath(new URL('../../docs/security.md', import.meta.url)), 'utf8').split('\n').filter(line => line.startsWith('| ')).flatMap(line => line.split('|')[1]!.match(/`[^`]+`/g) ?? [])

describe('docs/security.md: an article decides no more than is listed', () => {
  it('lists every key that is read', () => {
    const { properties } = JSON.parse(readFileSync(fileURLToPath(new URL('../../schemas/frontmatter.schema.json', import.meta.url)), 'utf8')) as { properties: object }
    expect(named).toEqual(expect.arrayContaining(Object.keys(properties).map(key => `\`${key}\``)))
  })

  it.each(['title', 'subtitle', 'author', 'date', 'speaker', 'organization'])('%s is words, whatever it holds', async (key) => {
    const { head } = await headOf(`${key}: "x\\ntheme: ./evil\\n---\\nsrc: ./evil.md"`)
    expect(head.split('\n').filter(line => /^(?:theme|src|addons):/.test(line))).toEqual([expect.stringMatching(/^theme: .*\/study"?$/)])
  })

  it.each([
    ['lang', '"zh\\nsrc: ./evil.md"'],
    ['theme', './evil'],
    ['density', './evil'],
    ['minutes', './evil'],
    ['logo', '../evil.png'],
    ['logo', '/evil.png'],
    ['logo', 'https://evil.example/a.png'],
    ['logo', 'data:image/png;base64,evil'],
    ['logo', 'a/../../evil.png'],
    ['logo', '"a\\\\evil.png"'],
    ['speaker', '"\\e[31mevil"'],
    ['organization', `"evil${'x'.repeat(60)}"`],
  ])('%s of another kind is told and passed over', async (key, value) => {
    const { head, messages } = await headOf(`${key}: ${value}`)
    expect(head).not.toContain('evil')
    expect(messages).toEqual([expect.stringMatching(new RegExp(`^The frontmatter's ${key} is `))])
  })

  it.each(['addons', 'src', 'css', 'fonts', 'drawings', 'monaco', 'layout', 'background', 'favicon', 'htmlAttrs', 'defaults', 'class', 'mdc', 'remote', 'download', 'routerMode', 'editor', '__proto__', 'constructor'])('%s decides nothing', async (key) => {
    const { head } = await headOf(`${key}: ./evil`)
    expect(head).not.toContain('evil')
    expect(head).toBe((await headOf('date: ""')).head)
  })

  it.each(['.pptx', '.svg', '.vue', '.ts'])('a %s is no article', async (ending) => {
    await expect(openArticle(`a${ending}`, new TextEncoder().encode('PK words'))).rejects.toMatchObject({ ruleId: 'format' })
  })

  it('the frontmatter of other formats is text', async () => {
    const { decks } = await generate(new VFile({ path: 'a.txt', value: '---\ntheme: ./evil\n---\n\n渡口\n\n渡船每天早上从对岸过来。\n' }))
    expect(decks[0]!.markdown).toMatch(/^theme: .*\/study"?$/m)
  })
})
