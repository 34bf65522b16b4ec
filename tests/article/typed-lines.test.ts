import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'
import { markdownOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from '../support/verify.ts'

/** The paragraphs of a Markdown article below its headings. */
function read(body: string): string[] {
  const value = `# 渡口\n\n## 船\n\n${body}\n`
  verifyDecks(new VFile({ path: 'a.md', value }))
  const file = new VFile({ path: 'a.md', value })
  const reader = unified().use(readerFor('.md'))
  const { children } = reader.runSync(reader.parse(file), file) as Root
  return children.slice(2).flatMap(node => node.type === 'blockquote' ? node.children.map(child => toString(child)) : [toString(node)])
}

describe('lines of a Markdown paragraph', () => {
  it.each<[kind: string, body: string, paragraphs: string[]]>([
    ['1、', '1、洗碗\n2、擦桌', ['1、洗碗', '2、擦桌']],
    ['（一） below a lead', '要做两件事：\n（一）洗碗；\n（二）擦桌。', ['要做两件事：', '（一）洗碗；', '（二）擦桌。']],
    ['①, with marks in the line', '①**洗**碗，\n擦干；\n②擦`桌`。', ['①洗碗，\n擦干；', '②擦桌。']],
    ['articles', '第一条　排队。\n第二条　刷卡。', ['第一条　排队。', '第二条　刷卡。']],
    ['in a quotation', '> 一、洗碗\n> 二、擦桌', ['一、洗碗', '二、擦桌']],
    ['below a lead without a mark', '要做两件事\n（一）洗碗；\n（二）擦桌。', ['要做两件事', '（一）洗碗；', '（二）擦桌。']],
    ['items that end with commas', '1、洗碗，\n2、擦桌，\n3、扫地。', ['1、洗碗，', '2、擦桌，', '3、扫地。']],
    ['two ranks', '一、船\n（一）大船\n（二）小船\n二、人\n（一）船工\n（二）乘客', ['一、船', '（一）大船', '（二）小船', '二、人', '（一）船工', '（二）乘客']],
    ['signs of items', '要点如下：\n• 洗碗\n• 擦桌\n· 扫地', ['要点如下：', '• 洗碗', '• 擦桌', '· 扫地']],
    ['keys', '时间：三月九日\n地点：**候船屋**\n主持：梁守义', ['时间：三月九日', '地点：候船屋', '主持：梁守义']],
  ])('are paragraphs where they are numbered or keys: %s', (_, body, paragraphs) => {
    expect(read(body)).toEqual(paragraphs)
  })

  it.each([
    ['a greeting', '此致\n敬礼！'],
    ['a signature over a day', '渡口镇人民政府办公室\n2024年3月9日'],
    ['verse without marks', '水从下面走\n人从上面走\n月亮\n两面都走'],
  ])('stay lines below the text where they are short and without marks: %s', (_, body) => {
    expect(markdownOf(new VFile({ path: 'a.md', value: `# 渡口\n\n## 船\n\n船来了。\n\n${body}\n` }))).toContain(body.replaceAll('\n', '\\\n'))
  })

  it.each([
    '老师用 Excel\n登记船号\n放在门口',
    '渡口在村子的东头从前是镇上最热闹的地方\n赶集的人都来',
    '他说了三件事，\n第一条是排队。',
    '人数是\n1、2、3号船各十人。',
    '老人说：\n有灯的夜里，船家心里踏实。',
    '先上船，\n后下船。',
    '我读过这本书的\n第三章，后来又读了\n第五章，都是讲渡口的。',
    '我读过这本书的\n第三章，后来又读了\n第四章，都是讲渡口的。',
    '水位的变化见图\n（1）和图\n（2），两图是同一年画的。',
    'The boat was full that day (there were\n12) and on the next (there were\n30) it was fuller.',
    'The boat was full that day (there were\n12) and on the next (there were\n13) it was fuller.',
  ])('go on where they are not: %j', (body) => {
    expect(read(body)).toEqual([body])
  })
})
