import type { Nodes, PhrasingContent } from 'mdast'
import { parseSync } from '@slidev/parser'
import fc from 'fast-check'
import MarkdownExit from 'markdown-exit'
import cjkFriendly from 'markdown-it-cjk-friendly'
// @ts-expect-error It has no types.
import footnotes from 'markdown-it-footnote'
import alerts from 'markdown-it-github-alerts'
import { it } from 'vitest'
import { toNoteMarkdown, toSlidevMarkdown } from '../../scripts/slidev/escape.ts'
import { runs } from '../support/random.ts'

/** Slidev's engine, as it reads slides and as it reads notes. */
const slides = MarkdownExit({ html: true, linkify: true })
const notes = MarkdownExit({ html: true })
for (const plugin of [footnotes, alerts, cjkFriendly])
  slides.use(plugin as never)
notes.use(cjkFriendly as never)

const SIGNS = [
  '$ $$ ~ ~~ * ** _ __ ^ ^[ [^1] [ ] ( ) ![ ]( { } {{ }} {.c} {#i} : :: ::: :a :smile: ::right:: < > <b> </b> <!-- --> -- --- ---- ... (c) " \' ` `` ```',
  '~~~ # ## - + 1. 1) | |-| = == === \\ \\\\ \\$ \\( \\[ & &amp; &#123; &lt; @ @/ <<< [!note] [!TIP] [x] [click] [click:2] www.a.com http://a.com a.md a@b.com',
  '渡口 船 ， 。 “ ” a A 1 5 v-drag <v-click> <Tweet/> ! % %% ++ $x$ $5 5$ 3~5 2*3*4 a_b_c',
].join(' ').split(' ')

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): Nodes => ({ type: 'paragraph', children })
const between = (type: 'strong' | 'emphasis' | 'delete') => (value: string): Nodes => paragraph(text('前'), { type, children: [text(value)] }, text('后'))
const BLOCKS: readonly ((value: string) => Nodes)[] = [
  value => paragraph(text(value)),
  value => ({ type: 'heading', depth: 1, children: [text(value)] }),
  value => ({ type: 'blockquote', children: [paragraph(text(value)) as never] }),
  value => ({ type: 'list', ordered: true, children: [{ type: 'listItem', children: [paragraph(text(value)) as never] }] }),
  value => paragraph(text('船'), { type: 'break' }, text(value)),
  value => paragraph(text(value), { type: 'strong', children: [text('重')] }, text(value)),
  between('strong'),
  between('emphasis'),
  between('delete'),
]

function words(node: Nodes): string {
  if (node.type === 'break')
    return ' '
  if ('value' in node)
    return node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

/** What a reader sees of HTML. */
function seen(html: string): string {
  return html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
}

it('shows any row of signs as it stands, on slides and in notes, wherever it stands', async () => {
  const value = fc.array(fc.constantFrom(...SIGNS, ' '), { minLength: 1, maxLength: 6 }).map(signs => signs.join('').replace(/ +/g, ' ').trim()).filter(signs => signs !== '')
  await fc.assert(fc.asyncProperty(value, fc.constantFrom(...BLOCKS), async (signs, block) => {
    const node = block(signs)
    const [markdown, note] = [toSlidevMarkdown(node), toNoteMarkdown(node)]
    const html = await slides.renderAsync(markdown)
    const [slide, ...others] = parseSync(`---\nlayout: points\n---\n\n${markdown}\n<!--\n${note}\n-->\n`, 'a.md').slides
    return seen(html) === words(node).trim() && seen(await notes.renderAsync(note)) === words(node).trim()
      && !/\{\{|<a /.test(html) && others.length === 0 && slide!.note === note && !/\[click/.test(note)
  }), { numRuns: runs(20_000) })
})
