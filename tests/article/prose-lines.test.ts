import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const P = '渡口的灯是民国年间装上的，老人们说，有灯的夜里，船家心里踏实。'
const Q = '守灯的人换过四个。'

/** The kinds and texts of what stands below the one part's heading. */
function passages(text: string, ending: '.md' | '.txt' = '.md'): [kind: string, text: string][] {
  return outlineOf(article(`# 渡口\n\n## 灯\n\n${text}\n`, ending)).parts[0]!.lead.map(({ kind, text }) => [kind, text.trim()])
}

describe('lines of plain text', () => {
  it('end where their author broke them, where no page is as narrow', () => {
    expect(passages('水从下面走\n人从上面走\n月亮\n两面都走\n\n二十级\n少了两级\n像老人的牙', '.txt').map(([, text]) => text)).toEqual(expect.arrayContaining(['水从下面走', '人从上面走', '少了两级']))
  })

  it('are no text where they count pages: 2 / 3', () => {
    const text = `渡口\n\n一、灯\n\n渡口的灯是民国年间装上的，老人们说，有灯的夜里，船\n                    1 / 3\n家心里踏实。守灯的人换过四个，每个人都留下一本账，记\n                    2 / 3\n着几点点灯。\n`
    expect(outlineOf(article(text, '.txt')).parts[0]!.lead.map(({ text }) => text.replace(/\s/g, ''))).toEqual(['渡口的灯是民国年间装上的，老人们说，有灯的夜里，船家心里踏实。守灯的人换过四个，每个人都留下一本账，记着几点点灯。'])
  })
})

describe('paragraphs that begin with spaces', () => {
  it.each<[string, string, [string, string][]]>([
    ['four', `    ${P}\n\n    ${Q}`, [['paragraph', P], ['paragraph', Q]]],
    ['a tab', `\t${P}\n\n\t${Q}`, [['paragraph', P], ['paragraph', Q]]],
    ['two ideographic ones', `　　${P}\n\n　　${Q}`, [['paragraph', P], ['paragraph', Q]]],
    ['four, over lines', '    渡口的灯是民国年间装上的，\n    老人们都说好。', [['paragraph', '渡口的灯是民国年间装上的，老人们都说好。']]],
    ['four, with a short line beside it', `    ${P}\n\n    守灯的人`, [['paragraph', P], ['paragraph', '守灯的人']]],
    ['four, with emphasis', '    渡口的灯是**民国年间**装上的，老人们都说好。', [['paragraph', '渡口的灯是民国年间装上的，老人们都说好。']]],
    ['six, in a list', `- 灯有四盏\n\n      ${P}`, [['item', '灯有四盏'], ['item', P]]],
    ['four, in a quotation', `> 老人说：\n>\n>     ${P}`, [['quotation', '老人说：'], ['quotation', P]]],
    ['four and two wide ones', `    　　${P}`, [['paragraph', P]]],
    ['four, before code', `    ${P}\n\n    let a = 1;`, [['paragraph', P], ['code', 'let a = 1;']]],
  ])('are prose: %s', (_, text, wanted) => {
    expect(passages(text)).toEqual(wanted)
  })

  it.each<[string, string]>([
    ['commands', '    npm install\n    npm start'],
    ['commands with Chinese remarks', '    npm install   # 先装上，再运行。'],
    ['a program in Chinese', '    如果（灯亮）｛\n        返回 船;'],
    ['a program with Chinese strings', '    print("渡口的灯，是民国年间装上的。")'],
    ['settings', '    name: 渡口，灯'],
    ['words without marks', '    缩进代码块\n    第二行'],
    ['a fence', `\`\`\`\n    ${P}\n\`\`\``],
  ])('are code: %s', (_, text) => {
    expect(passages(text).map(([kind]) => kind)).toEqual(['code'])
  })
})

describe('where a line ends', () => {
  it.each<[string, string, string]>([
    ['beside a foreign word, where the author sets spaces', '老师用 Excel\n登记每一本书，写了\nREADME 放在门口', '老师用 Excel 登记每一本书，写了 README 放在门口'],
    ['beside a foreign word, where he sets none', '老师用Excel\n登记每一本书，写了\nREADME放在门口', '老师用Excel登记每一本书，写了README放在门口'],
    ['beside C++', '老师用 C++\n写的，学生用 Excel 写', '老师用 C++ 写的，学生用 Excel 写'],
    ['beside a number, where he sets spaces', '每天有 30 个人过河，其中 12\n个是学生', '每天有 30 个人过河，其中 12 个是学生'],
    ['beside a number, where he sets spaces beside words alone', '用 Excel 记下30个人，其中12\n个是学生', '用 Excel 记下30个人，其中12个是学生'],
    ['beside a mark', '老师用 Excel，\nREADME 也写了', '老师用 Excel，README 也写了'],
    ['between Chinese', '老师用 Excel 登记，学\n生来借书', '老师用 Excel 登记，学生来借书'],
    ['between foreign words', '老师用 Visual\nBasic 登记', '老师用 Visual Basic 登记'],
  ])('a space stands as he would set it: %s', (_, text, wanted) => {
    expect(passages(text)).toEqual([['paragraph', wanted]])
    expect(outlineOf(article(`# 渡口\n\n## 灯\n\n${text}。\n\n## 人\n\n${Q}\n`, '.md')).parts[0]!.lead.map(({ text }) => text)).toEqual([`${wanted}。`])
  })

  it.each([
    ['two spaces', '河水涨了  \n桨声近了  \n对岸的人'],
    ['a backslash', '河水涨了\\\n桨声近了\\\n对岸的人'],
    ['two spaces before an indent', '　　河水涨了  \n　　桨声近了  \n　　对岸的人'],
    ['a backslash before spaces', '河水涨了\\\n  桨声近了\\\n    对岸的人'],
  ])('the author\'s own stay: %s', (_, text) => {
    expect(passages(text)).toEqual([['paragraph', '河水涨了\n桨声近了\n对岸的人']])
  })
})
