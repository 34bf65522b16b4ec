import type { Browser, Page } from 'playwright-core'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintRoute } from '../../scripts/build/print.ts'
import { serveFolder } from '../../scripts/build/server.ts'
import { build } from '../../scripts/commands/build.ts'
import { checkFolder } from '../../scripts/commands/check.ts'
import { generate } from '../../scripts/commands/generate.ts'
import { openBrowser } from '../support/browser.ts'
import { quiet, workFolder } from '../support/build.ts'
import { makeDocx, PIXEL } from '../support/docx.ts'
import { watchFaults } from '../support/page.ts'
import { blocksOf, noteText, parseDeck, squeeze } from '../support/promises.ts'
import { ALL, drawn } from '../support/random.ts'

/** What would run, load, hide or rearrange something if it were more than text. Each would leave OWNED behind where it can. */
const HOSTILE: readonly string[] = [
  '{{ OWNED = 1 }}',
  '{{ constructor.constructor("OWNED = 1")() }}',
  '{<!-- -->{ OWNED = 1 }}',
  '&#123;&#123; OWNED = 1 }}',
  '<script>OWNED = 1</script>',
  '<img src=x onerror="OWNED = 1">',
  '<svg onload="OWNED = 1">',
  '<iframe src="javascript:parent.OWNED = 1"></iframe>',
  '<style>* { display: none }</style>',
  '<link rel=stylesheet href=http://example.com/a.css>',
  '<component :is="\'script\'">OWNED = 1</component>',
  '<v-click>甲</v-click>',
  '<div v-html="OWNED = 1" @click="OWNED = 1" v-if="false">乙</div>',
  '<Toc />',
  '<template #right>丙</template>',
  '</template><script setup>OWNED = 1</script>',
  '--> 丁 <!-- 戊 -->',
  '--!> 己',
  '--- layout: none',
  'src: /etc/passwd',
  '::right:: 庚',
  '<<< @/../../etc/passwd',
  '<<< /etc/passwd {1}',
  '[click] 与 [click:3]',
  '$$x^2$$ 与 $y$',
  '`代码` 与 ```围栏```',
  '**星** 与 _线_ 与 ~~删~~ 与 ==亮==',
  '# 井 ## 号',
  '- 横 * 星 + 加 > 引',
  '1. 一 2) 二',
  '| a | b |',
  ':smile: 与 :+1: 与 ::: tip',
  '&lt;b&gt; 与 &amp; 与 &nbsp;',
  '[链接](javascript:OWNED=1)',
  '[链接](http://example.com "题")',
  '![图](http://example.com/x.png)',
  '<http://example.com> 与 https://example.com/?a=1&b=2',
  '{.class #id v-click} 与 {1,2|3}',
  '{%raw%} 与 %s 与 $' + '{OWNED = 1}',
  '$(touch owned) 与 ; rm -rf . 与 \\n',
  '[^1] 与 ^[注] 与 [[维基]]',
  'a: b # c 与 "引" 与 [1, {2',
  '\\{\\{ 反斜线 \\<b\\> \\',
  '@click="OWNED = 1" 与 :style="x"',
  'data:text/html,<script>OWNED=1</script>',
]
/** Characters that show nothing and rearrange, hide or part others. */
const INVISIBLE = ['\u202E', '\u202C', '\u2066', '\u2069', '\u200F', '\u200B', '\u2060', '\uFEFF', '\u00AD', '\u2063']

const sentence = (hostile: string, index: number): string => `这里的第${index}处写着 ${hostile} 这些字`
const SENTENCES = HOSTILE.map(sentence)
/** A sentence's clauses: each is a bullet, and the mark between two may go. */
const piecesOf = (text: string): string[] => text.split(/[;；]|\.\s/)
const HIDDEN = `最后${INVISIBLE.join('一')}，看不见的字不在了`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** An article in parts: its title and headings are hostile, and so is each of its sentences. */
function articleOf(title: (text: string) => string, heading: (text: string, index: number) => string, paragraph: (text: string) => string): string {
  const size = Math.ceil(SENTENCES.length / 3)
  const parts = [0, 1, 2].map(part => [heading(`${HOSTILE[part]} 之类`, part), ...SENTENCES.slice(part * size, (part + 1) * size).map(text => paragraph(`${text}。`)), ...(part === 2 ? [paragraph(`${HIDDEN}。`)] : [])].join('\n\n'))
  return `${title(`${HOSTILE[0]} 与 ${HOSTILE[4]}`)}\n\n${parts.join('\n\n')}\n`
}

