import type { Root } from 'mdast'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf, markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { lecternParse } from '../../scripts/plugins.ts'
import { article } from '../support/articles.ts'

/** The formulas of a text, those that are blocks between two signs. */
function formulas(text: string): string[] {
  const found: string[] = []
  visit(unified().use(lecternParse).parse(article(text, '.md')) as Root, (node) => {
    if (node.type === 'inlineMath' || node.type === 'math')
      found.push(node.type === 'math' ? `$$${node.value}$$` : node.value)
  })
  return found
}

describe('formulas', () => {
  it.each<[string, string[]]>([
    ['事件 $A$ 的概率是$P(A)$，$0 \\le P(A) \\le 1$。', ['A', 'P(A)', '0 \\le P(A) \\le 1']],
    ['乘积$a*b*c$，下标$x_1, x_2$，幂$x^2$，约$3~5$。', ['a*b*c', 'x_1, x_2', 'x^2', '3~5']],
    ['有名字的$速度=\\frac{路程}{时间}$，$v_{\\text{甲，乙}}$。', ['速度=\\frac{路程}{时间}', 'v_{\\text{甲，乙}}']],
    ['$$\nE = mc^2\n$$', ['$$E = mc^2$$']],
    ['$$E = mc^2$$', ['$$E = mc^2$$']],
    ['$$a\n= b + c$$', ['$$a\n= b + c$$']],
    ['> $$\n> E = mc^2\n> $$', ['$$E = mc^2$$']],
    ['- 一\n\n  $$\n  E = mc^2\n  $$', ['$$E = mc^2$$']],
    ['行内的 $$\\sum_i p_i = 1$$ 也常见。', ['\\sum_i p_i = 1']],
    ['有人写 \\(x^2\\)，有人写下面这样。\n\n\\[\n\\frac{a}{b} = c\n\\]\n', ['x^2', '$$\\frac{a}{b} = c$$']],
    ['一个 $x$ 和 $5 的票，$y$。', ['x', 'y']],
    ['\\begin{equation}\na_1*b_1*c = d\n\\end{equation}', ['$$\\begin{equation}\na_1*b_1*c = d\n\\end{equation}$$']],
    ['写成 \\(x_1\n= x_2\\) 两行。', ['x_1\n= x_2']],
  ])('are formulas: %j', (text, wanted) => {
    expect(formulas(text)).toEqual(wanted)
  })

  it.each([
    '门票从 $5 涨到 $10，一年后又回到 $5。',
    '从$5涨到$10，再涨到$20。',
    '早上卖5$，晚上卖3$，下午卖4$。',
    '美国卖US$3到US$5，香港卖HK$30或HK$50。',
    '进口的$20,000到$30,000一台，$5元和$6元。',
    'It costs $5 and $10, or $3.50–$4 a piece; 5$ or 6$ abroad.',
    '从$甲地$到$乙地$。',
    '变量$HOME和$PATH都要设好。',
    '写 \\$x\\$ 不是公式，$ x $ 也不是，$$ 也不是。',
    '`$x$` 是代码。',
    '还有\\[注\\]和\\(甲\\)是括号。',
    '$$\n没有结束，后面是正文。\n\n还是正文。',
  ])('are none: %j', (text) => {
    expect(formulas(text)).toEqual([])
    const words = outlineOf(article(`# 渡口\n\n${text}\n`, '.md')).parts[0]!.lead.map(({ text }) => text).join('\n')
    expect(words.replace(/\s/g, '')).toBe(text.replace(/\\([$[\]()])|`/g, '$1').replace(/\s/g, ''))
  })

  it('end where the cell of a table does', () => {
    expect(formulas('| 甲\\(x^2 | 乙\\) |\n| - | - |\n| $a | b$ |\n| $y$ | \\(z_1\\) |')).toEqual(['y', 'z_1'])
  })

  it.each<[string, string]>([
    ['is not one that KaTeX can read', '\\frac{1'],
    ['asks for an address or HTML', '\\href{javascript:alert(1)}{x}'],
  ])('are shown as they are written, with a message, where one %s', (fault, tex) => {
    const file = article(`# 数学\n\n## 式\n\n坏的是$${tex}$，好的是$y=x$。\n`, '.md')
    const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, density: 'full', theme: 't' })
    expect(decks[0]!.markdown).toContain(`坏的是\`${tex}\`，好的是$y=x$`)
    expect(file.messages).toEqual([expect.objectContaining({ ruleId: 'formula', line: 5, reason: expect.stringContaining(fault) as string })])
  })

  it('are read again from what `import` writes', () => {
    const text = '# 数学\n\n## 式\n\n事件$A$与\\(B_1\\)独立，票价$5。\n\n$$P(A)$$\n'
    expect(formulas(markdownOf(article(text, '.md')))).toEqual(['A', 'B_1', '$$P(A)$$'])
  })
})

describe('diagrams', () => {
  it.each(['mermaid', 'Mermaid', 'plantuml', 'dot'])('are shown line by line, and told of: %s', (language) => {
    const file = article(`# 借书\n\n## 流程\n\n\`\`\`${language}\ngraph TD\n  A[登记] --> B{有证?}\n\`\`\`\n\n还书只要一步。\n`, '.md')
    const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, theme: 't' })
    expect(decks[0]!.markdown).toMatch(/^```(?!mermaid|plantuml).*\ngraph TD\n {2}A\[登记\] --> B\{有证\?\}\n```$/m)
    expect(decks[0]!.markdown).toContain('<!--\ngraph TD\\\nA\\[登记] --&gt; B{有证?}\n-->')
    expect(file.messages).toEqual([expect.objectContaining({ ruleId: 'diagram', line: 5 })])
  })
})
