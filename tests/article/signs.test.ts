import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf, markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { noteText, parseDeck } from '../support/promises.ts'

function read(text: string): Nodes {
  const file = article(text, '.md')
  const reader = unified().use(readerFor('.md')).freeze()
  return reader.runSync(reader.parse(file), file) as Nodes
}

describe('signs that reckon, span and name', () => {
  it.each([
    '每天走3~5公里，用时10~20分钟，气温在15~25度之间。',
    '开放时间是8:00~11:30和13:00~17:00，周末9~16点。',
    '他喊了一声喂~船家~快来，声音传得很远。',
    '票价约~5元，运费约~8元。',
    '大约3~~5公里，10~~20分钟。',
    '箱子的尺寸是120*60*75厘米，小的是2*3*4厘米。',
    '每天3*8小时，每周5*8小时。',
    '面积等于长*宽，体积等于长*宽*高，都按米算。',
    '先算长*宽，再算宽*高，都按米算。',
    '结果是a*b*c的和。',
    '公式是y=2*x+3*z，还有x*y与f(x)*g(x)和(a+b)*(c+d)。',
    '周长等于长*2+宽*2，体积等于长*宽+高*深。',
    '他*真的*来了。',
    '气温零下5~-3度，1/2~3/4，50%~60%，甲~丁四组。',
    '号码是138****5678，另一个是3301**********1234。',
    '身份证 3301****，姓名 张*三，电话 138****5678，邮箱 a***@x.com。',
    '姓名____，电话____，地址(____)。',
    '二的幂是2**3和2**4。',
    '文件叫ledger_2024_09，变量叫a_b_c。',
    '入口写在 __init__ 里，名字是 __name__ 。',
    '一亿写作10^8，体积是3^3立方米，约2^10个。',
    'A walk of 3~5 km takes 10~20 minutes, and the box is 2*3*4 feet.',
  ])('are text on slides, in notes and in what `import` writes: %s', (text) => {
    const file = article(`# 渡口\n\n${text}\n`, '.md')
    const { outline, decks } = decksOf(file, { ...DEFAULT_OPTIONS, density: 'full', theme: 't' })
    expect(outline.parts[0]!.lead.map(({ text }) => text)).toEqual([text])
    expect(decks.flatMap(parseDeck).map(({ note }) => noteText(note)).join('')).toBe(text)
    expect(outlineOf(article(markdownOf(article(`# 渡口\n\n${text}\n`, '.md')), '.md')).parts[0]!.lead.map(({ text }) => text)).toEqual([text])
  })

  it.each<[string, string, string]>([
    ['~~五元~~三元', 'delete', '五元'],
    ['由~~“五元”~~改为六元', 'delete', '“五元”'],
    ['往返~~（十元）~~十一元', 'delete', '（十元）'],
    ['由~~《旧法》~~，改为新法', 'delete', '《旧法》'],
    ['票~~，一米以下。~~，满一米', 'delete', '，一米以下。'],
    ['票~~ “五元” ~~改为六元', 'text', '票~~ “五元” ~~改为六元'],
    ['fare~~"five"~~six', 'text', 'fare~~"five"~~six'],
    ['票~~“五元”改为六元', 'text', '票~~“五元”改为六元'],
    ['这里*要紧的话*说完了', 'emphasis', '要紧的话'],
    ['这里**要紧**说完了', 'strong', '要紧'],
    ['一共**30**人', 'strong', '30'],
    ['5*8小时的*要紧的话*', 'emphasis', '要紧的话'],
    ['共2**30**人', 'text', '共2**30'],
    ['船*（人）*来了', 'emphasis', '（人）'],
    ['他*真的*来了，*真的*。', 'emphasis', '真的'],
    ['Not __now__, he said', 'strong', 'now'],
  ])('leave marks marks: %s', (text, type, words) => {
    const [paragraph] = (read(text) as { children: { children: Nodes[] }[] }).children
    const found = paragraph!.children.filter(node => node.type === type).map(node => toString(node))
    const kinds = JSON.stringify(paragraph!.children.map(({ type }) => type))
    expect(found.some(one => one.startsWith(words)), kinds).toBe(true)
  })
})

describe('struck words', () => {
  it('stay struck in text', () => {
    const { decks } = decksOf(article('# 渡口\n\n## 价\n\n门票原来是~~五元~~三元，老人不收钱。\n', '.md'), { ...DEFAULT_OPTIONS, theme: 't' })
    const [, slide] = parseDeck(decks[0]!)
    expect(slide!.note).toContain('~~五元~~三元')
  })

  it('are struck before a number, too', () => {
    expect(markdownOf(article('# 渡口\n\n票价~~3元~~5元，~~1923~~1925年起，每天3~~5班。\n', '.md'))).toContain('票价~~3元~~5元，~~1923~~1925年起，每天3\\~\\~5班。')
  })

  it('are left out of headings, and named', () => {
    const file = article('# 渡口\n\n## ~~旧~~*价~~目~~钱*\n\n门票三元，老人不收钱。\n', '.md')
    expect(outlineOf(file).parts.map(({ title }) => title.value)).toEqual(['价钱'])
    expect(file.messages.map(({ ruleId, line, column, actual }) => [ruleId, line, column, actual])).toEqual([['unseen', 3, 4, '旧'], ['unseen', 3, 11, '目']])
  })
})