/** What a page may have beside its text: none of it may do anything. */
const ATTACKS = `<script>OWNED = 1</script><base href="http://example.com/"><meta http-equiv="refresh" content="0; url=http://example.com/"><link rel="stylesheet" href="http://example.com/a.css">
<style>@import url(http://example.com/b.css); * { background: url(http://example.com/c.png) }</style><img src="http://example.com/d.png" onerror="OWNED = 1" alt="远处的图"><img src="../../etc/passwd" alt="上面的图"><svg onload="OWNED = 1"><script>OWNED = 1</script></svg>
<p onclick="OWNED = 1" style="background: url(http://example.com/e.png)">这一段有 <a href="javascript:OWNED=1">链接</a>，也只是文字。</p><iframe srcdoc="<script>parent.OWNED = 1</script>"></iframe><object data="http://example.com/f"></object>`

/** A Word document whose parts point elsewhere: a picture on another machine, one outside the archive, a link that is code. */
async function hostileDocx(): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await makeDocx([{ style: 'Title', text: `${HOSTILE[0]} 与 ${HOSTILE[4]}` }, ...[0, 1, 2].flatMap(part => [{ style: 'Heading 1', text: `${HOSTILE[part]} 之类` }, ...SENTENCES.filter((_, index) => index % 3 === part).map(text => `${text}。`)]), `${HIDDEN}。`, { picture: '文件里的图' }]))
  const relations = 'word/_rels/document.xml.rels'
  const document = 'word/document.xml'
  const own = await zip.file(relations)!.async('string')
  zip.file(relations, own.replace(/Target="media\/[^"]+"/, 'Target="../../../../etc/passwd"').replace('</Relationships>', '<Relationship Id="far" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:OWNED=1" TargetMode="External"/></Relationships>'))
  const xml = await zip.file(document)!.async('string')
  zip.file(document, xml.replace('</w:body>', '<w:p><w:hyperlink r:id="far"><w:r><w:t>这个链接</w:t></w:r></w:hyperlink><w:r><w:t>，也只是文字。</w:t></w:r></w:p></w:body>'))
  zip.file('../../../owned.txt', 'owned')
  return zip.generateAsync({ type: 'uint8array' })
}

const ARTICLES: Readonly<Record<string, () => Promise<string | Uint8Array>>> = {
  'text.txt': async () => articleOf(text => text, (text, index) => `${'一二三'[index]}、${text}`, text => text),
  'marks.md': async () => `${articleOf(text => `# ${text}`, text => `## ${text}`, text => text)}\n\`\`\`Klingon\n{{ OWNED = 1 }} <b>\n\`\`\`\n`,
  'page.html': async () => `<title>${escaped(`${HOSTILE[0]} 与 ${HOSTILE[4]}`)}</title>${articleOf(text => `<article><h1>${escaped(text)}</h1>`, (text, index) => `<h2>${escaped(text)}</h2>${index === 1 ? ATTACKS : ''}`, text => `<p>${escaped(text)}</p>`)}</article>`,
  'word.docx': hostileDocx,
}
const FILES = drawn(Object.keys(ARTICLES), 1)
const NAMES = FILES.map(file => file.split('.')[0]!)

let folder: Awaited<ReturnType<typeof workFolder>>
let browser: Browser
let server: Awaited<ReturnType<typeof serveFolder>>
const told: string[] = []
beforeAll(async () => {
  folder = await workFolder()
  await mkdir(join(folder.path, 'source'))
  for (const [file, make] of Object.entries(ARTICLES))
    await writeFile(join(folder.path, 'source', file), await make())
  await writeFile(join(folder.path, 'x'), PIXEL)
  const console = quiet()
  await generate(Object.keys(ARTICLES).map(file => join(folder.path, 'source', file)), { out: join(folder.path, 'slides'), density: 'full', clicks: true }, console)
  told.push(...console.told)
  await build(NAMES.map(name => join(folder.path, 'slides', name)), { out: join(folder.path, 'dist'), only: ['html', 'offline'] }, process.env, quiet())
  browser = await openBrowser()
  server = await serveFolder(join(folder.path, 'dist'))
}, 300_000)
afterAll(async () => {
  await server?.close()
  await browser?.close()
  await folder?.clean()
})

/** A page that keeps what goes wrong on it: faults, questions, requests that leave. */
async function openPage(own: string): Promise<{ page: Page, faults: string[] }> {
  const page = await browser.newPage()
  const faults = watchFaults(page, own)
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, faults }
}

/** Nothing of the text has become code, and nothing of it is an element, but for a formula in Markdown. */
async function expectInert(page: Page, name: string): Promise<void> {
  expect(await page.evaluate('globalThis.OWNED')).toBeUndefined()
  const slides = '.slidev-layout'
  expect(await page.locator(['script', 'iframe', 'object', 'style', 'link', 'component', 'b', '[onerror]', '[onclick]', '[onload]', '[href^="javascript:"]', '.slidev-toc', ...name === 'marks' ? [] : ['.katex']].map(selector => `${slides} ${selector}`).join(', ')).evaluateAll(all => all.map(element => element.outerHTML))).toEqual([])
}

