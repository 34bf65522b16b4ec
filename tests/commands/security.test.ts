import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { makeDocx, PIXEL, withBody } from '../support/docx.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()
const at = (...names: string[]): string => join(folder.path, ...names)

interface Generated { decks: string, pictures: string[], said: string, code: number }

/** The decks of an article and their pictures' names, what was said, and the exit code. */
async function generated(name: string, content: string | Uint8Array): Promise<Generated> {
  await mkdir(at('in'), { recursive: true })
  await writeFile(at('in', name), content)
  const { code, stderr } = await lectern(at('in'), 'generate', name)
  const decks = at('in', 'slides', name.replace(/\.\w+$/, ''))
  const names = (await readdir(decks).catch(() => [])).filter(file => file.endsWith('.md'))
  const texts = await Promise.all(names.map(file => readFile(join(decks, file), 'utf8')))
  return { decks: texts.join('\n'), pictures: await readdir(join(decks, 'images')).catch(() => []), said: stderr, code }
}

/**
 * The tests that try to decide more than a row of the table allows: functions here, or names of tests in another file.
 */
const ROWS: Readonly<Record<string, string | (() => Promise<void>)>> = {
  '`title`, `subtitle`, `author`, `date`, `speaker`, `organization` in frontmatter': 'deck/security.test.ts: is words, whatever it holds',
  '`lang` in frontmatter': 'deck/security.test.ts: [\'lang\'',
  '`theme` in frontmatter': 'deck/security.test.ts: [\'theme\'',
  '`density`, `minutes` in frontmatter': 'deck/security.test.ts: [\'density\'',
  '`logo` in frontmatter': 'commands/talk.test.ts: of an article is left out with a message',
  'any other key in frontmatter': 'deck/security.test.ts: decides nothing',
  'a picture\'s address': pictures,
  'an SVG picture': 'files/images.test.ts: only draws where it is copied',
  'links': links,
  'a page\'s elements and styles': page,
  'a Word document\'s styles and pictures': document,
  'a `.pptx`': 'deck/security.test.ts: \'.pptx\'',
}

const TABLE = readFileSync(fileURLToPath(new URL('../../docs/security.md', import.meta.url)), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| '))
  .slice(2)
  .map(line => line.split('|')[1]!.trim())

describe('docs/security.md', () => {
  it('has a test for each row of its table', () => {
    expect(Object.keys(ROWS)).toEqual(TABLE)
    for (const place of Object.values(ROWS)) {
      const [file, title] = typeof place === 'string' ? place.split(': ') as [string, string] : []
      if (file)
        expect(readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8')).toContain(title)
    }
  })

  for (const [row, test] of Object.entries(ROWS)) {
    if (typeof test !== 'string')
      it(`${row}: no more than is listed`, test)
  }
})

async function pictures(): Promise<void> {
  await mkdir(at('in', 'below'), { recursive: true })
  await writeFile(at('secret.png'), PIXEL)
  await writeFile(at('in', 'below', 'own.png'), PIXEL)
  await symlink(at('secret.png'), at('in', 'linked.png'))
  await symlink(folder.path, at('in', 'above'))
  const outside = [
    '../secret.png',
    'below/../../secret.png',
    '%2e%2e/secret.png',
    '..\\secret.png',
    at('secret.png'),
    `file://${at('secret.png')}`,
    'linked.png',
    'above/secret.png',
    '//secret.example/secret.png',
    '\\\\secret.example\\secret.png',
    'https://secret.example/secret.png',
    'data:text/html,secret',
    '/dev/zero',
  ]
  const { decks, pictures, said, code } = await generated('a.md', `# 渡口\n\n船是木头做的。\n\n${outside.map((url, index) => `![图${index}](<${url}>)`).join('\n\n')}\n\n![图](below/own.png)\n`)
  expect(code).toBe(0)
  expect(pictures).toHaveLength(1)
  expect(decks).not.toContain('secret')
  expect(said.match(/^.*a\.md:\d+:\d+: Left out the picture .*$/gm)).toHaveLength(outside.length)
}

async function links(): Promise<void> {
  const evil = ['javascript:evil()', 'JAVASCRIPT:evil()', 'java&#10;script:evil()', '&#1;javascript:evil()', 'vbscript:evil()', 'data:text/html,evil', 'file:///evil', 'blob:evil', 'view-source:evil']
  const { decks } = await generated('a.md', `# 渡口\n\n${evil.map((url, index) => `船${index}是[木头](${url})做的。`).join('\n\n')}\n\n桥是[石头](https://bridge.example/)做的。\n`)
  expect(decks).toContain('(https://bridge.example/)')
  expect(decks).not.toMatch(/\]\([^)]*evil|href="[^"]*evil/)
}

async function page(): Promise<void> {
  const parts = [
    '<script>evil()</script>',
    '<style>@import "http://evil.example/a.css"; p { background: url(http://evil.example/) }</style>',
    '<link rel="stylesheet" href="http://evil.example/"><base href="http://evil.example/">',
    '<iframe src="http://evil.example/" srcdoc="evil"></iframe><object data="evil"></object><embed src="evil">',
    '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
    '<p onclick="evil()" style="background:url(evil)" data-x="evil" class="evil">船是<b onmouseover="evil()">木头</b>做的。</p>',
    '<form action="http://evil.example/"><input value="evil" onfocus="evil()"></form>',
    '<svg onload="evil()"><script>evil()</script><foreignObject><p>船</p></foreignObject></svg>',
    '<img src="http://evil.example/a.png" srcset="evil 2x" onerror="evil()" alt="远处">',
  ]
  const { decks } = await generated('a.html', `<title>渡口</title><body onload="evil()"><h1>渡口</h1>${parts.join('')}<p>桥是石头做的。</p></body>`)
  expect(decks).toContain('木头')
  expect(decks).not.toMatch(/evil|<script|<style|<iframe|onload|onclick/)
}

async function document(): Promise<void> {
  await writeFile(at('secret.png'), PIXEL)
  const blocks = ['渡口', '船是木头做的，用了三十年。', { picture: '图' }]
  const zip = await JSZip.loadAsync(await makeDocx(blocks))
  const relations = 'word/_rels/document.xml.rels'
  const original = await zip.file(relations)!.async('string')
  for (const target of ['../../secret.png', at('secret.png'), `file://${at('secret.png')}`, 'http://secret.example/a.png']) {
    for (const mode of ['', ' TargetMode="External"']) {
      zip.file(relations, original.replace(/Target="media\/[^"]+"/, `Target="${target}"${mode}`))
      const { decks, pictures } = await generated('a.docx', await zip.generateAsync({ type: 'uint8array' }))
      expect(pictures).toEqual([])
      expect(decks).not.toContain('secret')
    }
  }
  const entity = `$1<!DOCTYPE w:document [<!ENTITY e SYSTEM "file://${at('secret.png')}">]>`
  const content = await withBody(blocks, xml => xml.replace(/(<\?xml[^>]*\?>)?/, entity).replace('船', '&e;'))
  const { said, code } = await generated('a.docx', content)
  expect(code).toBe(1)
  expect(said).toMatch(/is not a Word document/)
}
