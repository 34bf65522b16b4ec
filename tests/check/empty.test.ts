import { describe, expect, it } from 'vitest'
import { empty } from '../../scripts/check/rules/empty.ts'

describe('the rule `empty`', () => {
  it.each<[what: string, layout: string | undefined, content: string]>([
    ['a slide of points', 'points', '# 渡口\n'],
    ['a slide without a layout', undefined, '\n# 渡口\n\n'],
    ['a title and a comment', 'cards', '# 渡口\n\n<!-- 要写 -->\n'],
    ['a drawn structure without members', 'ladder', '# 渡口\n'],
    ['two titles', 'default', '# 渡口\n\n## 船\n'],
  ])('tells of %s', (_, layout, content) => {
    expect(empty(layout, content).map(({ ruleId }) => ruleId)).toEqual(['empty'])
  })

  it.each<[what: string, layout: string | undefined, content: string]>([
    ['text', 'points', '# 渡口\n\n- 船\n'],
    ['a picture', 'image', '# 渡口\n\n![船](a.png)\n'],
    ['a component', undefined, '# 渡口\n\n<Ferry />\n'],
    ['a table', 'table', '# 渡口\n\n| a | b |\n| - | - |\n'],
    ['a cover', 'cover', '# 渡口\n'],
    ['a section', 'section', '# 渡口\n'],
    ['a statement', 'statement', '# 人比船要紧\n'],
    ['a quotation that is its headline', 'quote', '# 人比船要紧\n'],
    ['a closing sentence', 'closing', '# 人比船要紧\n'],
    ['no title', 'points', '\n'],
  ])('says nothing of %s', (_, layout, content) => {
    expect(empty(layout, content)).toEqual([])
  })
})
