import type { Root } from 'mdast'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../scripts/article/markdown.ts'
import { toPassages } from '../../scripts/article/passage.ts'
import { placesOf } from '../../scripts/article/places.ts'

/** An article's passages, each as its kind and its text. */
function passages(text: string, lost: string[] = []): string[] {
  const file = new VFile({ path: 'article.md', value: text })
  const tree = unified().use(markdown as never).parse(file) as Root
  visit(tree, 'image', (image) => {
    if (lost.includes(image.url))
      image.data = { lost: true }
  })
  return tree.children.flatMap(node => toPassages(node, placesOf(file))).map(({ kind, text }) => `${kind}: ${text}`)
}

describe('passages', () => {
  it.each<[string, string, string[]]>([
    ['a paragraph', '船在岸边。', ['paragraph: 船在岸边。']],
    ['each item of a list', '- 船\n- 桨\n  - 灯', ['item: 船', 'item: 桨', 'item: 灯']],
    ['a quotation, and what in it has no words', '> 船。\n>\n> ---\n>\n> [a]: boat.png', ['quotation: 船。']],
    ['a quotation in a list is an item', '- 船\n\n  > 桨', ['item: 船', 'item: 桨']],
    ['a footnote', '船[^1]\n\n[^1]: 桨', ['paragraph: 船', 'footnote: 桨']],
    ['a table\'s rows', '| 船 | 桨 |\n| - | - |\n| 1 | 2 |', ['table: 船 桨', 'table: 1 2']],
    ['code', '    船()', ['code: 船()']],
    ['a picture after its paragraph', '看![船](boat.png)这里', ['paragraph: 看这里', 'image: 船']],
    ['a picture without a description', '![](boat.png)', ['image: ']],
  ])('%s', (_, text, found) => {
    expect(passages(text)).toEqual(found)
  })

  it('has the description of a picture that is lost as words', () => {
    expect(passages('![船](boat.png)', ['boat.png'])).toEqual(['paragraph: 船'])
    expect(passages('![](boat.png)', ['boat.png'])).toEqual([])
  })
})
