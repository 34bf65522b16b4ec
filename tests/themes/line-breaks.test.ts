import { createMarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { lineBreaks } from '../../themes/shared/markdown/line-breaks.ts'

const engine = createMarkdownExit({ html: true })
lineBreaks(engine)
const render = (markdown: string): string => engine.renderInline(markdown)
const whole = (text: string): string => `<span class="phrase">${text}</span>`

describe('lineBreaks', () => {
  it.each([
    ['a line may break between phrases', '保持同人民群众的血肉联系', '保持同人民群众的<wbr>血肉联系'],
    ['strong text is cut together with what stands around it', '始终保持**同人民群众**的血肉联系', '始终保持<strong><wbr>同人民群众</strong>的<wbr>血肉联系'],
    ['an option does not break at its hyphens', '执行时加上 --exclude-file 选项即可', `执行时加上 ${whole('--exclude-file')} 选项即可`],
    ['nor does it in code', '加上 `--exclude-file` 即可', `加上 ${whole('<code>--exclude-file</code>')} 即可`],
    ['a path', '配置写在 /etc/x-y.conf 里面', `配置写在 ${whole('/etc/x-y.conf 里面')}`],
    ['a number and its unit', '占 10 GB 内存', whole('占 10 GB 内存')],
    ['a title and the particle after it', '读《呐喊》的时候', whole('读《呐喊》的时候')],
    ['a long address may break', '见 https://example.com/a-rather-long/path-to-something.html 一文', '见 https://<wbr>example.com/<wbr>a-<wbr>rather-<wbr>long/<wbr>path-<wbr>to-<wbr>something.html 一文'],
    ['in English too, and before what is asked of it', 'See https://example.com/issues?state=open&sort=new#last', 'See https://<wbr>example.com/<wbr>issues<wbr>?state=open<wbr>&amp;sort=new<wbr>#last'],
    ['what is written as text stays text', '比较 a<b 与 "c" & d-e', `${whole('比较 a&lt;b 与 &quot;c&quot;')} ${whole('&amp; d-e')}`],
    ['English is left as it is', 'A well-known, state-of-the-art tool & more', 'A well-known, state-of-the-art tool &amp; more'],
    ['options and paths in English', 'Use --exclude-file with ./a-b/c.txt in 2019-2020', `Use ${whole('--exclude-file')} with ${whole('./a-b/c.txt')} in ${whole('2019-2020')}`],
    ['a picture\'s description and a link\'s address', '![一张图](a-b.png)见[这里的说明](http://a-b.c)', '<img src="a-b.png" alt="一张图">见<a href="http://a-b.c">这里的说明</a>'],
    ['no break is added where a line ends', '第一行的文字\n第二行的文字', '第一行的文字\n第二行的文字'],
  ])('%s', (_, markdown, html) => {
    expect(render(markdown)).toBe(html)
  })

  it('adds no character', () => {
    const text = '用 `--exclude-file` 跳过 **/etc/x-y.conf** 里的 “a-b”，见《红楼梦》的第 3 章'
    expect(render(text).replace(/<[^>]*>/g, '')).toBe(text.replace(/[`*]/g, ''))
  })
})
