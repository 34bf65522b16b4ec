import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from '../support/verify.ts'

/** A page as `lectern import` writes it, below its title: what stands in what. */
function written(body: string): string {
  const file = new VFile({ path: 'page.html', value: `<article><h1>渡口</h1><h2>船</h2>${body}</article>` })
  verifyDecks(new VFile({ path: file.path, value: file.value }))
  return markdownOf(file).split('## 船\n')[1]!.trim()
}

describe('blocks where HTML has words', () => {
  it.each([
    ['paragraphs in bold', '<b><p>船来了。</p><p>人走了。</p></b>', '**船来了。**\n\n**人走了。**'],
    ['words beside a paragraph in bold', '<div>早上<b>有雾，<p>船没有来。</p>人</b>在等。</div>', '早上**有雾，**\n\n**船没有来。**\n\n**人**在等。'],
    ['a heading in bold', '<p>船来了。</p><strong><h2>人</h2></strong><p>人走了。</p>', '船来了。\n\n## **人**\n\n人走了。'],
    ['a list in italics', '<em><ul><li>船</li><li>人</li></ul></em>', '- 船\n- 人'],
    ['blocks in a link', '<a href="https://example.com/"><p>船来了。</p><p>人走了。</p></a>', '[船来了。](https://example.com/)\n\n[人走了。](https://example.com/)'],
    ['a heading that nobody closed', '<h2>人<p>人来了，站在岸边。</p><p>人走了。</p></h2>', '## 人\n\n人来了，站在岸边。\n\n人走了。'],
    ['a heading of one paragraph', '<h2><p>人</p></h2><p>人走了。</p>', '## 人\n\n人走了。'],
    ['items without a list', '<p>船来了。</p><li>船</li><li>人</li><p>人走了。</p>', '船来了。\n\n- 船\n- 人\n\n人走了。'],
  ])('are blocks: %s', (_, body, markdown) => {
    expect(written(body)).toBe(markdown)
  })

  it.each([
    ['paragraphs', '<p>Two boats.</p><p>One man.</p>', 'Two boats.<br>One man.'],
    ['a list', '<ul><li>船</li><li>人</li></ul>', '船 人'],
    ['paragraphs in bold', '<b><p>船</p><p>人</p></b>', '**船**<br>**人**'],
    ['words and a heading', '船<h3>人</h3>岸', '船 人 岸'],
    ['code', '<pre>a\n  b</pre>', '`a b`'],
    ['bold of nothing', '船<b></b>', '船'],
  ])('are words in a cell, parted: %s', (_, cell, words) => {
    expect(written(`<p>船来了。</p><table><tr><th>甲</th><th>乙</th></tr><tr><td>${cell}</td><td>岸</td></tr></table>`).split('\n').at(-1)).toMatch(new RegExp(`^\\| ${words.replace(/[*.]/g, '\\$&')} +\\| 岸 +\\|$`))
  })
})

describe('emphasis', () => {
  it.each([
    ['of nothing', '<p>船<b></b>来<i> </i>了<b><i></i></b>。</p>', '船来 了。'],
    ['in itself', '<p><b><strong>船</strong></b>来<b>了<strong>人</strong></b>。</p>', '**船**来**了人**。'],
    ['that goes on', '<p><b>船</b><b>来</b>了。</p>', '**船来**了。'],
    ['of Chinese marks', '<p>他说<b>“船来了。”</b>于是<b>（人）</b>走了。</p>', '他说**“船来了。”**于是**（人）**走了。'],
    ['that ends with a break', '<p>船来了，<b>人走了，<br></b></p>', '船来了，**人走了，**'],
    ['of two lines', '<p><b>船来了<br>人走了</b></p>', '**船来了**\n\n**人走了**'],
    ['with spaces inside', '<p>Boats <b> come </b>and go.</p>', 'Boats **come** and go.'],
  ])('is written as one would: %s', (_, body, markdown) => {
    expect(written(body)).toBe(markdown)
  })
})

it('reads paragraphs in bold as paragraphs, not as one', () => {
  const file = new VFile({ path: 'page.html', value: '<h1>渡口</h1><h2>船</h2><b><p>船来了。</p><p>人走了。</p></b>' })
  expect(toJson(outlineOf(file)).parts[0]!.lead).toEqual(['船来了。', '人走了。'])
})