async function decksOf(name: string): Promise<ReturnType<typeof parseDeck>[]> {
  const files = (await readdir(join(folder.path, 'slides', name))).filter(file => file.endsWith('.md')).sort()
  return Promise.all(files.map(async file => parseDeck({ name: file, markdown: await readFile(join(folder.path, 'slides', name, file), 'utf8') })))
}

/** Each slide's text, as the page has it, with the source of a formula in its place. */
async function shownBy(page: Page): Promise<string[]> {
  const texts = await page.locator('.print-slide-container .slidev-layout').evaluateAll(slides => slides.map((slide) => {
    const copy = slide.cloneNode(true) as Element
    for (const formula of copy.querySelectorAll('.katex'))
      formula.replaceWith(formula.querySelector('annotation')!.textContent!)
    return copy.textContent!
  }))
  return texts.map(squeeze)
}

describe.each(NAMES)('hostile text in an article: %s', (name) => {
  it('shows as it stands on every slide, and does nothing', async () => {
    const { page, faults } = await openPage(server.url)
    const shown: string[] = []
    for (const [index, slides] of (await decksOf(name)).entries()) {
      await openPrintRoute(page, `${server.url}${name}/${String(index + 1).padStart(2, '0')}.html`)
      const texts = await shownBy(page)
      expect(texts).toHaveLength(slides.length)
      for (const [at, slide] of slides.entries()) {
        for (const block of blocksOf(slide.content))
          expect(texts[at]).toContain(squeeze(block.text))
      }
      shown.push(...texts)
      await expectInert(page, name)
    }
    const all = shown.join('\n')
    // Markdown's own marks are Markdown's.
    if (name !== 'marks')
      expect(SENTENCES.flatMap(piecesOf).filter(piece => !all.includes(squeeze(piece)))).toEqual([])
    expect(SENTENCES.filter((_, index) => !all.includes(squeeze(`这里的第${index}处写着`)))).toEqual([])
    expect(all).toContain(`最后${'一'.repeat(INVISIBLE.length - 1)}，看不见的字不在了`)
    expect(faults).toEqual([])
    await page.close()
  })

  it('stands in the notes as it is, in the presenter view', async () => {
    const { page, faults } = await openPage(server.url)
    const [slides] = await decksOf(name)
    for (const [index, { note }] of slides!.entries()) {
      if (!note)
        continue
      await page.goto(`${server.url}${name}/01.html#/presenter/${index + 1}`)
      const shown = page.locator('.slidev-note').first()
      await shown.waitFor()
      await expect.poll(async () => squeeze(await shown.textContent() ?? '')).toContain(squeeze(noteText(note)))
      await expectInert(page, name)
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('is text on the start page and in the offline file', async () => {
    for (const url of [`${server.url}${name}/index.html`, pathToFileURL(join(folder.path, 'dist', name, 'offline.html')).href]) {
      const { page, faults } = await openPage(url.replace(/index\.html$/, ''))
      await page.goto(url)
      await page.locator('h1').first().waitFor()
      expect(squeeze(await page.locator('body').textContent() ?? '')).toContain(squeeze(name === 'marks' ? '{{ OWNED = 1 }} 与' : `${HOSTILE[0]} 与 ${HOSTILE[4]}`))
      expect(await page.title()).toContain('{{ OWNED = 1 }}')
      await expectInert(page, name)
      expect(faults).toEqual([])
      await page.close()
    }
  })

  it.runIf(ALL)('gives `check` no broken promise to tell of', async () => {
    const { messages, coverage } = await checkFolder(join(folder.path, 'slides', name), browser)
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(coverage.covered).toBe(coverage.sentences)
    expect(coverage.sentences).toBeGreaterThan(HOSTILE.length)
  })
})

describe('what stands in hostile articles', () => {
  it('has left nothing on the disk, and nothing of the disk in what was made', async () => {
    expect((await readdir(folder.path)).sort()).toEqual(['dist', 'slides', 'source', 'x'])
    const made = await readdir(folder.path, { recursive: true, withFileTypes: true })
    for (const entry of made.filter(entry => entry.isFile()))
      expect(await readFile(join(entry.parentPath, entry.name), 'latin1'), join(entry.parentPath, entry.name)).not.toContain('root:x:0')
  })

  it('is told of where it is left out: pictures elsewhere, invisible characters', () => {
    for (const name of Object.keys(ARTICLES))
      expect(told.filter(line => line.includes(name) && line.includes('(invisible)') && line.includes('U+202E'))).toHaveLength(1)
    // The page says itself where its addresses begin.
    for (const url of ['http://example.com/d.png', 'http://example.com/etc/passwd'])
      expect(told).toContainEqual(expect.stringMatching(new RegExp(`page\\.html.*Left out the picture \`${url}\`.*\\(image\\)`)))
  })
})
