import type { Nodes } from 'mdast'
import { parseSync } from '@slidev/parser'
import MarkdownExit from 'markdown-exit'
import cjkFriendly from 'markdown-it-cjk-friendly'
// @ts-expect-error It has no types.
import footnotes from 'markdown-it-footnote'
import alerts from 'markdown-it-github-alerts'
import { describe, expect, it } from 'vitest'
import { toNoteMarkdown, toSlidevMarkdown } from '../../scripts/slidev/escape.ts'

/** Slidev's engine with those of its plugins that take what they know from a block's source. */
const engine = MarkdownExit({ html: true, linkify: true })
engine.use(footnotes as never)
engine.use(alerts as never)
// The themes bring it.
engine.use(cjkFriendly as never)

const text = (value: string): Nodes => ({ type: 'text', value })
const BLOCKS: Readonly<Record<string, (value: string) => Nodes>> = {
  'a paragraph': value => ({ type: 'paragraph', children: [text(value)] } as Nodes),
  'a quotation': value => ({ type: 'blockquote', children: [{ type: 'paragraph', children: [text(value)] }] } as Nodes),
  'an item': value => ({ type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [text(value)] }] }] } as Nodes),
  'a line below a broken one': value => ({ type: 'paragraph', children: [text('船'), { type: 'break' }, text(value)] } as Nodes),
}

/** What a reader sees of a slide's HTML. */
function seen(html: string): string {
  return html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim()
}

describe('what Slidev would take for its own', () => {
  it.each([
    ['an alert', '[!note] 这是引文'],
    ['an alert of another case', '[!WARNING] 小心'],
    ['a slot', '::right::'],
    ['an expression', '{{ 1 + 1 }}'],
    ['an expression of three braces', '{{{ a }}}'],
    ['a component', '<Tweet id="1" />'],
    ['a script', '<script>alert(1)</script>'],
    ['a comment', '<!-- 这是注释 -->'],
    ['a file to include', '<<< @/a.ts'],
    ['a container', '::: warning'],
    ['a slide\'s end', '---'],
    ['frontmatter', '--- layout: cover'],
    ['a formula', '门票从 $5 涨到 $10，$x$ 也是'],
    ['a block of formulas', '$$'],
    ['a footnote', '老人说^[口述]，见[^1]'],
    ['a footnote\'s text', '[^1]: 见村志'],
    ['a task', '[ ] 添置书架'],
    ['a name of a file that ends as an address does', '见 talk.md 和 report.pl'],
    ['an address', '见 www.example.com 和 https://example.com/a'],
    ['attributes', '标题{.class #id}'],
    ['a component of MDC', ':badge{type="info"}'],
    ['marks of other programs', '==重点== ^上^ ~下~ :smile: ++加++'],
    ['an icon', 'i-carbon:sun'],
    ['spans', '走3~5公里，10~~20分钟'],
    ['products', '2*3*4 和 长*宽*高，2**3**4'],
    ['names of programs', '__init__ 与 a_b_c'],
    ['powers', '10^3^ 与 x^2'],
    ['prices', '从$5涨到$10，5$ 也行，US$3'],
    ['formulas of LaTeX', '\\(x\\) 与 \\[x^2\\]'],
    ['a click', '[click] 与 [click:2]'],
    ['what a typographer sets', '(c) ... -- "a" +-'],
    ['references for characters', '&amp; &#123; &lt;b&gt;'],
    ['a file\'s head', 'title: a: b'],
    ['a line of TOML', '+++'],
    ['directives', ':a[b]{c} ::a{b} :::a'],
    ['a drag', '<v-drag pos="a"> v-drag'],
    ['a definition', '[a]: https://example.com/'],
    ['an underline', '==='],
    ['a numbered item', '1. 一 2) 二'],
    ['an item', '+ 一 - 二'],
    ['a quotation', '> 一'],
    ['a mail address', '写信给 a@example.com 和 <a@example.com>'],
    ['a fence', '```mermaid'],
    ['a fence of tildes', '~~~'],
    ['a heading', '# 标题'],
    ['a table', '| a | b |'],
  ])('%s is shown as it stands: %s', async (_, value) => {
    for (const [where, block] of Object.entries(BLOCKS)) {
      const markdown = toSlidevMarkdown(block(value))
      const html = await engine.renderAsync(markdown)
      expect(seen(html), where).toBe(where.startsWith('a line') ? `船\n${value}` : value)
      expect(html, where).not.toMatch(/markdown-alert|footnote|<a |<h1|<table|<pre|<hr|\{\{/)
      expect(markdown, where).not.toMatch(/^\s*(?:::|<<<|---|\$)/m)
      expect(parseSync(`---\nlayout: points\n---\n\n${markdown}\n<!--\n${toNoteMarkdown(block(value))}\n-->\n`, 'a.md').slides, where).toHaveLength(1)
    }
  })

  it.each(['{{ title }}', 'a <!-- b', '[click]', '--> c'])('code is shown as it stands: %s', async (value) => {
    const block: Nodes = { type: 'paragraph', children: [text('船'), { type: 'inlineCode', value }] } as Nodes
    expect(seen(await engine.renderAsync(toSlidevMarkdown(block)))).toBe(`船${value}`)
    expect(toNoteMarkdown(block)).not.toMatch(/-->|\[click/)
  })
})
