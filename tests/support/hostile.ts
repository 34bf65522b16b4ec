import JSZip from 'jszip'
import { makeDocx } from './docx.ts'

/**
 * What would run, load, hide or rearrange something if it were more than text. Each would leave OWNED behind where it
 * can.
 */
export const HOSTILE: readonly string[] = [
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
export const INVISIBLE = ['\u202E', '\u202C', '\u2066', '\u2069', '\u200F', '\u200B', '\u2060', '\uFEFF', '\u00AD', '\u2063']

const sentence = (hostile: string, index: number): string => `这里的第${index}处写着 ${hostile} 这些字`
export const SENTENCES = HOSTILE.map(sentence)
/** A sentence's clauses: each is a bullet, and the mark between two may go. */
export const piecesOf = (text: string): string[] => text.split(/[;；]|\.\s/)
const TITLE = `${HOSTILE[0]} 与 ${HOSTILE[4]}`
const HIDDEN = `最后${INVISIBLE.join('一')}，看不见的字不在了`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** How a format writes an article's pieces; `index` is a part's, from 0. */
interface Format {
  title: (text: string) => string
  heading: (text: string, index: number) => string
  paragraph: (text: string) => string
}

/** An article in parts: its title and headings are hostile, and so is each of its sentences. */
function articleOf({ title, heading, paragraph }: Format): string {
  const size = Math.ceil(SENTENCES.length / 3)
  const parts = [0, 1, 2].map((part) => {
    const own = SENTENCES.slice(part * size, (part + 1) * size)
    const sentences = part === 2 ? [...own, HIDDEN] : own
    return [heading(`${HOSTILE[part]} 之类`, part), ...sentences.map(text => paragraph(`${text}。`))].join('\n\n')
  })
  return `${title(TITLE)}\n\n${parts.join('\n\n')}\n`
}

/** What a page may have beside its text: none of it may do anything. */
const ATTACKS = [
  '<script>OWNED = 1</script><base href="http://example.com/">',
  '<meta http-equiv="refresh" content="0; url=http://example.com/">',
  '<link rel="stylesheet" href="http://example.com/a.css">',
  '<style>@import url(http://example.com/b.css); * { background: url(http://example.com/c.png) }</style>',
  '<img src="http://example.com/d.png" onerror="OWNED = 1" alt="远处的图">',
  '<img src="../../etc/passwd" alt="上面的图"><svg onload="OWNED = 1"><script>OWNED = 1</script></svg>',
  '<p onclick="OWNED = 1" style="background: url(http://example.com/e.png)">',
  '这一段有 <a href="javascript:OWNED=1">链接</a>，也只是文字。</p>',
  '<iframe srcdoc="<script>parent.OWNED = 1</script>"></iframe><object data="http://example.com/f"></object>',
].join('')

const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
const FAR = `<Relationship Id="far" Type="${LINKS}" Target="javascript:OWNED=1" TargetMode="External"/>`
const LINK = '<w:hyperlink r:id="far"><w:r><w:t>这个链接</w:t></w:r></w:hyperlink>'

/**
 * A Word document whose parts point elsewhere: a picture on another machine, one outside the archive, a link that is
 * code.
 */
async function hostileDocx(): Promise<Uint8Array> {
  const parts = [0, 1, 2].flatMap(part => [
    { style: 'Heading 1', text: `${HOSTILE[part]} 之类` },
    ...SENTENCES.filter((_, index) => index % 3 === part).map(text => `${text}。`),
  ])
  const bytes = await makeDocx([{ style: 'Title', text: TITLE }, ...parts, `${HIDDEN}。`, { picture: '文件里的图' }])
  const zip = await JSZip.loadAsync(bytes)
  const change = async (name: string, how: (xml: string) => string): Promise<void> =>
    void zip.file(name, how(await zip.file(name)!.async('string')))
  await change('word/_rels/document.xml.rels', xml => xml
    .replace(/Target="media\/[^"]+"/, 'Target="../../../../etc/passwd"')
    .replace('</Relationships>', `${FAR}</Relationships>`))
  await change('word/document.xml', xml =>
    xml.replace('</w:body>', `<w:p>${LINK}<w:r><w:t>，也只是文字。</w:t></w:r></w:p></w:body>`))
  zip.file('../../../owned.txt', 'owned')
  return zip.generateAsync({ type: 'uint8array' })
}

const TEXT: Format = {
  title: text => text,
  heading: (text, index) => `${'一二三'[index]}、${text}`,
  paragraph: text => text,
}
const MARKS: Format = { ...TEXT, title: text => `# ${text}`, heading: text => `## ${text}` }
const PAGE: Format = {
  title: text => `<article><h1>${escaped(text)}</h1>`,
  heading: (text, index) => `<h2>${escaped(text)}</h2>${index === 1 ? ATTACKS : ''}`,
  paragraph: text => `<p>${escaped(text)}</p>`,
}

/** The same article in each format, by its file's name. */
export const ARTICLES: Readonly<Record<string, () => Promise<string | Uint8Array>>> = {
  'text.txt': async () => articleOf(TEXT),
  'marks.md': async () => `${articleOf(MARKS)}\n\`\`\`Klingon\n{{ OWNED = 1 }} <b>\n\`\`\`\n`,
  'page.html': async () => `<title>${escaped(TITLE)}</title>${articleOf(PAGE)}</article>`,
  'word.docx': hostileDocx,
}
